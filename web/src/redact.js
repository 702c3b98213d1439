/* redact: takes the person out of a text that goes to others.
 *
 * In: the state. Out: a function text -> text in which registered addresses and
 * names, the recipients and the greeted name are replaced, also where a link
 * carries the address percent-encoded, in base64 or in hex. */
import { say } from './words.js';

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const utf8 = (text) => new TextEncoder().encode(text);

function spellings(address) {
  const hex = [...utf8(address)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  /* base64 looks different at each of three offsets; the inner part is the same */
  const inner = [0, 1, 2].map((shift) =>
    btoa('x'.repeat(shift) + String.fromCharCode(...utf8(address))).slice(shift + 1, -4),
  );
  return [
    address,
    encodeURIComponent(address),
    address.replaceAll('@', '%40'),
    hex,
    ...inner.filter((text) => text.length >= 8),
  ];
}

export function redactor({ profile, input, result }) {
  const registered = input.sample?.profile ?? profile;
  const greeted = result.findings.filter(({ check }) => check.startsWith('greeting-'));
  const addresses = new Set(
    [
      ...registered.emails,
      ...result.message.to.map(({ address }) => address),
      ...greeted.map(({ args }) => args.address),
    ].filter((address) => address?.includes('@')),
  );
  const names = new Set(
    [
      ...registered.names,
      ...registered.names.flatMap((name) => name.split(/[\s　]+/)),
      ...greeted.map(({ args }) => args.name),
    ].filter((name) => name && [...name].length >= 2),
  );
  const rules = [
    ...[...addresses]
      .flatMap(spellings)
      .filter(Boolean)
      .map((text) => [text, say('share.personal.email')]),
    ...[...names].map((text) => [text, say('share.personal.name')]),
  ]
    .sort(([a], [b]) => b.length - a.length)
    .map(([text, put]) => [new RegExp(escape(text), 'giu'), put]);
  return (text) => rules.reduce((done, [pattern, put]) => done.replace(pattern, () => put), text);
}
