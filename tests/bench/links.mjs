// links: npm run bench:links: what one link costs, natively and in Chromium.
//
//   node tests/bench/links.mjs [FOLDER] [--rounds=N]
//
// In: the ASCII links of a corpus of mails (../shared/corpus beside the checkout
// by default), else a small built-in set. Out: nanoseconds per link for our
// stages beside uriparser's parse alone (links_driver.c), and in one page of
// Chromium honmono_link, with the JSON it gives, beside the browser's own
// `new URL`; each with its ratio to the peer.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { readCorpusUrls } from '../oracles/url_corpus.mjs';
import { browserPath, main, needed, readNumber, root } from './common.mjs';

const BUILT_IN = ['https://www.amazon.co.jp/gp/css/order-history?ref_=nav_orders_first', 'https://www.amazon.co.jp@evil.example/',
  'http://www.amazon.co.jp.account-check.example/signin?openid.return_to=https%3A%2F%2Fwww.amazon.co.jp%2F'];

async function readLinks(folder) {
  const links = (await readCorpusUrls(folder)).filter((link) => /^https?:\/\/[\x21-\x7e]+$/.test(link));
  return links.length ? links : BUILT_IN;
}

function measureNative(links, rounds) {
  const driver = needed(process.env.HONMONO_LINKS_DRIVER ?? join(root, 'build', 'native', 'tests', 'links_driver'));
  return JSON.parse(execFileSync(driver, [String(rounds)], { input: links.join('\n') + '\n' }));
}

/** Runs in the page: median microseconds per link of each peer, taking turns. */
async function measureInPage({ links, wasm, loader, rounds }) {
  const { loadCore } = await import(loader);
  const core = await loadCore(Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)));
  let sink = 0;
  const peers = {
    'new URL': async () => {
      for (const link of links) {
        try {
          sink += new URL(link).hostname.length;
        } catch {
          sink++;
        }
      }
    },
    honmono_link: async () => { for (const link of links) sink += (await core.linkJson(link)).length; },
  };
  const spent = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(peers)) {
      const from = performance.now();
      await run();
      spent[name].push((1e6 * (performance.now() - from)) / links.length);
    }
  }
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  return { sink, ...Object.fromEntries(Object.entries(spent).map(([name, numbers]) => [name, Math.round(median(numbers))])) };
}

async function measureChromium(links, rounds) {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const wasm = readFileSync(needed(join(root, 'build', 'wasm', 'honmono.wasm'))).toString('base64');
    const loader = `data:text/javascript;base64,${readFileSync(join(root, 'wasm', 'core.mjs')).toString('base64')}`;
    const { sink, ...result } = await page.evaluate(measureInPage, { links, wasm, loader, rounds: Math.min(rounds, 21) });
    return { version: browser.version(), result };
  } finally {
    await browser.close();
  }
}

const stagesTable = (stages, peer) => ({
  head: ['one link', `times ${peer}`, 'ns'],
  rows: Object.entries(stages).map(([name, nanoseconds]) => [name, nanoseconds / stages[peer], nanoseconds]),
});

export async function run({ folder, words = [] }) {
  const rounds = readNumber(words, 'rounds', 101);
  const links = await readLinks(folder);
  const { links: count, bytes, ...native } = measureNative(links, rounds);
  const { version, result: page } = await measureChromium(links, rounds);
  return {
    title: `Links: ${count} links of ${bytes} bytes; natively (each stage with those before it), then in Chromium ${version}`,
    tables: [stagesTable(native, 'uriparser'), stagesTable(page, 'new URL')],
    ratios: [
      ['a link judged (no JSON), in the time of uriparser\'s parse alone', native.standing / native.uriparser],
      ['a link by wasm with its JSON, in the time of the browser\'s new URL', page.honmono_link / page['new URL']],
    ],
    data: { links: count, bytes, native, page },
  };
}

await main(import.meta.url, 'links', run);
