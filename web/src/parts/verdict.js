/* verdict: one sentence, what to do now, and the safe way to do it. */
import { create, icon } from '../dom.js';
import { group, has, pathOf, say, tell } from '../words.js';
import { changeNote, hasChanged } from './announce.js';
import { guide } from './guide.js';
import { seenSection } from './seen.js';
import { firstQuestion, firstQuestionBox, isAnsweredAbove } from './questions.js';

/* The receiving mail server has shown that Amazon sent it, and Amazon wrote it. */
const isProven = ({ points, findings }) =>
  points.some(({ point, state }) => point === 'sender' && state === 'good') &&
  !findings.some(({ check }) => check === 'others-words');

/* The words of a verdict: each way to "consistent" has its own, and so has mail
 * that Amazon certainly sent while only "was this you?" is open. */
export function verdictWords({ result, answers }) {
  const { verdict } = result;
  if (verdict === 'consistent' && isProven(result)) return 'verdict.consistent_proven';
  if (verdict === 'consistent' && answers.message_center === 'found') return 'verdict.consistent_center';
  if (verdict === 'unproven' && isProven(result) && result.questions.includes('sign_in')) return 'verdict.unproven_sign_in';
  return `verdict.${verdict}`;
}

/* What stands between a message that nothing speaks against and its yes. */
function between(result) {
  if (result.verdict !== 'unproven' || isProven(result)) return null;
  const missing = result.findings.find(({ check }) => check === 'content-not-understood');
  const leads = `verdict.leads_to.${result.leads_to}`;
  return create(
    'div',
    { class: 'between' },
    has(leads) && create('p', { 'data-leads-to': result.leads_to }, say(leads)),
    missing && create('p', { 'data-missing': missing.message }, tell(pathOf(missing), shortened(missing.args))),
    missing && create('p', { class: 'dim' }, say('verdict.be_sure')),
  );
}

const WORDS_MAX = 60;
const shortened = (args) =>
  args.words?.length > WORDS_MAX ? { ...args, words: `${[...args.words].slice(0, WORDS_MAX).join('')}…` } : args;

export function verdictCard(controller) {
  const { state } = controller;
  const { result } = state;
  const words = verdictWords(state);
  const question = firstQuestion(state);
  const note = hasChanged(state) || isAnsweredAbove(state) ? changeNote(state) : null;
  const isNews = hasChanged(state) || !question;
  return create(
    'section',
    { class: `verdict tone-${result.verdict}${question ? ' asks' : ''}`, 'aria-label': say('verdict.region') },
    isNews && note,
    create(
      'div',
      { class: 'verdict-what' },
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
      between(result),
      seenSection(result),
      result.about !== 'unknown' &&
        result.verdict !== 'no_claim' &&
        create('p', { class: 'verdict-about' }, say('verdict.what', { about: say(`about.${result.about}`) })),
    ),
    create(
      'div',
      { class: 'verdict-do' },
      nowList(state, words),
      question &&
        create(
          'div',
          { class: 'asked-first' },
          !isNews && note,
          create('p', {}, say('verdict.answer_first')),
          firstQuestionBox(controller, question),
        ),
    ),
    create(
      'div',
      { class: 'verdict-act' },
      safeAction(controller, words),
      ['fake', 'suspicious', 'account_at_risk', 'unproven'].includes(result.verdict) &&
        create(
          'button',
          { class: 'quiet wide', id: 'to-entered', on: { click: controller.openEntered } },
          say('start.entered'),
          icon('right'),
        ),
    ),
  );
}

function nowList({ answers, result }, words) {
  const { calm } = group(words);
  return create(
    'div',
    { class: 'now' },
    create('h2', {}, say('verdict.now')),
    create(
      'ul',
      {},
      group(`${words}.now`).map((line) => create('li', {}, line)),
      answers.sign_in === 'not_me' &&
        result.verdict !== 'account_at_risk' &&
        create('li', {}, say('verdict.protect_too')),
    ),
    calm && create('p', { class: 'calm' }, calm),
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
