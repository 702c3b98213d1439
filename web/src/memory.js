/* memory: what the person asked to be remembered on this device, and nothing else.
 *
 * In and out: one object under one key of localStorage. Storage that is off,
 * full or forbidden is not an error: the page then forgets on closing. */

const KEY = 'honmono';

export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept !== null && typeof kept === 'object' ? kept : null;
  } catch {
    return null;
  }
}

/* True when it is really kept. */
export function remember(what) {
  try {
    localStorage.setItem(KEY, JSON.stringify(what));
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function erase() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    /* nothing was kept */
  }
}

/* What was kept is text that anybody on this device could have changed. */
export function cleanProfile(kept) {
  const list = (value) => (Array.isArray(value) ? value.filter((line) => typeof line === 'string').slice(0, 50) : []);
  return {
    emails: list(kept?.emails),
    names: list(kept?.names),
    devices: list(kept?.devices),
    places: list(kept?.places),
  };
}
