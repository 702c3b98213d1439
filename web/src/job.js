/* job: runs one piece of work that can take long, fail, be cancelled, or be
 * overtaken by the next one. */

const SLOW_MS = 300; /* quicker work shows no working screen: it would only flash */

const SENTENCES = { too_large: 'too_large', no_memory: 'no_memory', no_extras: 'no_extras', no_extras_here: 'no_extras_here' };

/* update(change, how) changes the state and shows it. With `inPlace` the screen stays
 * while the work goes on; when it is cancelled, `inPlace` says what is put back. */
export function createJobs(state, update) {
  let turn = 0; /* an answer of an earlier turn is stale */

  async function run(job, inPlace = null) {
    const mine = ++turn;
    const isCurrent = () => mine === turn;
    const progress = { started: Date.now(), done: 0, total: 1 };
    const origin = state.screen === 'working' ? 'start' : state.screen;
    const slow = setTimeout(() => {
      if (!isCurrent()) return;
      if (inPlace) update({ working: progress }, { busy: true });
      else update({ screen: 'working', working: progress, problem: null, notice: null }, { fresh: true });
    }, SLOW_MS);
    try {
      await job(isCurrent, progress);
    } catch (error) {
      if (!isCurrent()) return;
      const isCancelled = error.status === 'cancelled';
      if (isCancelled && inPlace) {
        update({ ...inPlace, working: null, notice: 'working.cancelled' }, { cancelled: true });
        return;
      }
      const problem = isCancelled ? null : { id: SENTENCES[error.status] ?? 'unexpected' };
      const notice = isCancelled ? 'working.cancelled' : null;
      const screen = origin === 'result' && !isCancelled ? 'start' : origin;
      update({ screen, working: null, notice, problem }, { fresh: true });
    } finally {
      clearTimeout(slow);
    }
  }

  return { run, overtake: () => turn++ };
}
