/* message_head: the lines above the text: from, to, subject, date, attachments. */
import { create } from '../dom.js';
import { has, say } from '../words.js';
import { marked, withNumbers } from './places.js';

/* Each piece in its own <bdi>: a name written from right to left, or with signs that
 * turn the direction round, must not turn the address round. */
const piece = (text) => create('bdi', {}, text);
const listed = (list) => list.flatMap((one, index) => (index > 0 ? [', ', one] : [one]));
const person = ({ name, address }) =>
  name && name !== address ? create('span', {}, piece(name), ' <', piece(address), '>') : piece(address);
const people = (list) => listed(list.map(person));

/* "X-Original-To" or "x_original_to" -> "x_original_to" */
const keyOf = (header) => (header ?? '').toLowerCase().replaceAll('-', '_');

function recipient({ address, header }) {
  const key = keyOf(header);
  const isNamed = key !== 'to' && has(`message.headers.${key}`);
  return isNamed ? `${address} (${say(`message.headers.${key}`)})` : address;
}

export function messageHead({ message, findings }, numbers, explain) {
  const numbersOf = (key) =>
    [...numbers]
      .filter(([index]) => findings[index].evidence.some(({ part }) => part === key))
      .map(([, number]) => number);
  const lines = [
    ['from', 'from', people(message.from)],
    ['to', 'to', listed([...new Set(message.to.map(recipient))].map(piece))],
    ['reply_to', 'header', people(message.reply_to)],
    ['subject', 'subject', message.subject ? [piece(message.subject)] : []],
    ['date', 'date', message.date ? [piece(message.date)] : []],
    ['attachments', 'attachment', listed(message.attachments.map(({ name, type }) => piece(name || type)))],
  ].filter(([, , words]) => words.length > 0);
  if (lines.length === 0) return null;
  return create(
    'dl',
    { class: 'head-lines' },
    lines.map(([key, part, pieces]) => {
      const list = numbersOf(part);
      const words = create('span', marked(list), pieces);
      return create('div', {}, create('dt', {}, say(`message.${key}`)), create('dd', {}, withNumbers(words, list, explain)));
    }),
  );
}
