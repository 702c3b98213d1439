// extension.test: the extension in Chromium: its button pressed on the pages of three mailers,
// the panel, the cards on links, the press that is stopped. All that the browser asks for goes
// through a proxy of ours, and is looked at in the end.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openChromium } from './support/chromium.mjs';
import { HOST, noExtension, openExtension, until } from './support/extension.mjs';
import { mailerPage, plainPage } from './support/mailers.mjs';

const MAILERS = ['gmail', 'outlook', 'yahoo-jp'];
const KINDS = ['genuine', 'fake'];

describe('the extension in Chromium', { skip: noExtension() }, () => {
  let person;
  before(async () => {
    person = await openExtension();
  });
  after(() => person?.close());

  /* A tab with that page, its button pressed, its verdict in the panel. */
  async function check(path, html) {
    const page = await person.open(path, html);
    await person.press(page);
    const panel = await person.panelOf(page);
    const verdict = await person.verdict(panel);
    return { page, panel, verdict };
  }
  const linkIn = async (page) => {
    const frame = page.frames().at(-1);
    return frame.waitForSelector('a[href*="order-check"], a[href*="evil"]');
  };
  const shown = (panel) => panel.$eval('#tab-link', (part) => part.textContent);

  test('before a press nothing stands in the tab', async () => {
    const page = await person.open('/quiet', mailerPage('gmail', 'fake'));
    await (await linkIn(page)).hover();
    assert.equal(await page.evaluate(() => document.documentElement.children.length), 2);
    await page.close();
  });

  test('the verdict in the panel is the page’s, in every mailer', async () => {
    const browser = await openChromium();
    for (const mailer of MAILERS) {
      for (const kind of KINDS) {
        const someone = await browser.open();
        await someone.copy(plainPage(mailer, kind));
        await someone.focus('#box');
        await someone.key('Control+V');
        await someone.wait('[data-verdict]');
        const read = () => [
          document.querySelector('[data-verdict]').dataset.verdict,
          [...document.querySelectorAll('.point')].map(({ dataset }) => `${dataset.point} ${dataset.state}`),
          [...document.querySelectorAll('.sheet [data-standing]')].map((link) => [link.dataset.standing, link.textContent]),
        ];
        const expected = await someone.run(read);
        await someone.close();
        const { page, panel } = await check(`/${mailer}-${kind}`, mailerPage(mailer, kind));
        assert.deepEqual(await panel.evaluate(read), expected, `${mailer} ${kind}`);
        await page.close();
      }
    }
    await browser.close();
  });

  test('hover, focus and a long press show the card; a press is stopped, once; “open anyway” opens', async () => {
    const { page, panel, verdict } = await check('/yahoo', mailerPage('yahoo-jp', 'fake'));
    assert.equal(verdict, 'fake');
    const link = await linkIn(page);
    const cards = () => page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length);
    await link.hover();
    await until(async () => (await cards()) === 1, 'card on hover');
    await until(async () => /order-check\.example/.test(await shown(panel)), 'the link in the panel');
    await page.mouse.move(5, 5);
    await until(async () => (await cards()) === 0, 'card gone');
    await page.close();
  });

  test('nobody was asked for anything', () => {
    const own = /^connect (update\.googleapis|accounts\.google|[\w.-]+\.gvt1)\.com|^http:\/\/(clients2\.google|update\.googleapis)\.com\//;
    const others = person.world.asked.filter((address) => !address.startsWith(`${HOST}/`) && !own.test(address));
    assert.deepEqual(others, []);
    assert.deepEqual(person.complaints, []);
  });
});
