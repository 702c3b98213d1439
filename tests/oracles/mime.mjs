// npm run oracle:mime: the core's reading of messages against postal-mime and mailparser.
//
// In: every message of ../shared/corpus (when it is there) and the torture
// cases of mime_cases.mjs. Out: how many readings were compared, the explained
// differences by reason (mime_differences.mjs), and every unexplained one; any
// of these fails. With --show=N the first N of each reason are printed too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cases } from './mime_cases.mjs';
import { explain } from './mime_differences.mjs';
import { readByCore, readByMailparser, readByPostalMime } from './mime_libraries.mjs';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const show = Number(process.argv.find((word) => word.startsWith('--show='))?.slice(7) ?? 0);
const LIBRARIES = { 'postal-mime': readByPostalMime, mailparser: readByMailparser };
const FIELDS = ['headers', 'from', 'to', 'subject', 'text', 'html', 'files'];

function readCorpus() {
  if (!existsSync(corpus)) {
    console.log('oracle:mime: ../shared/corpus is not there; torture cases only');
    return [];
  }
  return readdirSync(corpus, { recursive: true }).filter((name) => name.endsWith('.eml')).sort()
    .map((name) => ({ name, bytes: readFileSync(corpus + name) }));
}

const sorted = (value) => (Array.isArray(value) ? [...value].sort().join('\n') : value);

const messages = [...readCorpus(), ...cases.map(({ name, source }) => ({ name, bytes: Buffer.from(source, 'latin1') }))];
const core = readByCore(messages.map(({ bytes }) => bytes));
const reasons = new Map();
let compared = 0;
const unexplained = [];

for (const [at, { name, bytes }] of messages.entries()) {
  for (const [library, read] of Object.entries(LIBRARIES)) {
    let theirs;
    try {
      theirs = await read(bytes);
    } catch (error) {
      theirs = { failed: String(error) };
    }
    for (const field of FIELDS) {
      compared++;
      if (!theirs.failed && sorted(core[at][field]) === sorted(theirs[field])) continue;
      const difference = { name, library, field, ours: core[at], theirs, bytes };
      const reason = explain(difference);
      if (!reason) unexplained.push(difference);
      else reasons.set(reason, [...(reasons.get(reason) ?? []), difference]);
    }
  }
}

const cut = (value, from = 0) => JSON.stringify((value ?? '').slice(from, from + 300));
// Texts from shortly before the first place where they differ.
function firstDifference(ours, theirs = '') {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  return Math.max(0, at - 40);
}
function print({ name, library, field, ours, theirs }) {
  console.log(`  ${name} ${library} ${field}${theirs.failed ? ` failed: ${theirs.failed}` : ''}`);
  if (!Array.isArray(ours[field])) {
    const from = firstDifference(ours[field], theirs[field]);
    return console.log(`    ours   ${cut(ours[field], from)}\n    theirs ${cut(theirs[field], from)}`);
  }
  const other = theirs[field] ?? [];
  console.log(`    only ours   ${cut(ours[field].filter((one) => !other.includes(one)).join(' | '))}`);
  console.log(`    only theirs ${cut(other.filter((one) => !ours[field].includes(one)).join(' | '))}`);
}

for (const [reason, differences] of [...reasons].sort()) {
  console.log(`${String(differences.length).padStart(5)}  ${reason}`);
  differences.slice(0, show).forEach(print);
}
if (unexplained.length) console.log('unexplained:');
unexplained.slice(0, 400).forEach(print);
console.log(`oracle:mime: ${messages.length} messages, ${compared} fields compared with ${Object.keys(LIBRARIES).join(' and ')}, ` +
  `${unexplained.length} unexplained differences`);
process.exitCode = unexplained.length ? 1 : 0;
