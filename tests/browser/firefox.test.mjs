// firefox.test: the journeys in Firefox ESR, on file:// with the network off.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFirefox } from './support/firefox.mjs';
import { journeys } from './support/journeys.mjs';
import { linkJourneys } from './support/link_journeys.mjs';
import { missing } from './support/page.mjs';
import { pageJourneys } from './support/page_journeys.mjs';
import { resultJourneys } from './support/result_journeys.mjs';

const skip = missing('firefox');

describe('Firefox', { skip }, () => {
  let browser;
  before(async () => {
    browser = await openFirefox();
  });
  after(() => browser?.close());

  for (const { name, settings, engines, run } of [...journeys, ...linkJourneys, ...pageJourneys, ...resultJourneys]) {
    if (engines && !engines.includes('firefox')) continue;
    test(name, async () => {
      const person = await browser.open(settings);
      try {
        await run(person);
        assert.deepEqual(person.complaints, []);
      } finally {
        await person.close();
      }
    });
  }
});
