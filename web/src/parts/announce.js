/* announce: what went wrong, what has been done, what has changed. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';

export function announceChange({ before, result }) {
  const after = say(`verdict.${result.verdict}.label`);
  return before === result.verdict
    ? say('verdict.unchanged', { after })
    : say('verdict.changed', { before: say(`verdict.${before}.label`), after });
}

export const announceProblem = ({ problem, notice: done }) =>
  problem ? say(`errors.${problem.id}`, problem.args) : done ? say(done) : '';

export function notice({ state }) {
  if (state.problem) {
    return create(
      'div',
      { class: 'problem' },
      icon('suspicious'),
      create('div', {}, create('strong', {}, say('errors.heading')), create('p', {}, announceProblem(state))),
    );
  }
  return state.notice ? create('p', { class: 'notice' }, say(state.notice)) : null;
}
