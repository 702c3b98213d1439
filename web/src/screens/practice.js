/* practice: one made-up message; what is it, and what is wrong with it? */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { numberFindings, reasonWords } from '../parts/points.js';
import { isGenuine } from '../practice.js';

export const practiceButton = ({ startPractice }) =>
  create(
    'button',
    { class: 'quiet practice-link', id: 'to-practice', on: { click: startPractice } },
    say('practice.open'),
    icon('right'),
  );

export function practiceScreen(controller) {
  const { practice } = controller.state;
  const { index, total, result, guess } = practice;
  const numbers = numberFindings(result);
  const lines = linesOf(result, numbers);
  const place = { number: index + 1, total };
  return create(
    'div',
    { class: 'practice' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: () => controller.goTo('start') } },
      icon('back'),
      say('page.home'),
    ),
    create('h1', { tabindex: '-1', 'data-start': '' }, say('practice.heading', place)),
    create('p', {}, say('practice.lead')),
    create('p', { class: 'dim' }, say('practice.person')),
    create(
      'div',
      { class: 'sheet practice-lines', role: 'group', 'aria-label': say('message.heading') },
      lines.map((line) => lineButton(controller, line)),
    ),
    guess === null ? guessButtons(controller) : answer(controller, numbers, lines),
  );
}

const labelOf = (part) => (part === 'checked' ? 'practice.checked' : `message.${part}`);
const textOf = (runs) => runs.map(({ text }) => text).join('');

/* What can be marked: the lines above the text and its blocks, with the numbers of
 * the reasons that they are the place of; under a link stands where it leads. */
function linesOf({ message, findings, links }, numbers) {
  const isOdd = ({ weight }) => ['decisive', 'strong', 'weak'].includes(weight);
  const shown = [...numbers].filter(([index]) => isOdd(findings[index]));
  const inHead = (part) =>
    shown.filter(([index]) => findings[index].evidence.some((one) => one.part === part)).map(([, number]) => number);
  const from = message.from.map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address));
  const head = [
    ['from', from.join(', ')],
    ['subject', message.subject],
    ['checked', findings.some(({ check }) => check === 'sender-proven') && say('practice.passed')],
  ].filter(([, text]) => text);
  const blocks = message.blocks.filter(({ hidden, runs }) => !hidden && textOf(runs).trim());
  return [
    ...head.map(([part, text]) => ({ id: part, label: say(labelOf(part)), text, numbers: inHead(part), hosts: [] })),
    ...blocks.map(({ runs }, index) => ({
      id: `line-${index}`,
      text: textOf(runs),
      numbers: shown
        .filter(([finding]) => runs.some(({ marks }) => marks.includes(finding)))
        .map(([, number]) => number),
      hosts: [...new Set(runs.map(({ link }) => links[link]?.host).filter(Boolean))],
    })),
  ];
}

function lineButton(controller, { id, label, text, numbers, hosts }) {
  const { picked, guess } = controller.state.practice;
  const isPicked = picked.has(id);
  const isAnswered = guess !== null;
  const found = isPicked && numbers.length > 0 ? 'found' : numbers.length > 0 ? 'missed' : isPicked ? 'harmless' : null;
  return create(
    'button',
    {
      class: `practice-line ${isAnswered && found ? found : ''}`,
      id: `pick-${id}`,
      'aria-pressed': String(isPicked),
      disabled: isAnswered,
      on: { click: () => controller.pickLine(id) },
    },
    label && create('span', { class: 'dim' }, label, ' '),
    create('bdi', {}, text),
    hosts.map((host) =>
      create('span', { class: 'practice-host' }, say('link.goes_to'), ': ', create('bdi', { class: 'filled' }, host)),
    ),
    isAnswered &&
      found &&
      create(
        'span',
        { class: 'practice-found' },
        numbers.map((number) => create('span', { class: 'number' }, number)),
        say(`practice.${found}`),
      ),
  );
}

const guessButtons = ({ answerPractice }) =>
  create(
    'div',
    { class: 'practice-guess', role: 'group', 'aria-labelledby': 'practice-ask' },
    create('h2', { id: 'practice-ask' }, say('practice.ask')),
    create(
      'div',
      { class: 'practice-choices' },
      [
        ['fake', false],
        ['genuine', true],
      ].map(([name, guess]) =>
        create(
          'button',
          { class: 'secondary', id: `guess-${name}`, on: { click: () => answerPractice(guess) } },
          say(`practice.${name}`),
        ),
      ),
    ),
  );

function answer(controller, numbers, lines) {
  const { index, total, result, guess, picked, right } = controller.state.practice;
  const odd = lines.filter((line) => line.numbers.length > 0);
  const seen = odd.filter(({ id }) => picked.has(id)).length;
  const isLast = index + 1 === total;
  return create(
    'section',
    { class: `practice-answer tone-${result.verdict}`, 'aria-labelledby': 'practice-answer' },
    create(
      'h2',
      { id: 'practice-answer', tabindex: '-1', 'data-right': String(guess === isGenuine(result)) },
      icon(result.verdict),
      say(guess === isGenuine(result) ? 'practice.right' : 'practice.wrong', { verdict: say(`verdict.${result.verdict}.label`) }),
    ),
    odd.length > 0 && create('p', {}, say('practice.seen', { seen, odd: odd.length })),
    create(
      'ul',
      { class: 'reasons' },
      [...numbers].map(([finding, number]) => create('li', { class: 'reason' }, reasonWords(result.findings[finding], number))),
    ),
    isLast && create('p', { class: 'practice-score' }, say('practice.score', { right, total })),
    create(
      'button',
      {
        class: 'primary',
        id: 'practice-next',
        on: { click: isLast ? () => controller.goTo('start') : controller.nextPractice },
      },
      say(isLast ? 'practice.end' : 'practice.next'),
    ),
  );
}
