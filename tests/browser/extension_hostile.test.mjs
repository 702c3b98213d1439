// extension_hostile.test: the card on a link in pages that try to hide, cover, change, reach or
// press it: it is drawn as in a harmless page, picture by picture.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noExtension, openExtension, until } from './support/extension.mjs';
import { attacks, hostilePage, LINK, removalLoop } from './support/hostile_tab.mjs';

const INSIDE = 10; /* pixels of the edge that are not compared: shadow and corners lie on the page */
const settle = (ms = 700) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the card in hostile pages', { skip: noExtension() }, () => {
  let person;
  let table; /* a page that compares pictures */
  let reference;
  before(async () => {
    person = await openExtension();
    table = await person.browser.newPage();
    reference = await show('harmless', {});
    assert.ok(reference.picture, 'the harmless page shows the card');
  });
  after(() => person?.close());

  async function show(name, attack) {
    const page = await person.open(`/hostile-${encodeURIComponent(name)}`, hostilePage(attack));
    await person.press(page);
    const panel = await person.panelOf(page);
    await person.verdict(panel).catch((error) => Promise.reject(new Error(`${name}: ${error.message}`)));
    await page.bringToFront();
    await page.focus('#link');
    await settle();
    const seen = await page.evaluate(() => {
      const inside = [...document.querySelectorAll('dialog > div')].at(-1);
      const host = inside ?? [...document.querySelectorAll('html > div')].at(-1);
      if (!host) return null;
      const { x, y, width, height } = host.getBoundingClientRect();
      const hit = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([a, b]) => document.elementFromPoint(x + width * a, y + height * b) === host);
      return { box: { x, y, width, height }, hit: hit.every(Boolean), reached: Boolean(host.shadowRoot) || Boolean(window.__reached), text: host.textContent };
    });
    const box = seen?.box;
    const clip = box && { x: box.x + INSIDE, y: box.y + INSIDE, width: box.width - 2 * INSIDE, height: box.height - 2 * INSIDE };
    const picture = clip?.width > 0 && clip.height > 0 ? await page.screenshot({ clip, encoding: 'base64' }) : null;
    return { page, panel, ...seen, picture };
  }
  /* How much of two pictures differs, in thousandths. */
  const difference = (one, other) =>
    table.evaluate(async (first, second) => {
      const read = async (base64) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${base64}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      };
      const [a, b] = [await read(first), await read(second)];
      if (a.width !== b.width || a.height !== b.height) return `${a.width}x${a.height} ${b.width}x${b.height}`;
      let count = 0;
      for (let at = 0; at < a.data.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(a.data[at + part] - b.data[at + part]) > 40)) count++;
      return Math.round((1000 * count) / (a.width * a.height));
    }, one, other);

  test(`intact in ${Object.keys(attacks).length} tries`, async (context) => {
    const broken = [];
    for (const [name, attack] of Object.entries(attacks)) {
      const seen = await show(name, attack).catch((error) => ({ failure: error.message }));
      if (seen.failure) {
        broken.push(seen.failure);
        continue;
      }
      const differs = seen.picture ? await difference(reference.picture, seen.picture) : 'no card';
      if (!(differs <= 5)) broken.push(`${name}: differs by ${differs}`);
      else if (!seen.hit) broken.push(`${name}: cannot be pressed`);
      if (seen.reached || seen.text) broken.push(`${name}: reached`);
      if (process.env.HONMONO_PICTURES && seen.picture)
        (await import('node:fs')).writeFileSync(`${process.env.HONMONO_PICTURES}/${name}.png`, Buffer.from(seen.picture, 'base64'));
      await seen.page.close();
    }
    context.diagnostic(`note: ${Object.keys(attacks).length} tries`);
    assert.ok(Object.keys(attacks).length >= 20);
    assert.deepEqual(broken, []);
  });

  test('negative control: another picture of the same size is noticed', async () => {
    const { page, box } = await show('control', {});
    const clip = { x: 0, y: 0, width: box.width - 2 * INSIDE, height: box.height - 2 * INSIDE };
    const wrong = await page.screenshot({ clip, encoding: 'base64' });
    assert.ok((await difference(reference.picture, wrong)) > 5);
    await page.close();
  });

  test('a page that takes the card away in a loop: the panel says so, and shows the link', async () => {
    const { page, panel } = await show('loop', removalLoop);
    await until(() => panel.$('[data-tab=removed]'), 'the line in the panel');
    assert.match(await panel.$eval('#tab-link', (part) => part.textContent), /evil\.example/);
    /* and a press is stopped all the same */
    await page.click('#link');
    await settle();
    assert.doesNotMatch(page.url(), /evil/);
    assert.ok(!person.world.asked.some((address) => address.includes('evil')));
    await page.close();
  });

  test('a page can press nothing in the card, nor make the link open', async () => {
    const { page } = await show('presses', {});
    await page.click('#link');
    await settle();
    await page.evaluate(() => {
      const host = [...document.querySelectorAll('html > div')].at(-1);
      host.click();
      for (const type of ['click', 'keydown', 'pointerdown'])
        host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      document.getElementById('link').click();
    });
    await settle();
    assert.doesNotMatch(page.url(), /evil/);
    assert.ok(!person.world.asked.some((address) => address.includes(new URL(LINK).hostname)));
    await page.close();
  });
});
