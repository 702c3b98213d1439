// public_suffixes: the Public Suffix List, from the newest copy that npm serves.
//
// In: the npm package tldts, which ships the list as a flat trie: per node its
//   flag (1 = a rule of the ICANN section ends here, 2 = one of the private
//   section) and the range of its edges; per edge the child and the label.
// Out: public_suffix_list.dat, the list in its own text format, sorted; CMake
//   makes libpsl's built-in automaton from it (core/libraries.cmake).
// Why: the list changes weekly, Debian's copy yearly. Rules are kept in ASCII
//   form only, because the core asks about hosts as browsers write them.
//
//   node core/data/public_suffixes.mjs           writes the file
//   node core/data/public_suffixes.mjs --check   exit 1 when it is not fresh

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ICANN = 1;
const PRIVATE = 2;

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'public_suffix_list.dat');
const require = createRequire(import.meta.url);
const root = join(dirname(require.resolve('tldts')), '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const trie = require(join(root, 'dist/cjs/src/data/trie.js'));

/** Every rule below `start`, by section; `mark` is "!" for exceptions. */
function readRules(start, mark, sections) {
  const labelAt = [];
  let offset = 0;
  for (const length of trie.edgeLength) {
    labelAt.push(offset);
    offset += length;
  }
  const open = [[start, '']];
  while (open.length) {
    const [node, name] = open.pop();
    const section = trie.nodeFlags[node];
    if (section && name) sections[section].push(mark + name);
    for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge++) {
      const label = trie.labelText.slice(labelAt[edge], labelAt[edge] + trie.edgeLength[edge]);
      open.push([trie.edgeChild[edge], name ? `${label}.${name}` : label]);
    }
  }
}

const sections = { [ICANN]: [], [PRIVATE]: [] };
readRules(trie.rulesRoot, '', sections);
readRules(trie.exceptionsRoot, '!', sections);

// The package lists a Unicode rule in both its forms; and for libpsl "*.name"
// already makes "name" a suffix, so its list must not name both.
const all = new Set([...sections[ICANN], ...sections[PRIVATE]]);
const keep = (rule) => /^[\x21-\x7e]+$/.test(rule) && !all.has(`*.${rule}`);
const list = (section) => sections[section].filter(keep).sort().join('\n');

const checking = process.argv.includes('--check');

/** The day on which npm published this version: the list is no newer. */
function readReleaseDate() {
  if (checking) return readFileSync(target, 'utf8').match(/ (\d{4}-\d\d-\d\d)/)?.[1];
  const times = JSON.parse(execFileSync('npm', ['view', '--json', 'tldts', 'time'], { encoding: 'utf8' }));
  return times[version].slice(0, 10);
}

const text = `// Public Suffix List (MPL 2.0) as in npm tldts ${version} of ${readReleaseDate()}, rules in ASCII form
// ===BEGIN ICANN DOMAINS===
${list(ICANN)}
// ===END ICANN DOMAINS===
// ===BEGIN PRIVATE DOMAINS===
${list(PRIVATE)}
// ===END PRIVATE DOMAINS===
`;

if (checking) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('core/data/public_suffix_list.dat is not what tldts', version, 'gives: npm run update:data');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
