/* entered: "I already clicked / entered something": short ordered checklists to
 * tick off, with the contacts that are confirmed; and the steps that protect an
 * account that somebody else is getting into. */
import { create, icon } from '../dom.js';
import { formatNodes, group, say } from '../words.js';
import { printSteps } from './paper.js';

function steps(kind, list) {
  return create(
    'ol',
    { class: 'steps' },
    list.map((step, index) =>
      create(
        'li',
        {},
        create(
          'label',
          { class: 'step' },
          create('input', { type: 'checkbox', id: `tick-${kind}-${index}` }),
          create('span', {}, formatNodes(step)),
        ),
      ),
    ),
  );
}

export function enteredSection(level = 'h2') {
  const isScreen = level === 'h1';
  const kinds = Object.entries(group('entered.kinds'));
  const section = create(
    'section',
    { class: 'entered', 'aria-labelledby': 'entered-heading' },
    create(
      level,
      { id: 'entered-heading', tabindex: '-1', ...(isScreen ? { 'data-start': '' } : {}) },
      say('entered.heading'),
    ),
    create('p', {}, say('entered.lead')),
    kinds.map(([kind, { name, steps: list }]) =>
      create(
        'details',
        { class: 'fold', id: `entered-${kind}` },
        create('summary', {}, name),
        create('p', { class: 'dim' }, say('entered.done')),
        steps(kind, list),
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

export function protectSection() {
  return create(
    'section',
    { class: 'protect', 'aria-labelledby': 'protect-heading' },
    create('h2', { id: 'protect-heading', tabindex: '-1' }, say('protect.heading')),
    create('p', {}, say('protect.lead')),
    steps('protect', group('protect.steps')),
  );
}
