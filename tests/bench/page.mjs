// page: npm run bench:page: the whole check in a browser, beside a peer.
//
//   node tests/bench/page.mjs [FOLDER]
//
// In: mails. Out, for one page of Chromium: milliseconds per mail of the check
// by wasm (bytes in, parsed JSON out) and of page_peer.js, message by message
// in turn, on the wall clock; then whole rounds in turn, by the CPU time of the
// page's main thread. Median and 99th percentile over the mails.

import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { browserPath, here, main, median, needed, quantile, readMails, root, sizeOf } from './common.mjs';

const TURNS = 5; // per mail; the median counts
const ROUNDS = 6;
const TURN_MILLISECONDS = 0.5; // a shorter check is repeated, the clock has steps of 5 us
const PORTION_MAILS = 300; // a page at a time: one that holds thousands is closed by the browser
const PORTION_BYTES = 16 << 20;
const ORIGIN = 'http://localhost/';

async function bundlePeer() {
  const { outputFiles: [{ text }] } = await build({ entryPoints: [join(here, 'page_peer.js')], bundle: true, write: false, minify: true, format: 'esm' });
  return text;
}

/** A page with a fine clock: isolated from other origins; nothing reaches the network. */
async function openPage(browser, files) {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    route.fulfill({ headers, contentType: name.endsWith('js') ? 'text/javascript' : name ? 'application/octet-stream' : 'text/html', body: files[name] ?? '' });
  });
  await page.goto(ORIGIN);
  return page;
}

/** In the page: loads both and the mails; leaves `bench` behind. */
async function prepare(lengths) {
  const load = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const [{ loadCore }, { checkAsPeer }, wasm, all] = [await import('/core.mjs'), await import('/peer.js'), await load('honmono.wasm'), await load('mails')];
  const core = await loadCore(wasm);
  let at = 0;
  const mails = lengths.map((length) => all.slice(at, (at += length)));
  const peers = { honmono: (bytes) => core.check(bytes), peer: checkAsPeer };
  let sink = 0;
  const once = async (name, bytes) => { sink += (await peers[name](bytes)).links.length; };
  const runAll = async (name) => { for (const bytes of mails) await once(name, bytes); };
  globalThis.bench = { mails, once, runAll, sink: () => sink, isolated: crossOriginIsolated };
  for (const name of Object.keys(peers)) await runAll(name);
  return globalThis.bench.isolated;
}

/** In the page: milliseconds of one check, per mail and peer, in turn. */
async function measureInTurn({ turns, least }) {
  const { mails, once } = globalThis.bench;
  const spent = { honmono: [], peer: [] };
  const time = async (name, bytes, times) => {
    const from = performance.now();
    for (let i = 0; i < times; i++) await once(name, bytes);
    return (performance.now() - from) / times;
  };
  for (const bytes of mails) {
    for (const name of Object.keys(spent)) await once(name, bytes);
    const times = {};
    for (const name of Object.keys(spent)) times[name] = Math.max(1, Math.ceil(least / (await time(name, bytes, 1) + 0.005)));
    const rows = { honmono: [], peer: [] };
    for (let turn = 0; turn < turns; turn++) for (const name of Object.keys(rows)) rows[name].push(await time(name, bytes, times[name]));
    for (const name of Object.keys(rows)) spent[name].push(rows[name].sort((a, b) => a - b)[turns >> 1]);
  }
  return spent;
}

/** Milliseconds of the main thread's CPU per round of all mails, in turn. */
async function measureCpu(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1e3 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const spent = { honmono: [], peer: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(spent)) {
      const from = await read();
      await page.evaluate((which) => globalThis.bench.runAll(which), name);
      spent[name].push((await read()) - from);
    }
  }
  return { honmono: median(spent.honmono), peer: median(spent.peer) };
}

/** The mails in portions that one page can hold. */
function divide(mails) {
  const portions = [[]];
  for (const mail of mails) {
    const last = portions.at(-1);
    const full = last.length === PORTION_MAILS || (last.length > 0 && sizeOf(last) + mail.bytes.length > PORTION_BYTES);
    if (full) portions.push([mail]);
    else last.push(mail);
  }
  return portions;
}

/** One portion in a page of its own. */
async function measurePortion(browser, files, mails) {
  const page = await openPage(browser, { ...files, mails: Buffer.concat(mails.map(({ bytes }) => bytes)) });
  try {
    const isolated = await page.evaluate(prepare, mails.map(({ bytes }) => bytes.length));
    const wall = await page.evaluate(measureInTurn, { turns: TURNS, least: TURN_MILLISECONDS });
    return { isolated, wall, cpu: await measureCpu(page) };
  } finally {
    await page.close();
  }
}

export async function run({ folder }) {
  const mails = readMails(folder);
  const files = {
    'core.mjs': readFileSync(join(root, 'wasm', 'core.mjs')),
    'peer.js': await bundlePeer(),
    'honmono.wasm': readFileSync(needed(join(root, 'build', 'wasm', 'honmono.wasm'))),
  };
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const wall = { honmono: [], peer: [] }, cpu = { honmono: 0, peer: 0 };
    let isolated = true;
    for (const portion of divide(mails)) {
      const measured = await measurePortion(browser, files, portion);
      isolated &&= measured.isolated;
      for (const name of Object.keys(wall)) {
        wall[name].push(...measured.wall[name]);
        cpu[name] += measured.cpu[name];
      }
    }
    const row = (name, of) => [name, of(wall.peer), of(wall.honmono), of(wall.peer) / of(wall.honmono)];
    const ratioPerMail = wall.peer.map((peer, at) => peer / wall.honmono[at]);
    const rows = [
      row('median, ms', median),
      row('99th percentile, ms', (numbers) => quantile(numbers, 0.99)),
      row('slowest, ms', (numbers) => Math.max(...numbers)),
      ['CPU, all mails, ms', cpu.peer, cpu.honmono, cpu.peer / cpu.honmono],
    ];
    return {
      title: `In the page: Chromium ${browser.version()}, ${mails.length} mails of ${(sizeOf(mails) / 1e6).toFixed(1)} MB`,
      ratios: [
        ['page: median mail, times faster than the peer', rows[0][3]],
        ['page: 99th percentile', rows[1][3]],
        ['page: CPU time of all mails', rows[3][3]],
        ['page: mail by mail, the median of the ratios', median(ratioPerMail)],
        ['page: mail by mail, the lowest hundredth', quantile(ratioPerMail, 0.01)],
      ],
      tables: [{ head: ['one mail', 'peer', 'honmono', 'times faster'], rows }],
      notes: isolated ? [] : ['the clock of this page is coarse: single mails are not exact'],
      data: { browser: browser.version(), mails: mails.length, bytes: sizeOf(mails), rows },
    };
  } finally {
    await browser.close();
  }
}

await main(import.meta.url, 'page', run);
