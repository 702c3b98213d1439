/* embedded: the pictures that the message carries, read when the person asks for it. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { embeddedIn } from '../picture/embedded.js';
import { codeArticle } from './codes.js';

export function embeddedSection(controller) {
  const { input } = controller.state;
  if (input.fromPicture || input.lesson) return null;
  const count = embeddedIn(input).length;
  if (count === 0) return null;
  const { read } = input;
  return create(
    'section',
    { class: 'embedded', 'aria-labelledby': 'embedded-heading' },
    create('h2', { id: 'embedded-heading', tabindex: '-1' }, say('reading.embedded', { count })),
    !read && create('p', {}, say('reading.embedded_lead')),
    !read &&
      create(
        'button',
        { class: 'secondary', id: 'read-pictures', on: { click: () => controller.readEmbedded() } },
        icon('file'),
        say('reading.embedded_read'),
      ),
    read && read.codes.map(codeArticle),
    read && read.codes.length === 0 && !read.text && create('p', {}, say('reading.embedded_nothing')),
    read?.text && create('p', { class: 'code-text' }, read.text.slice(0, 2000)),
    read?.text &&
      create(
        'button',
        { class: 'secondary', id: 'check-embedded', on: { click: () => controller.openEmbedded() } },
        say('reading.embedded_check'),
      ),
  );
}
