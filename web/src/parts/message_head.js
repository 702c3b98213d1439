/* message_head: the lines above the text: from, to, subject, date, attachments. */
import { create } from '../dom.js';
import { has, say } from '../words.js';
import { marked, numberButtons } from './places.js';

const people = (list) =>
  list.map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address)).join(', ');

/* "X-Original-To" or "x_original_to" -> "x_original_to" */
const keyOf = (header) => (header ?? '').toLowerCase().replaceAll('-', '_');

function recipient({ address, header }) {
  const key = keyOf(header);
  const isNamed = key !== 'to' && has(`message.headers.${key}`);
  return isNamed ? `${address} (${say(`message.headers.${key}`)})` : address;
}

export function messageHead({ message, findings }, numbers) {
  const numbersOf = (key) =>
    [...numbers]
      .filter(([index]) => findings[index].evidence.some(({ part }) => part === key))
      .map(([, number]) => number);
  const lines = [
    ['from', 'from', people(message.from)],
    ['to', 'to', [...new Set(message.to.map(recipient))].join(', ')],
    ['reply_to', 'header', people(message.reply_to)],
    ['subject', 'subject', message.subject],
    ['date', 'date', message.date],
    ['attachments', 'attachment', message.attachments.map(({ name, type }) => name || type).join(', ')],
  ].filter(([, , value]) => value);
  if (lines.length === 0) return null;
  return create(
    'dl',
    { class: 'head-lines' },
    lines.map(([key, part, value]) => {
      const list = numbersOf(part);
      const words = create('bdi', marked(list), value);
      return create('div', {}, create('dt', {}, say(`message.${key}`)), create('dd', {}, words, numberButtons(list)));
    }),
  );
}
