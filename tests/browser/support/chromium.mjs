// chromium: a person at the page in Chromium, driven by playwright-core.
//
// Out: openChromium() -> { open(settings), close() }; open() -> a person, the
//   same set of verbs as support/firefox.mjs, with a list of `complaints`: every
//   request but the page's own, every page error, every console error.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browsers, chromiumFlags, isOwnRequest, pageUrl } from './page.mjs';

export async function openChromium() {
  const browser = await chromium.launch({ executablePath: browsers.chromium, args: chromiumFlags });
  return { open: (settings) => openPerson(browser, settings), close: () => browser.close() };
}

async function openPerson(browser, settings = {}) {
  const {
    language = 'ja',
    width = 1000,
    height = 900,
    dark = false,
    touch = false,
    calm = false,
    url = pageUrl,
    prepare,
  } = settings;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: calm ? 'reduce' : 'no-preference',
    offline: true,
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const complaints = [];
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on('request', (request) => {
    if (!isOwnRequest(request.url())) complaints.push(`request: ${request.url().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== url && frame.url() !== 'about:blank') complaints.push(`navigation: ${frame.url()}`);
  });
  page.on('popup', () => complaints.push('a window was opened'));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(url);
  await page.locator('main :is(h1)').first().waitFor();
  return { engine: 'chromium', page, context, complaints, ...verbs(page, context) };
}

function verbs(page, context) {
  const byName = (role, name) => page.getByRole(role, { name, exact: typeof name === 'string' });
  return {
    press: (name) => byName('button', name).first().click(),
    has: async (role, name) => (await byName(role, name).count()) > 0,
    see: (text) => page.getByText(text).first().waitFor(),
    fill: (label, text) => page.getByLabel(label, { exact: true }).first().fill(text),
    tick: (label) => page.getByLabel(label, { exact: true }).first().check(),
    unfold: (name) => page.locator('summary', { hasText: name }).first().click(),
    wait: (selector) => page.locator(selector).first().waitFor(),
    gone: (selector) => page.locator(selector).first().waitFor({ state: 'detached' }),
    hover: (selector) => page.locator(selector).first().hover(),
    tap: (selector) => page.locator(selector).first().tap(),
    focus: (selector) => page.locator(selector).first().focus(),
    click: (selector) => page.locator(selector).first().click(),
    key: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.insertText(text),
    run: (code, value) => page.evaluate(code, value),
    reload: async () => {
      await page.reload();
      await page.locator('main h1').first().waitFor();
    },
    async openFiles(...files) {
      await page
        .locator('#file')
        .setInputFiles(
          files.map(({ name, bytes, type = '' }) => ({ name, mimeType: type, buffer: Buffer.from(bytes) })),
        );
    },
    /* A real copy out of another tab. */
    async copy(html) {
      const other = await context.newPage();
      await other.setContent(html);
      await other.keyboard.press('Control+A');
      await other.keyboard.press('Control+C');
      await other.close();
      await page.bringToFront();
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    printed: () => page.pdf({ format: 'A4' }),
    async download(action) {
      const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
      try {
        const [saved] = await Promise.all([page.waitForEvent('download'), action()]);
        const path = join(folder, 'report.html');
        await saved.saveAs(path);
        return { name: saved.suggestedFilename(), text: (await import('node:fs')).readFileSync(path, 'utf8') };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: () => context.close(),
  };
}
