/* codes: what a QR code holds; of a link, where it leads. Nothing of it can be opened. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { linkDetails } from './link_card.js';

export function codeArticle({ kind, text, bytes, link }, index) {
  return create(
    'article',
    { class: `link-result${link ? ` standing-${link.standing}` : ''}`, 'data-code': kind, 'data-standing': link?.standing },
    create('p', { class: 'dim' }, say(`reading.kinds.${kind}`)),
    link && linkDetails({ ...link, shown: text }, `code-${index}`, true),
    !link && create('p', { class: 'code-text' }, create('bdi', {}, text ? text.slice(0, 1000) : say('reading.binary', { bytes }))),
  );
}
