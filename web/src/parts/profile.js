/* profile: what is registered at Amazon, entered only if the person likes. */
import { create } from '../dom.js';
import { say } from '../words.js';

const PARTS = { emails: 'email', names: 'name', devices: 'off', places: 'off' };
const isFile = () => location.protocol === 'file:';

export function profileFold(controller) {
  const { state } = controller;
  return create(
    'details',
    { class: 'fold', id: 'profile' },
    create('summary', {}, say('profile.heading')),
    create('p', {}, say('profile.lead')),
    Object.entries(PARTS).map(([part, autocomplete]) => field(controller, part, autocomplete)),
    create(
      'label',
      { class: 'tick' },
      create('input', {
        type: 'checkbox',
        id: 'remember',
        checked: state.remembers,
        on: { change: (event) => controller.setRemember(event.target.checked) },
      }),
      create('span', {}, say('profile.remember')),
    ),
    create('p', { class: 'dim' }, say(isFile() ? 'profile.remember_file' : 'profile.remember_site')),
    state.storageFails && create('p', { class: 'notice', role: 'status' }, say('profile.not_kept')),
    create('button', { class: 'quiet', id: 'erase', on: { click: () => controller.eraseAll() } }, say('profile.erase')),
    state.notice === 'profile.erased' && create('p', { class: 'notice', role: 'status' }, say('profile.erased')),
  );
}

function field(controller, part, autocomplete) {
  const box = create('textarea', {
    id: `profile-${part}`,
    rows: 2,
    autocomplete,
    spellcheck: 'false',
    'aria-describedby': `profile-${part}-hint`,
    on: {
      input: () =>
        controller.setProfile(
          part,
          box.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ),
    },
  });
  box.value = controller.state.profile[part].join('\n');
  return create(
    'div',
    { class: 'field' },
    create('label', { for: `profile-${part}` }, say(`profile.${part}`)),
    box,
    create('p', { class: 'dim', id: `profile-${part}-hint` }, say(`profile.${part}_hint`)),
  );
}
