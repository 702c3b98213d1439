/* guide: how to open Amazon without the message. Its address stands there to be
 * typed or copied, never as a link. */
import { create } from '../dom.js';
import { formatNodes, group, say } from '../words.js';
import { contacts } from '../contacts.js';
import { copyButton } from './copy_button.js';

let instances = 0;

/* `words`: the group of sentences, "guide" or "order_guide". */
function way(words, name, address) {
  const id = `${words}-copy-${name}-${instances++}`;
  return create(
    'div',
    { class: 'way' },
    create('p', { class: 'subhead' }, say(`guide.${name}`)),
    create(
      'ol',
      {},
      group(`${words}.${name}_steps`).map((step) => create('li', {}, formatNodes(step))),
    ),
    address && copyButton({ id, label: say('guide.copy'), text: () => address }),
  );
}

export const guideFold = (id, level) =>
  create('details', { class: 'fold', id }, create('summary', {}, say('guide.heading')), guide(level));

export function guide(level = 'h3') {
  return create(
    'div',
    { class: 'guide' },
    create(level, {}, say('guide.heading')),
    create('p', {}, say('guide.lead')),
    way('guide', 'computer', contacts.message_center),
    way('guide', 'phone', contacts.message_center_phone),
    way('guide', 'app', null),
    create('p', {}, say('guide.order')),
    create('p', { class: 'dim' }, say('guide.limit')),
  );
}

/* The way to the order history, by typing. */
export const orderGuideFold = (id, level) =>
  create(
    'details',
    { class: 'fold', id },
    create('summary', {}, say('order_guide.heading')),
    create(
      'div',
      { class: 'guide' },
      create(level, {}, say('order_guide.heading')),
      create('p', {}, say('guide.lead')),
      way('order_guide', 'computer', contacts.amazon),
      way('order_guide', 'phone', contacts.amazon),
      way('order_guide', 'app', null),
    ),
  );
