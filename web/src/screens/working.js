/* working: a long check shows that it is alive, and can be cancelled. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { countSeconds } from '../parts/busy.js';

export function workingScreen(controller) {
  const { working } = controller.state;
  const elapsed = create('p', { class: 'elapsed', role: 'timer', 'aria-live': 'off' });
  const count = create('p', { class: 'count', role: 'status' });
  const bar = create('progress', { class: 'bar', 'aria-labelledby': 'working-heading' });

  countSeconds(elapsed, working, () => {
    if (working.total < 2) return;
    bar.max = working.total;
    bar.value = working.done;
    count.textContent = say('working.progress', { done: working.done, total: working.total });
  });

  return create(
    'div',
    { class: 'working' },
    create('h1', { id: 'working-heading', tabindex: '-1', 'data-start': '' }, say('working.heading')),
    bar,
    count,
    elapsed,
    create(
      'button',
      { class: 'secondary', id: 'cancel', on: { click: () => controller.cancel() } },
      say('working.cancel'),
    ),
  );
}
