/* letters: the real host and Amazon's, letter under letter, for the eye; the same
 * differences as sentences, for all. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { compareLetters } from '../letters.js';

const span = (attributes, ...children) => create('span', attributes, ...children);

export function lettersPart({ standing, host, host_unicode: looks }) {
  if (standing !== 'impersonating' || !host) return null;
  const compared = compareLetters(looks || host);
  if (!compared) return null;
  const { name, columns, spans } = compared;
  return span(
    { class: 'compared' },
    span({ class: 'card-name' }, say('letters.heading')),
    span(
      { class: 'letter-columns', 'aria-hidden': 'true', dir: 'ltr' },
      columns.map(([real, wanted, isSame]) =>
        span({ class: isSame ? 'letter' : 'letter differs' }, span({}, real || '\u00a0'), span({}, wanted || '\u00a0')),
      ),
    ),
    span({ class: 'letter-key dim', 'aria-hidden': 'true' }, say('letters.key', { name })),
    span(
      { class: 'letter-words', role: 'list' },
      spans.map(([real, wanted]) => span({ class: 'trick', role: 'listitem' }, said(real, wanted, name))),
    ),
  );
}

const isAscii = (text) => /^[\x20-\x7e]*$/.test(text);

function said(real, wanted, name) {
  if (!wanted) return say('letters.more', { real });
  if (!real) return say('letters.less', { wanted });
  return say(isAscii(real) ? 'letters.other' : 'letters.foreign', { real, wanted, name });
}
