// firefox: a person at the page in Firefox ESR, driven by puppeteer-core over
// WebDriver BiDi: the same verbs as support/chromium.mjs, where the driver has
// them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browsers, isOwnRequest, pageUrl } from './page.mjs';

const launch = (preferences) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: browsers.firefox,
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': 'ja',
      'intl.locale.requested': 'ja',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...preferences,
    },
  });

/* Colours and motion are preferences of a whole Firefox: one is started for each
 * combination that is asked for. */
export async function openFirefox() {
  const started = new Map();
  function browserFor({ dark = false, calm = false }) {
    const preferences = {
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': calm ? 1 : 0,
    };
    const key = JSON.stringify(preferences);
    if (!started.has(key)) started.set(key, launch(preferences));
    return started.get(key);
  }
  await browserFor({});
  return {
    open: async (settings = {}) => openPerson(await browserFor(settings), settings),
    close: async () => {
      for (const browser of started.values()) await (await browser).close();
    },
  };
}

async function openPerson(browser, { width = 1000, height = 900, url = pageUrl, touch = false, prepare }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await page.setViewport({ width, height, hasTouch: touch });
  const complaints = [];
  page.on('request', (request) => {
    if (!isOwnRequest(request.url())) complaints.push(`request: ${request.url().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(url);
  await page.waitForSelector('main h1');
  return { engine: 'firefox', page, context, complaints, ...verbs(page, context) };
}

function verbs(page, context) {
  const folders = []; /* of files that were opened */
  const byName = (role, name) => `::-p-aria([name="${name}"][role="${role}"])`;
  const visible = (selector) => page.waitForSelector(selector, { visible: true });
  return {
    press: async (name) => (await visible(byName('button', name))).click(),
    has: async (role, name) => (await page.$(byName(role, name))) !== null,
    see: (text) => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text),
    async fill(label, text) {
      await page.evaluate(
        (name, value) => {
          const box = document.getElementById(
            [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === name).htmlFor,
          );
          box.focus();
          box.value = value;
          box.dispatchEvent(new Event('input', { bubbles: true }));
          box.dispatchEvent(new Event('change', { bubbles: true }));
        },
        label,
        text,
      );
    },
    async tick(label) {
      await page.evaluate((name) => {
        [...document.querySelectorAll('label')]
          .find((one) => one.textContent.trim() === name)
          .querySelector('input')
          .click();
      }, label);
    },
    async unfold(name) {
      await page.evaluate(
        (text) => [...document.querySelectorAll('summary')].find((one) => one.textContent.includes(text)).click(),
        name,
      );
    },
    wait: (selector) => page.waitForSelector(selector),
    gone: (selector) => page.waitForFunction((one) => !document.querySelector(one), {}, selector),
    hover: async (selector) => (await visible(selector)).hover(),
    tap: async (selector) => (await visible(selector)).tap(),
    focus: (selector) => page.focus(selector),
    /* What an answer has just drawn anew is looked for once more. */
    click: async (selector) => {
      try {
        await (await visible(selector)).click();
      } catch (error) {
        if (!/detached/.test(error.message)) throw error;
        await (await visible(selector)).click();
      }
    },
    async key(combination) {
      const keys = combination.split('+');
      for (const key of keys.slice(0, -1)) await page.keyboard.down(key);
      await page.keyboard.press(keys.at(-1).length === 1 ? keys.at(-1).toLowerCase() : keys.at(-1));
      for (const key of keys.slice(0, -1)) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    run: (code, value) => page.evaluate(code, value),
    reload: async () => {
      await page.reload();
      await page.waitForSelector('main h1');
    },
    async openFiles(...files) {
      const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
      const paths = files.map(({ name, bytes }) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      });
      await (await page.$('#file')).uploadFile(...paths);
      folders.push(folder);
    },
    async copy(html) {
      const other = await context.newPage();
      await other.setContent(html);
      await other.keyboard.down('Control');
      await other.keyboard.press('a');
      await other.keyboard.press('c');
      await other.keyboard.up('Control');
      await other.close();
      await page.bringToFront();
    },
    /* A real paste into another tab. */
    async clipboard() {
      const other = await context.newPage();
      await other.setContent('<textarea></textarea>');
      await other.focus('textarea');
      await other.keyboard.down('Control');
      await other.keyboard.press('v');
      await other.keyboard.up('Control');
      const text = await other.evaluate(() => document.querySelector('textarea').value);
      await other.close();
      await page.bringToFront();
      return text;
    },
    async close() {
      await context.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
