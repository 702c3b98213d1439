/* entered: help after the fact, without any message. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { enteredSection } from '../parts/entered.js';

export function enteredScreen(controller) {
  return create(
    'div',
    { class: 'entered-screen' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: () => controller.goTo('start') } },
      icon('back'),
      say('page.home'),
    ),
    enteredSection('h1'),
  );
}
