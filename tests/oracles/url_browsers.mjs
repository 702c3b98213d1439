// url_browsers: npm run oracle:url: the URL parser beside real browsers.
//
//   node tests/oracles/url_browsers.mjs [--count N] [--seed N] [--corpus DIR] [chromium] [firefox]
//
// In: every href and text URL of a corpus (when it is there) and N tricks of a
// grammar. For each, in each browser, `new URL(input, base)`: opened or refused
// alike, and the same href, host and scheme. Out: a table; differences that
// nobody explained end it with 1. What is explained stands in EXPLAINED, with
// its reason and its number.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from './random.mjs';
import { parseAll, root } from './url.mjs';
import { readCorpusUrls } from './url_corpus.mjs';
import { makeTricks } from './url_tricks.mjs';

const BATCH = 20000;

const isWeb = (scheme) => /^(https?|ftp|wss?)$/.test(scheme);
/** Both open it, at the same host and scheme: only path, query or fragment are spelled differently. */
const sameHost = ({ ours, theirs }) =>
  ours.valid && theirs !== null && ours.host === theirs[1] && ours.scheme === theirs[2];
/** Both hrefs are the same after `rewrite`. */
const sameAfter = ({ ours, theirs }, rewrite) =>
  ours.valid && theirs !== null && rewrite(ours.href) === rewrite(theirs[0]);
const escapeMore = (href) => href.replace(/\|/g, '%7C').replace(/'/g, '%27');

// Where a browser leaves the standard. `who`: the browser; `when`: asks of one
// difference whether this is it. The reading that we keep is the standard's.
const EXPLAINED = [
  {
    who: /./,
    reason: 'has its own rules for schemes that open no web page (file, data, javascript, unknown ones)',
    when: ({ ours, theirs }) => !isWeb(ours.scheme) && (theirs === null || !isWeb(theirs[2])),
  },
  {
    who: /firefox/,
    reason: 'refuses a host whose Punycode is not valid; the standard and Chromium open it (note browsers-differ)',
    when: ({ ours, theirs }) => theirs === null && ours.notes.includes('punycode-invalid'),
  },
  {
    who: /firefox/,
    reason: 'refuses characters in hosts that the standard lets pass and no name server holds (note host-odd-characters)',
    when: ({ ours, theirs }) => theirs === null && ours.notes.includes('host-odd-characters'),
  },
  {
    who: /chromium/,
    reason: 'writes "|" in a path as %7C, "\'" before an @ as %27; the host is the same',
    when: (difference) => sameHost(difference) && sameAfter(difference, escapeMore),
  },
  {
    who: /chromium/,
    reason: 'writes "*" in a host as %2A, which no name server holds (note browsers-differ)',
    when: ({ ours, theirs }) => /%2A/.test(theirs?.[1]) && ours.notes.includes('browsers-differ'),
  },
  {
    who: /chromium/,
    reason: 'opens a host with a space as %20, which no name server holds; the suite refuses it (note browsers-differ)',
    when: ({ ours, theirs }) => !ours.valid && /%20/.test(theirs?.[1]) && ours.notes.includes('browsers-differ'),
  },
  {
    who: /chromium/,
    reason: 'reads escapes, full-width digits and leading zeros in IPv6 addresses; the suite refuses them (note browsers-differ)',
    when: ({ ours, theirs }) => !ours.valid && /^\[/.test(theirs?.[1]) && ours.notes.includes('browsers-differ'),
  },
  {
    who: /firefox/,
    reason: 'opens labels whose Punycode begins with "xn--" again; UTS 46 and Chromium refuse them',
    when: ({ ours, theirs }) => !ours.valid && /(^|\.)xn--xn--/.test(theirs?.[1]),
  },
  {
    who: /firefox/,
    reason: 'refuses "0x" as a number; the suite and Chromium read it as 0',
    when: ({ pair, ours, theirs }) => theirs === null && ours.notes.includes('ip-disguised') && /0x(?![\da-f])/i.test(pair[0]),
  },
  {
    who: /firefox/,
    reason: 'goes on with dots behind "?" or "#" where a relative reference has an @ there; the host is the same',
    when: (difference) => sameHost(difference) && /[?#].*@/.test(difference.pair[0]) && difference.pair[1] !== null,
  },
  {
    who: /firefox/,
    reason: 'keeps white space at the end of a reference that is only "#..."; the host is the same',
    when: (difference) => sameHost(difference) && /^[\0- ]*#.*[\0- ]$/s.test(difference.pair[0]),
  },
  {
    who: /firefox/,
    reason: 'stops at a NUL; the suite and Chromium do not (note browsers-differ)',
    when: ({ pair, ours }) => pair[0].includes('\0') && ours.notes.includes('browsers-differ'),
  },
];

/** Runs in the page: for each pair null (refused) or [href, host, scheme]. */
const readInPage = (pairs) =>
  pairs.map(([input, base]) => {
    try {
      const url = base === null ? new URL(input) : new URL(input, base);
      return [url.href, url.hostname, url.protocol.slice(0, -1)];
    } catch {
      return null;
    }
  });

const BROWSERS = {
  async chromium() {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    const version = browser.version();
    return { version, read: (pairs) => page.evaluate(readInPage, pairs), close: () => browser.close() };
  },
  async firefox() {
    const { default: puppeteer } = await import('puppeteer-core');
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });
    const page = await browser.newPage();
    const version = (await browser.version()).replace(/^\w+\//, '');
    return { version, read: (pairs) => page.evaluate(readInPage, pairs), close: () => browser.close() };
  },
};

function readOptions(words) {
  const options = { count: 220000, seed: 20261124, corpus: join(root, '..', 'shared', 'corpus'), browsers: [] };
  for (let at = 0; at < words.length; at++) {
    const key = words[at].replace(/^--/, '');
    if (words[at].startsWith('--')) options[key] = key === 'corpus' ? words[++at] : Number(words[++at]);
    else options.browsers.push(words[at]);
  }
  if (!options.browsers.length) options.browsers = Object.keys(BROWSERS);
  return options;
}

/** What goes over the wire to a browser is JSON: lone surrogates would not arrive alike everywhere. */
const wellFormed = (text) => Buffer.from(text, 'utf8').toString('utf8');

const isSame = (ours, theirs) => {
  if (theirs === null || !ours.valid) return (theirs === null) === !ours.valid;
  return ours.href === theirs[0] && ours.host === theirs[1] && ours.scheme === theirs[2];
};

async function compare(name, pairs, ours) {
  const browser = await BROWSERS[name]();
  const explained = new Map();
  const unexplained = [];
  let opened = 0;
  try {
    for (let from = 0; from < pairs.length; from += BATCH) {
      const batch = pairs.slice(from, from + BATCH);
      const answers = await browser.read(batch);
      answers.forEach((theirs, index) => {
        const difference = { pair: batch[index], ours: ours[from + index], theirs };
        if (theirs) opened++;
        if (isSame(difference.ours, theirs)) return;
        const known = EXPLAINED.find(({ who, when }) => who.test(name) && when(difference));
        if (known) explained.set(known.reason, (explained.get(known.reason) ?? 0) + 1);
        else unexplained.push(difference);
      });
    }
  } finally {
    await browser.close();
  }
  console.log(`${name} ${browser.version}: ${pairs.length} compared, ${opened} opened, ${unexplained.length} unexplained differences`);
  for (const [reason, count] of explained) console.log(`  ${count} explained: ${name} ${reason}`);
  for (const { pair, ours: our, theirs } of unexplained.slice(0, 40)) {
    console.log(`  ${JSON.stringify(pair)}\n    ours ${our.valid ? JSON.stringify(our.href) : 'refused'} [${our.notes}]`);
    console.log(`    ${name} ${theirs ? JSON.stringify(theirs[0]) : 'refused'}`);
  }
  return unexplained.length;
}

const options = readOptions(process.argv.slice(2));
const corpus = existsSync(options.corpus) ? await readCorpusUrls(options.corpus) : [];
if (!corpus.length) console.log(`no mails in ${options.corpus}: only generated links`);
const tricks = makeTricks(makeRandom(options.seed), options.count, corpus);
const pairs = [...corpus.map((url) => [url, null]), ...tricks].map(([input, base]) => [wellFormed(input), base]);
console.log(`${corpus.length} links of the corpus, ${tricks.length} generated (seed ${options.seed})`);
const ours = await parseAll(pairs);
let wrong = 0;
for (const name of options.browsers) wrong += await compare(name, pairs, ours);
process.exit(wrong ? 1 : 0);
