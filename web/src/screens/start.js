/* start: one box, one sentence, three samples; nothing to learn. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { notice } from '../parts/announce.js';
import { openFileButton } from '../parts/open_file.js';
import { pasteButton } from '../parts/paste_button.js';
import { profileFold } from '../parts/profile.js';
import { howFold } from '../parts/how.js';
import { installFold } from '../parts/install.js';
import { practiceButton } from './practice.js';

export function startScreen(controller) {
  const box = create('textarea', {
    id: 'box',
    rows: 5,
    'data-takes-paste': '',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: say(matchMedia('(pointer: coarse)').matches ? 'start.box_hint_touch' : 'start.box_hint'),
    'aria-describedby': 'box-privacy',
  });
  const check = create(
    'button',
    {
      class: 'primary',
      id: 'check',
      on: { click: () => controller.checkPaste({ plain: box.value, html: '' }) },
    },
    say('start.check'),
  );

  return create(
    'div',
    { class: 'start' },
    create('h1', { tabindex: '-1', 'data-start': '' }, say('start.heading')),
    create('p', { class: 'lead' }, say('start.lead')),
    notice(controller),
    create(
      'div',
      { class: 'paste-box' },
      create('label', { for: 'box' }, say('start.box')),
      box,
      check,
      pasteButton(controller, box),
      create('p', { class: 'privacy', id: 'box-privacy' }, icon('hand'), say('start.privacy')),
    ),
    create(
      'div',
      { class: 'ways' },
      openFileButton(controller),
      create(
        'button',
        { class: 'secondary', id: 'to-links', on: { click: () => controller.goTo('links') } },
        icon('link'),
        say('start.links'),
      ),
    ),
    create(
      'button',
      { class: 'entered-link', id: 'to-entered', on: { click: controller.openEntered } },
      create('span', {}, say('start.entered')),
      icon('right'),
    ),
    samplesRow(controller),
    practiceButton(controller),
    create(
      'div',
      { class: 'folds' },
      profileFold(controller),
      howFold({ id: 'how-fold', label: say('start.how_copy'), copying: true }),
      installFold(),
    ),
  );
}

function samplesRow(controller) {
  const names = ['fake', 'sign_in', 'text_message'];
  return create(
    'section',
    { class: 'samples', 'aria-labelledby': 'samples-heading' },
    create('h2', { id: 'samples-heading' }, say('start.samples')),
    create(
      'div',
      { class: 'samples-row' },
      names.map((id) =>
        create(
          'button',
          { class: 'quiet', id: `sample-${id}`, on: { click: () => controller.trySample(id) } },
          say(`start.sample_names.${id}`),
        ),
      ),
    ),
  );
}
