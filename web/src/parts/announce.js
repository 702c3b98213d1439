/* announce: what went wrong, what has been done, what has changed. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { guideFold } from './guide.js';

export const hasChanged = ({ before, result }) => before !== null && before.verdict !== result.verdict;

/* What an answer did: to the verdict, and to the points that it rests on. */
export function announceChange(state) {
  const { before, result } = state;
  const after = say(`verdict.${result.verdict}.label`);
  const verdict = hasChanged(state)
    ? say('verdict.changed', { before: say(`verdict.${before.verdict}.label`), after })
    : say('verdict.unchanged', { after });
  const points = result.points
    .filter(({ point, state: now }) => before.points.find((old) => old.point === point)?.state !== now)
    .map(({ point, state: now }) => {
      const words = { point: say(`points.${point}.name`), now: say(`points.state.${now}`) };
      return say('verdict.point', words);
    });
  return [verdict, ...points].join(say('verdict.then'));
}

export const changeNote = (state) => create('p', { class: 'changed' }, announceChange(state));

export const announceProblem = ({ problem, notice: done }) =>
  problem ? say(`errors.${problem.id}`, problem.args) : done ? say(done) : '';

export function notice({ state }) {
  if (state.problem) {
    return create(
      'div',
      { class: 'problem' },
      create('strong', {}, icon('suspicious'), say('errors.heading')),
      create('p', {}, announceProblem(state)),
      /^picture/.test(state.problem.id) && guideFold('problem-guide', 'h2'),
    );
  }
  return state.notice ? create('p', { class: 'notice' }, say(state.notice)) : null;
}
