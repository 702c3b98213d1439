// links.test: every row of links.tsv as `honmono link -` and the wasm answer it.
//
// In: links.tsv (its columns are explained on its first lines). What is asked:
//   the standing of each row in the JSON, and the same bytes from both builds.
//   Notes and classes are the business of tests/unit/facts_link_cases_test.c.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { honmono, requireBuilt } from './native.mjs';
import { loadWasm, wasmPath } from './wasm.mjs';

const table = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'links.tsv'), 'utf8');
const rows = table.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [link, standing, , trick] = line.split('\t');
  return { link, standings: standing.split('|').map((name) => name.split('/')[0]), trick };
});

/** One line of JSON per link, in their order. */
function linkLines() {
  const input = `${rows.map(({ link }) => link).join('\n')}\n`;
  const { status, stdout } = spawnSync(requireBuilt(honmono()), ['link', '-'], { input, maxBuffer: 1 << 28 });
  assert.equal(status, 0);
  return stdout.toString().trimEnd().split('\n');
}

test('the table holds at least 300 links, each naming its trick', () => {
  assert.ok(rows.length >= 300, `${rows.length} links`);
  assert.deepEqual(rows.filter(({ trick }) => !trick), []);
});

test('honmono link - gives every link its standing', () => {
  const lines = linkLines();
  assert.equal(lines.length, rows.length);
  const wrong = rows.map((row, index) => ({ ...row, found: JSON.parse(lines[index]).standing }))
    .filter(({ standings, found }) => !standings.includes(found));
  assert.deepEqual(wrong, []);
});

test('the wasm gives every link the same JSON', { skip: existsSync(wasmPath) ? false : 'the wasm is not built' }, async () => {
  const core = await loadWasm();
  const lines = linkLines();
  for (const [index, { link }] of rows.entries()) {
    const answer = await core.link(link.startsWith('"') ? JSON.parse(link) : link);
    assert.deepEqual(answer, JSON.parse(lines[index]), link);
  }
});
