/* entered: "I already clicked / entered something": short ordered checklists to
 * tick off, with the contacts that are confirmed; and the steps that protect an
 * account that somebody else is getting into. */
import { create, icon } from '../dom.js';
import { formatNodes, group, say } from '../words.js';
import { printSteps } from './paper.js';

function steps({ state, tick }, kind, list) {
  return create(
    'ol',
    { class: 'steps' },
    list.map((step, index) => {
      const id = `tick-${kind}-${index}`;
      const done = ({ currentTarget }) => tick(id, currentTarget.checked);
      return create(
        'li',
        {},
        create(
          'label',
          { class: 'step' },
          create('input', { type: 'checkbox', id, checked: state.ticks.has(id), on: { change: done } }),
          create('span', {}, formatNodes(step)),
        ),
      );
    }),
  );
}

export function enteredSection(controller) {
  const kinds = Object.entries(group('entered.kinds'));
  const section = create(
    'section',
    { class: 'entered', 'aria-labelledby': 'entered-heading' },
    create('h1', { id: 'entered-heading', tabindex: '-1', 'data-start': '' }, say('entered.heading')),
    create('p', {}, say('entered.lead')),
    kinds.map(([kind, { name, steps: list }]) =>
      create(
        'details',
        { class: 'fold', id: `entered-${kind}` },
        create('summary', {}, name),
        create('p', { class: 'dim' }, say('entered.done')),
        steps(controller, kind, list),
      ),
    ),
    create('p', { class: 'dim' }, say('entered.what_is')),
    create(
      'button',
      { class: 'quiet', id: 'print-entered', on: { click: () => printSteps(section) } },
      icon('print'),
      say('entered.print'),
    ),
  );
  return section;
}

export function protectSection(controller) {
  return create(
    'section',
    { class: 'protect', 'aria-labelledby': 'protect-heading' },
    create('h2', { id: 'protect-heading', tabindex: '-1' }, say('protect.heading')),
    create('p', {}, say('protect.lead')),
    steps(controller, 'protect', group('protect.steps')),
  );
}
