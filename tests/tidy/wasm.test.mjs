// wasm.test: the built module and the built page: no imports, the agreed
// exports, and sizes that a telephone can carry.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { squeeze } from '../../wasm/squeeze.mjs';
import { readText, root } from './repository.mjs';

/* What a phone loads before the first verdict; known sentences and the drawn order of text took 50 KB of it,
 * QR codes 10 KB, those drawn in boxes 5. */
const WASM_GZIP_BYTES_MAX = 477_000;
const PAGE_BYTES_MAX = 950 * 1000;
/* All of it, with what reads pictures and files. */
const WHOLE_PAGE_BYTES_MAX = 6500 * 1000;

const wasm = readFileSync(join(root, 'build/wasm/honmono.wasm'));

test('the module imports nothing', async () => {
  assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(wasm)), []);
});

test('the module exports exports.txt, and only what its maker adds besides', async () => {
  const names = WebAssembly.Module.exports(await WebAssembly.compile(wasm)).map(({ name }) => name);
  const ours = readText('wasm/exports.txt').split('\n').filter(Boolean);
  for (const name of ours) assert.ok(names.includes(name), `${name} is not exported`);
  const rest = names.filter((name) => !ours.includes(name));
  const known = /^(memory|_initialize|__indirect_function_table|__errno_location|stackSave|stackRestore|stackAlloc|emscripten_stack_\w+|_emscripten_stack_\w+)$/;
  assert.deepEqual(rest.filter((name) => !known.test(name)), []);
});

test('sizes', async () => {
  const { length: gzip } = await squeeze(wasm);
  const whole = statSync(join(root, 'dist/honmono.html')).size;
  const html = readFileSync(join(root, 'dist/honmono.html'), 'latin1');
  const page = html.indexOf('<script type="application/octet-stream" data-extra=');
  assert.ok(page > html.lastIndexOf('<script>'), 'what is unpacked later stands behind the script of the page');
  console.log(`note: honmono.wasm ${wasm.length} bytes, ${gzip} gzip; honmono.html ${page} bytes, ${whole} with the extras`);
  assert.ok(whole <= WHOLE_PAGE_BYTES_MAX, `honmono.html is ${whole} bytes`);
  assert.ok(gzip <= WASM_GZIP_BYTES_MAX, `honmono.wasm is ${gzip} bytes in gzip`);
  assert.ok(page <= PAGE_BYTES_MAX, `honmono.html is ${page} bytes before the extras`);
});
