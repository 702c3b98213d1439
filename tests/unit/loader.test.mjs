// loader.test: wasm/core.mjs: results, errors by name, fresh instances, and the
// two ends of the worker protocol, here joined without a worker.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { connectCore, loadCore, serveCore } from '../../wasm/core.mjs';
import { wasmPath } from '../cases/wasm.mjs';

const module = WebAssembly.compile(readFileSync(wasmPath));
const message = 'From: a@example.com\nMessage-ID: <1@example.com>\nSubject: hello\n\nHello.\n';

test('check, link and catalogue give parsed JSON', async () => {
  const core = await loadCore(module);
  const verdict = await core.check(message, {});
  assert.equal(verdict.schema, 1);
  assert.equal(verdict.kind, 'source');
  assert.equal((await core.link('https://www.amazon.co.jp/')).standing, 'official');
  assert.ok((await core.catalogue()).checks.length > 0);
  assert.equal(await core.version(), verdict.honmono);
});

test('bytes, strings and buffers are the same message', async () => {
  const core = await loadCore(module);
  const bytes = new TextEncoder().encode(message);
  const texts = await Promise.all([message, bytes, bytes.buffer].map((input) => core.checkJson(input)));
  assert.equal(new Set(texts).size, 1);
  assert.equal((await core.check(new Uint8Array(0))).schema, 1);
});

test('a failure has the name that the core gives it, and the next call works', async () => {
  const core = await loadCore(module);
  await assert.rejects(core.check('x', { no_such_key: 1 }), ({ status, problem }) => status === 'bad_options' && /no_such_key/.test(problem));
  await assert.rejects(core.check(new Uint8Array((32 << 20) + 1)), { status: 'too_large' });
  assert.equal((await core.check(message)).schema, 1);
});

test('a large message does not keep its memory', async () => {
  const core = await loadCore(module);
  const text = await core.checkJson(`${'a long line of text '.repeat(400)}\n`.repeat(1000));
  assert.ok(text.startsWith('{'));
  assert.equal((await core.check(message)).kind, 'source');
});

/** A worker that is none: serveCore() and connectCore() by microtasks. */
function makeWorker(core) {
  const scope = {};
  const worker = { terminated: false, terminate: () => (worker.terminated = true) };
  scope.postMessage = (data) => queueMicrotask(() => !worker.terminated && worker.onmessage({ data: structuredClone(data) }));
  worker.postMessage = (data) => queueMicrotask(() => scope.onmessage({ data: structuredClone(data) }));
  serveCore(scope, core);
  return worker;
}

test('a worker answers calls by their id, errors too', async () => {
  const core = loadCore(module);
  const page = connectCore(() => makeWorker(core));
  const [verdict, link] = await Promise.all([page.check(message, {}), page.link('http://example.com/')]);
  assert.equal(verdict.schema, 1);
  assert.equal(link.domain, 'example.com');
  await assert.rejects(page.check('x', { kind: 'none' }), { status: 'bad_options' });
});

test('cancel ends the worker, rejects what was under way, and the next call starts another', async () => {
  const workers = [];
  const core = loadCore(module);
  const page = connectCore(() => (workers.push(makeWorker(core)), workers.at(-1)));
  const call = page.check(message);
  page.cancel();
  await assert.rejects(call, { status: 'cancelled' });
  assert.equal(workers[0].terminated, true);
  assert.equal((await page.check(message)).schema, 1);
  assert.equal(workers.length, 2);
});

test('a worker that crashes rejects what was under way', async () => {
  const workers = [];
  const page = connectCore(() => (workers.push({ postMessage() {}, terminate() {} }), workers.at(-1)));
  const call = page.check(message);
  workers[0].onerror({ message: 'out of memory' });
  await assert.rejects(call, { status: 'crashed', problem: 'out of memory' });
});
