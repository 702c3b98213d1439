/* settings: language, text size, colours, and whether they are remembered. */
import { create } from '../dom.js';
import { languages, say } from '../words.js';
import { rememberPart } from './remember.js';

function choice(controller, key, values, label) {
  const { state } = controller;
  return create(
    'fieldset',
    { class: 'setting' },
    create('legend', {}, say(`settings.${key}`)),
    values.map((value) => {
      const id = `setting-${key}-${value}`;
      const pick = () => {
        state.lastSetting = id;
        controller.setView({ [key]: value });
      };
      return create(
        'label',
        { class: 'tick', for: id },
        create('input', { type: 'radio', name: key, id, value, checked: state[key] === value, on: { change: pick } }),
        create('span', { lang: key === 'language' ? value : undefined }, label(value)),
      );
    }),
  );
}

export function settingsPanel(controller) {
  return [
    choice(controller, 'language', Object.keys(languages), (value) => languages[value].own_name),
    choice(controller, 'size', ['100', '125', '150', '200'], (value) => say(`settings.sizes.${value}`)),
    choice(controller, 'theme', ['system', 'light', 'dark'], (value) => say(`settings.themes.${value}`)),
    rememberPart(controller, 'setting'),
  ];
}
