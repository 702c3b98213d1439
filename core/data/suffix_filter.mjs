// suffix_filter: public_suffix_list.dat -> core/data/suffix_filter.inc.
//
// In: the list that libpsl's automaton is made of. Out: two bits for every rule
// (a Bloom filter; read/url/domain.c computes the same places). Why: libpsl takes a
// microsecond to say no, and most questions about a host are answered by no.
//
//     node core/data/suffix_filter.mjs [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, 'suffix_filter.inc');
const list = readFileSync(join(here, 'public_suffix_list.dat'), 'utf8');

const BITS = 1 << 16; // two in seven are set: one question in twelve is asked in vain; twice as many bits cost 3 KB

/** FNV-1a over the bytes from the last to the first, so that it grows label by label. */
function places(name) {
  let value = 0x811c9dc5;
  for (let at = name.length - 1; at >= 0; at--) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return [(value ^ (value >>> 15)) >>> 0, Math.imul(value, 0x9e3779b1) >>> 8].map((place) => place % BITS);
}

const rules = list.split('\n').filter((line) => line && !line.startsWith('//'));
const words = new Uint32Array(BITS / 32);
for (const rule of rules) {
  const name = rule.replace(/^!/, '');
  // libpsl takes the parent of a wildcard for a suffix too.
  for (const one of [name, name.replace(/^\*\./, '')]) {
    for (const place of places(one)) words[place >> 5] |= 1 << (place & 31);
  }
}

const lines = [];
for (let at = 0; at < words.length; at += 9) {
  lines.push('    ' + [...words.subarray(at, at + 9)].map((word) => `0x${word.toString(16)}`).join(', ') + ',');
}
const [, version] = list.match(/as in (npm \S+ \S+)/);
const text = `/* Which hashes the rules of the Public Suffix List have; from ${version} by core/data/suffix_filter.mjs.
 * Do not edit. The rules themselves: core/data/public_suffix_list.dat. */
#define SUFFIX_FILTER_BITS ${BITS}u

static const uint32_t suffix_filter[] = {
${lines.join('\n')}
};
`;

if (process.argv.includes('--check')) {
  const fresh = existsSync(output) && readFileSync(output, 'utf8') === text;
  console.log(`suffix_filter.inc ${fresh ? 'is fresh' : 'differs from the suffix list: npm run update:data'}`);
  process.exit(fresh ? 0 : 1);
}
writeFileSync(output, text);
console.log(`suffix_filter.inc: ${rules.length} rules, ${text.length} bytes`);
