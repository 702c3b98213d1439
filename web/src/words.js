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

/* An address to be typed breaks only after a slash. */
const typed = (address) => address.split(/(?<=\/)(?!\/)/).map((part) => [part, create('wbr')]);

export function tell(path, args = {}) {
  return formatNodes(find(path) ?? path.split('.').at(-1), args);
}

export function formatNodes(sentence, args = {}) {
  return withoutEmpty(sentence, args).split(PLACE).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (!Object.hasOwn(args, piece) && telephoneNames.includes(piece)) return telephone(piece);
    const isAddress = !Object.hasOwn(args, piece) && Object.hasOwn(contacts, piece);
    if (isAddress) return create('bdi', { class: 'address' }, typed(fill(piece, args)));
    return create('bdi', { class: 'filled' }, fill(piece, args));
  });
}
