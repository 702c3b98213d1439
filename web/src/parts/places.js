/* places: a reason and its place in the message point at each other, by the
 * number that stands at both. */
import { create } from '../dom.js';
import { say } from '../words.js';

function light(elements) {
  for (const old of document.querySelectorAll('.lit')) old.classList.remove('lit');
  for (const element of elements) element.classList.add('lit');
  const [first] = elements;
  for (let fold = first.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  first.scrollIntoView({ block: 'center' });
  first.focus({ preventScroll: true });
}

const placesOf = (number) =>
  [...document.querySelectorAll('[data-reasons]')].filter((place) =>
    place.dataset.reasons.split(' ').includes(String(number)),
  );

export function showPlace(number) {
  let places = placesOf(number);
  if (places.length === 0) {
    document.getElementById('show-rest')?.click(); /* it may stand in the part not yet shown */
    places = placesOf(number);
  }
  light(places.length > 0 ? places : [document.getElementById('message-heading')]);
}

export function showReason(number) {
  const reason = document.getElementById(`reason-${number}`);
  if (reason) light([reason]);
}

/* Attributes of an element that is the place of these reasons. */
export const marked = (numbers) =>
  numbers.length > 0 ? { 'data-reasons': numbers.join(' '), class: 'marked', tabindex: '-1' } : {};

/* From the place to its reasons. */
const numberButtons = (numbers) =>
  numbers.map((number) =>
    create(
      'button',
      { class: 'number', 'aria-label': say('message.mark', { number }), on: { click: () => showReason(number) } },
      number,
    ),
  );

/* A text with the numbers of its reasons beside it, as in a margin. */
export const withNumbers = (text, numbers) =>
  numbers.length > 0
    ? create(
        'span',
        { class: 'noted' },
        create('span', { class: 'noted-text' }, text),
        create('span', { class: 'noted-numbers' }, numberButtons(numbers)),
      )
    : text;
