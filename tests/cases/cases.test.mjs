// cases.test: every case, by the native binary (as is, with LF, with CRLF) and
// by the wasm in node, whose JSON must be the same bytes.
//
// Fails for a case without an expected file too: npm run cases:update -- <path>

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { formatExpected, listCases, withLines } from './cases.mjs';
import { checkNative } from './native.mjs';
import { loadWasm } from './wasm.mjs';

const cases = listCases();
const isSource = ({ path }) => path.endsWith('.eml');

/** What the binary says of each case in `form`; a case that has no such form is left out. */
async function checkAs(form) {
  const chosen = cases.filter((one) => form === 'as is' || (isSource(one) && !one.exactLines));
  const line = { LF: '\n', CRLF: '\r\n' }[form];
  const messages = chosen.map(({ bytes, options }) => ({ bytes: line ? withLines(bytes, line) : bytes, options }));
  const results = await checkNative(messages);
  return new Map(chosen.map((one, index) => [one.name, results[index]]));
}

function assertVerdict(one, json) {
  if (json instanceof Error) throw json;
  assert.ok(existsSync(one.expectedPath), 'no expected file');
  assert.equal(formatExpected(JSON.parse(json)), readFileSync(one.expectedPath, 'utf8'));
}

describe('cases', () => {
  const native = {};
  let wasm;
  before(async () => {
    for (const form of ['as is', 'LF', 'CRLF']) native[form] = await checkAs(form);
    wasm = await loadWasm();
  });

  test('there are cases', () => assert.ok(cases.length > 0));
  for (const one of cases) {
    test(one.name, async () => {
      const json = native['as is'].get(one.name);
      assertVerdict(one, json);
      assert.equal(await wasm.checkJson(one.bytes, one.options), json, 'the wasm gives other bytes');
      for (const form of ['LF', 'CRLF']) {
        if (native[form].has(one.name)) assertVerdict(one, native[form].get(one.name));
      }
    });
  }
});
