// corpus.test: over real mail, native and wasm say the same, byte for byte.
//
// In: ../shared/corpus beside the checkout; skipped with one line when absent.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rootDir } from './cases.mjs';
import { checkNative } from './native.mjs';
import { loadWasm } from './wasm.mjs';

const corpus = join(rootDir, '..', 'shared', 'corpus');
const skip = existsSync(corpus) ? false : 'no ../shared/corpus beside the checkout';

test('native and wasm give the same bytes over the corpus', { skip }, async () => {
  const files = readdirSync(corpus, { recursive: true }).filter((file) => file.endsWith('.eml')).sort();
  const messages = files.map((file) => ({ bytes: readFileSync(join(corpus, file)), options: {} }));
  const native = await checkNative(messages);
  const wasm = await loadWasm();
  const differ = [];
  for (const [index, file] of files.entries()) {
    if (native[index] instanceof Error) differ.push(`${file}: ${native[index].message}`);
    else if ((await wasm.checkJson(messages[index].bytes, {})) !== native[index]) differ.push(file);
  }
  assert.deepEqual(differ, []);
  assert.ok(files.length > 0);
  console.log(`${files.length} files compared`);
});
