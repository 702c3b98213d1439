/* seen: what was found in a message that does not claim to be Amazon's: whose name it
 * goes by, where its links lead, what it asks for. Nothing of it is judged. */
import { create } from '../dom.js';
import { say } from '../words.js';

const SHOWN_MAX = 3;

const unique = (list) => [...new Set(list.filter(Boolean))];

function few(list) {
  const shown = list.slice(0, SHOWN_MAX).map((text) => create('bdi', { class: 'filled' }, text));
  const rest = list.length - shown.length;
  return [shown.flatMap((one, index) => (index > 0 ? [' ', one] : [one])), rest > 0 && ` ${say('seen.more', { count: rest })}`];
}

export function seenSection({ verdict, message, links, findings }) {
  if (verdict !== 'no_claim') return null;
  const sender = message.from.map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address));
  const targets = unique(links.filter(({ scheme }) => /^https?$/.test(scheme ?? '')).map(({ domain, host }) => domain ?? host));
  const wishes = unique(findings.filter(({ check }) => check === 'other-way-to-act').map(({ args }) => args.action));
  const lines = [
    ['sender', sender.length > 0 ? few(sender) : say('seen.no_sender')],
    ['links', targets.length > 0 ? few(targets) : say('seen.no_links')],
    ['wishes', wishes.length > 0 && few(wishes.map((action) => (action === 'picture' ? say('seen.picture') : say(`actions.${action}`))))],
  ].filter(([, words]) => words);
  return create(
    'dl',
    { class: 'seen head-lines' },
    lines.map(([key, words]) => create('div', { 'data-seen': key }, create('dt', {}, say(`seen.${key}`)), create('dd', {}, words))),
  );
}
