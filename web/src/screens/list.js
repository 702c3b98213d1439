/* list: several messages at once, one line each; open one for its reasons. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';

const SHOWN_MAX = 1000;

export function listScreen(controller) {
  const { items } = controller.state;
  return create(
    'div',
    { class: 'list' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: () => controller.goTo('start') } },
      icon('back'),
      say('verdict.again'),
    ),
    create('h1', { tabindex: '-1', 'data-start': '' }, say('list.heading', { count: items.length })),
    create('p', { class: 'lead' }, say('list.lead')),
    create('ul', { class: 'counts' }, countsOf(items)),
    create(
      'ol',
      { class: 'items' },
      items.slice(0, SHOWN_MAX).map((item, index) => create('li', {}, line(controller, item, index))),
    ),
  );
}

function countsOf(items) {
  const counts = new Map();
  for (const { verdict = 'failed' } of items) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) =>
    verdict === 'failed'
      ? create('li', { class: 'tone-no_claim' }, `${say('list.failed')} ${count}`)
      : create('li', { class: `tone-${verdict}` }, icon(verdict), `${say(`verdict.${verdict}.label`)} ${count}`),
  );
}

function line(controller, item, index) {
  if (item.problem) {
    return create(
      'div',
      { class: 'item item-failed' },
      create('strong', {}, say('list.failed')),
      create('span', { class: 'dim' }, item.name),
      create('span', {}, say(`errors.${item.problem}`, { name: item.name })),
    );
  }
  return create(
    'button',
    {
      class: `item tone-${item.verdict}`,
      id: `item-${index}`,
      'data-verdict': item.verdict,
      on: { click: () => controller.openItem(item) },
    },
    icon(item.verdict),
    create(
      'span',
      { class: 'item-words' },
      create('strong', {}, say(`verdict.${item.verdict}.label`)),
      create('bdi', { class: 'cut-short' }, item.subject || say('list.no_subject')),
      create('bdi', { class: 'cut-short dim' }, item.from || item.name),
    ),
    icon('right'),
  );
}
