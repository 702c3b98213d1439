/* practice: five made-up messages, to learn to see it oneself: the person says
 * what it is and marks what is odd; the core's own reasons are the answer.
 * Nothing of it is kept.
 *
 * state.practice: { index, total, result, picked, guess, right }; picked holds the
 * ids of the marked lines, guess is null until the person has said something. */

export const isGenuine = ({ verdict }) => verdict === 'consistent';

export function createPractice({ state, update, judge, lessons }) {
  const change = (part, how = {}) => update({ practice: { ...state.practice, ...part } }, how);

  function open(index, right) {
    const list = lessons(state.language);
    const show = (result) => ({ index, total: list.length, result, picked: new Set(), guess: null, right });
    return judge.practise(list[index], show);
  }

  return {
    startPractice: () => open(0, 0),
    nextPractice: () => open(state.practice.index + 1, state.practice.right),
    pickLine(id) {
      const picked = new Set(state.practice.picked);
      if (!picked.delete(id)) picked.add(id);
      change({ picked });
    },
    /* guess: is it genuine? */
    answerPractice(guess) {
      const { result, right } = state.practice;
      change({ guess, right: right + (guess === isGenuine(result) ? 1 : 0) }, { goTo: 'practice-answer' });
    },
  };
}
