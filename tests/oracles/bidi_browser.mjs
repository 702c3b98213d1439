// bidi_browser: the drawn order of decode/bidi/bidi.c against what Chromium draws.
//
//   node tests/oracles/bidi_browser.mjs [COUNT] [SEED]      (npm run oracle:bidi)
//
// In: generated texts of letters and digits of all directions, signs and
// controls. Each character that has a box is asked for it (range rectangles);
// their order from left to right is compared. Not asked: marks and blanks, which
// have no box of their own or one of no width.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { browsers, chromiumFlags } from '../browser/support/page.mjs';
import { makeRandom } from './random.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [count = 500, seed = 9] = process.argv.slice(2).map(Number);
const random = makeRandom(seed);
const pick = (list) => list[Math.floor(random() * list.length)];
const POOLS = ['azAZ', '日本', 'אבגד', 'عينس', '0123456789', '-+', '.,:/', '()[]「」', '!?', '\u202b', '\u202e', '\u202d', '\u202c', '\u2067',
  '\u2066', '\u2069', '\u200f', '\u200e'];
const texts = Array.from({ length: count }, () => ({
  direction: pick(['l', 'r', 'a']),
  text: Array.from({ length: 2 + Math.floor(random() * 14) }, () => pick([...pick(POOLS)])).join(''),
}));

const { stdout } = spawnSync(join(root, 'build/native/tests/bidi_driver'), {
  input: texts.map(({ direction, text }) => direction + text).join('\n') + '\n', encoding: 'utf8' });
const ours = stdout.trimEnd().split('\n').map((line) => line.trim().split(' ').map((pair) => Number(pair.split(':')[0])));

const browser = await chromium.launch({ executablePath: browsers.chromium, args: chromiumFlags });
const page = await browser.newPage();
const drawn = await page.evaluate((list) => list.map(({ direction, text }) => {
  const line = document.createElement('div');
  line.style.cssText = 'white-space:pre;font:20px monospace;width:4000px;text-align:left';
  if (direction === 'a') line.style.unicodeBidi = 'plaintext';
  else line.dir = direction === 'l' ? 'ltr' : 'rtl';
  line.textContent = text;
  document.body.append(line);
  const range = document.createRange();
  const places = [...text].map((_, at) => {
    range.setStart(line.firstChild, at);
    range.setEnd(line.firstChild, at + 1);
    const { left, width } = range.getBoundingClientRect();
    return { at, left, width };
  });
  line.remove();
  return places.filter(({ width }) => width > 0).sort((a, b) => a.left - b.left).map(({ at }) => at);
}), texts);
await browser.close();
let different = 0;
texts.forEach(({ direction, text }, index) => {
  const left = ours[index].filter((at) => drawn[index].includes(at)).join(' ');
  if (left === drawn[index].join(' ')) return;
  if (++different <= 20) console.log(direction, JSON.stringify(text), '\n  ours    ', left, '\n  chromium', drawn[index].join(' '));
});
console.log(`${count} texts drawn by Chromium, ${different} different`);
process.exit(different ? 1 : 0);
