/* page: puts the page together and listens for what reaches it as a whole:
 * a paste anywhere, a drop anywhere. main.js opens it as the page, extension/panel.js
 * as the panel of the browser.
 *
 * In: the core, more screens than the page has of its own, and `shown`, called after
 * every change. Out: the controller. */

import { createController } from './controller.js';
import { create, replaceChildren } from './dom.js';
import { readTransfer } from './intake.js';
import { keepState } from './keep.js';
import { lessonsIn, samplesIn } from './samples.js';
import { languages, say, useLanguage } from './words.js';
import { pageFoot, pageHead } from './parts/frame.js';
import { announceChange, announceProblem, hasChanged } from './parts/announce.js';
import { busyBar } from './parts/busy.js';
import { goTo } from './parts/verdict.js';
import { screens as ownScreens } from './screens/all.js';

const root = document.documentElement;
const head = document.getElementById('head');
const main = document.getElementById('main');
const foot = document.getElementById('foot');
const live = document.getElementById('live');
const bar = create('div', { id: 'bar' });
const dropSign = create('div', { class: 'drop-sign', 'aria-hidden': 'true' });
let controller = null;
let screens = ownScreens;
let afterwards = () => {};

const browserLanguage = () =>
  (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => languages[tag]) ?? 'ja';

/* how.fresh: another screen, start reading at its top. judgedAgain: same screen, tell what changed.
 * goTo: the id of what is read next. foot, busy: only what stands there changed, so that nothing that
 * is being pressed or read is replaced. */
function show(state, how) {
  replaceChildren(bar, busyBar(controller));
  if (how.busy) {
    live.textContent = say('working.heading');
    return;
  }
  const first = firstAsked();
  useLanguage(state.language);
  root.lang = state.language;
  root.dataset.theme = state.theme;
  root.dataset.size = state.size;
  root.dataset.screen = state.screen;
  document.title = say('page.title');
  dropSign.textContent = say('start.drop');
  const restore = how.fresh || how.forget ? () => {} : keepState(document.body);
  if (!how.foot) {
    replaceChildren(head, pageHead(controller));
    replaceChildren(main, screens[state.screen](controller));
  }
  replaceChildren(foot, pageFoot(controller));
  restore();
  main.removeAttribute('aria-busy');
  if (how.fresh) {
    scrollTo(0, 0);
    main.querySelector('[data-start]')?.focus({ preventScroll: true });
    live.textContent = announceProblem(state);
  } else if (how.judgedAgain) {
    live.textContent = announceChange(state);
    if (state.answered) readOn(state, first);
  } else if (how.cancelled) {
    live.textContent = announceProblem(state);
  }
  if (how.goTo) goTo(how.goTo);
  afterwards(state, how);
}

/* The question that stands with the verdict. */
const firstAsked = () => main.querySelector('.asked-first [data-question]')?.dataset.question;

/* After an answer: a new verdict is shown; else the next question, where the last
 * one stood; an answer further down leaves the reader there. */
function readOn(state, first) {
  if (hasChanged(state) || (state.answered === first && !firstAsked())) goTo('verdict');
  else if (state.answered === first) goTo(`question-${firstAsked()}`, 'nearest');
}

const typesHere = (target) => target.closest?.('textarea:not([data-takes-paste]), input[type=text]');

function listen() {
  document.addEventListener('paste', (event) => {
    if (typesHere(event.target)) return;
    event.preventDefault();
    controller.checkTransfer(readTransfer(event.clipboardData));
  });
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      root.dataset.dropping = '';
    });
  }
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) delete root.dataset.dropping;
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    delete root.dataset.dropping;
    controller.checkTransfer(readTransfer(event.dataTransfer));
  });
}

export function openPage({ core, moreScreens = {}, shown = () => {} }) {
  const catalogue = core.catalogue(); /* the core starts while the page is drawn */
  screens = { ...ownScreens, ...moreScreens };
  afterwards = shown;
  controller = createController({ core, show, language: browserLanguage(), samples: samplesIn, lessons: lessonsIn });
  listen();
  document.body.append(bar, dropSign);
  show(controller.state, {});
  catalogue.then(
    (found) => controller.ready(found),
    () => controller.failed(),
  );

  /* For whoever wants to ask the core directly (and for the tests). */
  window.honmono = { check: core.check, link: core.link, catalogue: core.catalogue };
  return controller;
}
