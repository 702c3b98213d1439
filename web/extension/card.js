/* card: the page's card on a link, where a strange page cannot touch it.
 *
 * In a closed shadow root of an element that stands in the top layer of the outermost document
 * that may be reached: a message in a frame has no hold on it at all. Where page and message
 * share a document: the element takes nothing over from them (all: initial, important and
 * inline), the names of its variables are new each time (a page could fix them by @property),
 * its letters are those of the system (a page could bring a font of the same name), and while
 * it is open it is looked at before every picture: moved, covered or taken away, it comes back. */

import { create, icon } from '../src/dom.js';
import { say } from '../src/words.js';
import { linkDetails } from '../src/parts/link_card.js';
import css from 'card-style';

const REPAIRS_MAX = 60; /* more than a page does by accident; then the panel says so */
const WIDTH = 400;
const LEAST = 160;
const EDGE = 8;

const HOST_LOOK = [
  'all:initial',
  'position:fixed',
  'display:block',
  'inset:auto',
  'z-index:2147483647',
  'margin:0',
  'padding:0',
  'border:0',
  'background:none',
  'overflow:visible',
  'direction:ltr',
  'unicode-bidi:isolate',
  'visibility:visible',
  'opacity:1',
  'pointer-events:auto',
  'transition:none',
  'animation:none',
]
  .map((line) => `${line}!important`)
  .join(';');

let current = null;

export const ownElements = () => new Set(current ? [current.host] : []);
export const isOwn = (target) => current !== null && target === current.host;

/* The outermost document that may be reached from the link's, and where the link is in it. */
function stageOf(element) {
  let { ownerDocument: document } = element;
  const frames = [];
  for (;;) {
    let frame = null;
    try {
      frame = document.defaultView.frameElement;
    } catch {
      /* not ours to reach */
    }
    if (!frame || frame.ownerDocument.defaultView === null) break;
    frames.push(frame);
    document = frame.ownerDocument;
  }
  return { document, frames };
}

function boxOf(element, frames) {
  const boxes = element.getClientRects();
  const { left, top, right, bottom } = boxes[boxes.length - 1] ?? element.getBoundingClientRect();
  const box = { left, right, bottom, top: boxes[0]?.top ?? top };
  for (const frame of frames) {
    const outer = frame.getBoundingClientRect();
    const scale = frame.offsetWidth > 0 ? outer.width / frame.offsetWidth : 1;
    const x = outer.left + frame.clientLeft * scale;
    const y = outer.top + frame.clientTop * scale;
    Object.assign(box, {
      left: x + box.left * scale,
      right: x + box.right * scale,
      top: y + box.top * scale,
      bottom: y + box.bottom * scale,
    });
  }
  return box;
}

/* An open modal dialog makes everything beside it dead: then the card stands in it. */
function homeOf(document) {
  const modal = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.matches(':modal')).at(-1);
  return modal ?? document.fullscreenElement ?? document.documentElement;
}

function addStyle(root, text, view) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [sheet];
}

const nonce = () => crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36), 'h');

export function showCard({ element, link, settings, isStopped, onOpen, onClose, onEnd, onEnter, onLeave, onRemoved }) {
  closeCard();
  const { document: stage, frames } = stageOf(element);
  const view = stage.defaultView;
  const name = nonce();
  const host = create('div');
  const root = host.attachShadow({ mode: 'closed' });
  homeOf(stage).append(host); /* a style sheet belongs to one document */
  addStyle(root, css.replaceAll('--', `--${name}`), view);
  const card = create(
    'div',
    {
      class: `tab-card standing-${link.standing}`,
      role: isStopped ? 'alertdialog' : 'region',
      'aria-label': say(isStopped ? 'extension.stopped' : 'link.card'),
      'aria-live': isStopped ? undefined : 'polite',
      'data-theme': settings.theme ?? 'system',
      'data-size': settings.size ?? '100',
      lang: settings.language,
    },
    isStopped && create('p', { class: 'stopped', tabindex: '-1' }, icon('suspicious'), say('extension.stopped')),
    linkDetails(link, 'link', false),
    create(
      'div',
      { class: 'tab-card-foot' },
      isStopped && create('button', { class: 'secondary', on: { click: onClose } }, say('extension.stay')),
      isStopped && create('button', { class: 'card-button', on: { click: onOpen } }, say('extension.open_anyway')),
      !isStopped && create('button', { class: 'card-button', on: { click: onEnd } }, say('extension.end')),
    ),
  );
  root.append(card);
  /* What is done in the card is no business of the page. */
  for (const event of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'keypress', 'wheel'])
    card.addEventListener(event, (given) => given.stopPropagation(), { passive: true });
  card.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onClose();
  });
  host.addEventListener('pointerenter', onEnter);
  host.addEventListener('pointerleave', onLeave);

  current = { host, card, stage, frames, element, name, isStopped, repairs: 0, onRemoved, running: true };
  put(current);
  keep(current);
  /* Another popover or dialog was opened: ours once more, above it. */
  const opened = ({ target }) => {
    if (target !== host && current?.host === host && current.repairs++ < REPAIRS_MAX) put(current);
  };
  stage.addEventListener('toggle', opened, true);
  current.forget = () => stage.removeEventListener('toggle', opened, true);
  if (isStopped) card.querySelector('.stopped').focus({ preventScroll: true });
}

export function closeCard() {
  if (!current) return;
  current.running = false;
  current.forget();
  current.host.remove();
  current = null;
}

function put(self) {
  const { host, stage } = self;
  const home = homeOf(stage);
  host.style.cssText = HOST_LOOK;
  if (host.parentNode !== home) home.append(host);
  host.setAttribute('popover', 'manual');
  try {
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  } catch {
    /* without a top layer it stands above all the same, but for other top layers */
  }
  place(self);
}

function place({ host, card, stage, frames, element, name, isStopped }) {
  const view = stage.defaultView;
  const zoom = host.currentCSSZoom ?? 1;
  if (zoom !== 1 && zoom > 0) host.style.setProperty('zoom', String(1 / zoom), 'important');
  card.style.setProperty(`--${name}rem`, view.getComputedStyle(card).fontSize);
  const at = boxOf(element, frames);
  const [high, wide] = [view.innerHeight, view.innerWidth];
  const width = Math.min(WIDTH, wide - 2 * EDGE);
  const below = high - at.bottom - EDGE;
  const above = at.top - EDGE;
  card.style.width = `${width}px`;
  card.style.maxHeight = 'none';
  const size = card.offsetHeight;
  const isAbove = size > below && above > below;
  /* A stopped press shows all of it, over the link too. */
  const room = Math.min(isStopped ? high : Math.max(isAbove ? above : below, LEAST), high - 2 * EDGE);
  card.style.maxHeight = `${room}px`;
  const used = Math.min(size, room);
  const left = Math.max(EDGE, Math.min(at.left, wide - width - EDGE));
  const top = isAbove ? at.top - used - 4 : at.bottom + 4;
  const inside = Math.max(EDGE, Math.min(top, high - used - EDGE));
  for (const [side, value] of [['left', left], ['top', inside]])
    host.style.setProperty(side, `${Math.round(value)}px`, 'important');
  host.style.setProperty('width', `${width}px`, 'important');
}

/* Drawn, and all over what is met there first. */
const STEP = 24;
function isIntact({ host, card, stage }) {
  if (!host.isConnected || !host.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { left, top, width, height } = card.getBoundingClientRect();
  if (width < 100 || height < 40) return false;
  for (let y = top + STEP / 2; y < top + height; y += STEP)
    for (const x of [0.05, 0.35, 0.65, 0.95]) if (stage.elementFromPoint(left + width * x, y) !== host) return false;
  return true;
}

function keep(self) {
  const view = self.stage.defaultView;
  let before = null;
  const look = () => {
    if (!self.running || current !== self) return;
    if (!self.element.isConnected) {
      closeCard();
      return;
    }
    if (!isIntact(self)) {
      self.repairs++;
      if (self.repairs === REPAIRS_MAX) self.onRemoved();
      if (self.repairs <= REPAIRS_MAX) put(self);
    }
    const { left, top } = boxOf(self.element, self.frames);
    const now = `${left} ${top} ${view.innerWidth} ${view.innerHeight} ${self.card.scrollHeight}`;
    if (before !== null && now !== before) place(self);
    before = now;
    view.requestAnimationFrame(look);
  };
  view.requestAnimationFrame(look);
}
