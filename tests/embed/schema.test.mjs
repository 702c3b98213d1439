// schema.test: what the core says is what core/schema says: every golden, real mail,
// links, the catalogue; and what the core refuses as options the schema refuses too.
//
// The schema lets new keys come; here every object is closed, so that no key goes
// undescribed, and words that the catalogue lists must stand in it.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { listCases } from '../cases/cases.mjs';
import { checkNative, honmono } from '../cases/native.mjs';
import { loadWasm } from '../cases/wasm.mjs';
import { drawCode, makeModules } from '../pictures/codes.mjs';
import { rootDir, run } from './taking.mjs';

const schema = JSON.parse(readFileSync(join(rootDir, 'core/schema/honmono.schema.json'), 'utf8'));
const catalogue = JSON.parse(run(honmono(), ['catalogue']));
const words = Object.fromEntries(Object.entries(catalogue).filter(([, list]) => Array.isArray(list)).map(([key, list]) => [key, new Set(list)]));
words.checks = new Set(catalogue.checks.map(({ check }) => check));
words.messages = new Set(catalogue.checks.flatMap(({ messages }) => messages.map(({ message }) => message)));

function close(node) {
  if (Array.isArray(node)) return node.map(close);
  if (node === null || typeof node !== 'object') return node;
  const closed = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, close(inner)]));
  if (closed.properties && closed.additionalProperties === undefined) closed.additionalProperties = false;
  return closed;
}

function makeValidator(source) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: false });
  ajv.addKeyword({ keyword: 'x-catalogue', validate: (list, word) => word === null || words[list].has(word) });
  ajv.addSchema(source);
  return (name) => ajv.getSchema(`${schema.$id}#/$defs/${name}`);
}
const open = makeValidator(schema);
const closed = makeValidator(close(schema));

/** The order of keys is promised, too. */
function listDisorder(node, value, path = '') {
  if (node.$ref) return listDisorder(schema.$defs[node.$ref.split('/').at(-1)], value, path);
  if (node.anyOf) return value === null ? [] : listDisorder(node.anyOf[0], value, path);
  if (Array.isArray(value)) return value.flatMap((one) => listDisorder(node.items, one, `${path}[]`));
  if (value === null || typeof value !== 'object' || !node.properties) return [];
  const wanted = Object.keys(node.properties), found = Object.keys(value);
  if (wanted.join() !== found.join()) return [`${path}: ${found}`];
  return found.flatMap((key) => listDisorder(node.properties[key], value[key], `${path}.${key}`));
}

/** Open words (examples): one that is not described is a hole in the schema. */
function listUnknown(node, value, path = '') {
  if (node.$ref) return listUnknown(schema.$defs[node.$ref.split('/').at(-1)], value, path);
  if (node.anyOf) return value === null ? [] : listUnknown(node.anyOf[0], value, path);
  if (node.examples && !node.examples.includes(value)) return [`${path}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((one) => listUnknown(node.items, one, `${path}[]`));
  if (value === null || typeof value !== 'object' || !node.properties) return [];
  return Object.keys(value).flatMap((key) => listUnknown(node.properties[key] ?? {}, value[key], `${path}.${key}`));
}

function listFaults(name, value) {
  const validate = closed(name);
  const faults = validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...faults, ...listDisorder({ $ref: `#/${name}` }, value), ...listUnknown({ $ref: `#/${name}` }, value)];
}

test('what is made from the schema is fresh', () => {
  run(process.execPath, [join(rootDir, 'core/schema/make.mjs'), '--check']);
});

/* What is asked about the letters of a picture is asked by whoever has read it, not by the core. */
const ASKED_ELSEWHERE = ['letters'];

test('closed words are those of the catalogue', () => {
  const { PointName, Standing, Verdict } = schema.$defs;
  assert.deepEqual(PointName.enum, catalogue.points);
  assert.deepEqual(Standing.enum, catalogue.standings);
  assert.deepEqual(Verdict.properties.verdict.enum, [...catalogue.verdicts, null]);
  assert.deepEqual(Verdict.properties.leads_to.enum, [...catalogue.leads_to, null]);
  const answers = Object.keys(schema.$defs.Options.properties.answers.properties);
  assert.deepEqual(answers.filter((key) => !words.questions.has(key)), ASKED_ELSEWHERE);
});

test('the catalogue', () => assert.deepEqual(listFaults('Catalogue', catalogue), []));

test('every expected file of the cases', () => {
  const cases = listCases();
  const faults = cases.flatMap(({ expectedPath, name, options }) => {
    const golden = JSON.parse(readFileSync(expectedPath, 'utf8'));
    const answer = options.only ? golden : { honmono: '0.0.0', ...golden };
    return listFaults(options.only ? 'CheckVerdict' : 'Verdict', answer).map((fault) => `${name}: ${fault}`);
  });
  assert.deepEqual(faults, []);
  assert.ok(cases.length > 500);
  console.log(`note: ${cases.length} expected files valid`);
});

test('links', () => {
  const urls = ['https://www.amazon.co.jp/', 'http://www.amazon.co.jp@evil.example/', 'mailto:a@b', '', 'https://[x', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example'];
  for (const line of run(honmono(), ['link', ...urls]).trim().split('\n')) assert.deepEqual(listFaults('LinkVerdict', JSON.parse(line)), []);
});

test('QR codes', async () => {
  const core = await loadWasm();
  for (const text of ['https://evil.example/', 'WIFI:S:x;;']) {
    const { grey, width, height } = drawCode(makeModules(text));
    const answer = await core.codes(grey, width, height);
    assert.equal(answer.codes.length, 1);
    assert.deepEqual(listFaults('Codes', answer), []);
  }
});

const corpus = join(rootDir, '..', 'shared', 'corpus');
test('1,000 verdicts over real mail', { skip: existsSync(corpus) ? false : 'no ../shared/corpus beside the checkout' }, async () => {
  const WANTED = 1000;
  const files = readdirSync(corpus, { recursive: true }).filter((file) => file.endsWith('.eml')).sort();
  // Fewer files than that: the same ones with what a person may tell.
  const told = [{}, { origin: 'paste' }, { kind: 'text' }, { profile: { emails: ['me@example.com'], names: ['Jo Example'] }, answers: { sign_in: 'not_me' } }];
  const messages = told.flatMap((options) => files.map((file) => ({ file, bytes: readFileSync(join(corpus, file)), options }))).slice(0, WANTED);
  const results = await checkNative(messages);
  const faults = results.flatMap((json, at) => listFaults('Verdict', JSON.parse(json)).map((fault) => `${messages[at].file}: ${fault}`));
  assert.deepEqual(faults, []);
  assert.equal(results.length, WANTED);
});

describe('options', () => {
  let problems;
  const values = [
    {}, { kind: 'auto' }, { kind: 'mail' }, { kind: 1 }, { origin: 'paste' }, { origin: 'x' }, { page_message: 0 }, { page_message: -1 },
    { page_message: 1.5 }, { page_message: 2e9 }, { page_message: '1' }, { marked: {} }, { marked: { from: 1, to: 2 } }, { marked: { from: 'a' } },
    { marked: { x: 1 } }, { marked: 1 }, { only: 'link-off-brand' }, { only: 'nothing' }, { only: null }, { profile: {} }, { profile: [] },
    { profile: { emails: [] } }, { profile: { emails: 'a' } }, { profile: { emails: [1] } }, { profile: { places: ['x'] } }, { profile: { x: [] } },
    { answers: {} }, { answers: { claim: 'amazon' } }, { answers: { claim: 'ebay' } }, { answers: { sign_in: 'me', greeting: 'no_name' } },
    { answers: { order_history: 'found' } }, { answers: { message_center: true } }, { answers: { link_targets: ['x'] } }, { answers: { link_targets: 'x' } },
    { unknown: 1 }, [], null, 'text', 1,
  ];
  before(async () => {
    problems = (await checkNative(values.map((options) => ({ bytes: Buffer.from('x'), options: options ?? 0 })))).map((json) => json instanceof Error);
  });
  test('the core refuses what the schema refuses, and nothing else', () => {
    const validate = open('Options');
    values.forEach((value, at) => assert.equal(validate(value ?? 0), !problems[at], JSON.stringify(value)));
  });
  test('those of every case', () => {
    for (const { options, name } of listCases()) assert.deepEqual(listFaults('Options', options).filter((fault) => !/^[.\w]*: /.test(fault)), [], name);
  });
});
