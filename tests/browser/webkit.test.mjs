// webkit.test: a short journey in WebKitGTK, where its driver is installed: the
// core starts in its worker, a sample gets its verdict, an answer changes it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectVerdict, paste } from './support/ask.mjs';
import { alertHtml } from './support/messages.mjs';
import { missing, pageUrl } from './support/page.mjs';
import { missingWebkit, openWebkit } from './support/webkit.mjs';

const reason = missingWebkit();
const skip =
  reason || (missing('chromium') === 'dist/honmono.html is not built' ? 'dist/honmono.html is not built' : false);

describe('WebKit', { skip }, () => {
  let person;
  before(async () => {
    person = await openWebkit(pageUrl);
  });
  after(() => person?.close());
  const press = (id) => person.run((one) => document.getElementById(one).click(), id);

  test('a sample, an answer, the changed verdict', async () => {
    await press('sample-sign_in');
    await expectVerdict(person, ['unproven'], 30000);
    await press('answer-sign_in-not_me');
    await expectVerdict(person, ['account_at_risk'], 30000);
  });

  test('a pasted fake', async () => {
    await paste(person, { html: alertHtml({ link: 'https://account.evil.example/signin' }) });
    await expectVerdict(person, ['fake'], 30000);
  });

  test('the policy is in force: nothing can be fetched, no markup runs', async () => {
    assert.equal(
      await person.run(() =>
        fetch('https://hit.invalid/').then(
          () => 'sent',
          () => 'refused',
        ),
      ),
      'refused',
    );
  });
});
