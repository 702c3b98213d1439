/* tab: what is put into a tab when the button or the menu was pressed, once per frame.
 *
 * Out: globalThis.honmonoTab in the extension's own world, which the page cannot see:
 * collect() and start(settings). Goes with the document, or when the person ends it. */

import { collect } from './collect.js';
import { createExplainer } from './explain.js';

/* Read by the frame above, when that is allowed to. */
function isWithinReach() {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

globalThis.honmonoTab ??= (() => {
  const explainer = createExplainer();
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.tell === 'end') explainer.end();
    else if (message?.tell === 'judged') explainer.judged(message);
  });
  return {
    start: (settings) => explainer.start(settings),
    collect() {
      explainer.hasRead();
      const size = { width: innerWidth, height: innerHeight, name: window.name, alone: !isWithinReach() };
      return { ...collect(document, explainer.own()), ...size };
    },
  };
})();
