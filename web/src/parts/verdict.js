/* verdict: one sentence, what to do now, and the safe way to do it. */
import { create, icon } from '../dom.js';
import { group, pathOf, say, tell } from '../words.js';
import { changeNote, hasChanged } from './announce.js';
import { guide } from './guide.js';
import { firstQuestion, isAnsweredAbove, questionBox } from './questions.js';

/* The words of a verdict; a message found in the message centre has its own. */
export const verdictWords = ({ result, answers }) =>
  `verdict.${result.verdict === 'consistent' && answers.message_center === 'found' ? 'consistent_center' : result.verdict}`;

export function verdictCard(controller) {
  const { state } = controller;
  const { result } = state;
  const words = verdictWords(state);
  const question = firstQuestion(state);
  const note = hasChanged(state) || isAnsweredAbove(state) ? changeNote(state) : null;
  const isNews = hasChanged(state) || !question;
  const { calm } = group(words);
  return create(
    'section',
    { class: `verdict tone-${result.verdict}`, 'aria-label': say('verdict.region') },
    isNews && note,
    create(
      'div',
      { class: 'verdict-head' },
      icon(result.verdict, 'verdict-icon'),
      create(
        'h1',
        { id: 'verdict', tabindex: '-1', 'data-start': '', 'data-verdict': result.verdict },
        say(`${words}.label`),
      ),
    ),
    create('p', { class: 'verdict-sentence' }, say(`${words}.sentence`)),
    topReason(result),
    result.about !== 'unknown' &&
      result.verdict !== 'no_claim' &&
      create('p', { class: 'verdict-about' }, say('verdict.what', { about: say(`about.${result.about}`) })),
    create(
      'div',
      { class: 'now' },
      create('h2', {}, say('verdict.now')),
      create(
        'ul',
        {},
        group(`${words}.now`).map((line) => create('li', {}, line)),
        state.answers.sign_in === 'not_me' &&
          result.verdict !== 'account_at_risk' &&
          create('li', {}, say('verdict.protect_too')),
      ),
      calm && create('p', { class: 'calm' }, calm),
    ),
    question &&
      create(
        'div',
        { class: 'asked-first' },
        !isNews && note,
        create('p', {}, say('verdict.answer_first')),
        questionBox(controller, question, 'h3'),
      ),
    safeAction(controller, words),
    ['fake', 'suspicious', 'account_at_risk', 'unproven'].includes(result.verdict) &&
      create(
        'button',
        { class: 'quiet wide', id: 'verdict-entered', on: { click: () => goTo('entered-heading') } },
        say('verdict.entered'),
      ),
  );
}

/* The finding that carries a bad verdict; the core lists the most telling first. */
function topReason({ verdict, findings }) {
  if (verdict !== 'fake' && verdict !== 'suspicious') return null;
  const order = ['decisive', 'strong', 'weak'];
  const rank = ({ weight }) => (order.indexOf(weight) + order.length + 1) % (order.length + 1);
  const first = [...findings].sort((a, b) => rank(a) - rank(b))[0];
  return first && create('p', { class: 'top-reason' }, tell(pathOf(first), first.args));
}

export function goTo(id, block = 'start') {
  const place = document.getElementById(id);
  (place?.closest('.verdict, .question') ?? place)?.scrollIntoView({ block });
  place?.focus({ preventScroll: true });
}

function safeAction(controller, words) {
  const { state } = controller;
  const { verdict } = state.result;
  const label = say(`${words}.action`);
  if (verdict === 'no_claim') {
    return create('button', { class: 'primary', id: 'safe', on: { click: () => controller.goTo('start') } }, label);
  }
  if (verdict === 'account_at_risk') {
    return create('button', { class: 'primary', id: 'safe', on: { click: () => goTo('protect-heading') } }, label);
  }
  return create(
    'div',
    {},
    create(
      'button',
      {
        class: 'primary',
        id: 'safe',
        'aria-expanded': String(state.guideOpen),
        'aria-controls': 'guide',
        on: { click: () => controller.toggle('guideOpen') },
      },
      label,
    ),
    create('div', { id: 'guide', hidden: !state.guideOpen }, state.guideOpen && guide()),
  );
}
