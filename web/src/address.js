/* address: a judged address as text: its parts told apart, and made harmless. */

const SHOWN_MAX = 2000;

/* [kind, text] pieces; together they are the address (cut when very long). The
 * core's url is already what a browser would open, so plain cuts are enough. */
export function splitAddress(address, { host }) {
  const shown = address.length > SHOWN_MAX ? `${address.slice(0, SHOWN_MAX)}…` : address;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(shown)?.[0] ?? '';
  if (!scheme || !host) return [['rest', shown]];
  const end = shown.slice(scheme.length).search(/[/?#]/);
  const authority = end < 0 ? shown.slice(scheme.length) : shown.slice(scheme.length, scheme.length + end);
  const rest = shown.slice(scheme.length + authority.length);
  const at = authority.lastIndexOf('@') + 1;
  return [
    ['scheme', scheme],
    ['user', authority.slice(0, at)],
    ['host', authority.slice(at)],
    ['rest', rest],
  ].filter(([, text]) => text);
}

/* Nothing that a mail program would make into a link again. */
export const defang = (address) =>
  address.replace(/^http/i, 'hxxp').replace(/^([^/]*\/\/[^/?#]*|[^/?#]*)/, (head) => head.replaceAll('.', '[.]'));
