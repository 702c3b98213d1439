/* embedded: the pictures that a message carries in itself: attached, shown by cid: or data:.
 *
 * In: a message as it was handed in (text or bytes). Out: blobs, in the order in which they
 * stand in it. They are known by how base64 of each format begins, so that no form of
 * message hides one; pictures that stand elsewhere are never fetched. */

const PICTURES_MAX = 10;
const BASE64_MAX = 12 * 1024 * 1024;
const TYPES = { iVBORw0KGgo: 'image/png', '/9j/': 'image/jpeg', R0lGOD: 'image/gif', UklGR: 'image/webp' };
/* at the beginning of a line, or behind "base64,"; quoted-printable breaks lines by "=" */
const PICTURE = /(?:^|base64,)\s*((?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR)(?:[A-Za-z0-9+/]|=?\r?\n[ \t]*(?=[A-Za-z0-9+/=])){60,})/gmu;

const asText = (content) => (typeof content === 'string' ? content : new TextDecoder('latin1').decode(content));

function toBlob(base64) {
  const plain = base64.replace(/[^A-Za-z0-9+/]/gu, '');
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
  const binary = atob(whole);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const [, type] = Object.entries(TYPES).find(([start]) => plain.startsWith(start));
  return new Blob([bytes], { type });
}

const known = new WeakMap();

export function embeddedIn(input) {
  if (known.has(input)) return known.get(input);
  const content = input.content ?? input.text;
  const found = content ? [...asText(content).matchAll(PICTURE)].slice(0, PICTURES_MAX) : [];
  const blobs = found.filter(([, base64]) => base64.length < BASE64_MAX).map(([, base64]) => toBlob(base64));
  known.set(input, blobs);
  return blobs;
}
