/* places: a reason and its place in the message point at each other, by the
 * number that stands at both.
 *
 * A press lights the other one and brings it into sight; what only lies under the
 * pointer, or has the focus, marks it. Where the two do not stand side by side, a
 * place opens its reason right below it. By keys: n and p go through the reasons,
 * Enter goes to the place, Escape back. */
import { create } from '../dom.js';
import { say } from '../words.js';

const SIDE_BY_SIDE = matchMedia('(min-width: 62.5rem)'); /* as in result.css */

let cameFrom = null; /* the reason that has led to the place with the focus */

function light(elements) {
  for (const old of document.querySelectorAll('.lit')) old.classList.remove('lit');
  for (const element of elements) element.classList.add('lit');
  const [first] = elements;
  for (let fold = first.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  first.scrollIntoView({ block: 'center' });
  first.focus({ preventScroll: true });
}

const numbersOf = (place) => place.dataset.reasons.split(' ');

const placesOf = (number) =>
  [...document.querySelectorAll('[data-reasons]')].filter((place) => numbersOf(place).includes(String(number)));

export function showPlace(number, from = document.activeElement) {
  let places = placesOf(number);
  if (places.length === 0) {
    document.getElementById('show-rest')?.click(); /* it may stand in the part not yet shown */
    places = placesOf(number);
  }
  cameFrom = from;
  light(places.length > 0 ? places : [document.getElementById('message-heading')]);
}

/* `explain` makes the words of a reason anew, where they are to stand a second time. */
export function showReason(number, place, explain) {
  const reason = document.getElementById(`reason-${number}`);
  if (!reason) return;
  if (SIDE_BY_SIDE.matches || !explain) light([reason]);
  else openHere(number, place, explain);
}

function openHere(number, place, explain) {
  const block = place.closest('.body > *, .head-lines > div');
  const isOpen = block.nextElementSibling?.dataset.here === String(number);
  for (const old of document.querySelectorAll('[data-here]')) old.remove();
  if (isOpen) return;
  const close = () => {
    here.remove();
    place.focus({ preventScroll: true });
  };
  const button = (label, act) => create('button', { class: 'quiet', on: { click: act } }, label);
  const here = create(
    'div',
    { class: 'reason-here', role: 'group', 'aria-label': say('points.reason', { number }), tabindex: '-1', 'data-here': number },
    explain(number),
    create(
      'div',
      { class: 'here-buttons' },
      button(say('page.close'), close),
      button(say('points.to_list'), () => showReason(number)),
    ),
  );
  here.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  block.after(here);
  here.scrollIntoView({ block: 'nearest' });
  here.focus({ preventScroll: true });
}

/* Attributes of an element that is the place of these reasons. */
export const marked = (numbers) =>
  numbers.length > 0 ? { 'data-reasons': numbers.join(' '), class: 'marked', tabindex: '-1' } : {};

/* From the place to its reasons. */
const numberButtons = (numbers, explain) =>
  numbers.map((number) =>
    create(
      'button',
      {
        class: 'number',
        'aria-label': say('message.mark', { number }),
        on: { click: ({ currentTarget }) => showReason(number, currentTarget, explain) },
      },
      number,
    ),
  );

/* A text with the numbers of its reasons beside it, as in a margin. */
export const withNumbers = (text, numbers, explain) =>
  numbers.length > 0
    ? create(
        'span',
        { class: 'noted' },
        create('span', { class: 'noted-text' }, text),
        create('span', { class: 'noted-numbers' }, numberButtons(numbers, explain)),
      )
    : text;

/* What belongs to the reason or place that the pointer, or the focus, is on. */
function markNear(target) {
  for (const old of document.querySelectorAll('.near')) old.classList.remove('near');
  const place = target.closest?.('[data-reasons]');
  const reason = target.closest?.('[data-reason]');
  const numbers = place ? numbersOf(place) : [];
  const others = reason
    ? placesOf(reason.dataset.reason)
    : [...document.querySelectorAll('[data-reason]')].filter((one) => numbers.includes(one.dataset.reason));
  for (const element of others) element.classList.add('near');
}

function step(by) {
  const reasons = [...document.querySelectorAll('.reason')];
  const now = reasons.indexOf(document.activeElement.closest('.reason'));
  const next = now < 0 ? (by > 0 ? 0 : reasons.length - 1) : (now + by + reasons.length) % reasons.length;
  light([reasons[next]]);
}

function goBack() {
  if (!cameFrom?.isConnected) return;
  light([cameFrom.closest('.reason') ?? cameFrom]);
  cameFrom = null;
}

const isTyping = ({ target }) => target.closest?.('textarea, input, select, dialog');

function readKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !target.closest('.result') || isTyping(event)) return;
  if (!document.querySelector('.reason')) return;
  if (key === 'n') step(1);
  else if (key === 'p') step(-1);
  else if (key === 'Enter' && target.matches('.reason')) showPlace(target.dataset.reason);
  else if (key === 'Escape' && !document.querySelector('.link-card')) goBack();
  else return;
  event.preventDefault();
}

document.addEventListener('keydown', readKey);
document.addEventListener('pointerover', ({ target }) => markNear(target));
document.addEventListener('focusin', ({ target }) => markNear(target));
