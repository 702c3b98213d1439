/* entered: help after the fact, with or without a message. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { enteredSection } from '../parts/entered.js';

export function enteredScreen(controller) {
  return create(
    'div',
    { class: 'entered-screen' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: controller.closeEntered } },
      icon('back'),
      say(controller.state.cameFrom === 'result' ? 'entered.back' : 'page.home'),
    ),
    enteredSection(controller),
  );
}
