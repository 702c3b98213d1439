// site.test: the installable page, from a sub-path of a static server on this
// machine: its own policy, offline after one visit, the share target, a new
// version.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { drawCode, makeModules } from '../pictures/codes.mjs';
import { pngOf } from '../pictures/png.mjs';
import { expectVerdict } from './support/ask.mjs';
import { fakeSource } from './support/messages.mjs';
import { browsers, chromiumFlags, missing, root } from './support/page.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const BASE = '/tools/honmono/';

/* A plain static host; `asked` is what reached it. */
function startServer() {
  const asked = [];
  const changes = new Map();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const name = request.url.replace(BASE, '').replace(/\?.*/, '') || 'index.html';
    const path = join(root, 'dist', 'site', name);
    if (request.method !== 'GET' || !request.url.startsWith(BASE) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
    response.end(changes.get(name) ?? readFileSync(path));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, asked, changes, url: `http://127.0.0.1:${server.address().port}${BASE}` }),
    );
  });
}

describe('the site', { skip: missing('chromium') }, () => {
  let browser;
  let host;
  before(async () => {
    browser = await chromium.launch({ executablePath: browsers.chromium, args: chromiumFlags });
    host = await startServer();
  });
  after(async () => {
    await browser?.close();
    host?.server.close();
  });

  async function visit() {
    const context = await browser.newContext({ locale: 'ja' });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(host.url)) complaints.push(request.url());
    });
    await page.goto(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const person = { page, complaints, run: (code, value) => page.evaluate(code, value) };
    return { context, page, complaints, person };
  }

  test('works offline after one visit, from a sub-path', async () => {
    const { context, page, complaints, person } = await visit();
    await context.setOffline(true);
    host.asked.length = 0;
    await page.reload();
    await page.getByText('ホーム画面に置いて使う').click();
    await page.getByText('Safariの「共有」').waitFor();
    await page.getByRole('button', { name: '偽物の例' }).click();
    await expectVerdict(person, ['fake']);
    assert.deepEqual(host.asked, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('can be installed: manifest, icons, scope', async () => {
    const { context, page } = await visit();
    const manifest = await page.evaluate(() => document.querySelector('link[rel=manifest]').getAttribute('href'));
    const {
      icons,
      start_url: start,
      share_target: share,
    } = JSON.parse(readFileSync(join(root, 'dist', 'site', manifest), 'utf8'));
    for (const { src } of icons) assert.ok(existsSync(join(root, 'dist', 'site', src)), src);
    assert.equal(start, './');
    assert.equal(share.method, 'POST');
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
      [],
    );
    await context.close();
  });

  test('what other apps share is taken by the service worker and reaches no server', async () => {
    const { context, page, complaints, person } = await visit();
    host.asked.length = 0;
    /* the page's own policy forbids forms: the share menu is no form of the page */
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.evaluate((shared) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action: 'share', enctype: 'multipart/form-data' });
      const text = document.createElement('textarea');
      text.name = 'text';
      text.value = shared;
      form.append(text);
      document.body.append(form);
      setTimeout(() => form.submit());
    }, 'Amazon: アカウントを停止しました https://amazon.co.jp.evil.example/x');
    await page.locator('[data-verdict]').waitFor();
    await expectVerdict(person, ['fake', 'suspicious']);
    assert.deepEqual(
      host.asked.filter((line) => line.startsWith('POST')),
      [],
    );
    assert.equal(await page.evaluate(() => caches.has('honmono-shared')), false);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a picture that the gallery shares is read; what reads it is fetched once, then works offline', async () => {
    const { context, page, complaints } = await visit();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setBypassCSP', { enabled: true });
    const share = async () => {
      await page.reload();
      host.asked.length = 0;
      await page.evaluate((bytes) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'POST', action: 'share', enctype: 'multipart/form-data' });
        const input = document.createElement('input');
        Object.assign(input, { type: 'file', name: 'files' });
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], 'shot.png', { type: 'image/png' }));
        input.files = transfer.files;
        form.append(input);
        document.body.append(form);
        setTimeout(() => form.submit());
      }, [...pngOf(drawCode(makeModules('https://amazon-login.example/x'), { cell: 6 }))]);
      await page.locator('[data-code=link][data-standing=impersonating]').waitFor({ timeout: 90000 });
    };
    await share();
    assert.deepEqual(host.asked.filter((line) => line.startsWith('POST')), []);
    assert.deepEqual(host.asked.filter((line) => line.includes('.bin')).length, 3);
    await context.setOffline(true);
    await share();
    assert.deepEqual(host.asked.filter((line) => !line.endsWith('sw.js')), []);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a new version replaces the old one', async () => {
    const { context, page } = await visit();
    const worker = readFileSync(join(root, 'dist', 'site', 'sw.js'), 'utf8');
    const newer = worker.replace(/honmono-\$\{VERSION\}/, 'honmono-${VERSION}-next');
    assert.notEqual(newer, worker);
    host.changes.set('sw.js', newer);
    host.changes.set(
      'index.html',
      readFileSync(join(root, 'dist', 'site', 'index.html'), 'utf8').replace(
        '<footer id="foot">',
        '<p id="newer"></p><footer id="foot">',
      ),
    );
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await page.evaluate(async () => {
      const isReplaced = async () => (await caches.keys()).every((name) => name.endsWith('-next'));
      while (!(await isReplaced())) await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await page.reload();
    await page.locator('#newer').waitFor({ state: 'attached' });
    host.changes.clear();
    await context.close();
  });

  test('a message file works there too', async () => {
    const { context, page, complaints, person } = await visit();
    await page
      .locator('#file')
      .setInputFiles({ name: 'a.eml', mimeType: 'message/rfc822', buffer: Buffer.from(fakeSource) });
    await expectVerdict(person, ['fake']);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
