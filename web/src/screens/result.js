/* result: the verdict and everything behind it, in the order a worried person
 * needs: what it is and what to do, why, the message itself, what could still
 * change the verdict, how to check more surely, sharing. On wide screens the
 * reasons and the message stand side by side. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { verdictCard } from '../parts/verdict.js';
import { numberFindings, pointsSection } from '../parts/points.js';
import { messageSection } from '../parts/message.js';
import { questionsSection } from '../parts/questions.js';
import { protectSection } from '../parts/entered.js';
import { howFold } from '../parts/how.js';
import { profileFold } from '../parts/profile.js';
import { shareFold } from '../parts/share.js';
import { embeddedSection } from '../parts/embedded.js';
import { paper } from '../parts/paper.js';
import { isAtRisk } from '../report.js';
import { practiceButton } from './practice.js';

export function resultScreen(controller) {
  const { state } = controller;
  const { result } = state;
  const numbers = numberFindings(result);
  return create(
    'div',
    { class: 'result' },
    backButton(controller),
    sampleNote(state),
    pictureNote(controller),
    verdictCard(controller),
    isAtRisk(state) && protectSection(controller),
    create(
      'div',
      { class: 'columns' },
      create('div', { class: 'why' }, keepsInView(pointsSection(controller, numbers))),
      create('div', { class: 'what' }, keepsInView(messageSection(controller, numbers))),
      create('div', { class: 'ask' }, questionsSection(controller)),
    ),
    create(
      'div',
      { class: 'after' },
      embeddedSection(controller),
      !state.input.sample && profileFold(controller),
      needsSource(result) && howFold({ id: 'how', label: say('how.heading') }),
      shareFold(controller),
      ['fake', 'suspicious'].includes(result.verdict) && practiceButton(controller),
    ),
    paper(controller),
  );
}

/* What is higher than the window stays in view by its lower end. */
const heights = new ResizeObserver((entries) => {
  for (const { target } of entries) target.style.setProperty('--own-height', `${target.offsetHeight}px`);
});
function keepsInView(section) {
  if (section) heights.observe(section);
  return section;
}

/* The source would tell who sent it, and that could still settle it. */
const needsSource = ({ kind, verdict }) => kind !== 'source' && ['unproven', 'suspicious'].includes(verdict);

function backButton(controller) {
  const inList = controller.state.items !== null;
  return create(
    'button',
    {
      class: 'back',
      id: 'back',
      on: { click: () => controller.goTo(inList ? 'list' : 'start') },
    },
    icon('back'),
    say(inList ? 'list.back' : 'verdict.again'),
  );
}

/* What was read in a picture can be put right once more. */
function pictureNote(controller) {
  if (!controller.state.input.fromPicture) return null;
  const correct = { class: 'quiet', id: 'correct-picture', on: { click: () => controller.goTo('picture') } };
  return create('p', { class: 'sample-note' }, say('reading.note'), ' ', create('button', correct, say('reading.correct')));
}

function sampleNote(state) {
  const { sample } = state.input;
  if (!sample) return null;
  const note = sample.profile
    ? say('start.sample_note', { name: sample.profile.names[0], email: sample.profile.emails[0] })
    : say('start.sample_note_plain');
  return create('p', { class: 'sample-note' }, note);
}
