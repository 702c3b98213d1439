// pictures: `npm run pictures [-- firefox] [PART OF A NAME]`: a picture of every
// state of the page, narrow and wide, light and dark, in each language, to be
// looked at one by one. What was meant can be tested; how it looks must be seen.
//
// Out: build/pictures/<browser>/<state> <language> <width> <theme>.png, of the whole
//   page; of a panel that stands over it, of the window.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './support/chromium.mjs';
import { openFirefox } from './support/firefox.mjs';
import { root } from './support/page.mjs';
import { setTheme, speak, states } from './support/states.mjs';

const words = process.argv.slice(2);
const isFirefox = words[0] === 'firefox';
const part = words[isFirefox ? 1 : 0] ?? '';
const folder = join(root, 'build', 'pictures', isFirefox ? 'firefox' : 'chromium');
const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];
const PANELS = 'dialog[open], .busy, [data-dropping]';

async function draw(browser, name, { reach, settings }, language, size) {
  const person = await browser.open({ ...size, touch: size.width < 600, calm: true, language, ...settings });
  await speak(person, language);
  await reach(person);
  const isPanel = await person.run((panels) => document.querySelector(panels) !== null, PANELS);
  for (const theme of ['light', 'dark']) {
    await setTheme(person, theme);
    const file = `${name.replace(/\W+/g, '-')} ${language} ${size.width} ${theme}.png`;
    await person.page.screenshot({ path: join(folder, file), fullPage: !isPanel });
  }
  await person.close();
}

mkdirSync(folder, { recursive: true });
const browser = await (isFirefox ? openFirefox() : openChromium());
const chosen = Object.entries(states).filter(([name]) => name.includes(part));
for (const [name, state] of chosen) {
  for (const language of ['ja', 'en']) for (const size of WINDOWS) await draw(browser, name, state, language, size);
}
await browser.close();
console.log(`${chosen.length} states x 2 languages x 2 widths x 2 themes in build/pictures/`);
