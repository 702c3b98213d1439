/* main: puts the page together and listens for what reaches it as a whole:
 * a paste anywhere, a drop anywhere, text shared to the installed site. */

import { startCore } from './core.js';
import { createController } from './controller.js';
import { create, replaceChildren } from './dom.js';
import { readTransfer } from './intake.js';
import { keepState } from './keep.js';
import { samplesIn } from './samples.js';
import { connectSite } from './site.js';
import { languages, say, useLanguage } from './words.js';
import { pageFoot, pageHead } from './parts/frame.js';
import { announceChange, announceProblem } from './parts/announce.js';
import { screens } from './screens/all.js';

const core = startCore();
const root = document.documentElement;
const head = document.getElementById('head');
const main = document.getElementById('main');
const foot = document.getElementById('foot');
const live = document.getElementById('live');

const browserLanguage = () =>
  (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => languages[tag]) ?? 'ja';

/* fresh: another screen, start reading at its top. answered: same screen, tell what changed.
 * foot: only what stands there changed, so that nothing that is being pressed or read is replaced. */
function show(state, { fresh = false, answered = false, forget = false, foot: footOnly = false }) {
  useLanguage(state.language);
  root.lang = state.language;
  root.dataset.theme = state.theme;
  root.dataset.size = state.size;
  document.title = say('page.title');
  const restore = fresh || forget ? () => {} : keepState(document.body);
  if (!footOnly) {
    replaceChildren(head, pageHead(controller));
    replaceChildren(main, screens[state.screen](controller));
  }
  replaceChildren(foot, pageFoot(controller));
  restore();
  main.removeAttribute('aria-busy');
  if (fresh) {
    scrollTo(0, 0);
    main.querySelector('[data-start]')?.focus({ preventScroll: true });
    live.textContent = announceProblem(state);
  } else if (answered) {
    live.textContent = announceChange(state);
  }
}

const controller = createController({ core, show, language: browserLanguage(), samples: samplesIn });

const typesHere = (target) => target.closest?.('textarea:not([data-takes-paste]), input[type=text]');

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

document.body.append(create('div', { class: 'drop-sign', 'aria-hidden': 'true' }));
show(controller.state, {});
core.catalogue().then(
  (catalogue) => controller.ready(catalogue),
  () => controller.failed(),
);
connectSite(controller);

/* For whoever wants to ask the core directly (and for the tests). */
window.honmono = { check: core.check, link: core.link, catalogue: core.catalogue };
