/* dom: the one file that creates elements.
 *
 * In: a tag, attributes from a closed list, children. Out: an element whose
 * words are text and nothing but text. Why: what a message says passes through
 * here on its way to the screen. There is no way to hand in markup, a style, or
 * an address: href and src are not on the list; the only href of the page is a
 * telephone number out of contacts.js, the only download is our own report. */

import { icons } from './icons.js';
import { telephoneOf } from './contacts.js';

const PLAIN = new Set([
  'class',
  'id',
  'role',
  'type',
  'name',
  'value',
  'for',
  'lang',
  'dir',
  'tabindex',
  'rows',
  'placeholder',
  'autocomplete',
  'spellcheck',
  'inputmode',
  'enterkeyhint',
  'accept',
  'title',
]);
const SWITCHES = new Set(['hidden', 'open', 'disabled', 'checked', 'multiple', 'readonly']);

function setAttribute(element, key, value) {
  if (key === 'on') {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (SWITCHES.has(key)) {
    element.toggleAttribute(key, Boolean(value));
  } else if (PLAIN.has(key) || /^(aria|data)-[a-z-]+$/.test(key)) {
    if (value !== undefined && value !== null) element.setAttribute(key, String(value));
  } else {
    throw new Error(`attribute ${key} is not on the list`);
  }
}

/* Children are strings, numbers, elements, arrays of them; null and false are left out. */
function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

const FORBIDDEN = new Set(['script', 'iframe', 'object', 'embed', 'img', 'a', 'form', 'link', 'style', 'base', 'meta']);

export function create(tag, attributes = {}, ...children) {
  if (FORBIDDEN.has(tag)) throw new Error(`element ${tag} is not made here`);
  const element = document.createElement(tag);
  if (tag === 'button') element.type = 'button';
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  append(element, children);
  return element;
}

/* A drawing of ours; for the eye only, the words stand beside it. */
export function icon(name, className = 'icon') {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const [data, kind] of icons[name]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', data);
    path.setAttribute('class', kind);
    svg.append(path);
  }
  return svg;
}

/* A confirmed telephone number that can be tapped; `who` is a key of contacts.js. */
export function telephone(who) {
  const { digits, shown } = telephoneOf(who);
  const link = document.createElement('a');
  link.href = `tel:${digits}`;
  link.className = 'telephone';
  link.textContent = shown;
  return link;
}

/* Hands a file made here to the person. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

export function replaceChildren(element, ...children) {
  element.textContent = '';
  append(element, children);
}
