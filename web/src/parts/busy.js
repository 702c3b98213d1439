/* busy: a message is judged once more and it takes long. The screen stays as it
 * is; a bar at its foot shows that the page is alive, and can be cancelled. */
import { create } from '../dom.js';
import { say } from '../words.js';

/* Writes the seconds into `place` for as long as it stands on the page. */
export function countSeconds(place, { started }, also = () => {}) {
  place.textContent = say('working.elapsed', { seconds: Math.round((Date.now() - started) / 1000) });
  also();
  setTimeout(() => {
    if (place.isConnected) countSeconds(place, { started }, also);
  }, 500);
}

export function busyBar(controller) {
  const { screen, working } = controller.state;
  if (working === null || screen === 'working') return null;
  const elapsed = create('span', { class: 'elapsed', role: 'timer', 'aria-live': 'off' });
  countSeconds(elapsed, working);
  return create(
    'div',
    { class: 'busy', role: 'region', 'aria-labelledby': 'busy-words' },
    create('strong', { id: 'busy-words' }, say('working.heading')),
    create('progress', { class: 'bar', 'aria-labelledby': 'busy-words' }),
    elapsed,
    create(
      'button',
      { class: 'quiet', id: 'busy-cancel', on: { click: () => controller.cancel() } },
      say('working.cancel'),
    ),
  );
}
