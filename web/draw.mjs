// draw: makes the pictures that stand in the repository, with the system's own
// Chromium: the site's icons out of icons/icon.svg, and picture.png for the README,
// the page with the sample: its verdict and one of its links. Run after a change of either:
//
//   npm run build && node web/draw.mjs

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const web = fileURLToPath(new URL('.', import.meta.url));
const page = pathToFileURL(`${web}../dist/honmono.html`).href;
const svg = await readFile(`${web}icons/icon.svg`, 'utf8');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/* A maskable icon may be cut to a circle: the mark keeps to the inner part. */
async function drawIcon(name, size, { ground = 'transparent', part = 1 } = {}) {
  const tab = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = Math.round(size * part);
  await tab.setContent(
    `<body style="margin:0;background:${ground};display:grid;place-items:center;height:${size}px">${svg.replace(
      '<svg ',
      `<svg width="${inner}" height="${inner}" `,
    )}`,
  );
  await writeFile(`${web}icons/${name}`, await tab.screenshot({ omitBackground: true }));
  await tab.close();
}

await drawIcon('icon-192.png', 192);
await drawIcon('icon-512.png', 512);
await drawIcon('icon-maskable-512.png', 512, { ground: '#f6f4ef', part: 0.72 });

/* Two phones side by side: the verdict on the sample, and a link explained where it stands. */
const PHONE = { width: 412, height: 880 };
async function drawPhone(reach) {
  const tab = await browser.newPage({ viewport: PHONE, locale: 'ja', colorScheme: 'light', reducedMotion: 'reduce' });
  await tab.goto(page);
  await tab.locator('#sample-fake').click();
  await tab.locator('[data-verdict]').waitFor();
  await reach(tab);
  const picture = await tab.screenshot();
  await tab.close();
  return `<img width="${PHONE.width}" src="data:image/png;base64,${picture.toString('base64')}">`;
}
const phones = [
  await drawPhone(() => {}),
  await drawPhone(async (tab) => {
    await tab.locator('#message-heading').evaluate((heading) => heading.scrollIntoView());
    await tab.locator('.link-text').first().hover();
    await tab.locator('.link-card').waitFor();
  }),
];
const tab = await browser.newPage({ viewport: { width: 2 * PHONE.width + 72, height: PHONE.height + 48 } });
await tab.setContent(
  `<style>body{margin:0;padding:24px;display:flex;gap:24px;background:#d8d3c8}img{border-radius:12px}</style>${phones.join('')}`,
);
await writeFile(`${web}picture.png`, await tab.screenshot());
await browser.close();
