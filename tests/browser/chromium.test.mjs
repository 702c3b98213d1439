// chromium.test: the journeys in Chromium, on file:// with the network off.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openChromium } from './support/chromium.mjs';
import { journeys } from './support/journeys.mjs';
import { linkJourneys } from './support/link_journeys.mjs';
import { missing } from './support/page.mjs';
import { pageJourneys } from './support/page_journeys.mjs';
import { resultJourneys } from './support/result_journeys.mjs';

const skip = missing('chromium');

describe('Chromium', { skip }, () => {
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  for (const { name, settings, engines, run } of [...journeys, ...linkJourneys, ...pageJourneys, ...resultJourneys]) {
    if (engines && !engines.includes('chromium')) continue;
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
