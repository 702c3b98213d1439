// extension: npm run bench:extension: from a press of the button to the verdict in the panel,
// beside the page's from the paste to the verdict; and the size of the package.
//
//   node tests/bench/extension.mjs [--rounds=N]
//
// In: dist/extension, dist/honmono.html, tests/cases/whole/pages. Out: medians of milliseconds and
// their ratio. "opening": the panel opens with the press. "open": it stands there already.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../browser/support/chromium.mjs';
import { extensionFolder, openExtension, until } from '../browser/support/extension.mjs';
import { document as documentOf, mailerPage, plainPage } from '../browser/support/mailers.mjs';
import { main, median, readNumber, root } from './common.mjs';

const KINDS = [['gmail', 'fake'], ['outlook', 'genuine'], ['yahoo-jp', 'fake']];

async function timeExtension(rounds) {
  const person = await openExtension();
  const opening = [];
  const open = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const [mailer, kind] = KINDS[round % KINDS.length];
      const page = await person.open(`/${mailer}-${round}`, mailerPage(mailer, kind));
      const before = performance.now();
      await person.press(page);
      const panel = await person.panelOf(page);
      await panel.waitForSelector('[data-verdict]');
      opening.push(performance.now() - before);
      await until(() => panel.$('[data-tab=on]'));
      await panel.evaluate(() => document.querySelector('[data-verdict]').removeAttribute('data-verdict'));
      const again = performance.now();
      await person.press(page);
      await panel.waitForSelector('[data-verdict]');
      open.push(performance.now() - again);
      await page.close();
    }
    /* What a page with 20,000 links costs, step by step. */
    const links = Array.from({ length: 20000 }, (_, index) => `<a href="https://host${index}.example/${index}">link ${index}</a> `);
    const page = await person.open('/many', documentOf(`<h2>Amazon</h2><p>${links.join('')}</p>`));
    const before = performance.now();
    await person.press(page);
    const panel = await person.panelOf(page);
    await panel.waitForSelector('[data-verdict]', { timeout: 120000 });
    const many = performance.now() - before;
    return { opening: median(opening), open: median(open), many };
  } finally {
    await person.close();
  }
}

async function timePage(rounds) {
  const browser = await openChromium();
  const times = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const [mailer, kind] = KINDS[round % KINDS.length];
      const person = await browser.open();
      await person.copy(plainPage(mailer, kind));
      await person.focus('#box');
      const before = performance.now();
      await person.key('Control+V');
      await person.wait('[data-verdict]');
      times.push(performance.now() - before);
      await person.close();
    }
    return median(times);
  } finally {
    await browser.close();
  }
}

function sizes() {
  const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
  const zip = join(folder, 'extension.tar.gz');
  execFileSync('tar', ['czf', zip, '-C', extensionFolder, '.']);
  const packed = statSync(zip).size;
  rmSync(folder, { recursive: true });
  const files = readdirSync(extensionFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const whole = files.reduce((sum, { parentPath, path, name }) => sum + statSync(join(parentPath ?? path, name)).size, 0);
  return { whole, packed, page: readFileSync(join(root, 'dist', 'honmono.html')).length };
}

export async function run({ words }) {
  const rounds = readNumber(words, 'rounds', 9);
  const { whole, packed, page } = sizes();
  const own = await timePage(rounds);
  const { opening, open, many } = await timeExtension(rounds);
  const rows = [
    ['the page: paste to verdict', own],
    ['button to verdict, the panel opening', opening],
    ['button to verdict, the panel open', open],
    ['a page with 20,000 links, the panel opening', many],
  ];
  return {
    title: `Extension: medians of ${rounds} presses on the pages of three mailers, in Chromium`,
    tables: [
      { head: ['', 'ms'], rows },
      { head: ['bytes', ''], rows: [['dist/extension', String(whole)], ['packed', String(packed)], ['dist/honmono.html', String(page)]] },
    ],
    ratios: [
      ['extension: button to verdict with the panel opening, in the page’s paste to verdict', opening / own],
      ['extension: button to verdict with the panel open, in the page’s paste to verdict', open / own],
    ],
    data: { own, opening, open, many, whole, packed, page },
  };
}

await main(import.meta.url, 'extension', run);
