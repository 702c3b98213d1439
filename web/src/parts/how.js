/* how: getting the source, or a link's target, out of each mail program. */
import { create } from '../dom.js';
import { group, say } from '../words.js';

function programs(prefix) {
  return create(
    'div',
    { class: 'programs' },
    Object.entries(group('how.programs')).map(([key, { name, source, link }]) =>
      create(
        'details',
        { class: 'fold', id: `${prefix}-${key}` },
        create('summary', {}, name),
        create('p', { class: 'subhead' }, say('how.source')),
        create(
          'ol',
          {},
          source.map((step) => create('li', {}, step)),
        ),
        create('p', { class: 'subhead' }, say('how.link')),
        create('p', {}, say(`how.${link}`)),
      ),
    ),
  );
}

/* `copying`: how to copy at all, before how to copy more. */
export function howFold({ id, label, copying = false }) {
  return create(
    'details',
    { class: 'fold', id },
    create('summary', {}, label),
    copying && [
      create('p', { class: 'subhead' }, say('how.copy.heading')),
      create(
        'ul',
        {},
        group('how.copy.ways').map((way) => create('li', {}, way)),
      ),
      create('p', { class: 'subhead' }, say('how.heading')),
    ],
    create('p', {}, say('how.lead')),
    programs(id),
  );
}
