// extension.test: the extension in Chromium: its button pressed on the pages of three mailers,
// the panel, the cards on links, the press that is stopped. All that the browser asks for goes
// through a proxy of ours, and is looked at in the end.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { openChromium } from './support/chromium.mjs';
import { HOST, noExtension, openExtension, until } from './support/extension.mjs';
import { document, mailerPage, plainPage } from './support/mailers.mjs';

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
  const FAKE = 'a[href*="order-check"]';
  const linkIn = async (page) => page.frames().at(-1).waitForSelector(FAKE);
  const text = (panel, selector = 'main') => panel.$eval(selector, (part) => part.textContent);
  const cards = (page) => page.evaluate(() => document.querySelectorAll('html > div').length);
  const hasCard = (page, what) => until(async () => (await cards(page)) === 1, `card: ${what}`);
  const noCard = (page, what) => until(async () => (await cards(page)) === 0, `end of the card: ${what}`);
  const judged = (panel) => until(() => panel.$('[data-tab=on]'), 'links explained').then(() => settle());
  const settle = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));
  const asked = (part) => person.world.asked.filter((address) => address.includes(part));

  /* The card as the extension sees it; a page sees an empty element. */
  async function inCard(page, act, ...args) {
    const session = await page.createCDPSession();
    const worlds = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    const world = await until(() => worlds.find(({ origin, auxData }) => origin.startsWith('chrome-extension://') && auxData.frameId === page.mainFrame()._id), 'world');
    const expression = `(async () => { const host = [...document.querySelectorAll('html > div')].at(-1);
      const root = chrome.dom.openOrClosedShadowRoot(host); return (${act})(root, host, ...${JSON.stringify(args)}); })()`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId: world.id, awaitPromise: true, returnByValue: true });
    await session.detach();
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  /* Presses a button of the card with the mouse. */
  async function pressInCard(page, selector) {
    const [x, y] = await inCard(page, (root, host, name) => {
      const { left, top, width, height } = root.querySelector(name).getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, selector);
    await page.mouse.click(x, y);
  }

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

  test('hover and focus show the card, in the outermost page, and the panel shows the same link', async () => {
    const { page, panel, verdict } = await check('/hover', mailerPage('yahoo-jp', 'fake'));
    assert.equal(verdict, 'fake');
    await judged(panel);
    const link = await linkIn(page);
    await link.hover();
    await hasCard(page, 'hover');
    assert.equal(await page.evaluate(() => [...document.querySelectorAll('html > div')].at(-1).shadowRoot), null);
    const card = await inCard(page, (root) => root.textContent);
    await until(async () => /order-check\.example/.test(await text(panel, '#tab-link')), 'the link in the panel');
    assert.match(card, /注文内容の表示と変更.*order-check\.example/);
    await page.mouse.move(5, 5);
    await noCard(page, 'leave');
    await until(async () => (await text(panel, '#tab-link')) === '', 'nothing in the panel');

    for (let turn = 0; turn < 4; turn++) await page.keyboard.press('Tab');
    await until(async () => /order-check\.example/.test(await text(panel, '#tab-link')), 'card on focus');
    await hasCard(page, 'one only');
    await page.keyboard.press('Escape');
    await noCard(page, 'Escape');
    await page.close();
  });

  test('a long press shows the card, and opens nothing', async () => {
    const { page, panel } = await check('/hold', mailerPage('yahoo-jp', 'fake').replaceAll('https://order-check', 'http://order-check'));
    await judged(panel);
    const { x, y, width, height } = await (await linkIn(page)).boundingBox();
    await page.touchscreen.touchStart(x + width / 2, y + height / 2);
    await settle(900);
    await page.touchscreen.touchEnd();
    await hasCard(page, 'long press');
    assert.match(await inCard(page, (root) => root.textContent), /order-check\.example/);
    assert.deepEqual(asked('http://order-check'), []);
    await page.close();
  });

  test('a press is stopped, by mouse and by keys; “open anyway” opens, and then no more is stopped', async () => {
    const html = mailerPage('gmail', 'fake').replaceAll('https://order-check', 'http://order-check');
    const { page, panel } = await check('/stop', html);
    await judged(panel);
    const link = await linkIn(page);
    await link.click();
    await hasCard(page, 'stopped');
    assert.match(await inCard(page, (root) => root.textContent), /^止めました/);
    await settle();
    await link.click({ count: 2 });
    await hasCard(page, 'stopped again');
    await page.keyboard.press('Escape');
    await noCard(page, 'Escape');
    await link.focus();
    await page.keyboard.press('Enter');
    await hasCard(page, 'Enter');
    await link.click({ button: 'middle' });
    await hasCard(page, 'middle button');
    await pressInCard(page, '.secondary');
    await noCard(page, '“do not open”');
    await settle();
    assert.deepEqual([new URL(page.url()).pathname, asked('http://order-check')], ['/stop', []]);

    await link.click();
    await hasCard(page, 'stopped');
    await pressInCard(page, '.tab-card-foot .card-button');
    await until(() => asked('http://order-check').length === 1, 'the page opened');
    await until(() => panel.$('[data-tab=left]'), 'the tab has left');
    await page.close();
  });

  test('the mailer’s own pages have no card; a genuine link has one, and opens at once', async () => {
    const html = mailerPage('yahoo-jp', 'genuine');
    person.world.serve('mail.yahoo.co.jp/message', html);
    const { page, panel } = await check('http://mail.yahoo.co.jp/message');
    await judged(panel);
    await page.hover('a[href*="mail.yahoo"]');
    await settle(900);
    assert.equal(await cards(page), 0);
    const link = await page.frames().at(-1).waitForSelector('a[href*="www.amazon"]');
    await link.hover();
    await hasCard(page, 'genuine link');
    assert.match(await inCard(page, (root) => root.firstChild.className), /standing-official/);
    await link.click();
    await until(() => page.frames().at(-1).url().startsWith('chrome-error:'), 'the genuine page, which is not there');
    await page.close();
  });

  test('the person ends it, in the card or in the panel; the button begins anew', async () => {
    const { page, panel } = await check('/end', mailerPage('gmail', 'fake'));
    await judged(panel);
    const link = await linkIn(page);
    await link.hover();
    await hasCard(page, 'hover');
    await pressInCard(page, '.tab-card-foot .card-button');
    await noCard(page, 'ended in the card');
    await page.mouse.move(5, 5);
    await link.hover();
    await settle(900);
    assert.equal(await cards(page), 0);
    await person.press(page);
    await judged(panel);
    await page.mouse.move(5, 5);
    await link.hover();
    await hasCard(page, 'hover again');
    await panel.click('#tab-end');
    await noCard(page, 'ended in the panel');
    await page.close();
  });

  test('another message in the same tab: the panel says that its result is the earlier one’s', async () => {
    const { page, panel } = await check('/moves', mailerPage('gmail', 'fake'));
    await judged(panel);
    await page.evaluate((other) => {
      window.history.pushState(null, '', '#next');
      document.body.setHTMLUnsafe(other);
    }, plainPage('gmail', 'genuine'));
    await panel.waitForSelector('[data-tab=moved]');
    await panel.click('#tab-read');
    await until(async () => (await person.verdict(panel)) === 'unproven', 'the other message judged');
    await page.close();
  });

  test('another message in the frame of the mailer: the panel says so', async () => {
    const { page, panel } = await check('/frame-moves', mailerPage('yahoo-jp', 'fake'));
    await judged(panel);
    await page.evaluate(() => document.querySelector('iframe').remove());
    await panel.waitForSelector('[data-tab=moved]');
    await page.close();
  });

  test('what is selected is judged alone', async () => {
    const page = await person.open('/selection', document(`<p id="a">Amazonのアカウントを停止しました。<a href="https://evil.example/pay">確認</a></p><p>Amazon ${'x'.repeat(50)}</p>`));
    await page.evaluate(() => getSelection().selectAllChildren(window.a));
    await person.press(page);
    const panel = await person.panelOf(page);
    await person.verdict(panel);
    const sheet = await text(panel, '.sheet');
    assert.match(sheet, /停止しました/);
    assert.doesNotMatch(sheet, /xxx/);
    await page.close();
  });

  /* A headless Chromium has no context menu: what a press on its lines tells the extension is told it. */
  test('the context menu checks a link, and a selection', async () => {
    const { page, panel } = await check('/menu', mailerPage('gmail', 'fake'));
    const number = await person.numberOf(page);
    const choose = async (info) =>
      (await person.worker()).evaluate(async (given, tab) => chrome.contextMenus.onClicked.dispatch(given, await chrome.tabs.get(tab)), info, number);
    await choose({ menuItemId: 'link', linkUrl: 'https://amazon.co.jp.evil.example/', frameId: 0 });
    await until(async () => /evil\.example/.test(await text(panel, '.link-results')), 'the link judged');
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelectorAll('h2')[1].parentNode));
    await choose({ menuItemId: 'text', selectionText: 'x', frameId: 0 });
    assert.equal(await person.verdict(panel), 'fake');
    await page.close();
  });

  for (const [name, sandbox] of [['a sandboxed frame', ''], ['a sandboxed frame of the same origin', 'allow-same-origin']]) {
    test(`${name}: read, and its links are explained`, async () => {
      const { page, panel, verdict } = await check(`/frame-${sandbox}`, mailerPage('gmail', 'fake', { sandbox }));
      assert.equal(verdict, 'fake');
      await judged(panel);
      await (await linkIn(page)).hover();
      await until(async () => /order-check\.example/.test(await text(panel, '#tab-link')), 'the link explained');
      assert.equal(await panel.$('[data-tab=unread]'), null);
      await page.close();
    });
  }

  test('bad input: one clear line each', async () => {
    person.world.serve('other.example/frame', document('<p>Amazon</p>'));
    const foreign = document('<p>Amazonのメール</p><iframe width="600" height="400" src="http://other.example/frame"></iframe>');
    const { page, panel } = await check('/foreign', foreign);
    await panel.waitForSelector('[data-tab=unread]');
    await page.close();
    const lines = [];
    person.world.serve('/mail.pdf', '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>', 'application/pdf');
    for (const path of ['/mail.pdf', 'chrome://version', '/empty']) {
      const tab = await person.open(path, path === '/empty' ? document('') : undefined);
      const before = new Set(person.browser.targets());
      await person.press(tab);
      const target = await person.browser.waitForTarget((one) => one.url().includes('panel.html?tab=') && !before.has(one));
      const side = await target.asPage();
      const problem = await side.waitForSelector('.problem');
      lines.push(await problem.evaluate((one) => one.querySelector('p, span')?.textContent ?? one.textContent));
      await tab.close();
    }
    assert.match(lines[0], /PDFは読めません/);
    assert.match(lines[1], /ブラウザの決まりで読めません/);
    assert.match(lines[2], /読める文がありませんでした/);
  });

  test('a page with 20,000 links is judged, and its last link explained', async () => {
    const links = Array.from({ length: 20000 }, (_, index) => `<a href="https://host${index}.example/${index}">link ${index}</a> `);
    const page = await person.open('/many', document(`<h2>Amazon</h2><p>${links.join('')}</p><a id="last" href="https://amazon.co.jp.evil.example/">last</a>`));
    await person.press(page);
    const panel = await person.panelOf(page);
    await panel.waitForSelector('[data-verdict]', { timeout: 60000 });
    await page.$eval('#last', (link) => link.scrollIntoView());
    await page.hover('#last');
    await hasCard(page, 'last link');
    await page.close();
  });

  test('no violation that axe finds: the first page, the panel, the card, the stopped press', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const names = ({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
    const inPage = async (side) => {
      const session = await side.createCDPSession();
      await session.send('Page.setBypassCSP', { enabled: true });
      await session.send('Runtime.evaluate', { expression: axe });
      const { result } = await session.send('Runtime.evaluate', { expression: 'axe.run(document, { resultTypes: ["violations"] })', awaitPromise: true, returnByValue: true });
      return names(result.value);
    };
    assert.deepEqual(await inPage(person.welcome), []);
    const { page, panel } = await check('/axe', mailerPage('gmail', 'fake'));
    await judged(panel);
    const link = await linkIn(page);
    const axeOnCard = () =>
      inCard(page, async (root, host, source) => {
        if (!globalThis.axe) (0, globalThis.eval)(source);
        Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
        const { violations } = await globalThis.axe.run(host, { resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
      }, axe);
    for (const theme of ['light', 'dark']) {
      await panel.evaluate((name) => { document.getElementById(`setting-theme-${name}`).click(); }, theme);
      await settle();
      await page.mouse.move(5, 5);
      await noCard(page, theme);
      await link.hover();
      await hasCard(page, theme);
      assert.equal(await inCard(page, (root) => root.firstChild.dataset.theme), theme);
      assert.deepEqual(await axeOnCard(), [], theme);
      assert.deepEqual(await inPage(panel), [], theme);
    }
    await link.click();
    await settle();
    assert.deepEqual(await axeOnCard(), [], 'stopped');
    await page.close();
  });

  test('nobody was asked for anything', () => {
    const own = /^connect (update\.googleapis|accounts\.google|[\w.-]+\.gvt1)\.com|^http:\/\/(clients2\.google|update\.googleapis)\.com\//;
    const pages = /^http:\/\/((mailer|other|order-check)\.example|mail\.yahoo\.co\.jp)\//; /* opened above, by hand */
    const preconnected = /^connect (order-check\.example|mail\.yahoo\.co\.jp|www\.amazon\.co\.jp):/; /* by Chromium itself, where a pointer is on a link */
    assert.deepEqual(person.world.asked.filter((address) => ![pages, preconnected, own].some((known) => known.test(address))), []);
    assert.deepEqual(person.complaints, []);
  });
});
