/* about: what this is, how to verify that nothing is sent, how old the data is,
 * and the licences of what it is made of. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { notices } from 'notices';

const STALE_MONTHS = 6;

/* By the page's own clock; the core knows none. */
export function ageOf(catalogue, now = new Date()) {
  const date = catalogue?.dates?.amazon;
  if (typeof date !== 'string') return null;
  const [year, month, day = 1] = date.split('-').map(Number);
  const limit = new Date(year, month - 1 + STALE_MONTHS, day);
  return { date, stale: now > limit };
}

export const dataLine = ({ honmono }, age) => [
  `${say('about_page.version')} ${honmono} ・ ${say('about_page.data')} `,
  create('span', { class: 'whole-word' }, age?.date ?? '—'),
];

export function aboutPanel({ state: { catalogue } }) {
  const age = ageOf(catalogue);
  return [
    create('p', {}, say('about_page.what')),
    create('p', {}, say('about_page.limit')),
    create('h3', {}, say('about_page.privacy_heading')),
    create('p', {}, say('about_page.privacy')),
    create('p', {}, say('about_page.verify')),
    catalogue && create('p', {}, dataLine(catalogue, age)),
    age &&
      create(
        'p',
        {},
        age.stale
          ? `${say('about_page.stale', { date: age.date })} ${say('about_page.newer')}`
          : say('about_page.fresh'),
      ),
    create('h3', {}, say('about_page.licences')),
    create('p', {}, say('about_page.own_licence')),
    notices.map(({ name, text }, index) =>
      create(
        'details',
        { class: 'fold plain', id: `notice-${index}` },
        create('summary', {}, name),
        create('pre', { class: 'notice-text', lang: 'en', tabindex: '0' }, text),
      ),
    ),
  ];
}
