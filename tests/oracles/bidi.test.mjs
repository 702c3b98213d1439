// bidi.test: a part of npm run oracle:bidi in every run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, makeTexts } from './bidi.mjs';

test('texts of all classes are drawn in the order that bidi-js finds', () => {
  assert.deepEqual(compare(makeTexts(3000, 1)), []);
});
