// axe.test: every state of the page, in both languages and both themes, has no
// accessibility violation that axe-core finds (all its rules; a theme changes
// nothing but colours, so the dark one is held to the rules of colours, and with
// HONMONO_DEEP=1 to all).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { openChromium } from './support/chromium.mjs';
import { missing } from './support/page.mjs';
import { setTheme, speak, states } from './support/states.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const onlyColors = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function violations(person, theme) {
  const rules = theme === 'dark' && !process.env.HONMONO_DEEP ? { runOnly: onlyColors } : {};
  const { violations: found } = await person.run(
    (options) => window.axe.run(document, { resultTypes: ['violations'], ...options }),
    rules,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 120))
        .join(' | ')}`,
  );
}

describe('accessibility', { skip: missing('chromium') }, () => {
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  for (const [name, { reach, settings }] of Object.entries(states)) {
    test(name, async () => {
      for (const language of ['ja', 'en']) {
        const person = await browser.open({ width: 800, calm: true, language, ...settings });
        await speak(person, language);
        await person.run(axe);
        await reach(person);
        for (const theme of ['light', 'dark']) {
          await setTheme(person, theme);
          assert.deepEqual(await violations(person, theme), [], `${language}, ${theme}`);
        }
        await person.close();
      }
    });
  }
  test('states looked at', (context) => {
    const count = Object.keys(states).length;
    context.diagnostic(`note: ${count} states x 2 languages x 2 themes`);
    assert.ok(count >= 20);
  });
});
