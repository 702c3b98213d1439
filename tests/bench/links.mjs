// links: npm run bench:links: what one link costs, natively and in Chromium.
//
//   node tests/bench/links.mjs [CORPUS] [--rounds N]
//
// In: the ASCII links of a corpus of mails (../shared/corpus beside the checkout
// by default), else a small built-in set. Out: nanoseconds per link for our
// stages beside uriparser's parse alone (links_driver.c), and in one page of
// Chromium honmono_link, with the JSON it gives, beside the browser's own
// `new URL`; each with its ratio to the peer. It asserts nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../oracles/url.mjs';
import { readCorpusUrls } from '../oracles/url_corpus.mjs';

const words = process.argv.slice(2);
const roundsAt = words.indexOf('--rounds');
const rounds = roundsAt < 0 ? 101 : Number(words.splice(roundsAt, 2)[1]);
const corpus = words[0] ?? join(root, '..', 'shared', 'corpus');
const builtIn = ['https://www.amazon.co.jp/gp/css/order-history?ref_=nav_orders_first', 'https://www.amazon.co.jp@evil.example/',
  'http://www.amazon.co.jp.account-check.example/signin?openid.return_to=https%3A%2F%2Fwww.amazon.co.jp%2F'];

async function readLinks() {
  const found = existsSync(corpus) ? await readCorpusUrls(corpus) : [];
  const links = found.filter((link) => /^https?:\/\/[\x21-\x7e]+$/.test(link));
  return links.length ? links : builtIn;
}

function measureNative(links) {
  const driver = process.env.HONMONO_LINKS_DRIVER ?? join(root, 'build', 'native', 'tests', 'links_driver');
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

async function measureChromium(links) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const wasm = readFileSync(join(root, 'build', 'wasm', 'honmono.wasm')).toString('base64');
    const loader = `data:text/javascript;base64,${readFileSync(join(root, 'wasm', 'core.mjs')).toString('base64')}`;
    const { sink, ...result } = await page.evaluate(measureInPage, { links, wasm, loader, rounds: Math.min(rounds, 21) });
    return { version: browser.version(), result };
  } finally {
    await browser.close();
  }
}

function print(title, peer, stages) {
  console.log(title);
  for (const [name, nanoseconds] of Object.entries(stages)) {
    const ratio = (nanoseconds / stages[peer]).toFixed(2);
    console.log(`  ${name.padEnd(14)} ${String(nanoseconds).padStart(7)} ns per link  ${ratio.padStart(6)} x ${peer}`);
  }
}

const links = await readLinks();
const { links: count, bytes, ...native } = measureNative(links);
print(`${count} links of ${bytes} bytes; native, each stage with those before it`, 'uriparser', native);
if (existsSync(join(root, 'build', 'wasm', 'honmono.wasm'))) {
  const { version, result } = await measureChromium(links);
  print(`Chromium ${version}, in the page`, 'new URL', result);
} else {
  console.log('no build/wasm/honmono.wasm: npm run build');
}
