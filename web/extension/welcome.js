/* welcome: the first page after the installation: what may be read and when, in two
 * sentences, and how to begin. */
import { create, icon } from '../src/dom.js';
import { group, say } from '../src/words.js';

export function welcomeScreen(controller) {
  return create(
    'div',
    { class: 'welcome' },
    create('h1', { tabindex: '-1', 'data-start': '' }, say('extension.welcome')),
    create('p', { class: 'lead', id: 'may-read' }, say('extension.may_read')),
    create('h2', {}, say('extension.how_heading')),
    create(
      'ol',
      {},
      group('extension.how').map((step) => create('li', {}, step)),
    ),
    create(
      'button',
      { class: 'primary', id: 'welcome-start', on: { click: () => controller.goTo('start') } },
      say('extension.without'),
      icon('right'),
    ),
  );
}
