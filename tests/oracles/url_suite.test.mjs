// url_suite: the web platform's own URL tests and the suffix list's tests.
//
// In: ../shared/suites (skipped with a line when it is not there). Proves that
// every case gives the same parts, or the same failure.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { asParts, parseAll, suitePath } from './url.mjs';

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
