/* report: the result as plain text, without the person's data and with no link
 * that could be pressed. */
import { defang } from './address.js';
import { redactor } from './redact.js';
import { group, say } from './words.js';
import { numberFindings } from './parts/points.js';
import { verdictWords } from './parts/verdict.js';

const BODY_MAX = 4000;
const LINKS_MAX = 20;

export const version = (state) => ({ version: state.result.honmono, date: state.catalogue?.dates?.amazon ?? '—' });

/* Web addresses inside running text are made harmless too. */
const harmless = (text) => text.replace(/\bhttps?:\/\/[^\s<>"「」]+/gi, defang);

export function bodyText({ message }) {
  const text = message.blocks
    .filter(({ hidden }) => !hidden)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('\n');
  return text.length > BODY_MAX ? `${text.slice(0, BODY_MAX)}…` : text;
}

export function reasonLines({ result }) {
  return [...numberFindings(result).keys()]
    .map((index) => result.findings[index])
    .filter(({ weight }) => weight !== 'note')
    .map(({ check, message, args }) => say(`checks.${check}.${message}`, args));
}

export function linkLines({ result }) {
  const lines = result.links
    .map(({ standing, url, target, source }) => [standing, url || target, source])
    .filter(([, address]) => address)
    .map(([standing, address]) => `${defang(address)} (${say(`standings.${standing}.label`)})`);
  return [...new Set(lines)].slice(0, LINKS_MAX);
}

export function headOf({ result: { message } }) {
  const from = message.from.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
  return [
    ['from', from],
    ['subject', message.subject],
    ['date', message.date],
  ]
    .filter(([, value]) => value)
    .map(([key, value]) => `${say(`share.text.${key}`)}: ${value}`);
}

const list = (lines) => lines.map((line) => `- ${line}`);
const part = (key, lines) => (lines.length > 0 ? ['', `■ ${say(`share.text.${key}`)}`, ...lines] : []);

export function reportText(state) {
  const words = verdictWords(state);
  const lines = [
    say('share.text.heading'),
    '',
    `${say('share.text.verdict')}: ${say(`${words}.label`)}`,
    say(`${words}.sentence`),
    ...part('now', list(group(`${words}.now`))),
    ...part('reasons', list(reasonLines(state))),
    ...part('message', headOf(state)),
    ...part('links', list(linkLines(state))),
    '',
    say('share.text.made', version(state)),
  ];
  return redactor(state)(harmless(lines.join('\n')));
}

export function reportForAuthority(state, where) {
  const lines = [
    say(`share.text.${where}_open`),
    '',
    ...headOf(state),
    ...part('links', list(linkLines(state))),
    ...part('reasons', list(reasonLines(state))),
    ...part('body', [bodyText(state.result)]),
    '',
    say('share.text.made', version(state)),
  ];
  return redactor(state)(harmless(lines.join('\n')));
}
