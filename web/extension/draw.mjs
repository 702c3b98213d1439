// draw: the pictures that a store asks for, made with the system's own Chromium and the built
// extension: a made-up fake in a page with the shape of a mailer, the panel beside it, the card on
// its link, the stopped press. Out: dist/store/*.png, 1280 x 800, in both languages.
//
//   npm run draw:store

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PANEL = 360;
const [WIDE, HIGH] = [1280, 800];

/* The sample as a mailer shows it. */
async function mailPage(language) {
  const source = await readFile(`${root}web/samples/fake.${language}.eml`, 'utf8');
  const [head, ...rest] = source.split(/\r?\n\r?\n/);
  const line = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)[1].replaceAll('<', '&lt;');
  const body = rest.join('\n\n').replace(/<\/?(html|body)>/g, '');
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Mail</title>
<body style="margin:0;font:16px/1.7 sans-serif"><div style="padding:24px 40px"><h1 style="font-size:22px">${line('Subject')}</h1>
<p style="color:#555">${line('From')}<br>${line('Date')}</p><hr>${body}</div>`;
}

const settle = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function draw(language) {
  const page = await mailPage(language);
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args: ['--no-sandbox', '--disable-gpu', `--lang=${language}`, `--accept-lang=${language}`, `--window-size=${WIDE},${HIGH + 200}`],
    env: { ...process.env, LANGUAGE: language },
  });
  try {
    const id = await browser.installExtension(`${root}dist/extension`);
    await browser.waitForTarget((target) => target.url().endsWith('?welcome')); /* it has started */
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.triggerExtensionAction((await browser.extensions()).get(id));
    const panel = await (await browser.waitForTarget((target) => target.url().includes('panel.html?tab='))).asPage();
    await panel.waitForSelector('[data-verdict]');
    await settle(800);
    const pictureOf = async (side) => `data:image/png;base64,${await side.screenshot({ encoding: 'base64' })}`;
    const link = 'a[href*="kakunin"], a[href*="example"]';
    const taken = [];
    for (const [name, act] of [['verdict', () => {}], ['card', () => tab.hover(link)], ['stopped', () => tab.click(link)]]) {
      await act();
      await settle(900);
      taken.push([name, await pictureOf(tab), await pictureOf(panel)]);
    }
    const table = await browser.newPage();
    await table.setViewport({ width: WIDE, height: HIGH });
    for (const [name, left, right] of taken) {
      const cut = `height:${HIGH}px;object-fit:cover;object-position:left top`;
      await table.setContent(`<body style="margin:0;display:flex"><img style="width:${WIDE - PANEL}px;${cut}" src="${left}">
        <img style="width:${PANEL}px;box-sizing:border-box;border-left:1px solid #999;${cut}" src="${right}">`);
      await writeFile(`${root}dist/store/${name}.${language}.png`, await table.screenshot());
    }
  } finally {
    await browser.close();
    server.close();
  }
}

await mkdir(`${root}dist/store`, { recursive: true });
for (const language of ['ja', 'en']) await draw(language);
