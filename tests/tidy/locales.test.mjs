// locales.test: every word the core can say has a sentence in every locale,
// and all locales say the same things with the same blanks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPaths, readText, root } from './repository.mjs';

const locales = await Promise.all(
  listPaths(/^web\/locales\/\w+\.js$/).map(async (path) => ({ path, words: (await import(`${root}/${path}`)).default })),
);

/** The names (second field) of the rows of a .def file. */
const readNames = (path, macro) =>
  [...readText(path).matchAll(new RegExp(`^${macro}\\(\\w+, *"([^"]*)"`, 'gm'))].map(([, name]) => name).filter(Boolean);

const vocabularies = {
  notes: readNames('core/src/read/url/url_notes.def', 'NOTE'),
  hidden: readNames('core/src/read/document/hidden.def', 'HIDDEN'),
  oddities: readNames('core/src/base/oddities.def', 'ODDITY'),
  about: readNames('core/src/text/abouts.def', 'ABOUT'),
};

/** "a.b.c" -> text for every text in a tree of words. */
function flatten(words, path = '') {
  if (typeof words !== 'object' || words === null) return [[path, String(words)]];
  return Object.entries(words).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key));
}

test('there are two locales or more', () => assert.ok(locales.length >= 2));

for (const { path, words } of locales) {
  for (const [key, names] of Object.entries(vocabularies)) {
    test(`${path}: ${key}`, () => {
      assert.ok(names.length > 0);
      assert.deepEqual(Object.keys(words[key]).sort(), [...new Set(names)].sort());
      for (const name of names) assert.ok(words[key][name], `${name} has no words`);
    });
  }
}

test('all locales have the same keys', () => {
  const [first, ...others] = locales.map(({ words }) => flatten(words).map(([path]) => path).sort());
  for (const other of others) assert.deepEqual(other, first);
});

test('a sentence has the same blanks in every locale', () => {
  const [first, ...others] = locales.map(({ words }) => new Map(flatten(words)));
  const blanks = (text) => [...new Set((text ?? '').match(/\{\w+\}/g) ?? [])].sort().join(' ');
  const wrong = others.flatMap((other) => [...first].filter(([path, text]) => blanks(text) !== blanks(other.get(path)))
    .map(([path]) => path));
  assert.deepEqual(wrong, []);
});
