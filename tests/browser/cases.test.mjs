// cases.test: every case of tests/cases through the built page: the core that
// the page carries, in the page's own worker, gives the expected verdict; and
// each whole message is shown without a complaint.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { formatExpected, listCases } from '../cases/cases.mjs';
import { openChromium } from './support/chromium.mjs';
import { openFirefox } from './support/firefox.mjs';
import { missing } from './support/page.mjs';
import { showBytes } from './support/show.mjs';

const cases = listCases().filter(({ expectedPath }) => existsSync(expectedPath));
const BATCH = 100;

/* One round trip for many cases: a driver's call costs more than a check. */
async function checkAll(person) {
  const results = [];
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases
      .slice(from, from + BATCH)
      .map(({ bytes, options }) => ({ base64: bytes.toString('base64'), options }));
    results.push(
      ...(await person.run(async (list) => {
        const answers = [];
        for (const { base64, options } of list) {
          const binary = atob(base64);
          const bytes = new Uint8Array(binary.length);
          for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
          answers.push(
            await window.honmono.check(bytes, options).then(JSON.stringify, (error) => `error: ${error.message}`),
          );
        }
        return answers;
      }, batch)),
    );
  }
  return results;
}

for (const [name, openBrowser] of [
  ['chromium', openChromium],
  ['firefox', openFirefox],
]) {
  describe(`the page in ${name}`, { skip: missing(name) }, () => {
    let browser;
    before(async () => {
      browser = await openBrowser();
    });
    after(() => browser?.close());

    test(`gives the expected verdict for all ${cases.length} cases`, async () => {
      const person = await browser.open();
      const results = await checkAll(person);
      const wrong = cases
        .filter((one, index) => {
          const isRight =
            results[index].startsWith('{') &&
            formatExpected(JSON.parse(results[index])) === readFileSync(one.expectedPath, 'utf8');
          return !isRight;
        })
        .map((one) => one.name);
      assert.deepEqual(wrong, []);
      assert.deepEqual(person.complaints, []);
      await person.close();
    });

    test('shows every case of tests/cases/whole', { skip: name === 'firefox' && 'once is enough' }, async () => {
      const person = await browser.open({ width: 360 });
      const whole = cases.filter((one) => one.name.startsWith('whole/') && !one.options.kind);
      for (const one of whole) {
        const shown = await showBytes(person, one.bytes);
        assert.ok(shown.verdict, one.name);
        assert.equal(shown.wide, 0, `${one.name} scrolls sideways`);
        assert.equal(shown.unnamed, '', one.name);
      }
      assert.deepEqual(person.complaints, []);
      await person.close();
    });
  });
}
