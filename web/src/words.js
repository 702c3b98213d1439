/* words: finds the sentence for an id and fills it in.
 *
 * In: a path such as "checks.link-off-brand.goes-elsewhere" and the args of the
 * verdict. Out: say() gives text, tell() gives nodes in which every filled-in
 * piece stands in its own <bdi>, so that a name written from right to left, or
 * full of quotes, cannot rearrange our sentence. Sentences live in locales/. */

import ja from '../locales/ja.js';
import en from '../locales/en.js';
import { create, telephone } from './dom.js';
import { contacts, telephoneNames, telephoneOf } from './contacts.js';

export const languages = { ja, en };
let current = ja;

export const useLanguage = (code) => {
  current = languages[code] ?? ja;
};
export const language = () => current.code;

/* Own keys only: an id out of a message must not find Object.prototype. */
function find(path) {
  let found = current;
  for (const key of path.split('.')) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

export const has = (path) => find(path) !== undefined;
/* A list or group of sentences. */
export const group = (path) => find(path) ?? {};

function fill(key, args) {
  if (Object.hasOwn(args, key)) {
    const value = args[key];
    if (key === 'action') return say(`actions.${value}`);
    if (key === 'in_code') return say('link.in_code');
    return value === '' || value === null ? '—' : String(value);
  }
  if (telephoneNames.includes(key)) return telephoneOf(key).shown;
  return Object.hasOwn(contacts, key) ? contacts[key] : '—';
}

const PLACE = /\{(\w+)\}/;

export function say(path, args = {}) {
  return format(find(path) ?? path.split('.').at(-1), args);
}

/* What stands in [ ] is left out when a blank in it has nothing to be filled with. */
const withoutEmpty = (sentence, args) =>
  sentence.replace(/\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g, (_, text, key) => (args[key] ? text : ''));

export function format(sentence, args = {}) {
  return withoutEmpty(sentence, args)
    .split(PLACE)
    .map((piece, index) => (index % 2 ? fill(piece, args) : piece))
    .join('');
}

/* Blanks for names of sites and addresses: where there is room they stand on one line. */
const NAMES = ['domain', 'host', 'address'];

const NAME_MAX = 28; /* a longer one wraps like text */

/* Brackets and stops beside it stay with it; they are taken off the neighbours. */
function wholeName(name, pieces, index) {
  const [opening] = /[「（“(]?$/.exec(pieces[index - 1]);
  const [closing] = /^[」）”).,、。]*/.exec(pieces[index + 1]);
  pieces[index + 1] = pieces[index + 1].slice(closing.length);
  const held = create('bdi', { class: name.length > NAME_MAX ? 'filled' : 'filled whole-name' }, name);
  return create('span', { class: 'joined' }, opening, held, closing);
}

/* An address to be typed breaks only after a slash. */
const typed = (address) => address.split(/(?<=\/)(?!\/)/).map((part) => [part, create('wbr')]);

/* What a finding says, as the path of its sentence. */
export const pathOf = ({ check, message, args }) =>
  args.action === 'picture' ? `picture.${message}` : `checks.${check}.${message}`;

export function tell(path, args = {}) {
  return formatNodes(find(path) ?? path.split('.').at(-1), args);
}

export function formatNodes(sentence, args = {}) {
  const pieces = withoutEmpty(sentence, args).split(PLACE);
  return pieces.map((piece, index) => {
    if (index % 2 === 0) return NAMES.includes(pieces[index + 1]) ? piece.replace(/[「（“(]$/, '') : piece;
    if (!Object.hasOwn(args, piece) && telephoneNames.includes(piece)) return telephone(piece);
    const isAddress = !Object.hasOwn(args, piece) && Object.hasOwn(contacts, piece);
    if (isAddress) return create('bdi', { class: 'address' }, typed(fill(piece, args)));
    if (NAMES.includes(piece)) return wholeName(fill(piece, args), pieces, index);
    return create('bdi', { class: 'filled' }, fill(piece, args));
  });
}
