// mime_differences: where the core, postal-mime and mailparser read differently,
// and why the core's reading stands.
//
// In: one difference ({ name, library, field, ours, theirs, bytes }). Out: the
// reason, or null when nobody has decided it yet. Each reason recognises its
// differences by what differs; a torture case may be named instead.
const letters = (text) => (text ?? '').replace(/[^\x21-\x7e]/g, '');
const source = ({ bytes }) => bytes.toString('latin1');
const isText = ({ field }) => field === 'text' || field === 'html';
const named = (...names) => ({ name }) => names.includes(name);
const lacksNone = (some, all) => some.every((one) => all.includes(one));
const carriesMessage = (difference) => /message\/(rfc822|delivery-status|feedback-report|global)|multipart\/digest|text\/rfc822-headers/i.test(source(difference));

// What is left of their HTML without ours must be our plain text in markup.
function onlyAddsPlainText({ ours, theirs }) {
  let rest = theirs.html ?? '';
  for (const part of ours.parts.filter(({ type, text }) => type === 'text/html' && text)) {
    const html = part.text.replace(/[\s\u200b\ufeff\0]+/g, '');
    if (html && !rest.includes(html)) return false;
    rest = rest.replace(html, '');
  }
  const words = rest.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;|&apos;/g, "'").replace(/&nbsp;/g, '').replace(/&amp;/g, '&');
  const plain = ours.parts.filter(({ text }) => text).map(({ text }) => text).join('').replace(/[\s\u200b\ufeff\0]+/g, '');
  return letters(plain).includes(letters(words));
}

// Sizes differ by the line end that belongs to the boundary; messages are opened, not listed.
const withoutMessages = (files) => files.filter((file) => !/ (message|text\/rfc822-headers)/.test(file));
function sameFilesButLineEnds({ ours, theirs }) {
  const mine = withoutMessages(ours.files).sort(), others = withoutMessages(theirs.files ?? []).sort();
  return mine.length === others.length && mine.every((file, at) => {
    const [size, other] = [file, others[at]].map((one) => Number(one.slice(one.lastIndexOf(' '))));
    return file.slice(0, file.lastIndexOf(' ')) === others[at].slice(0, others[at].lastIndexOf(' ')) && Math.abs(size - other) <= 2;
  });
}

const REASONS = [
  ['a message whose lines all end in CR alone is read by its lines; the libraries take it for one line', (difference) => !source(difference).includes('\n')],
  ['lines behind the last field that are no fields are already text (a program that shows them must not be the only one)',
    named('heads: no empty line before the text')],
  ['a bare CR in front of a field name begins that field, as in mail programs that end lines there: the hidden From counts',
    named('heads: bare CR in a field')],
  ['two different types in one head: the one that shows more; the libraries take the last, others the first',
    named('multiparts: duplicate Content-Type')],
  ['"html" alone and a forgotten ";" are read as what was meant, so that links are found', named('multiparts: type without a slash', 'multiparts: semicolon forgotten')],
  ['a multipart without or with a wrong boundary is read by the boundary that stands there, or as text, never dropped',
    named('multiparts: boundary missing', 'multiparts: boundary wrong', 'multiparts: no part at all')],
  ['a multipart that was encoded as a whole is decoded', named('multiparts: multipart in base64')],
  ['parts behind the final boundary are kept as hidden', named('multiparts: parts behind the final boundary')],
  ['lines in a head that are no fields are no fields (junk, an mbox line, a boundary)',
    ({ field, ours, theirs }) => field === 'headers' && lacksNone(ours.headers, theirs.headers ?? []) &&
      theirs.headers.filter((one) => !ours.headers.includes(one)).every((one) => /^(-|from |junk)|^[^:]* [^:]*:|^[^:]*$/.test(one))],
  ['white space in front of the colon is allowed (RFC 5322 section 4.5)', named('heads: space before the colon')],
  ['an encoded word without its end is decoded as far as it goes; some programs show it so', named('words: broken word')],
  ['a character split between two words is put together', named('words: character split between words')],
  ['every From mailbox is kept; postal-mime keeps the first only', ({ library, field, ours, theirs }) =>
    library === 'postal-mime' && field === 'from' && (theirs.from ?? []).length <= 1 && lacksNone(theirs.from ?? [], ours.from)],
  ['every From field and every address in a row of "<>" is kept', ({ field, ours, theirs }) =>
    field === 'from' && ours.from.length > (theirs.from ?? []).length && lacksNone(theirs.from ?? [], ours.from)],
  ['an obsolete route in front of an address, and comments inside one, are left out (RFC 5322 section 4.4)',
    named('senders: obsolete route', 'senders: nested comments')],
  ['an address in quotes alone is a display name', ({ field, ours, theirs }) =>
    field === 'from' && theirs.from?.length > 0 && lacksNone(theirs.from, [...ours.from, ...ours.fromName.flatMap((name) => name.split(', '))])],
  ['charset: labels by the Encoding Standard (iso-8859-1 is windows-1252), and a label in which the bytes are malformed loses to a detected charset',
    (difference) => (isText(difference) || difference.field === 'subject') &&
      letters(difference.ours[difference.field]).replaceAll('?', '') === letters(difference.theirs[difference.field]).replaceAll('?', '')],
  ['charset: bytes of undeclared or wrongly declared charset are detected', (difference) =>
    (isText(difference) || difference.field === 'subject') && /\ufffd|縺|Ã|\u001b\$B/.test(difference.theirs[difference.field])],
  ['attached messages are opened in place; postal-mime prints their heads into the text, mailparser lists them as files',
    (difference) => isText(difference) && carriesMessage(difference)],
  ['attached messages are opened in place, and the line end in front of a boundary belongs to the boundary',
    (difference) => difference.field === 'files' && sameFilesButLineEnds(difference)],
  ['the libraries write plain parts into the HTML as well', (difference) => difference.field === 'html' && onlyAddsPlainText(difference)],
  ['postal-mime makes text of HTML parts that have none', ({ library, field, ours, theirs }) =>
    library === 'postal-mime' && field === 'text' && theirs.text.endsWith(ours.text) && ours.html !== ''],
];

export function explain(difference) {
  if (difference.theirs.failed) return null;
  return REASONS.find(([, holds]) => holds(difference))?.[0] ?? null;
}
