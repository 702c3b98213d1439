// cli.test: the command line as its help describes it: outputs, error lines and
// exit codes, by the native binary.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { drawCode, makeModules } from '../pictures/codes.mjs';
import { pngOf } from '../pictures/png.mjs';
import { rootDir } from './cases.mjs';
import { honmono } from './native.mjs';

const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
after(() => rmSync(folder, { recursive: true }));

function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(words, input = '') {
  const { status, stdout, stderr } = spawnSync(honmono(), words, { input, maxBuffer: 1 << 28 });
  return { status, out: stdout.toString(), err: stderr.toString(), lines: stdout.toString().split('\n').filter(Boolean) };
}

function refuses(words, status, pattern, input) {
  const result = run(words, input);
  assert.equal(result.status, status);
  assert.match(result.err, pattern);
  assert.equal(result.err.trimEnd().split('\n').length, 1, 'one line');
}

const mail = 'From: "Amazon.co.jp" <a@evil.example>\nTo: taro@example.jp\nMessage-ID: <1@x>\nSubject: x\n\nbody\n';
const good = write('good.eml', mail);

describe('command line', () => {
  test('help on request is no error, on nothing it is', () => {
    assert.equal(run(['--help']).status, 0);
    assert.match(run(['--help']).out, /honmono check/);
    assert.equal(run([]).status, 2);
  });
  test('one file gives one pretty verdict', () => {
    const { status, out } = run(['check', good]);
    assert.equal(status, 0);
    assert.equal(JSON.parse(out).kind, 'source');
    assert.match(out, /\n {2}"verdict": /);
  });
  test('standard input, named or not', () => {
    for (const words of [['check', '-'], ['check']]) {
      assert.equal(JSON.parse(run(words, mail).out).message.from[0].address, 'a@evil.example');
    }
  });
  test('an empty message has a verdict', () => {
    const verdict = JSON.parse(run(['check'], '').out);
    assert.equal(verdict.verdict, 'no_claim');
    assert.ok(verdict.oddities.some(({ kind }) => kind === 'input-empty'));
  });
  test('a missing file', () => refuses(['check', join(folder, 'none.eml')], 1, /none\.eml: No such file/));
  test('a directory', () => refuses(['check', folder], 1, /is a directory/));
  test('an unknown option', () => refuses(['check', '--frob'], 2, /--frob: unknown option/));
  test('an unknown command', () => refuses(['frob'], 2, /frob: unknown command/));
  test('an unknown kind', () => refuses(['check', '--kind', 'pdf', good], 2, /--kind/));
  test('a kind without value', () => refuses(['check', '--kind'], 2, /needs a value/));
  test('too large', () => refuses(['check'], 1, /too large/, Buffer.alloc((32 << 20) + 1, 'a')));
  test('exactly the limit is read', () => {
    const { status, out } = run(['check', '--kind', 'text'], Buffer.alloc(32 << 20, 'a '));
    assert.equal(status, 0);
    assert.equal(JSON.parse(out).totals.text_cut, true);
  });

  const problems = [
    ['{', /not JSON/],
    ['[]', /not a JSON object/],
    ['{"kinds":"text"}', /kinds: unknown key/],
    ['{"kind":"text","kind":"html"}', /kind: stands twice/],
    ['{"kind":1}', /kind: not one of its words/],
    ['{"only":"no-such-check"}', /only: not the id of a check/],
    ['{"profile":{"emails":"a@b"}}', /profile\.emails: not a list of strings/],
    ['{"profile":{"phones":[]}}', /profile\.phones: unknown key/],
    ['{"answers":{"sign_in":"maybe"}}', /answers\.sign_in: not one of its words/],
    ['{"page_message":-1}', /page_message: not a whole number from 0/],
    ['{"page_message":1.5}', /page_message: not a whole number from 0/],
    ['{"marked":[]}', /marked: not an object/],
    ['{"marked":{"lines":1}}', /marked\.lines: unknown key/],
    ['{"marked":{"from":"a"}}', /marked\.from: not a whole number from 0/],
    ['{"answers":[]}', /answers: not an object/],
    ['{} x', /not JSON/],
  ];
  for (const [text, pattern] of problems) {
    test(`bad options ${text}`, () => refuses(['check', '--options', write('bad.json', text), good], 2, pattern));
  }
  test('options with NUL and lone surrogates are read', () => {
    const options = write('odd.json', '{"profile":{"names":["\\u0000\\ud800x"],"emails":["taro@example.jp"]}}');
    assert.equal(run(['check', '--options', options, good]).status, 0);
  });
  test('a kind given twice is named', () => {
    refuses(['check', '--kind', 'text', '--options', write('kind.json', '{"kind":"html"}'), good], 2, /kind: stands twice/);
  });

  test('ndjson keeps the order and puts errors in their place', () => {
    const { status, lines } = run(['check', '--ndjson', good, join(folder, 'none.eml'), good]);
    assert.equal(status, 1);
    const items = lines.map((line) => JSON.parse(line));
    assert.deepEqual(items.map((item) => Object.keys(item)[0]), ['file', 'file', 'file']);
    assert.equal(items[1].error, 'No such file or directory');
    assert.equal(items[2].verdict, items[0].verdict);
  });
  test('mbox: one line per message, "From " in a body only splits after a blank line', () => {
    const mbox = `From a@b Mon Jan  1 00:00:00 2026\n${mail}From here it goes on\n>From quoted\n\nFrom c@d Mon Jan  1 00:00:00 2026\n${mail}`;
    const { status, lines } = run(['check', '--mbox', '-'], mbox);
    assert.equal(status, 0);
    assert.deepEqual(lines.map((line) => JSON.parse(line).index), [0, 1]);
    const text = JSON.stringify(JSON.parse(lines[0]).message.blocks);
    assert.match(text, /From here it goes on/);
    assert.doesNotMatch(text, />From quoted/);
  });
  test('lines: an id, a message, options; errors in their place', () => {
    const base64 = Buffer.from(mail).toString('base64');
    const input = [
      { id: 'a', message_base64: base64, options: { kind: 'text' } },
      { id: 7, message_base64: '***' },
      { id: 'c', message_base64: base64, options: { frob: 1 } },
    ].map((line) => JSON.stringify(line)).concat('nonsense').join('\n');
    const { status, lines } = run(['check', '--lines'], input);
    assert.equal(status, 1);
    const items = lines.map((line) => JSON.parse(line));
    assert.deepEqual(items.map(({ id }) => id), ['a', 7, 'c', '']);
    assert.equal(items[0].kind, 'text');
    assert.deepEqual(items.slice(1).map(({ error }) => Boolean(error)), [true, true, true]);
  });

  test('link: one line each, JSON strings on standard input', () => {
    const { status, lines } = run(['link', '-'], 'https://www.amazon.co.jp@evil.example/\n"https://\\ud800.example/\\u0000"\n"bad\n');
    assert.equal(status, 1);
    assert.equal(JSON.parse(lines[0]).host, 'evil.example');
    assert.equal(JSON.parse(lines[0]).standing, 'impersonating');
    assert.match(JSON.parse(lines[1]).target, /\ufffd.*\ufffd/);
    assert.equal(JSON.parse(lines[2]).error, 'not a JSON string');
    assert.equal(run(['link']).status, 2);
    assert.equal(run(['link', 'https://a.example/', 'b']).lines.length, 2);
  });
  test('codes: PNG and JPEG, each with its line', () => {
    const address = 'https://amazon-co-jp.account-check.example/s?i=9';
    const png = write('code.png', pngOf(drawCode(makeModules(address), { cell: 4 })));
    const jpeg = join(rootDir, 'tests/pictures/samples/code.jpg');
    const { status, lines } = run(['codes', png, jpeg]);
    assert.equal(status, 0);
    assert.deepEqual(lines.map((line) => JSON.parse(line)).map(({ file, codes }) => [file, codes[0].text]), [[png, address], [jpeg, address]]);
    assert.equal(JSON.parse(run(['codes', '-'], readFileSync(png)).lines[0]).codes[0].kind, 'link');
  });
  test('codes: what is no picture, cut off, empty or a bomb is one line that says so', () => {
    const png = pngOf(drawCode(makeModules('https://a.example/'), { cell: 4 }));
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(60000, 16);
    bomb.writeUInt32BE(60000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const bad = { text: 'hello', empty: '', cut: png.subarray(0, png.length / 2), bomb, jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) };
    const names = Object.entries(bad).map(([name, bytes]) => write(name, bytes));
    const { status, lines } = run(['codes', ...names, join(folder, 'absent')]);
    assert.equal(status, 1);
    const errors = lines.map((line) => JSON.parse(line).error);
    const wanted = [/neither/, /neither/, /broken or cut off/, /too large/, /no JPEG/, /No such file/];
    assert.equal(errors.length, wanted.length);
    wanted.forEach((pattern, at) => assert.match(errors[at], pattern));
    assert.equal(run(['codes']).status, 2);
  });
  test('catalogue and version', () => {
    const catalogue = JSON.parse(run(['catalogue']).out);
    assert.equal(catalogue.points.length, 7);
    assert.match(catalogue.dates.suffixes, /^\d{4}-\d\d-\d\d$/);
    assert.equal(run(['version']).out.trim(), catalogue.honmono);
  });
});
