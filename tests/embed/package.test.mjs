// package.test: the npm package, packed and installed into a folder that knows nothing
// of the checkout: by node, by npx, by TypeScript, and in Chromium without a network.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { listCases } from '../cases/cases.mjs';
import { checkNative, honmono } from '../cases/native.mjs';
import { freshFolder, needs, rootDir, run, shownPrograms } from './taking.mjs';

const folder = freshFolder();
const installed = join(folder, 'node_modules', 'honmono');
const { version } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'));
const cases = listCases('whole/').filter(({ path }) => path.endsWith('.eml'));
const bin = join(folder, 'node_modules', '.bin', 'honmono');
let packed;

before(() => {
  run(process.execPath, [join(rootDir, 'wasm/npm/build.mjs')]);
  [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder, join(rootDir, 'dist/npm')], { cwd: folder }));
  writeFileSync(join(folder, 'package.json'), '{"name":"user","private":true,"type":"module"}\n');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', join(folder, packed.filename)], { cwd: folder });
});

describe('what is packed', () => {
  test('one version, no dependency, no script that runs at installing', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    assert.equal(manifest.version, version);
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts', 'private']) assert.equal(manifest[key], undefined, key);
  });
  test('every file that it names, its licences, and nothing of the checkout', () => {
    const files = packed.files.map(({ path }) => path).sort();
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const named = [...Object.values(manifest.exports).flatMap((target) => Object.values(typeof target === 'string' ? [target] : target)), manifest.types, manifest.bin.honmono];
    for (const path of named) assert.ok(files.includes(path.replace('./', '')), path);
    for (const path of ['LICENSE', 'notices.txt', 'README.md']) assert.ok(files.includes(path), path);
    assert.deepEqual(files.filter((path) => !/^(npm\/[a-z_.]+\.(mjs|d\.mts)|[\w.]+\.(wasm|json|mjs|md|txt)|LICENSE)$/.test(path)), []);
    console.log(`note: package of ${packed.size} bytes, ${packed.unpackedSize} unpacked`);
  });
  test('can be published: everything that npm asks for is there', () => {
    run('npm', ['publish', '--dry-run', '--offline', '--silent', join(folder, packed.filename)], { cwd: folder });
  });
});

describe('node', () => {
  test('the program of core/embedding.md', () => {
    const [program] = shownPrograms('js');
    writeFileSync(join(folder, 'program.mjs'), program);
    const said = run(process.execPath, ['program.mjs'], { cwd: folder, timeout: 60_000 }).split('\n');
    assert.equal(said[0], 'fake');
    assert.match(said[1], /leads to evil\.example/);
    assert.equal(said[2], 'impersonating');
  });
  test('says the same bytes as the native program', async () => {
    writeFileSync(join(folder, 'same.mjs'), `import { checkJson } from 'honmono';
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { message, options } = JSON.parse(line);
  console.log(await checkJson(Buffer.from(message, 'base64'), options));
}`);
    const input = cases.map(({ bytes, options }) => `${JSON.stringify({ message: bytes.toString('base64'), options })}\n`).join('');
    const said = run(process.execPath, ['same.mjs'], { cwd: folder, input }).trimEnd().split('\n');
    assert.deepEqual(said, await checkNative(cases));
  });
  test('a worker answers, is cancelled, answers again, and keeps no process alive', () => {
    writeFileSync(join(folder, 'worker.mjs'), `import { startWorker } from 'honmono';
const core = startWorker();
console.log((await core.link('https://www.amazon.co.jp/')).standing);
const large = core.check('a long line of text\\n'.repeat(1 << 20)).catch(({ status }) => status);
core.cancel();
console.log(await large);
console.log(await core.version());
await core.check('x', { kind: 'mail' }).catch(({ status, problem }) => console.log(status, problem));`);
    const said = run(process.execPath, ['worker.mjs'], { cwd: folder, timeout: 60_000 }).trimEnd().split('\n');
    assert.deepEqual(said.slice(0, 3), ['official', 'cancelled', version]);
    assert.match(said[3], /^bad_options kind/);
  });
  test('other ways in: the module, the schema', () => {
    writeFileSync(join(folder, 'own.mjs'), `import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCore } from 'honmono';
import schema from 'honmono/schema.json' with { type: 'json' };
const core = await loadCore(readFileSync(fileURLToPath(import.meta.resolve('honmono/honmono.wasm'))));
console.log(await core.version(), schema.$id);`);
    assert.equal(run(process.execPath, ['--no-warnings', 'own.mjs'], { cwd: folder }).trim(), `${version} urn:honmono:schema:1`);
  });
});

describe('npx honmono', () => {
  const npx = (words, more = {}) => run('npx', ['--offline', '--no', 'honmono', ...words], { cwd: folder, ...more });
  const both = (words, more = {}) => {
    const [one, other] = [bin, honmono()].map((program) => spawnSync(program, words, { cwd: folder, maxBuffer: 1 << 30, ...more }));
    assert.equal(one.stdout.toString(), other.stdout.toString(), words.join(' '));
    assert.equal(one.status, other.status, words.join(' '));
    return one;
  };
  before(() => {
    cases.slice(0, 6).forEach(({ bytes }, at) => writeFileSync(join(folder, `message ${at}.eml`), bytes));
    writeFileSync(join(folder, 'options.json'), '{"profile":{"names":["山田 太郎"]}}');
    writeFileSync(join(folder, 'bad.json'), '{"profil":{}}');
  });

  test('checks a message', () => assert.ok(JSON.parse(npx(['check', 'message 0.eml'])).verdict));
  test('writes what the native program writes, with its exit status', () => {
    both(['version']);
    both(['catalogue']);
    both(['check', 'message 1.eml']);
    both(['check', '--kind', 'text', '--options', 'options.json', 'message 2.eml']);
    both(['check'], { input: cases[3].bytes });
    both(['check', '--ndjson', 'message 0.eml', 'message 3.eml', 'message 4.eml']);
    both(['link', 'https://amazon.co.jp/', 'https://evil.example/\u{1f600}', 'mailto:x']);
    both(['link', '-'], { input: 'https://amazon.co.jp/\r\n"https:\\/\\/evil.example"\n"broken\n\n' });
    const lines = cases.slice(0, 20).map(({ bytes, options }, id) => JSON.stringify({ id: id % 2 ? `n${id}` : id, message_base64: bytes.toString('base64'), options }));
    both(['check', '--lines'], { input: `${lines.join('\n')}\n\n` });
    both(['check', '--lines', '--options', 'options.json'], { input: JSON.stringify({ id: 1, message_base64: 'eA==' }) });
  });
  test('fails as it does', () => {
    for (const words of [[], ['nothing'], ['check', '--nothing'], ['check', '--kind'], ['check', '--kind', 'mail', 'message 0.eml'], ['check', '--options', 'bad.json', 'message 0.eml'],
      ['check', 'a', 'b'], ['check', '--ndjson'], ['check', '--lines', 'a'], ['link'], ['check', 'none.eml']]) {
      const { status, stderr } = both(words);
      assert.ok(status > 0 && stderr.length > 0, words.join(' '));
    }
    const [{ id, error }, next] = both(['check', '--lines'], { input: '{"id":"a","message_base64":"eA==","options":{"x":1}}\n{"id":"b","message_base64":"eA=="}\n', status: 1 })
      .stdout.toString().trim().split('\n').map((line) => JSON.parse(line));
    assert.ok(id === 'a' && error && next.id === 'b');
  });
  test('what it does not have is said, and the native program has it', () => {
    const { status, stderr } = spawnSync(bin, ['check', '--mbox', 'x'], { cwd: folder });
    assert.equal(status, 2);
    assert.match(stderr.toString(), /native program/);
    writeFileSync(join(folder, 'two.mbox'), 'From a@b\nSubject: x\n\nx\n\nFrom a@b\nSubject: y\n\ny\n');
    assert.equal(npx(['check', '--mbox', 'two.mbox'], { env: { HONMONO_NATIVE: honmono() } }).trim().split('\n').length, 2);
  });
  test('a reader that goes away ends it quietly', () => {
    const { stdout, stderr } = spawnSync('bash', ['-c', 'for i in $(seq 500); do echo https://amazon.co.jp/; done | "$0" link - | head -1', bin]);
    assert.equal(JSON.parse(stdout.toString()).standing, 'official');
    assert.equal(stderr.toString(), '');
  });
});

const typescript = join(rootDir, 'node_modules', 'typescript', 'lib', 'tsc.js');
test('TypeScript compiles what uses it, and refuses what is wrong', { skip: !existsSync(typescript) && 'typescript is not installed' }, () => {
  writeFileSync(join(folder, 'use.mts'), readFileSync(join(rootDir, 'tests/embed/use.mts')));
  for (const resolution of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    run(process.execPath, [typescript, '--strict', '--noEmit', '--target', 'es2022', '--module', resolution[0], '--moduleResolution', resolution[1],
      '--lib', 'es2022,dom', 'use.mts'], { cwd: folder });
  }
});

describe('Chromium', { skip: needs('chromium') }, () => {
  const types = { '.mjs': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };
  const page = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'self'">
<script type="importmap">{"imports":{"honmono":"/node_modules/honmono/npm/browser.mjs"}}</script>
<script type="module">
import { check, link, startWorker } from 'honmono';
const worker = startWorker();
globalThis.run = async (text) => ({
  verdict: await check(text), link: await link('https://www.amazon.co.jp@evil.example/'), worker: await worker.check(text), version: await worker.version(),
});
globalThis.ready = true;
</script>`;

  test('the same answer as the native program, in the page and in the worker, by its own scripts alone', async () => {
    const asked = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      const file = join(folder, decodeURIComponent(url));
      if (url === '/') return response.setHeader('Content-Type', 'text/html').end(page);
      if (!existsSync(file)) return response.writeHead(404).end();
      return response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      const errors = [];
      tab.on('pageerror', (error) => errors.push(String(error)));
      tab.on('console', (line) => line.type() === 'error' && !/favicon/.test(line.location().url) && errors.push(line.text()));
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      await tab.waitForFunction(() => globalThis.ready);
      const message = cases[0].bytes.toString('utf8');
      const said = await tab.evaluate((text) => globalThis.run(text), message);
      const [native] = await checkNative([{ bytes: Buffer.from(message), options: {} }]);
      assert.deepEqual(said.verdict, JSON.parse(native));
      assert.deepEqual(said.worker, said.verdict);
      assert.equal(said.link.standing, 'impersonating');
      assert.equal(said.version, version);
      assert.deepEqual(errors, []);
      assert.deepEqual(asked.filter((url) => !/^\/(node_modules\/honmono\/(npm\/\w+|core)\.mjs|favicon\.ico)?$/.test(url)), [], 'the module is inside the script');
    } finally {
      await browser.close();
      server.close();
    }
  });
});
