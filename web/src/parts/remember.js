/* remember: keeps the person's data on this device, only when they say so; says
 * who else could read it, and erases it by one button. It stands with the data
 * and in the settings, which are kept together with it. */
import { create } from '../dom.js';
import { say } from '../words.js';

const isFile = () => location.protocol === 'file:';

export function rememberPart(controller, place) {
  const { state } = controller;
  const id = `${place}-remember`;
  const act = (change) => {
    state.lastSetting = id; /* an open panel is built anew, and reads on from here */
    return change();
  };
  return create(
    'div',
    { class: 'remember' },
    create(
      'label',
      { class: 'tick' },
      create('input', {
        type: 'checkbox',
        id,
        checked: state.remembers,
        on: { change: ({ target }) => act(() => controller.setRemember(target.checked)) },
      }),
      create('span', {}, say('profile.remember')),
    ),
    create('p', { class: 'dim' }, say(isFile() ? 'profile.remember_file' : 'profile.remember_site')),
    state.storageFails && create('p', { class: 'notice', role: 'status' }, say('profile.not_kept')),
    create(
      'button',
      { class: 'quiet', id: `${place}-erase`, on: { click: () => act(() => controller.eraseAll()) } },
      say('profile.erase'),
    ),
    state.notice === 'profile.erased' && create('p', { class: 'notice', role: 'status' }, say('profile.erased')),
  );
}
