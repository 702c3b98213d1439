/* profile: what is registered at Amazon, entered only if the person likes. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { rememberPart } from './remember.js';

const PARTS = { emails: 'email', names: 'name', devices: 'off', places: 'off' };

export function profileFold(controller) {
  return create(
    'details',
    { class: 'fold', id: 'profile' },
    create('summary', {}, say('profile.heading')),
    create('p', {}, say('profile.lead')),
    Object.entries(PARTS).map(([part, autocomplete]) => field(controller, part, autocomplete)),
    rememberPart(controller, 'profile'),
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
