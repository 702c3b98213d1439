/* frame: what stands above and below every screen, and the two panels. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { settingsPanel } from './settings.js';
import { aboutPanel, ageOf, dataLine } from './about.js';

function panel(id, heading, ...children) {
  const close = () => dialog.close();
  const dialog = create(
    'dialog',
    { class: 'panel', id, 'aria-labelledby': `${id}-heading` },
    create(
      'div',
      { class: 'panel-head' },
      create('h2', { id: `${id}-heading` }, heading),
      create('button', { class: 'quiet', id: `${id}-close`, on: { click: close } }, icon('close'), say('page.close')),
    ),
    ...children,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  return dialog;
}

export function pageHead(controller) {
  const { state } = controller;
  const other = state.language === 'ja' ? 'en' : 'ja';
  const settings = panel('settings', say('settings.heading'), settingsPanel(controller));
  const reopen = document.getElementById('settings')?.open;
  if (reopen)
    queueMicrotask(() => {
      settings.showModal();
      document.getElementById(state.lastSetting)?.focus();
    });
  return [
    create(
      'button',
      {
        class: 'brand',
        id: 'home',
        on: { click: () => controller.goTo('start') },
      },
      icon('mark', 'mark'),
      create(
        'span',
        { class: 'brand-words' },
        create('strong', {}, say('page.name')),
        create('span', {}, say('page.tagline')),
        create('span', { class: 'unseen' }, say('page.home')),
      ),
    ),
    create(
      'div',
      { class: 'head-buttons' },
      create(
        'button',
        { class: 'quiet', id: 'language', lang: other, on: { click: () => controller.setView({ language: other }) } },
        say('page.language_switch'),
      ),
      create(
        'button',
        { class: 'quiet', id: 'open-settings', 'aria-haspopup': 'dialog', on: { click: () => settings.showModal() } },
        icon('settings'),
        say('page.settings'),
      ),
    ),
    settings,
  ];
}

export function pageFoot(controller) {
  const { catalogue } = controller.state;
  const about = panel('about', say('about_page.heading'), aboutPanel(controller));
  if (document.getElementById('about')?.open) queueMicrotask(() => about.showModal()); /* open it stays */
  const age = ageOf(catalogue);
  return [
    age?.stale &&
      create(
        'p',
        { class: 'stale' },
        icon('suspicious'),
        create('span', {}, `${say('about_page.stale', { date: age.date })} ${say('about_page.newer')}`),
      ),
    create('p', {}, say('page.offline')),
    create(
      'p',
      { class: 'dim' },
      catalogue && dataLine(catalogue, age),
    ),
    create(
      'button',
      { class: 'quiet', id: 'open-about', 'aria-haspopup': 'dialog', on: { click: () => about.showModal() } },
      say('page.about'),
      ' ・ ',
      say('page.verify'),
    ),
    about,
  ];
}
