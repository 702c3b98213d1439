// extension: a person with the extension in Chromium, driven by puppeteer-core: its toolbar
// button can be pressed as a hand presses it, which no other driver offers.
//
// Out: openExtension() -> { world, open(path), panelOf(tab), complaints, close }.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { openWorld } from './mailers.mjs';
import { browsers, chromiumFlags, missing, root } from './page.mjs';

export const extensionFolder = join(root, 'dist', 'extension');
export const noExtension = () =>
  missing('chromium') || (existsSync(join(extensionFolder, 'manifest.json')) ? false : 'dist/extension is not built');

export const HOST = 'http://mailer.example';
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(find, what = 'what was waited for', ms = 20000) {
  for (const end = Date.now() + ms; ;) {
    const found = await Promise.resolve(find()).catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`no ${what}`);
    await wait(50);
  }
}

export async function openExtension({ language = 'ja', width = 1300, height = 900 } = {}) {
  const world = await openWorld();
  const browser = await puppeteer.launch({
    executablePath: browsers.chromium,
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args: [
      ...chromiumFlags,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      `--window-size=${width},${height}`,
      `--proxy-server=127.0.0.1:${world.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--force-device-scale-factor=1',
    ],
    env: { ...process.env, LANGUAGE: language },
  });
  const complaints = [];
  const id = await browser.installExtension(extensionFolder);
  const extension = (await browser.extensions()).get(id);
  const isOurs = (target) => target.url().startsWith(`chrome-extension://${id}/`);
  const own = (url) => url.startsWith(`chrome-extension://${id}/`) || url.startsWith('data:') || url.startsWith('blob:');

  const watched = new WeakSet();
  async function watch(target) {
    if (!isOurs(target) || watched.has(target)) return;
    watched.add(target);
    if (target.type() === 'service_worker') return;
    const page = await target.asPage();
    page.on('request', (request) => own(request.url()) || complaints.push(`request: ${request.url()}`));
    page.on('pageerror', (error) => complaints.push(`panel error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complaints.push(`panel console: ${message.text()}`);
    });
  }
  browser.on('targetcreated', (target) => watch(target).catch(() => {}));

  const worker = async () => {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && isOurs(one));
    return target.worker();
  };

  async function open(path, html) {
    if (html !== undefined) world.serve(path, html);
    const page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    await page.goto(/^[a-z]+:/.test(path) ? path : `${HOST}${path}`).catch((error) => {
      if (!/ERR_ABORTED/.test(error.message)) throw error;
    });
    return page;
  }
  /* The number that the browser has for a tab; its address is known to the extension after a press. */
  const numberOf = (page) =>
    until(async () => {
      const tabs = await (await worker()).evaluate(() => chrome.tabs.query({}));
      return (tabs.find(({ url }) => url === page.url()) ?? tabs.find(({ active }) => active)).id;
    }, 'tab');
  async function panelOf(page) {
    const number = await numberOf(page);
    const target = await browser.waitForTarget((one) => one.url().endsWith(`/panel.html?tab=${number}`), { timeout: 20000 });
    return target.asPage();
  }
  async function press(page) {
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
  }
  const welcome = await (await browser.waitForTarget((one) => one.url().endsWith('?welcome'))).asPage();
  return {
    id, browser, welcome, world, extension, complaints, worker, open, press, panelOf, numberOf,
    verdict: (panel) => panel.waitForSelector('[data-verdict]').then((found) => found.evaluate((one) => one.dataset.verdict)),
    async close() {
      await browser.close();
      world.close();
    },
  };
}
