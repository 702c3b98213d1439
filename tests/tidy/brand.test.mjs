// brand.test: the brand is data: no C file spells its name or one of its services'.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLines, readFiles, readText, withoutComments } from './repository.mjs';

const code = readFiles(/^core\/src\/.*\.[ch]$/).map(({ path, text }) => ({ path, text: withoutComments(text) }));

test('no literal of the C code holds a name of the brand', () => {
  const literal = /"[^"]*(amazon|amzn|アマゾン|あまぞん|亚马逊|亞馬遜|아마존|prime|プライム|\baws\b|audible|kindle|seller ?central)[^"]*"/i;
  assert.deepEqual(findLines(code, literal, (_, line) => /^\s*#\s*include/.test(line)), []);
});

test('every name of names.json is asked for by the C code, and says what it is', () => {
  const names = JSON.parse(readText('core/data/brands/amazon/names.json'));
  for (const [key, { what, is, list }] of Object.entries(names).filter(([key]) => key !== 'about')) {
    assert.ok(what && (is || list), key);
    const used = key === 'scripts' ? 'BRAND_SCRIPT_POINTS' : `BRAND_${key.toUpperCase()}`;
    const asked = code.some(({ text }) => new RegExp(`\\b${used}\\b`).test(text)) || (key === 'name_kana' && code.some(({ text }) => text.includes('BRAND_KANA_POINTS')));
    assert.ok(asked, `nothing asks for ${key}`);
  }
});
