// hostile.test: messages that try to come alive are shown, and nothing happens:
// no script, no request, no navigation, no broken layout. A copy of the page
// without its policy, into which the same markup is put, proves that the
// detector can fail.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { liveMarkup, listAttacks } from './support/attacks.mjs';
import { openChromium } from './support/chromium.mjs';
import { missing, pageFile } from './support/page.mjs';
import { showBytes } from './support/show.mjs';

const attacks = listAttacks();
const wasHit = (person) => person.run(() => window.__hit === 1);

/* What a careless page would do with a message. */
const putMarkup = (person) =>
  person.run((markup) => {
    const place = document.createElement('div');
    document.body.append(place);
    try {
      place.innerHTML = markup;
      return 'taken';
    } catch (error) {
      return error.name;
    }
  }, liveMarkup);

const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

describe('hostile messages', { skip: missing('chromium') }, () => {
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  test(`${attacks.length} messages are shown and stay text`, async () => {
    assert.ok(attacks.length >= 200);
    const person = await browser.open({ width: 360 });
    const broken = [];
    for (const { name, bytes } of attacks) {
      const { verdict, wide } = await showBytes(person, bytes);
      if (!verdict) broken.push(`${name}: no verdict`);
      if (wide > 0) broken.push(`${name}: ${wide} px too wide`);
      if (person.complaints.length > 0) broken.push(`${name}: ${person.complaints.splice(0).join('; ')}`);
    }
    await settle();
    assert.deepEqual(broken, []);
    assert.equal(await wasHit(person), false);
    assert.deepEqual(person.complaints, []);
    await person.close();
  });

  test('the policy holds even if the page took markup for its own', async () => {
    const person = await browser.open();
    assert.equal(await putMarkup(person), 'TypeError');
    await settle();
    assert.equal(await wasHit(person), false);
    await person.close();
  });

  test('negative control: without the policy the same markup is noticed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
    const copy = join(folder, 'honmono.html');
    const html = readFileSync(pageFile, 'utf8');
    const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    assert.notEqual(open, html);
    writeFileSync(copy, open);
    const person = await browser.open({ url: pathToFileURL(copy).href });
    person.complaints.length = 0;
    assert.equal(await putMarkup(person), 'taken');
    await settle();
    assert.equal(await wasHit(person), true);
    assert.ok(person.complaints.some((line) => line.startsWith('request: https://hit.invalid')));
    await person.close();
    rmSync(folder, { recursive: true });
  });
});
