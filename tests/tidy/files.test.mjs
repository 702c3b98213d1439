// files.test: names, openings and widths of the files, and nothing in them that
// belongs to one machine.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { findLines, listPaths, readFiles, readText } from './repository.mjs';

const own = /^(core|wasm|web|tests|\.ci)\//;
const code = readFiles(/^(core|wasm|web|tests)\/.*\.(c|h|def|mjs|js|cmake|sh|css)$/).filter(({ path }) => !path.endsWith('.inc'));

test('names are lower case words; C joins them by underscores', () => {
  const wrong = listPaths(own).filter((path) => {
    const name = basename(path);
    if (/^[A-Z]+\.md$|^CMakeLists\.txt$/.test(name)) return false;
    if (/\.(c|h|def|inc)$/.test(name)) return !/^[a-z][a-z0-9_]*\.(c|h|def|inc)$/.test(name);
    return /[A-Z\s]/.test(name);
  });
  assert.deepEqual(wrong, []);
});

test('a check is the file of its id', () => {
  const wrong = listPaths(/^tests\/cases\/checks\//).filter((path) => !/^tests\/cases\/checks\/[a-z-]+\/(fires|quiet)-[a-z0-9-]+\.(eml|txt|html|url|options\.json|expected\.json)$/.test(path));
  assert.deepEqual(wrong, []);
});

test('every source file opens by saying what it is', () => {
  const wrong = code.filter(({ text }) => !/^(#!.*\n)?(\/\/|\/\*|#)/.test(text)).map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test('lines are under 141 columns, in C under 121', () => {
  const wide = code.flatMap(({ path, text }) => text.split('\n')
    .map((line, index) => ({ width: [...line].length, place: `${path}:${index + 1}`, line }))
    .filter(({ width, line }) => width > (/\.(c|h)$/.test(path) ? 120 : 140) && !/locales|samples|contacts|icons/.test(path) &&
      !/https?:\/\/|assert|test\(|= \/.*\/;?$/.test(line))
    .map(({ place, width }) => `${place}: ${width}`));
  assert.deepEqual(wide.filter((place) => !/^tests\/|\.def:/.test(place)), []);
});

test('C files of the core read well: under 550 lines', () => {
  const long = readFiles(/^core\/(src|cli)\/.*\.c$/).map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > 550);
  assert.deepEqual(long, []);
});

test('no path of one machine', () => {
  const text = readFiles(/\.(c|h|def|mjs|js|json|md|txt|cmake|sh|html|css)$|^\.ci\/|^\.npmrc$/)
    .filter(({ path }) => !/^tests\/(cases|tidy|fuzz)\/|package-lock/.test(path));
  assert.deepEqual(findLines(text, /(^|[\s"'`(=:])\/(work|tmp|home|root|Users)\//), []);
});

test('the lock file names no registry', () => {
  assert.doesNotMatch(readText('package-lock.json'), /"resolved"/);
});

test('text files end with one line break and have no trailing blanks', () => {
  const wrong = readFiles(/^(core|wasm|web\/(src|locales)|tests\/(unit|tidy|oracles|browser|hostile|bench)|\.ci)\/.*\.(c|h|def|mjs|js|md|cmake|sh|css)$/)
    .filter(({ text }) => !text.endsWith('\n') || text.endsWith('\n\n') || /[ \t]\n/.test(text)).map(({ path }) => path);
  assert.deepEqual(wrong, []);
});
