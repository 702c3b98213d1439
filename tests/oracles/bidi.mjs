// bidi: the drawn order of decode/bidi/bidi.c against the npm package bidi-js.
//
//   npm run oracle:bidi            100,000 generated texts
//   npm run oracle:bidi -- N SEED
//
// In: texts of characters of every class of UAX 9 (brackets, marks, isolates and
// overrides often, unbalanced too), in each of the three directions. Compared is
// the order in which all characters are drawn that X9 does not remove.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRandom } from './random.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bidi = createRequire(import.meta.url)('bidi-js')();

// Several of each class.
const POOLS = [
  'aZ日ア', 'את', 'عي', '0987', '+-', '#$%°', '٠٩', ',.:/', '\u0300\u05b0', ' \u3000\u2003', '!&;*"「」()[]{}〈〉（）', '\t',
  '\u202a', '\u202d', '\u202b', '\u202e', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f', '\u061c', '\u00ad',
];
const REMOVED = /[\u202a-\u202e\u00ad\u200b-\u200d\u0000-\u0008\u000e-\u001b]/;

export function makeTexts(count, seed) {
  const random = makeRandom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => {
    const few = Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(POOLS));
    const length = 1 + Math.floor(random() * (random() < 0.02 ? 300 : 14));
    const text = Array.from({ length }, () => pick([...pick(random() < 0.8 ? few : POOLS)])).join('');
    return { direction: pick(['l', 'r', 'a']), text };
  });
}

function askDriver(texts) {
  const { status, stdout } = spawnSync(join(root, 'build/native/tests/bidi_driver'), {
    input: texts.map(({ direction, text }) => direction + text).join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error('bidi_driver failed: npm run build');
  return stdout.trimEnd().split('\n').map((line) => line.trim().split(' ').map((pair) => pair.split(':').map(Number)));
}

/* L1 and L2 by the letter of UAX 9, over the levels of the package. Its own
 * getReorderedIndices() lets what X9 removes part two runs of one level. */
function order(kept, base) {
  let trailing = true;
  for (const one of [...kept].reverse()) {
    const separator = one.type === 'S' || one.type === 'B';
    trailing = separator || (trailing && /^(WS|LRI|RLI|FSI|PDI)$/.test(one.type));
    if (trailing) one.level = base;
  }
  let drawn = kept;
  for (let level = Math.max(0, ...kept.map((one) => one.level)); level > 0; level--) {
    for (let from = 0; from < drawn.length; from++) {
      let to = from;
      while (to < drawn.length && drawn[to].level >= level) to++;
      if (to > from) drawn = [...drawn.slice(0, from), ...drawn.slice(from, to).reverse(), ...drawn.slice(to)];
      from = to;
    }
  }
  return drawn.map(({ at }) => at);
}

function askPackage({ direction, text }) {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, { l: 'ltr', r: 'rtl', a: 'auto' }[direction]);
  const all = [...text].map((character, at) => ({ at, level: levels[at], type: bidi.getBidiCharTypeName(character) }));
  return order(all.filter(({ at }) => !REMOVED.test(text[at])), paragraphs[0].level);
}

export function compare(texts) {
  const ours = askDriver(texts);
  return texts.flatMap((one, index) => {
    const left = ours[index].map(([at]) => at).filter((at) => !REMOVED.test(one.text[at])).join(' ');
    const right = askPackage(one).join(' ');
    return left === right ? [] : [{ ...one, left, right }];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = 100_000, seed = 20261127] = process.argv.slice(2).map(Number);
  const different = compare(makeTexts(count, seed));
  for (const { direction, text, left, right } of different.slice(0, 20)) console.log(direction, JSON.stringify(text), '\n  ours', left, '\n  theirs', right);
  console.log(`${count} texts, ${different.length} different`);
  process.exit(different.length ? 1 : 0);
}
