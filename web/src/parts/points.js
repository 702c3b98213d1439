/* points: the seven points, each one line that opens its reasons, with the words
 * of the message that they rest on. A reason's number is the same one
 * that stands at its place in the message. */
import { create, icon } from '../dom.js';
import { pathOf, say, tell } from '../words.js';
import { showPlace } from './places.js';

/* What decides first: the bad points, the decisive ones before the others, then
 * the good ones, then the open ones. */
const ORDER = ['bad', 'good', 'unknown', 'none'];
function inOrder({ points, findings }) {
  const decisive = new Set(findings.filter(({ weight }) => weight === 'decisive').map(({ point }) => point));
  const rank = ({ point, state }) => ORDER.indexOf(state) * 2 + (decisive.has(point) ? 0 : 1);
  return [...points].sort((a, b) => rank(a) - rank(b));
}

/* finding index -> the number shown, in the order of the points. A note, which
 * only keeps a point from being good, is left out where the point is bad anyway. */
export function numberFindings(result) {
  const { findings } = result;
  const numbers = new Map();
  if (result.verdict === 'no_claim') return numbers; /* nothing is judged, so nothing has reasons */
  for (const { point, state } of inOrder(result)) {
    findings.forEach((finding, index) => {
      const isShown = finding.point === point && !(state === 'bad' && finding.weight === 'note');
      if (isShown) numbers.set(index, numbers.size + 1);
    });
  }
  return numbers;
}

export function pointsSection(controller, numbers) {
  const { result } = controller.state;
  if (result.points.every(({ state }) => state === 'none')) return null;
  return create(
    'section',
    { class: 'points', 'aria-labelledby': 'points-heading' },
    create('h2', { id: 'points-heading', tabindex: '-1' }, say('points.heading')),
    create(
      'ul',
      { class: 'point-list' },
      inOrder(result).map((point) => pointItem(point, result, numbers)),
    ),
    numbers.size > 0 && create('p', { class: 'keys dim' }, say('points.keys')),
  );
}

/* One line, which opens its reasons. On wide screens the line holds them in short. */
function pointItem({ point, state }, { findings }, numbers) {
  const own = [...numbers].filter(([index]) => findings[index].point === point);
  return create(
    'li',
    { class: `point state-${state}`, 'data-point': point, 'data-state': state },
    create(
      'details',
      { class: 'point-fold', id: `point-${point}` },
      create(
        'summary',
        {},
        icon(state, 'point-icon'),
        create('h3', {}, say(`points.${point}.name`)),
        create('span', { class: 'state' }, say(isDenied(own, findings) ? 'points.denied' : `points.state.${state}`)),
        own.length > 0 &&
          create(
            'span',
            { class: 'briefs', 'aria-hidden': 'true' },
            own.map(([index, number]) => brief(findings[index], number)),
          ),
      ),
      create('p', { class: 'dim' }, say(`points.${point}.ask`)),
      own.length > 0
        ? create(
            'ul',
            { class: 'reasons' },
            own.map(([index, number]) => reason(findings[index], number)),
          )
        : create('p', { class: 'reason-none' }, say(`points.${point}.${state === 'none' ? 'none' : 'unknown'}`)),
    ),
  );
}

const brief = (finding, number) =>
  create(
    'span',
    { class: `brief weight-${finding.weight}`, 'data-reason': number },
    create('span', { class: 'number' }, number),
    say(pathOf(finding), finding.args),
  );

/* A sign-in that was not the person's own settles much, though it is neither good nor bad. */
const isDenied = (own, findings) => own.some(([index]) => findings[index].message === 'answered-not-me');

const LABELLED = new Set(['decisive', 'strong', 'weak']);

function reason(finding, number) {
  return create(
    'li',
    {
      class: `reason weight-${finding.weight}`,
      id: `reason-${number}`,
      tabindex: '-1',
      'data-check': finding.check,
      'data-message': finding.message,
      'data-reason': number,
    },
    reasonWords(finding, number),
    quotes(finding),
    finding.evidence.length > 0 &&
      create(
        'button',
        {
          class: 'show-place',
          id: `show-place-${number}`,
          on: { click: ({ currentTarget }) => showPlace(number, currentTarget) },
        },
        say('points.show'),
      ),
  );
}

/* The number, how much it weighs, and the sentence. */
export const reasonWords = (finding, number) =>
  create(
    'p',
    {},
    create('span', { class: 'number', 'aria-label': say('points.reason', { number }), role: 'img' }, number),
    LABELLED.has(finding.weight) && create('span', { class: 'weight' }, say(`points.weights.${finding.weight}`)),
    tell(pathOf(finding), finding.args),
  );

const QUOTES_MAX = 3;

const CONTEXT_MIN = 10; /* less than that, such as a label, is no context */

const TITLE_MAX = 3; /* of a quoted name, such as a comma or "様" */

/* What the sentence already says word by word is not said again. */
function quotes({ evidence, args }) {
  const isSaid = (match) =>
    Object.values(args).some((word) => match.includes(word) && match.length <= word.length + TITLE_MAX);
  const worth = evidence.filter(
    ({ before, match, after }) => match && (!isSaid(match) || before.length + after.length > CONTEXT_MIN),
  );
  const distinct = worth.filter(({ match }, index) => worth.findIndex((other) => other.match === match) === index);
  return distinct
    .slice(0, QUOTES_MAX)
    .map(({ before, match, after }) =>
      create(
        'blockquote',
        { class: 'evidence', dir: 'auto' },
        before && create('span', { class: 'dim' }, '…', before),
        create('strong', {}, match),
        after && create('span', { class: 'dim' }, after, '…'),
      ),
    );
}
