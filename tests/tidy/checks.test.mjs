// checks.test: every check stands in its four places: checks.def, its own C
// file, cases that fire and near misses that stay quiet, words in each locale.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHeader, readPolicy, writeManual } from '../../core/data/checks.mjs';
import { listPaths, readText, root } from './repository.mjs';

const { points, checks, outcomes } = readPolicy();
const ids = checks.map(({ id }) => id);
const locales = await Promise.all(
  listPaths(/^web\/locales\/\w+\.js$/).map(async (path) => ({ path, words: (await import(`${root}/${path}`)).default })),
);

test('checks.def names every point, check and outcome once', () => {
  assert.equal(points.length, 7);
  assert.equal(new Set(ids).size, ids.length);
  const names = outcomes.map(({ check, message }) => `${check} ${message}`);
  assert.equal(new Set(names).size, names.length);
  for (const { id, point } of checks) {
    assert.ok(points.includes(point), `${id}: no point ${point}`);
    assert.ok(outcomes.some(({ check }) => check === id), `${id} can say nothing`);
  }
  for (const { check } of outcomes) assert.ok(ids.includes(check), `outcome of an unknown check ${check}`);
});

test('every check has a file, and says what it is', () => {
  for (const { id, file } of checks) {
    assert.ok(listPaths(/^core\/src\/checks\/.*\.c$/).includes(`core/src/checks/${file}`), `no ${file}`);
    const names = readHeader(file).map(([name]) => name);
    for (const name of ['Looks for', 'Why it matters', 'Stays quiet when', 'Known limits']) {
      assert.ok(names.includes(name), `${id}: no "${name}"`);
    }
    assert.match(readText(`core/src/checks/${file}`), new RegExp(`^/\\* ${id}\\n`), `${file} does not open with its id`);
  }
});

test('every outcome is reported somewhere in its check', () => {
  for (const { check, message } of outcomes) {
    const text = readText(`core/src/checks/${check.replaceAll('-', '_')}.c`);
    const name = `OUTCOME_${check}__${message}`.replaceAll('-', '_');
    // Some files build the name from the check's and the message's part in a macro.
    assert.ok(text.includes(name) || text.includes(message.replaceAll('-', '_')), `${check} never says ${message}`);
  }
});

test('every check has a case that fires and a near miss that stays quiet', () => {
  const missing = ids.flatMap((id) =>
    ['fires', 'quiet'].filter((kind) => listPaths(new RegExp(`^tests/cases/checks/${id}/${kind}-[^/]+\\.(eml|txt|html|url)$`)).length === 0)
      .map((kind) => `${id}: no ${kind}-*`));
  assert.deepEqual(missing, []);
});

test('what the cases are called is what happens in them', () => {
  const wrong = listPaths(/^tests\/cases\/checks\/.*\.expected\.json$/).filter((path) => {
    const [, id, kind] = path.match(/^tests\/cases\/checks\/([^/]+)\/(fires|quiet)?-?/);
    const { findings } = JSON.parse(readText(path));
    const said = findings.some(({ check }) => check === id);
    return !ids.includes(id) || !kind || (kind === 'fires' && !said);
  });
  assert.deepEqual(wrong, []);
});

for (const { path, words } of locales) {
  test(`${path} has words for every message, and for no other`, () => {
    const want = outcomes.map(({ check, message }) => `${check} ${message}`).sort();
    const have = Object.entries(words.checks).flatMap(([check, messages]) =>
      Object.entries(messages).filter(([, text]) => typeof text === 'string' && text).map(([message]) => `${check} ${message}`));
    assert.deepEqual(have.sort(), want);
  });
}

test('CHECKS.md is fresh (npm run update:checks)', () => {
  assert.equal(readText('core/CHECKS.md'), writeManual());
});
