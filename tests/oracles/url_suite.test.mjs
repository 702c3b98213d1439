// url_suite: the web platform's own URL tests and the suffix list's tests.
//
// In: ../shared/suites (skipped with a line when it is not there). Proves that
// every case gives the same parts, or the same failure.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { asParts, parseAll, root, suitePath } from './url.mjs';

const native = join(root, 'build', 'native', 'honmono');

const readJson = (name) => JSON.parse(readFileSync(suitePath(name), 'utf8')).filter((one) => typeof one === 'object');
const absent = (name) => !existsSync(suitePath(name)) && `no shared/suites/${name} beside the checkout`;

test('WHATWG urltestdata: every part of every URL', { skip: absent('whatwg-urltestdata.json') }, async (context) => {
  const cases = readJson('whatwg-urltestdata.json');
  const results = await parseAll(cases.map(({ input, base }) => [input, base]));
  assert.ok(cases.length > 800, 'the suite is cut off');
  const wrong = [];
  let special = 0;
  cases.forEach((expected, index) => {
    const found = results[index];
    if (/^(https?|ftp|wss?):/.test(expected.protocol ?? expected.input)) special++;
    const told = `${JSON.stringify(expected.input)} beside ${JSON.stringify(expected.base)}`;
    if (expected.failure || !found.valid) {
      if (Boolean(expected.failure) === found.valid) wrong.push(`${told}: ${found.href || 'refused'}`);
      return;
    }
    for (const [part, value] of Object.entries(asParts(expected))) {
      if (found[part] !== value) wrong.push(`${told}: ${part} ${JSON.stringify(found[part])}, not ${JSON.stringify(value)}`);
    }
  });
  context.diagnostic(`note: ${cases.length} cases, ${special} with http, https, ftp, ws or wss, ${wrong.length} differences`);
  assert.deepEqual(wrong, []);
});

test('WHATWG toascii: every domain', { skip: absent('whatwg-toascii.json') }, async (context) => {
  const cases = readJson('whatwg-toascii.json');
  assert.ok(cases.length > 80, 'the suite is cut off');
  const results = await parseAll(cases.map(({ input }) => [`https://${input}/x`]));
  const wrong = [];
  cases.forEach(({ input, output }, index) => {
    const found = results[index].valid ? results[index].host : null;
    if (found !== output) wrong.push(`${JSON.stringify(input)}: ${found}, not ${output}`);
  });
  context.diagnostic(`note: ${cases.length} cases, ${wrong.length} differences`);
  assert.deepEqual(wrong, []);
});

test('suffix list: every registrable domain', { skip: absent('test_psl.txt') }, async (context) => {
  const cases = [...readFileSync(suitePath('test_psl.txt'), 'utf8')
    .matchAll(/^checkPublicSuffix\((null|'[^']*'), (null|'[^']*')\);/gm)]
    .map(([, host, domain]) => [host, domain].map((word) => (word === 'null' ? null : word.slice(1, -1))))
    .filter(([host]) => host !== null);
  assert.ok(cases.length > 70, 'the suite is cut off');
  // The suite writes names in Unicode, the parser answers in ASCII: both sides go through it.
  const results = await parseAll(cases.map(([host]) => [`https://${host}/`]));
  const expected = await parseAll(cases.map(([, domain]) => [`https://${domain ?? 'x'}/`]));
  const wrong = [];
  cases.forEach(([host, domain], index) => {
    const found = results[index].domain;
    if (found !== (domain === null ? '' : expected[index].host)) wrong.push(`${host}: "${found}", not ${domain}`);
  });
  context.diagnostic(`note: ${cases.length} cases, ${wrong.length} differences`);
  assert.deepEqual(wrong, []);
});

/* Every character as a reference, but for those that a reference turns into windows-1252. */
const asHref = (text) => text.replace(/[^\x80-\x9f]/gu, (one) => `&#x${one.codePointAt(0).toString(16)};`);
const isWeb = ({ input, base, failure, protocol }) =>
  base === null && input.isWellFormed() && !input.includes('\0') && !input.includes('\r') &&
  (failure ? /^https?:/i.test(input) : /^https?:$/.test(protocol));

test('WHATWG urltestdata: the same through an href and through the link box', { skip: absent('whatwg-urltestdata.json') }, (context) => {
  const cases = readJson('whatwg-urltestdata.json').filter(isWeb);
  const lines = cases.map(({ input }, id) => JSON.stringify({
    id: String(id),
    message_base64: Buffer.from(`<p>Amazon <a href="${asHref(input)}">x</a></p>`).toString('base64'),
    options: { kind: 'html' },
  }));
  const hrefs = execFileSync(native, ['check', '--lines'], { input: `${lines.join('\n')}\n` }).toString().trim().split('\n').map(JSON.parse);
  const links = execFileSync(native, ['link', '-'], { input: `${cases.map(({ input }) => JSON.stringify(input)).join('\n')}\n` })
    .toString().trim().split('\n').map(JSON.parse);
  assert.equal(hrefs.length, cases.length);
  assert.equal(links.length, cases.length);
  const wrong = [];
  cases.forEach(({ input, failure, href }, index) => {
    const wanted = failure ? null : href;
    const attribute = hrefs[index].links?.[0]?.url ?? null;
    if (attribute !== wanted) wrong.push(`href ${JSON.stringify(input)}: ${attribute}, not ${wanted}`);
    if (links[index].url !== wanted) wrong.push(`link ${JSON.stringify(input)}: ${links[index].url}, not ${wanted}`);
  });
  context.diagnostic(`note: ${cases.length} cases, ${wrong.length} differences`);
  assert.deepEqual(wrong, []);
});
