// url_corpus: every href and every text URL of a folder of mails, for the oracle.
//
// In: a folder. Out: strings, as often as they occur but each once. It reads
// mails with other people's parsers, so that what ours misses is here too.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

const ATTRIBUTE = /\b(?:href|src|action|formaction|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const IN_TEXT = /\b(?:[a-z][a-z0-9+.-]{1,20}:[\\/]|www\.)[^\s<>"'\u3000]+|\b[\w-]+(?:\.[\w-]+)+\/[^\s<>"'\u3000]*/gi;

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const decodeReferences = (text) =>
  text.replace(/&(?:#x([\da-f]{1,5})|#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (_, hex, decimal, name) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));

function collect(text, found) {
  for (const [, ...values] of text.matchAll(ATTRIBUTE)) found.add(decodeReferences(values.find((value) => value !== undefined)));
  for (const [url] of text.matchAll(IN_TEXT)) found.add(url);
}

export async function readCorpusUrls(folder) {
  const found = new Set();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'README.md') continue;
    const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
    collect(bytes.toString('latin1'), found);
    try {
      const mail = await PostalMime.parse(bytes);
      collect(mail.html ?? '', found);
      collect(mail.text ?? '', found);
    } catch {
      // a mail that postal-mime gives up on was read raw above
    }
  }
  return [...found].filter((url) => url.length < 20000);
}
