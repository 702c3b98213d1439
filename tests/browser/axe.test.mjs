// axe.test: every state of the page, in both languages and both themes, has no
// accessibility violation that axe-core finds (all its rules).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { drop, expectVerdict, open, paste } from './support/ask.mjs';
import { openChromium } from './support/chromium.mjs';
import { alertHtml, alertSource, alertText, fakeSource, friendSource } from './support/messages.mjs';
import { missing } from './support/page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const openAll = (person) =>
  person.run(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

async function answered(person, verdict, ...ids) {
  await paste(person, { plain: alertText, html: alertHtml() });
  for (const id of ids) await person.click(`#answer-${id}`);
  await expectVerdict(person, [verdict]);
}

const states = {
  'first screen': () => {},
  'first screen, all open': openAll,
  'a problem': (person) => drop(person, { files: [{ name: 'a.png', content: 'x', type: 'image/png' }] }),
  working: async (person) => {
    await person.run(() => {
      const data = new DataTransfer();
      data.items.add(
        new File(
          [`Content-Type: text/html\n\n${'Amazon <a href="https://a.example/x">x</a> '.repeat(600000)}`],
          'long.eml',
        ),
      );
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await person.wait('#cancel');
  },
  fake: (person) => open(person, fakeSource).then(() => expectVerdict(person, ['fake'])),
  'fake, all open': (person) =>
    open(person, fakeSource)
      .then(() => expectVerdict(person, ['fake']))
      .then(() => openAll(person)),
  'fake, hidden text shown, guide open': async (person) => {
    await open(person, fakeSource);
    await expectVerdict(person, ['fake']);
    await person.click('#show-hidden');
    await person.click('#safe');
  },
  'fake, a place lit': async (person) => {
    await open(person, fakeSource);
    await expectVerdict(person, ['fake']);
    await person.click('.show-place');
  },
  suspicious: (person) => answered(person, 'suspicious', 'message_center-not_found'),
  unproven: (person) => answered(person, 'unproven'),
  'account at risk': (person) =>
    answered(person, 'account_at_risk', 'delivered_to-mine', 'greeting-my_name', 'sign_in-not_me'),
  consistent: (person) => answered(person, 'consistent', 'delivered_to-mine', 'greeting-my_name', 'sign_in-me'),
  'no claim': (person) => open(person, friendSource).then(() => expectVerdict(person, ['no_claim'])),
  'link box': (person) => person.click('#to-links'),
  'links judged': (person) =>
    paste(person, { plain: 'https://www.amazon.co.jp/\nhttps://a@evil.example/\nmailto:a@b.example' }).then(() =>
      person.wait('article'),
    ),
  list: async (person) => {
    await person.openFiles(
      { name: 'a.eml', bytes: Buffer.from(fakeSource) },
      { name: 'b.eml', bytes: Buffer.from(alertSource()) },
      { name: 'c.msg', bytes: Buffer.from('d0cf11e0', 'hex') },
    );
    await person.wait('#item-1');
  },
  'help after the fact': (person) => person.click('#to-entered').then(() => openAll(person)),
};
/* These go away when the language is changed: looked at in each one anew. */
const passing = {
  'link card': async (person) => {
    await open(person, fakeSource);
    await expectVerdict(person, ['fake']);
    await person.focus('.link-text');
    await person.wait('.link-card');
    await person.click('.card-button');
  },
  settings: (person) => person.click('#open-settings'),
  about: (person) => person.click('#open-about').then(() => openAll(person)),
};

async function violations(person) {
  const { violations: found } = await person.run(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 120))
        .join(' | ')}`,
  );
}

const setTheme = (person, theme) =>
  person.run((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

describe('accessibility', { skip: missing('chromium') }, () => {
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  for (const [name, reach] of Object.entries(states)) {
    test(name, async () => {
      const person = await browser.open({ width: 800, calm: true });
      await person.run(axe);
      await reach(person);
      for (const language of ['ja', 'en']) {
        for (const theme of ['light', 'dark']) {
          await setTheme(person, theme);
          assert.deepEqual(await violations(person), [], `${language}, ${theme}`);
        }
        if (language === 'ja' && name !== 'working') await person.click('#language');
      }
      await person.close();
    });
  }
  for (const [name, reach] of Object.entries(passing)) {
    test(name, async () => {
      for (const language of ['ja', 'en']) {
        const person = await browser.open({ width: 800, calm: true, language });
        await person.run(axe);
        await reach(person);
        for (const theme of ['light', 'dark']) {
          await setTheme(person, theme);
          assert.deepEqual(await violations(person), [], `${language}, ${theme}`);
        }
        await person.close();
      }
    });
  }
  test('states looked at', (context) => {
    const count = Object.keys(states).length + Object.keys(passing).length;
    context.diagnostic(`note: ${count} states x 2 languages x 2 themes`);
    assert.ok(count >= 20);
  });
});
