// sentences.test: every row of core/data/sentences is understood by the built
// core, spread over lines and tags too, and no longer with one word more.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { rootDir } from './cases.mjs';
import { checkNative } from './native.mjs';

const folder = join(rootDir, 'core/data/sentences');
const rows = readdirSync(folder).filter((name) => name.endsWith('.tsv')).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t')));

const VALUES = {
  order: '\u202B250-1234567-7654321', count: '3', year: '2026', code: '482913', price: '12,480', when: '明日8:00 午前～12:00 午後',
  person: '小野寺　澪', place: '宅配ボックス', prefecture: '山形県', device: 'Google Chrome Windows (デスクトップ)', area: 'Yamagata, Japan',
  goods: 'ステンレス水筒 500ml...',
};
const fill = (sentence) => sentence.replace(/\{(\w+)\}/g, (_, slot) => VALUES[slot]);

const claim = { order: '注文番号 250-1234567-7654321', security: 'サインイン試行', amount: '注文番号 250-1234567-7654321', all: '注文番号 250-1234567-7654321' };
const page = (family, text) => Buffer.from(`<h2>Amazon.co.jp</h2><p>${claim[family]}</p><p>${text}</p>
<p><a href="https://www.amazon.co.jp/gp/css/homepage.html">アカウントサービス</a></p>`);
const options = { kind: 'html', only: 'content-not-understood', answers: {} };

/* A tag and a line break in the middle, and the look of capitals and full width. */
const spread = (text) => `<b>${[...text].slice(0, 2).join('')}</b><br>\n${[...text].slice(2).join('')}`;
const widen = (text) => text.replace(/[a-z]/g, (c) => c.toUpperCase())
  .replace(/[0-9]/g, (c) => String.fromCodePoint(c.codePointAt(0) + 0xfee0));

describe('sentences', () => {
  const forms = {
    'as written': fill, 'over lines and tags': (text) => spread(fill(text)), 'in other letters': (text) => widen(fill(text)),
  };
  const results = {};
  const ask = async (form) =>
    (await checkNative(rows.map(([family, sentence]) => ({ bytes: page(family, form(sentence)), options }))))
      .map((json) => JSON.parse(json).findings);
  before(async () => {
    for (const [name, form] of Object.entries(forms)) results[name] = await ask(form);
    results.more = await ask((text) => `${fill(text)} 至急おいで`);
  });
  test('there are sentences, each with a source', () => {
    assert.ok(rows.length > 50);
    for (const row of rows) assert.ok(row.length === 3 && row[2], row.join(' | '));
  });
  for (const name of Object.keys(forms)) {
    test(name, () => {
      const wrong = rows.filter(([, sentence], index) => results[name][index].length > 0 &&
        !(name === 'over lines and tags' && /^.?\{\w+\}|\{value\}/.test(sentence)))
        .map(([, sentence]) => `${sentence}`);
      assert.deepEqual(wrong, []);
    });
  }
  test('one word more is one word too many', () => {
    assert.deepEqual(rows.filter((_, index) => results.more[index].length === 0).map(([, sentence]) => sentence), []);
  });
});
