/* explain: links of the tab explain themselves, and a press on a dangerous one is stopped.
 *
 * In: start(settings), judged({ bad, urls }) with what the panel's verdict says of the
 * message's links, end(). All events are taken at the window, none at a link, so that a page
 * may have any number of links; a link is judged when it is first needed. */

import { closeCard, isOwn, ownElements, showCard } from './card.js';
import { linkAt } from './link_at.js';
import { useLanguage } from '../src/words.js';

const HOVER_MS = 150; /* a pointer that only passes asks for nothing */
const LEAVE_MS = 300;
const PRESS_MS = 500;
const MOVED_PX = 10;
const AHEAD_MAX = 1000; /* links judged before anybody comes near them */
const WATCH_MS = 700;

const keyOf = ({ written, opens }) => `${written}\n${opens}`;

export function createExplainer() {
  let settings = null; /* null: ended */
  let listening = null;
  const judgedLinks = new Map(); /* key -> link, or a promise of it */
  const allowed = new Set(); /* addresses that the person wants to open all the same */
  let bad = new Set(); /* addresses that the verdict speaks against */
  let ofMessage = new Set();
  let open = null; /* { element, isStopped } of the card */
  let dismissed = null; /* the link whose card was sent away, until another one is met */
  let timer = 0;
  let replayed = null; /* the press that we do ourselves */

  const tell = (what) => {
    try {
      chrome.runtime.sendMessage(what).catch(() => {});
    } catch {
      stop(); /* the extension has gone or was renewed */
    }
  };

  async function ask(links) {
    try {
      return (await chrome.runtime.sendMessage({ ask: 'links', links })) ?? [];
    } catch {
      return [];
    }
  }

  function judge(found) {
    const key = keyOf(found);
    if (!judgedLinks.has(key)) {
      const asking = ask([{ written: found.written, opens: found.opens }]).then(([link]) => {
        if (link) judgedLinks.set(key, link);
        else judgedLinks.delete(key);
        return link ?? null;
      });
      judgedLinks.set(key, asking);
    }
    return judgedLinks.get(key);
  }
  const known = (found) => {
    const link = judgedLinks.get(keyOf(found));
    return link && !(link instanceof Promise) ? link : null;
  };

  /* The first ones at once, so that a press finds them judged. */
  async function judgeAhead() {
    const wanted = new Map();
    for (const element of document.querySelectorAll('a[href], area[href]')) {
      if (wanted.size >= AHEAD_MAX) break;
      const found = linkAt({ target: element });
      if (found && !judgedLinks.has(keyOf(found))) wanted.set(keyOf(found), found);
    }
    const list = [...wanted.values()];
    const links = await ask(list.map(({ written, opens }) => ({ written, opens })));
    list.forEach((found, index) => {
      if (links[index]) judgedLinks.set(keyOf(found), links[index]);
    });
  }

  /* The mailer's own pages need no card. What the message holds always has one. */
  const isExplained = (link) =>
    ofMessage.has(link.url) || !(settings.home && link.domain === settings.home && link.standing === 'unrelated');
  const isDangerous = (link) => (link.standing === 'impersonating' || bad.has(link.url)) && !allowed.has(link.url);

  async function explain(found, isStopped = false) {
    const link = known(found) ?? (await judge(found));
    if (!settings || !link || !found.element.isConnected) return;
    if (!isStopped && (!isExplained(link) || [open?.element, dismissed].includes(found.element))) return;
    dismissed = null;
    const shown = (found.element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    clearTimeout(timer);
    open = { element: found.element, isStopped };
    showCard({
      element: found.element,
      link: { ...link, shown },
      settings,
      isStopped,
      onOpen: () => {
        allowed.add(link.url);
        close();
        press(found);
      },
      onClose: dismiss,
      onEnd: () => tell({ ask: 'end' }),
      onEnter: () => clearTimeout(timer),
      onLeave: leave,
      onRemoved: () => tell({ tell: 'removed', link: { ...link, shown } }),
    });
    tell({ tell: 'card', link: { ...link, shown } });
  }
  function close() {
    clearTimeout(timer);
    if (!open) return;
    open = null;
    closeCard();
    tell({ tell: 'card', link: null });
  }
  function leave() {
    if (!open || open.isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(close, LEAVE_MS);
  }

  /* The press once more, as the page knows it. */
  function press({ element, event }) {
    const { ctrlKey = false, metaKey = false, shiftKey = false, altKey = false, button = 0, detail = 1 } = event ?? {};
    const how = { bubbles: true, cancelable: true, composed: true, view: window, detail };
    replayed = new MouseEvent('click', { ...how, ctrlKey, metaKey, shiftKey, altKey, button });
    element.dispatchEvent(replayed);
    replayed = null;
  }

  function onPress(event) {
    if (event === replayed || isOwn(event.target)) return;
    const found = linkAt(event);
    if (!found) return;
    const link = known(found);
    if (link && !isDangerous(link)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (link) {
      explain(found, true);
      return;
    }
    Promise.resolve(judge(found)).then((late) => {
      if (late && isDangerous(late)) explain(found, true);
      else press({ ...found, event });
    });
  }

  function onPointer(event) {
    if (event.pointerType !== 'mouse' || isOwn(event.target)) return;
    const found = linkAt(event);
    if (found && open?.element === found.element) {
      clearTimeout(timer);
      return;
    }
    if (found?.element !== dismissed) dismissed = null;
    if (open) leave();
    if (!found || open?.isStopped) return;
    judge(found);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (open) close();
      explain(found);
    }, HOVER_MS);
  }
  function onLeaveWindow(event) {
    if (event.relatedTarget) return;
    if (open) leave();
    else clearTimeout(timer);
  }
  function onFocus(event) {
    if (isOwn(event.target)) return;
    const found = linkAt(event);
    if (found && found.element.matches(':focus-visible')) explain(found);
    else if (open && !open.isStopped) leave();
  }

  const onBlur = ({ target }) => {
    if (target === dismissed) dismissed = null;
    if (target === open?.element) leave();
  };

  /* A finger that stays on a link. */
  let finger = null;
  function onDown(event) {
    if (isOwn(event.target)) return;
    if (open && event.pointerType !== 'mouse') close();
    const found = linkAt(event);
    if (!found) return;
    judge(found);
    if (event.pointerType === 'mouse') return;
    dismissed = null;
    finger = { x: event.clientX, y: event.clientY, isHeld: false };
    finger.timer = setTimeout(() => {
      if (!finger) return;
      finger.isHeld = true;
      explain(found);
    }, PRESS_MS);
  }
  function onMove({ clientX, clientY }) {
    if (finger && Math.hypot(clientX - finger.x, clientY - finger.y) > MOVED_PX) lift();
  }
  function lift() {
    clearTimeout(finger?.timer);
    if (!finger?.isHeld) finger = null;
  }
  /* The browser's own menu of a long press would stand on the card. */
  function onMenu(event) {
    if (finger && linkAt(event)) event.preventDefault();
    finger = null;
  }
  function onUp() {
    lift();
    setTimeout(() => {
      finger = null;
    }, 50);
  }
  function onKey(event) {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dismiss();
  }
  function dismiss() {
    const { element, isStopped } = open;
    dismissed = element;
    close();
    if (isStopped) element.focus?.({ preventScroll: true });
  }
  function onClick(event) {
    if (finger?.isHeld) {
      event.preventDefault();
      event.stopImmediatePropagation();
      finger = null;
      return;
    }
    onPress(event);
  }

  /* Whether the screen still shows what was judged. */
  let watched = null;
  let address = location.href; /* of the screen that was read */
  function watch() {
    if (!watched || !settings) return;
    const isSeen = watched.elements.some((element) => element.isConnected && element.checkVisibility());
    const hasMoved = location.href !== watched.address || (watched.elements.length > 0 && !isSeen);
    if (!hasMoved) return;
    watched = null;
    bad = new Set();
    ofMessage = new Set();
    tell({ tell: 'moved' });
  }

  function onHide() {
    if (watched?.elements.length > 0) tell({ tell: 'moved' });
    stop();
  }

  function start(given) {
    settings = { ...settings, ...given };
    useLanguage(settings.language);
    if (!listening) {
      listening = new AbortController();
      const how = { capture: true, signal: listening.signal };
      window.addEventListener('pointerover', onPointer, { ...how, passive: true });
      window.addEventListener('pointerout', onLeaveWindow, { ...how, passive: true });
      window.addEventListener('pointerdown', onDown, { ...how, passive: true });
      window.addEventListener('pointermove', onMove, { ...how, passive: true });
      window.addEventListener('pointerup', onUp, { ...how, passive: true });
      window.addEventListener('pointercancel', lift, { ...how, passive: true });
      window.addEventListener('contextmenu', onMenu, how);
      window.addEventListener('focusin', onFocus, how);
      window.addEventListener('focusout', onBlur, how);
      window.addEventListener('keydown', onKey, how);
      window.addEventListener('click', onClick, how);
      window.addEventListener('auxclick', onPress, how);
      window.addEventListener('submit', onPress, how);
      window.addEventListener('pagehide', onHide, how);
      const watching = setInterval(watch, WATCH_MS);
      listening.signal.addEventListener('abort', () => clearInterval(watching));
    }
    judgeAhead();
  }
  function stop() {
    close();
    listening?.abort();
    listening = null;
    settings = null;
  }

  return {
    start,
    end: stop,
    own: ownElements,
    hasRead: () => {
      address = location.href;
    },
    judged({ urls, bad: against, ...view }) {
      if (!settings) return;
      settings = { ...settings, ...view };
      useLanguage(settings.language);
      bad = new Set(against);
      ofMessage = new Set(urls);
      judgeAhead().then(() => {
        const isMine = (element) => {
          const found = linkAt({ target: element });
          return found && ofMessage.has(known(found)?.url) && element.checkVisibility();
        };
        const elements = [...document.querySelectorAll('a[href], area[href]')].slice(0, AHEAD_MAX).filter(isMine).slice(0, 20);
        watched = { address, elements };
      });
    },
  };
}
