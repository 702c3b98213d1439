/* report: the result for others: without the person's data, and with no link
 * that could be pressed. It is made once, as headed lists of lines; the copied
 * text, the printed sheet and the saved file only set it differently. */
import { defang } from './address.js';
import { redactor } from './redact.js';
import { format, group, pathOf, say } from './words.js';
import { numberFindings } from './parts/points.js';
import { verdictWords } from './parts/verdict.js';

const BODY_MAX = 4000;
const LINKS_MAX = 20;

/* Web addresses inside running text are made harmless too. */
const harmless = (text) => text.replace(/\bhttps?:\/\/[^\s<>"「」]+/gi, defang);

/* Names of sites and addresses in our sentences: a chat makes a link of "a.example" too. */
function namesIn({ links, message }) {
  const names = [
    ...links.flatMap(({ host, domain, host_unicode: looks }) => [host, domain, looks]),
    ...message.from.map(({ address }) => address.split('@').at(-1)),
  ].filter((name) => name?.includes('.'));
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

function cleaner(state) {
  const redact = redactor(state);
  const names = namesIn(state.result);
  const withoutLinks = (text) => names.reduce((done, name) => done.replaceAll(name, name.replaceAll('.', '[.]')), harmless(text));
  return (text) => redact(withoutLinks(text));
}

const version = (state) => ({ version: state.result.honmono, date: state.catalogue?.dates?.amazon ?? '—' });

function bodyText({ message }) {
  const text = message.blocks
    .filter(({ hidden }) => !hidden)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('\n');
  return text.length > BODY_MAX ? `${text.slice(0, BODY_MAX)}…` : text;
}

function reasonLines({ result }) {
  return [...numberFindings(result).keys()]
    .map((index) => result.findings[index])
    .filter(({ weight }) => weight !== 'note')
    .map((finding) => say(pathOf(finding), finding.args));
}

function linkLines({ result }) {
  const lines = result.links
    .map(({ standing, url, target }) => [standing, url || target])
    .filter(([, address]) => address)
    .map(([standing, address]) => `${defang(address)} (${say(`standings.${standing}.label`)})`);
  return [...new Set(lines)].slice(0, LINKS_MAX);
}

function headLines({ result: { message } }) {
  const from = message.from.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
  return [
    ['from', from],
    ['subject', message.subject],
    ['date', message.date],
  ]
    .filter(([, value]) => value)
    .map(([key, value]) => `${say(`share.text.${key}`)}: ${value}`);
}

export const isAtRisk = ({ result, answers }) =>
  result.verdict === 'account_at_risk' || answers.sign_in === 'not_me';

/* { heading, verdict, sentence, parts: [{ heading, lines }], made } */
export function reportOf(state) {
  const clean = cleaner(state);
  const words = verdictWords(state);
  const part = (key, lines) => ({ heading: say(`share.text.${key}`), lines });
  const steps = isAtRisk(state) ? group('protect.steps').map((step) => format(step)) : [];
  return {
    heading: say('share.text.heading'),
    verdict: say(`${words}.label`),
    sentence: say(`${words}.sentence`),
    parts: [
      part('now', group(`${words}.now`)),
      { heading: say('protect.heading'), lines: steps },
      part('reasons', reasonLines(state).map(clean)),
      part('message', headLines(state).map(clean)),
      part('links', linkLines(state).map(clean)),
    ].filter(({ lines }) => lines.length > 0),
    made: say('share.text.made', version(state)),
  };
}

const asText = ({ heading, lines }) => ['', `■ ${heading}`, ...lines.map((line) => `- ${line}`)];

export function reportText(state) {
  const { heading, verdict, sentence, parts, made } = reportOf(state);
  const first = [heading, '', `${say('share.text.verdict')}: ${verdict}`, sentence];
  return [...first, ...parts.flatMap(asText), '', made].join('\n');
}

const SUBJECT_MAX = 80;
const SHORT_MAX = 480; /* letters: a chat message that is read without a press on "more" */

/* The verdict, why, and what to do, as far as they fit in one chat message. */
export function reportInShort(state) {
  const words = verdictWords(state);
  const clean = cleaner(state);
  const head = [`${say('share.short.heading')}: ${say(`${words}.label`)}`, say(`${words}.sentence`)];
  const title = [...clean(state.result.message.subject)].slice(0, SUBJECT_MAX).join('');
  const subject = title ? [`${say('share.text.subject')}: ${title}`] : [];
  const foot = group(`${words}.now`).map((line) => `→ ${line}`);
  const reasons = reasonLines(state).map((line) => `・${clean(line)}`);
  const join = (lines) => [...head, ...subject, ...lines, ...foot].join('\n');
  let fitting = reasons.length;
  while (fitting > 0 && [...join(reasons.slice(0, fitting))].length > SHORT_MAX) fitting--;
  return [...join(reasons.slice(0, fitting))].slice(0, SHORT_MAX).join('');
}

/* What the message was, for those who collect such messages. */
export function reportForAuthority(state, where) {
  const part = (key, lines) => (lines.length > 0 ? asText({ heading: say(`share.text.${key}`), lines }) : []);
  const lines = [
    ...headLines(state),
    ...part('links', linkLines(state)),
    ...part('reasons', reasonLines(state)),
    '',
    `■ ${say('share.text.body')}`,
    bodyText(state.result),
  ];
  const made = say('share.text.made', version(state));
  return [say(`share.text.${where}_open`), '', cleaner(state)(lines.join('\n')), '', made].join('\n');
}
