// html_browsers: npm run oracle:html: the HTML reader beside a real browser.
//
//   node tests/oracles/html_browsers.mjs [--count N] [--hidings N] [--seed N] [--corpus DIR] [--show N]
//
// In: every HTML part of a corpus (when it is there) and N pieces of hostile
// markup. For each, DOMParser and `new URL` in Chromium: the same links with
// the same raw target, URL and text, and the same text in all. Ours may have
// more only where DOMParser cannot see: conditional comments (source vml) and
// bare URLs (source text). Then the layout: text that ours takes for hidden is
// not drawn in Chromium, for the corpus and for N generated ways to hide.
// Out: a table; differences that nobody explained end it with 1. What is
// explained stands in EXPLAINED, with its reason.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAll, root } from './html.mjs';
import { readCorpusHtml } from './html_corpus.mjs';
import { readInPage } from './html_page.mjs';
import { makeHiding, readSeen } from './html_seen.mjs';
import { makeMarkup } from './html_tricks.mjs';
import { makeRandom } from './random.mjs';

const BATCH = 500;

const options = { count: 20000, hidings: 300, seed: 1, show: 5, corpus: join(root, '..', 'shared', 'corpus') };
for (let i = 2; i < process.argv.length; i += 2) options[process.argv[i].slice(2)] = process.argv[i + 1];

/** Text as it is compared: without white space, controls and what the reader takes out and counts. */
const bare = (text) => text.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu, '');
const sorted = (text) => [...text].sort().join('');

const EXPLAINED = [
  {
    reason: 'a block that the tree moves out of a hidden element is written a second time, as seen',
    when: ({ html, ours }) => /<(rp|dialog)/i.test(html) && ours.runs.some((run) => run.hidden),
  },
  {
    reason: 'Chromium reads "&not" before a letter in an attribute of short markup; the standard and the suite do not',
    when: ({ html }) => /&notit/.test(html) && html.length < 100,
  },
  {
    reason: 'a submit button that the tree moves away loses its form there; here its text stays the form\'s',
    when: ({ html }) => /<button/i.test(html) && /<form/i.test(html) && /<table/i.test(html),
  },
  {
    reason: 'what stands in a template is never drawn; it is read like the body, so table parts in it are left out',
    when: ({ html }) => /<template/i.test(html),
  },
  {
    reason: 'Chromium keeps a NUL behind "<" as U+FFFD; the standard drops it',
    when: ({ html }) => /<\/?\0/.test(html),
  },
  {
    reason: 'a frameset takes the place of what stood before it; the anchors there are kept',
    when: ({ theirs }) => theirs.frameset,
  },
];

/** Our links with all their text, seen or hidden, pictures left out. */
function ownLinks(ours) {
  const links = ours.links.map((link) => ({ ...link, text: '' }));
  for (const run of ours.runs) if (run.link >= 0 && !run.image) links[run.link].text += run.text;
  return links.filter(({ source }) => source !== 'vml' && source !== 'text');
}

/** Authorities that the browsers read each in their own way: the oracle for URLs is about them. */
const isOddAuthority = (target) => /^[^/]*\/\/[^/]*[\s'<>"|*]/.test(target.trim());

const keyOf = (moved) => ({ source, target, url, text }) =>
  [source, target.trim(), isOddAuthority(target) ? '' : url, /^(a|button)$/.test(source) ? (moved ? sorted(bare(text)) : bare(text)) : ''].join('\u0001');
const emptyKeyOf = ({ source, target }) => [source, target.trim()].join('\u0001');

function count(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** An anchor without text may have any number of empty copies in the tree. `moved`: text stands in another order. */
function compareLinks(ours, theirs, moved) {
  const isFull = (link) => /^(a|button)$/.test(link.source) ? bare(link.text) !== '' : true;
  const found = count(ours.filter(isFull).map(keyOf(moved))), wanted = count(theirs.filter(isFull).map(keyOf(moved)));
  const differences = [];
  for (const [key, times] of wanted) if ((found.get(key) ?? 0) < times) differences.push(`missing ${key}`);
  for (const [key, times] of found) if ((wanted.get(key) ?? 0) < times) differences.push(`more ${key}`);
  const known = new Set(ours.map(emptyKeyOf)), allowed = new Set(theirs.map(emptyKeyOf));
  for (const link of theirs) if (!isFull(link) && !known.has(emptyKeyOf(link))) differences.push(`missing empty ${link.target}`);
  for (const link of ours) if (!isFull(link) && !allowed.has(emptyKeyOf(link))) differences.push(`more empty ${link.target}`);
  return differences;
}

function compareText(ours, theirs) {
  // What an input shows is in our text and not in the tree's.
  const own = bare(ours.runs.filter((run) => !run.image && run.hidden !== 'conditional-comment').map((run) => run.text).join(''));
  const text = bare(theirs.text);
  if (own === text) return 'same';
  return sorted(own) === sorted(text) ? 'order' : 'text';
}

/** Layouts may differ in this share of hostile words that ours takes for hidden; none of a corpus may. */
const WRONGLY_HIDDEN_PER_MILLE = 1;

/** Compares, word by word in reading order, what is seen. */
async function compareSeen(browser, pieces, totals) {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false, viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const answers = await readAll(pieces.map(({ html }) => html));
  for (const [i, { name, html }] of pieces.entries()) {
    await page.setContent(html, { waitUntil: 'commit' });
    const theirs = await page.evaluate(readSeen);
    const runs = answers[i].runs.filter((run) => !run.image && !/^(conditional-comment|same-colour)$/.test(run.hidden));
    const drawn = new Map(theirs.flatMap(({ text, why }) => text.split(/\s+/).map((word) => [bare(word), why])));
    // What the tree moves out of a hidden element is written twice, the second time as seen.
    const read = new Set(runs.filter((run) => !run.hidden).flatMap((run) => run.text.split(/\s+/).map(bare)));
    for (const run of runs)
      for (const word of run.text.split(/\s+/).map(bare).filter((text) => /^w\d+$/.test(text) && drawn.has(text))) {
        const seen = drawn.get(word) === '';
        totals.words++;
        const missed = seen && run.hidden && !read.has(word);
        if (missed) totals.wronglyHidden++;
        if (!seen && !run.hidden) totals.wronglySeen++;
        if (missed && totals.shown++ < Number(options.show)) console.log(`--- ${name}: ${word} is ${run.hidden}\n${html.slice(0, 1500)}`);
      }
  }
  await context.close();
  return totals;
}

/** A corpus repeats words: its texts are compared whole. */
async function compareCorpusSeen(browser, pieces) {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false, viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const answers = await readAll(pieces.map(({ html }) => html));
  let same = 0;
  for (const [i, { name, html }] of pieces.entries()) {
    await page.setContent(html.replace(/<meta[^>]*refresh[^>]*>/gi, ''), { waitUntil: 'commit' });
    const theirs = bare((await page.evaluate(readSeen)).filter(({ why }) => !why).map(({ text }) => text).join(''));
    // Chromium draws text in its background's colour too.
    const ours = bare(answers[i].runs.filter((run) => !run.image && /^(same-colour)?$/.test(run.hidden)).map((run) => run.text).join(''));
    if (ours === theirs) same++;
    else console.log(`--- ${name}: seen in Chromium ${theirs.length} characters, here ${ours.length}`);
  }
  await context.close();
  return same;
}

async function main() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.context().setOffline(true);
  const random = makeRandom(Number(options.seed));
  const pieces = existsSync(options.corpus) ? await readCorpusHtml(options.corpus) : [];
  if (!pieces.length) console.log(`no corpus: ${options.corpus} is not there`);
  const corpusSize = pieces.length;
  for (let i = 0; i < Number(options.count); i++) pieces.push({ name: `trick ${i}`, html: makeMarkup(random) });

  const totals = { pieces: 0, links: 0, onlyOurs: 0, same: 0, order: 0, text: 0, unexplained: 0 };
  const explained = EXPLAINED.map(() => 0);
  let shown = 0;
  for (let at = 0; at < pieces.length; at += BATCH) {
    const batch = pieces.slice(at, at + BATCH);
    const markups = batch.map(({ html }) => html);
    const ours = await readAll(markups), theirs = await page.evaluate(readInPage, markups);
    batch.forEach(({ name, html }, i) => {
      totals.pieces++;
      totals.links += theirs[i].links.length;
      totals.onlyOurs += ours[i].links.filter(({ source }) => source === 'vml' || source === 'text').length;
      const text = compareText(ours[i], theirs[i]);
      const differences = compareLinks(ownLinks(ours[i]), theirs[i].links, text === 'order');
      totals[text]++;
      if (text === 'text') differences.push('text');
      if (!differences.length) return;
      const why = EXPLAINED.findIndex(({ when }) => when({ ours: ours[i], theirs: theirs[i], html }));
      if (why >= 0) {
        explained[why]++;
        return;
      }
      totals.unexplained++;
      if (shown++ >= Number(options.show)) return;
      console.log(`--- ${name}\n${JSON.stringify(html).slice(0, 1500)}`);
      console.log(differences.map((difference) => `  ${JSON.stringify(difference).slice(0, 300)}`).join('\n'));
      if (text === 'text') {
        const show = (value) => JSON.stringify(bare(value).slice(0, 600));
        console.log(`  theirs ${show(theirs[i].text)}\n  ours   ${show(ours[i].runs.map((run) => run.text).join(''))}`);
      }
    });
  }
  console.log(`Chromium ${browser.version()}: ${corpusSize} parts of the corpus, ${totals.pieces - corpusSize} hostile pieces, ` +
    `${totals.links} links; ours alone (comments, bare URLs): ${totals.onlyOurs}`);
  console.log(`text the same: ${totals.same}, the same in another order (content moved out of tables): ${totals.order}`);
  EXPLAINED.forEach(({ reason }, i) => console.log(`explained ${explained[i]}: ${reason}`));
  console.log(`not explained: ${totals.unexplained}`);
  const corpus = pieces.slice(0, corpusSize);
  const same = await compareCorpusSeen(browser, corpus);
  console.log(`seen by layout: the same text in ${same} of ${corpusSize} parts of the corpus`);
  const hidings = Array.from({ length: Number(options.hidings) }, (_, i) => ({ name: `hiding ${i}`, html: makeHiding(random) }));
  const words = await compareSeen(browser, hidings, { words: 0, wronglyHidden: 0, wronglySeen: 0, shown: 0 });
  console.log(`${hidings.length} generated ways to hide, ${words.words} words: ${words.wronglyHidden} seen in Chromium and hidden here, ` +
    `${words.wronglySeen} hidden in Chromium and seen here (read, so that nothing is missed)`);
  await browser.close();
  const wrong = words.wronglyHidden * 1000 > words.words * WRONGLY_HIDDEN_PER_MILLE;
  process.exit(totals.unexplained || wrong || same < corpusSize ? 1 : 0);
}

await main();
