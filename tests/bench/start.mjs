// start: npm run bench:start: from opening the page to the first verdict.
//
//   node tests/bench/start.mjs [--rounds=N]
//
// In: dist/honmono.html, build/wasm/honmono.wasm. Out: milliseconds from the
// navigation to file:// until a message, pasted as soon as the page listens,
// has its verdict on the screen, each time in a browser started for it, beside
// an empty page in the same kind of browser, in turn; what the difference is
// made of, step by step on one page; bytes, and what takes the room.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { browserPath, main, median, needed, outDir, readNumber, root } from './common.mjs';

const MESSAGE = 'From: "Amazon.co.jp" <a@evil.example>\nTo: taro@example.jp\nMessage-ID: <1@evil.example>\nSubject: Amazon\n' +
  'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Dear customer,<p><a href="https://amazon.co.jp.evil.example/">Amazon.co.jp</a>\n';
const STEPS = 9; // repetitions of each step on one page; the median counts

const launch = () => chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });

/** Before any script of the page: pastes when the page listens, notes the times. */
function watch(message) {
  const marks = (globalThis.startMarks = {});
  const paste = () => {
    marks.listens = performance.now();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', message);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  new MutationObserver((_, observer) => {
    const place = document.getElementById('main');
    if (!marks.listens && place && !place.hasAttribute('aria-busy')) setTimeout(paste);
    if (!marks.verdict && document.querySelector('[data-verdict]')) {
      marks.verdict = performance.now();
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** One fresh browser, one page; milliseconds since the navigation began. */
async function openOnce(path, isOurs) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    if (isOurs) await page.addInitScript(watch, MESSAGE);
    await page.goto(`file://${path}`, { waitUntil: 'load' });
    if (isOurs) await page.waitForFunction(() => globalThis.startMarks.verdict);
    return await page.evaluate(() => {
      const { responseEnd, domInteractive, loadEventStart } = performance.getEntriesByType('navigation')[0];
      return { read: responseEnd, parsed: domInteractive, load: loadEventStart, ...globalThis.startMarks };
    });
  } finally {
    await browser.close();
  }
}

/** In the page: milliseconds of what the worker does before its first answer. */
async function takeSteps({ message, repetitions }) {
  const packed = document.getElementById('core').textContent;
  const spent = { 'base64': [], inflate: [], compile: [], instantiate: [], 'first check': [], 'later check': [] };
  const encoder = new TextEncoder();
  for (let i = 0; i < repetitions; i++) {
    let from = performance.now();
    const lap = (name) => {
      const now = performance.now();
      spent[name].push(now - from);
      from = performance.now();
    };
    const bytes = Uint8Array.fromBase64(packed.trim());
    lap('base64');
    const inflater = new DecompressionStream('gzip');
    const writer = inflater.writable.getWriter();
    writer.write(bytes).then(() => writer.close());
    const wasm = await new Response(inflater.readable).arrayBuffer();
    lap('inflate');
    const module = await WebAssembly.compile(wasm);
    lap('compile');
    const { exports: core } = await WebAssembly.instantiate(module);
    core._initialize();
    lap('instantiate');
    for (const name of ['first check', 'later check']) {
      const text = encoder.encode(message);
      const [slot, at] = [core.malloc(4), core.malloc(text.length)];
      new Uint8Array(core.memory.buffer).set(text, at);
      from = performance.now();
      core.honmono_check(slot, at, text.length, 0);
      lap(name);
    }
  }
  const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  return Object.fromEntries(Object.entries(spent).map(([name, numbers]) => [name, middle(numbers)]));
}

async function measureSteps(path) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`file://${path}`);
    return { browser: browser.version(), steps: await page.evaluate(takeSteps, { message: MESSAGE, repetitions: STEPS }) };
  } finally {
    await browser.close();
  }
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
const sizes = (name, bytes) => [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length];

/** [{ name, bytes }] of a module's sections, its large ones. */
function listSections(wasm) {
  const names = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data'];
  const sections = [];
  for (let at = 8; at < wasm.length;) {
    const id = wasm[at++];
    let size = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = wasm[at++];
      size += (byte & 0x7f) * 2 ** shift;
    }
    sections.push({ name: `wasm section ${names[id] ?? id}`, bytes: wasm.subarray(at, at + size) });
    at += size;
  }
  return sections.filter(({ bytes }) => bytes.length > 2000);
}

/** Elements of the page by size: the core, the script, the style. */
function listParts(page) {
  const found = [...page.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([whole, tag, text]) => ({
    name: tag === 'style' ? 'page: style' : whole.includes('octet-stream') ? 'page: the core, gzip in base64' : 'page: script, words, samples',
    bytes: Buffer.from(text),
  }));
  return found.filter(({ bytes }) => bytes.length > 2000);
}

/** The largest tables and functions; the native program has names, the module has none. */
function listSymbols() {
  const program = join(root, 'build', 'native', 'honmono');
  const lines = execFileSync('nm', ['-S', '--size-sort', '-r', needed(program)]).toString().split('\n');
  const symbols = lines.map((line) => line.split(' ')).filter(([, size, type]) => size && /[rRtTdD]/.test(type ?? ''));
  return symbols.slice(0, 16).map(([, size, type, name]) => [name, parseInt(size, 16), /t/i.test(type) ? 'code' : 'table']);
}

export async function run({ words = [] }) {
  const rounds = readNumber(words, 'rounds', 9);
  const path = needed(join(root, 'dist', 'honmono.html'));
  const wasm = readFileSync(needed(join(root, 'build', 'wasm', 'honmono.wasm')));
  mkdirSync(outDir, { recursive: true });
  const empty = join(outDir, 'empty.html');
  writeFileSync(empty, '<!doctype html><title>empty</title>');
  const runs = { ours: [], empty: [] };
  for (let round = 0; round < rounds; round++) {
    runs.empty.push(await openOnce(empty, false));
    runs.ours.push(await openOnce(path, true));
  }
  const of = (name, key) => median(runs[name].map((times) => times[key]));
  const { browser, steps } = await measureSteps(path);
  const difference = of('ours', 'verdict') - of('empty', 'load');
  const page = readFileSync(path);
  const parts = [...listParts(page.toString()), ...listSections(wasm)].map(({ name, bytes }) => sizes(name, bytes));
  return {
    title: `Start: Chromium ${browser}, ${rounds} fresh browsers each, median ms since the navigation`,
    tables: [
      { head: ['', 'ms'], rows: [
        ['empty page: load', of('empty', 'load')],
        ['ours: file read', of('ours', 'read')],
        ['ours: parsed', of('ours', 'parsed')],
        ['ours: listens (script has run)', of('ours', 'listens')],
        ['ours: first verdict on the screen', of('ours', 'verdict')],
        ['difference to the empty page', difference],
      ] },
      { head: ['alone, on one page', 'ms'], rows: Object.entries(steps) },
      { head: ['bytes', 'raw', 'gzip', 'brotli'], rows: [sizes('dist/honmono.html', page), sizes('honmono.wasm', wasm), ...parts].map(([name, ...numbers]) => [name, ...numbers.map((number) => String(number))]) },
      { head: ['largest by name (native)', 'bytes', ''], rows: listSymbols().map(([name, bytes, kind]) => [name, String(bytes), kind]) },
    ],
    ratios: [['start: first verdict on the screen, in the time an empty page takes to load', of('ours', 'verdict') / of('empty', 'load')]],
    data: { empty: of('empty', 'load'), verdict: of('ours', 'verdict'), listens: of('ours', 'listens'), difference, steps, page: page.length, wasm: sizes('', wasm).slice(1) },
  };
}

await main(import.meta.url, 'start', run);
