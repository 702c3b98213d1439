/* questions: what only the person can know. Large buttons, one tap each; an
 * answer counts at once and can be changed. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { changeNote, hasChanged } from './announce.js';
import { guideFold, orderGuideFold } from './guide.js';
import { copyButton } from './copy_button.js';

const CHOICES = {
  claim: ['amazon', 'not_amazon'],
  delivered_to: ['mine', 'not_mine'],
  greeting: ['my_name', 'not_my_name', 'no_name'],
  sign_in: ['me', 'not_me'],
  order_history: ['found', 'not_found'],
  message_center: ['found', 'not_found'],
};

/* The one that stands with the verdict, because the verdict waits for it. */
export function firstQuestion({ result, answers }) {
  if (!['unproven', 'no_claim'].includes(result.verdict)) return null;
  return result.questions.find((question) => answers[question] === undefined) ?? null;
}

/* What an answer changed is said where the question stood: with the verdict, or further down. */
export function isAnsweredAbove({ before, answers, answered }) {
  if (before === null) return false;
  return answered === null || firstQuestion({ result: before, answers: { ...answers, [answered]: undefined } }) === answered;
}

export function questionsSection(controller) {
  const { state } = controller;
  const first = firstQuestion(state);
  const asked = new Set([...state.result.questions, ...Object.keys(state.answers)]);
  asked.delete(first);
  if (asked.size === 0) return null;
  return create(
    'section',
    { class: 'questions', 'aria-labelledby': 'questions-heading' },
    create('h2', { id: 'questions-heading', tabindex: '-1' }, say('questions.heading')),
    create('p', { class: 'dim' }, say('questions.lead')),
    [...asked].map((question) => questionFold(controller, question)),
  );
}

/* One line with the answer, where there is one; the last answer stays open, to be taken back. */
function questionFold(controller, question) {
  const { answers, answered } = controller.state;
  const given = answers[question];
  const words = given && (question === 'link_targets' ? null : say(`questions.${question}.${given}`));
  return create(
    'details',
    { class: `fold question-fold${given ? ' answered' : ''}`, id: `ask-${question}`, open: answered === question },
    create(
      'summary',
      { id: `ask-${question}-title` },
      create('h3', { id: `question-${question}`, tabindex: '-1' }, say(`questions.${question}.title`)),
      words && create('span', { class: 'given' }, icon('good'), words),
    ),
    questionParts(controller, question),
  );
}

/* The question that stands with the verdict, with its title. */
export function firstQuestionBox(controller, question) {
  return create(
    'div',
    {},
    create('h3', { id: `question-${question}`, tabindex: '-1' }, say(`questions.${question}.title`)),
    questionParts(controller, question),
  );
}

function questionParts(controller, question) {
  const { state } = controller;
  const given = state.answers[question];
  return create(
    'div',
    { class: 'question', role: 'group', 'aria-labelledby': `question-${question}`, 'data-question': question },
    details(state, question),
    create('p', { class: 'dim' }, say(`questions.${question}.help`)),
    question === 'message_center' && guideFold('question-guide', 'h4'),
    question === 'order_history' && orderGuideFold('order-guide', 'h4'),
    question === 'link_targets' ? targetsBox(controller, given) : choices(controller, question, given),
    state.answered === question && !hasChanged(state) && !isAnsweredAbove(state) && changeNote(state),
    create('p', { class: 'what-if' }, say(`questions.${question}.if`)),
  );
}

function choices(controller, question, given) {
  /* It shows at once, even where the judging takes long. */
  const choose = (button, value) => {
    for (const other of button.parentElement.querySelectorAll('[aria-pressed]'))
      other.setAttribute('aria-pressed', String(other === button && value !== null));
    return controller.answer(question, value);
  };
  return create(
    'div',
    { class: 'choices' },
    CHOICES[question].map((value) =>
      create(
        'button',
        {
          class: 'choice',
          id: `answer-${question}-${value}`,
          'aria-pressed': String(given === value),
          'data-answer': value,
          on: { click: ({ currentTarget }) => choose(currentTarget, given === value ? null : value) },
        },
        say(`questions.${question}.${value}`),
      ),
    ),
    given !== undefined &&
      create(
        'button',
        {
          class: 'choice skip',
          id: `answer-${question}-skip`,
          on: { click: () => controller.answer(question, null) },
        },
        say('questions.skip'),
      ),
  );
}

function targetsBox(controller, given) {
  const box = create('textarea', {
    id: 'targets',
    rows: 2,
    spellcheck: 'false',
    autocomplete: 'off',
    inputmode: 'url',
  });
  box.value = (given ?? []).join('\n');
  const send = () => {
    const lines = box.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    controller.answer('link_targets', lines.length > 0 ? lines : null);
  };
  return create(
    'div',
    { class: 'targets' },
    create('label', { for: 'targets' }, say('questions.link_targets.box')),
    box,
    create('button', { class: 'choice', id: 'send-targets', on: { click: send } }, say('questions.link_targets.send')),
    given && create('p', { role: 'status' }, say('questions.link_targets.given', { count: given.length })),
  );
}

/* What the message itself says about the matter. */
function details({ result: { message, sign_in: signIn, order }, profile, input }, question) {
  if (question === 'order_history') {
    return create(
      'ul',
      { class: 'asked order-numbers' },
      order.numbers.map((number, index) =>
        create(
          'li',
          {},
          create('bdi', { class: 'filled' }, number),
          copyButton({ id: `copy-order-${index}`, label: say('questions.order_history.copy'), text: () => number }),
        ),
      ),
    );
  }
  if (question === 'delivered_to' && message.to.length > 0) {
    return create(
      'p',
      { class: 'asked' },
      message.to.slice(0, 5).map(({ address }) => create('bdi', { class: 'filled' }, address)),
    );
  }
  if (question !== 'sign_in') return null;
  const own = input.sample ? {} : profile;
  const lines = [
    ...['when', 'device', 'place'].map((key) => [key, signIn?.[key]]),
    ...['devices', 'places'].map((key) => [key, own[key]?.join('、')]),
  ].filter(([, words]) => words);
  if (lines.length === 0) return null;
  return create(
    'dl',
    { class: 'asked' },
    lines.map(([key, words]) =>
      create('div', {}, create('dt', {}, say(`questions.sign_in.${key}`)), create('dd', {}, create('bdi', {}, words))),
    ),
  );
}
