/* controller: the one place that knows everything on the screen.
 *
 * In: what the person does (the methods). Out: `state`, and a call of `show`
 * after every change. The views read the state and call the methods; they know
 * neither each other nor the core. */

import { isPicture, linksIn } from './intake.js';
import { createJobs } from './job.js';
import { createJudge } from './judge.js';
import { createPictures } from './picture/pictures.js';
import { cleanProfile, erase, recall, remember } from './memory.js';
import { createPractice } from './practice.js';

const PROFILE_MS = 600;

const one = (value, allowed, otherwise) => (allowed.includes(value) ? value : otherwise);

export function createController({ core, show, language, samples, lessons }) {
  const kept = recall();
  const state = {
    screen: 'start',
    language: one(kept?.language, ['ja', 'en'], language),
    theme: one(kept?.theme, ['system', 'light', 'dark'], 'system'),
    size: one(kept?.size, ['100', '125', '150', '200'], '100'),
    remembers: kept !== null,
    storageFails: false,
    profile: cleanProfile(kept?.profile),
    input: null,
    answers: {},
    result: null,
    before: null /* the result that an answer has replaced */,
    answered: null /* the question it was */,
    items: null,
    links: null,
    picture: null /* what was read in a picture, while the person corrects it */,
    problem: null,
    notice: null,
    working: null,
    catalogue: null,
    guideOpen: false,
    marking: null /* the blocks of the page in which the person marks the message */,
    hiddenShown: false,
    wholeShown: false,
    ticks: new Set() /* the steps after the fact that are done, by their ids */,
    cameFrom: 'start' /* the screen that the help after the fact goes back to */,
    practice: null /* the round of practice.js */,
  };
  const update = (change, how = {}) => {
    Object.assign(state, change);
    show(state, how);
  };
  let profileTimer = 0;
  const jobs = createJobs(state, update);
  const judge = createJudge({ core, state, update, run: jobs.run });

  const pictures = createPictures({ core, state, update, run: jobs.run, judge, refuse });

  function save() {
    if (!state.remembers) return;
    const { profile, language: code, theme, size } = state;
    state.storageFails = !remember({ profile, language: code, theme, size });
  }

  function refuse(id, args = {}) {
    jobs.overtake();
    const screen = state.screen === 'links' ? 'links' : 'start';
    update({ screen, problem: { id, args }, working: null, notice: null }, { fresh: true });
  }

  function goTo(screen, change = {}, id = undefined) {
    jobs.overtake();
    update({ screen, problem: null, notice: null, links: null, working: null, ...change }, { fresh: true, goTo: id });
  }

  const checkFiles = (files) =>
    files.length > 0 && files.every(isPicture) ? pictures.open(files) : judge.files(files, refuse);

  /* more.shown: it is what a tab shows (extension/), not a copy of it. */
  function checkPaste({ plain, html }, more = {}) {
    if (!plain.trim() && !html.trim()) return refuse('empty');
    const links = linksIn(plain);
    return links.length > 0 ? judge.links(links) : judge.paste(plain, html, more);
  }

  return {
    state,
    refuse,
    checkPaste,
    checkLinks: judge.links,
    openItem: judge.item,
    checkFiles,
    checkPicture: pictures.check,
    readEmbedded: pictures.readEmbedded,
    openEmbedded: pictures.openEmbedded,
    keepPicture: pictures.keep,
    comparePicture: pictures.compare,

    /* A paste or a drop anywhere on the page. */
    checkTransfer({ files, plain, html, links }) {
      if (files.length > 0 && !plain.trim()) {
        return checkFiles(files);
      }
      if (links.length > 0) return judge.links(links);
      return plain.trim() || html.trim() ? checkPaste({ plain, html }) : refuse('nothing_dropped');
    },
    trySample(id) {
      const sample = samples(state.language)[id];
      return judge.open({ text: sample.text, options: { kind: 'auto', origin: 'file' }, sample });
    },
    answer(question, value) {
      const answers = { ...state.answers, [question]: value };
      if (value === null) delete answers[question];
      const undo = { answers: state.answers };
      state.answers = answers;
      return judge.again({ answered: question, undo });
    },
    choosePageMessage: (index) => judge.readAs({ page_message: index }),
    startMarking: judge.startMarking,
    mark: (from, to) => judge.readAs({ marked: { from, to } }, 'verdict'),
    unmark: () => judge.readAs({}, 'verdict'),
    stopMarking: () => update({ marking: null }, { goTo: 'mark' }),
    /* While it is typed nothing is shown anew: the press of a button that ends the
     * typing must still find its button. On a result, the verdict follows. */
    setProfile(part, lines) {
      state.profile = { ...state.profile, [part]: lines };
      save();
      clearTimeout(profileTimer);
      if (state.screen === 'result') profileTimer = setTimeout(() => judge.again(), PROFILE_MS);
    },
    setRemember(on) {
      state.remembers = on;
      if (on) save();
      else erase();
      update({ notice: null });
    },
    eraseAll() {
      erase();
      update({ remembers: false, profile: cleanProfile(null), notice: 'profile.erased' }, { forget: true });
      return judge.again();
    },
    setView(change) {
      Object.assign(state, change);
      save();
      update({});
    },
    goTo: (screen) => goTo(screen),
    openEntered: () => goTo('entered', { cameFrom: state.screen }),
    closeEntered: () => goTo(state.cameFrom, {}, 'to-entered'),
    tick(id, isDone) {
      state.ticks[isDone ? 'add' : 'delete'](id);
    },
    ...createPractice({ state, update, judge, lessons }),
    toggle: (key) => update({ [key]: !state[key] }),
    cancel() {
      pictures.cancel();
      core.cancel();
    },
    ready: (catalogue) => update({ catalogue }, { foot: true }),
    failed: () => update({ problem: { id: 'core' } }, { fresh: true }),
  };
}
