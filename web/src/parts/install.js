/* install: how the site comes to the home screen, where it works without a
 * network and stands among the apps that a message can be shared to. */
import { create } from '../dom.js';
import { isInstalled, isSite } from '../site.js';
import { group, say } from '../words.js';

export function installFold() {
  if (!isSite() || isInstalled()) return null;
  return create(
    'details',
    { class: 'fold', id: 'install' },
    create('summary', {}, say('install.heading')),
    create('p', {}, say('install.lead')),
    create(
      'ul',
      {},
      group('install.ways').map((way) => create('li', {}, way)),
    ),
  );
}
