// large: npm run bench:growth (its second part): the page and its largest message.
//
//   node tests/bench/large.mjs
//
// In: dist/honmono.html, a message of 32 MiB made by growth.c. Out: how long the
// page takes from opening the file to the verdict, the longest time its main
// thread did not answer meanwhile (a timer that is due at once, over and over),
// and how soon the page is back when the person presses Cancel half-way; beside
// the longest gap of a page that does nothing, which is the machine's own.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserPath, main, needed, outDir, root } from './common.mjs';
import { compileGrowth } from './growth.mjs';

const MESSAGE_BYTES = 32 << 20;
const IDLE_MILLISECONDS = 10e3;

/** In the page: notes the longest time between two turns of the main thread. */
function watchGaps() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  globalThis.gaps = { longest: 0 };
  port1.onmessage = () => {
    const now = performance.now();
    globalThis.gaps.longest = Math.max(globalThis.gaps.longest, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0));
  };
  port2.postMessage(0);
}

async function openPage(browser) {
  const page = await browser.newPage();
  await page.goto(`file://${needed(join(root, 'dist', 'honmono.html'))}`);
  await page.waitForFunction(() => !document.querySelector('#main[aria-busy]'));
  await page.evaluate(watchGaps);
  return page;
}

async function idle(browser) {
  const page = await openPage(browser);
  await page.waitForTimeout(IDLE_MILLISECONDS);
  const gap = await takeLongest(page);
  await page.close();
  return { spent: IDLE_MILLISECONDS, gap, cancelled: null };
}

const takeLongest = (page) => page.evaluate(() => globalThis.gaps.longest);

async function judge(browser, path) {
  const page = await openPage(browser);
  const from = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.waitForSelector('[data-verdict]', { timeout: 600e3 });
  const spent = performance.now() - from;
  const result = { spent, gap: await takeLongest(page) };
  await page.close();
  return result;
}

async function cancel(browser, path, wait) {
  const page = await openPage(browser);
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.waitForSelector('#cancel', { timeout: 60e3 });
  await page.waitForTimeout(wait);
  const from = performance.now();
  await page.click('#cancel');
  await page.waitForFunction(() => !document.querySelector('#cancel'));
  const result = { back: performance.now() - from, gap: await takeLongest(page) };
  await page.close();
  return result;
}

export async function run() {
  const path = join(outDir, 'large.eml');
  const kinds = {};
  const growth = compileGrowth();
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    kinds['nothing to do'] = await idle(browser);
    for (const kind of ['text', 'html', 'attachment']) {
      const message = execFileSync(growth, [kind, String(MESSAGE_BYTES)], { maxBuffer: 2 * MESSAGE_BYTES });
      writeFileSync(path, message.subarray(0, MESSAGE_BYTES));
      const whole = await judge(browser, path);
      kinds[kind] = { ...whole, cancelled: kind === 'attachment' ? null : await cancel(browser, path, whole.spent / 4) };
    }
  } finally {
    await browser.close();
  }
  return {
    title: 'A message of 32 MiB in the page (Chromium)',
    tables: [{
      head: ['', 'ms to the verdict', 'longest gap of the main thread, ms', 'Cancel: ms until the page is back', 'gap, ms'],
      rows: Object.entries(kinds).map(([kind, { spent, gap, cancelled }]) => [kind, spent, gap, cancelled?.back ?? '-', cancelled?.gap ?? '-']),
    }],
    data: kinds,
  };
}

await main(import.meta.url, 'large', run);
