/* result: the verdict and everything behind it, in the order a worried person
 * needs: what it is and what to do, why, the message itself, what could still
 * change the verdict, help after the fact, how to check more surely, sharing. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { verdictCard } from '../parts/verdict.js';
import { numberFindings, pointsSection } from '../parts/points.js';
import { messageSection } from '../parts/message.js';
import { questionsSection } from '../parts/questions.js';
import { enteredSection, protectSection } from '../parts/entered.js';
import { howSection } from '../parts/how.js';
import { profileFold } from '../parts/profile.js';
import { shareSection } from '../parts/share.js';
import { paper } from '../parts/paper.js';
import { isAtRisk } from '../report.js';

export function resultScreen(controller) {
  const { state } = controller;
  const { result } = state;
  const numbers = numberFindings(result);
  return create(
    'div',
    { class: 'result' },
    backButton(controller),
    sampleNote(state),
    verdictCard(controller),
    isAtRisk(state) && protectSection(),
    pointsSection(controller, numbers),
    messageSection(controller, numbers),
    questionsSection(controller),
    !state.input.sample && profileFold(controller),
    result.verdict !== 'consistent' && enteredSection(),
    needsSource(result) && howSection(),
    shareSection(controller),
    paper(controller),
  );
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

function sampleNote(state) {
  const { sample } = state.input;
  if (!sample) return null;
  const note = sample.profile
    ? say('start.sample_note', { name: sample.profile.names[0], email: sample.profile.emails[0] })
    : say('start.sample_note_plain');
  return create('p', { class: 'sample-note' }, note);
}
