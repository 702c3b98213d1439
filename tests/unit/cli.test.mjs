// cli.test: the command line: exit codes, one clear line per error, order kept.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { honmono } from '../cases/native.mjs';

const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
after(() => rmSync(folder, { recursive: true }));

const message = 'From: a@example.com\nMessage-ID: <1@example.com>\nSubject: hello\n\nHello.\n';
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return name;
};
file('a.eml', message);
file('b.eml', message.replace('hello', 'second'));

function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(honmono(), args, { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}
const lines = ({ stdout }) => stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));

function assertRefused(result, status, pattern) {
  assert.equal(result.status, status);
  assert.equal(result.stdout, '');
  assert.match(result.stderr, /^honmono: [^\n]+\n$/);
  assert.match(result.stderr, pattern);
}

test('check writes one pretty verdict, of a file or of standard input', () => {
  const result = run(['check', 'a.eml']);
  assert.equal(result.status, 0);
  assert.match(result.stdout, /^\{\n {2}"honmono": /);
  assert.equal(JSON.parse(result.stdout).message.subject, 'hello');
  assert.equal(run(['check', '-'], message).stdout, result.stdout);
  assert.equal(run(['check'], message).stdout, result.stdout);
});

test('--kind and --options reach the core', () => {
  file('options.json', '{ "kind": "text" }');
  assert.equal(JSON.parse(run(['check', '--options', 'options.json', 'a.eml']).stdout).kind, 'text');
  assert.equal(JSON.parse(run(['check', '--kind', 'html', 'a.eml']).stdout).kind, 'html');
  file('profile.json', '{ "profile": { "names": ["A"] } }');
  assert.equal(JSON.parse(run(['check', '--kind', 'text', '--options', 'profile.json', 'a.eml']).stdout).kind, 'text');
});

test('bad usage: one clear line, exit 2', () => {
  assertRefused(run(['check', '--nonsense', 'a.eml']), 2, /--nonsense/);
  assertRefused(run(['check', '--kind', 'letter', 'a.eml']), 2, /kind/);
  assertRefused(run(['check', '--kind']), 2, /--kind/);
  assertRefused(run(['check', 'a.eml', 'b.eml']), 2, /b\.eml/);
  assertRefused(run(['check', '--ndjson']), 2, /--ndjson/);
  assertRefused(run(['nonsense']), 2, /nonsense/);
  assertRefused(run(['link']), 2, /link/);
  file('bad.json', '{ "profile": { "emails": "x" } }');
  assertRefused(run(['check', '--options', 'bad.json', 'a.eml']), 2, /profile\.emails/);
  file('broken.json', '{ "profile": ');
  assertRefused(run(['check', '--options', 'broken.json', 'a.eml']), 2, /options/);
  assertRefused(run(['check', '--options', 'missing.json', 'a.eml']), 2, /missing\.json/);
  assert.equal(run([]).status, 2);
});

test('a file that cannot be checked: one clear line, exit 1', () => {
  assertRefused(run(['check', 'missing.eml']), 1, /missing\.eml/);
  assertRefused(run(['check', folder]), 1, /directory/i);
  file('large.eml', message + 'x'.repeat(32 << 20));
  assertRefused(run(['check', 'large.eml']), 1, /too large/);
});

test('--ndjson: one line per file in their order, failures in their place', () => {
  const result = run(['check', '--ndjson', 'a.eml', 'missing.eml', 'b.eml']);
  assert.equal(result.status, 1);
  const [first, second, third] = lines(result);
  assert.deepEqual([first.file, second.file, third.file], ['a.eml', 'missing.eml', 'b.eml']);
  assert.equal(Object.keys(first)[0], 'file');
  assert.equal(typeof second.error, 'string');
  assert.equal(third.message.subject, 'second');
  assert.equal(run(['check', '--ndjson', 'a.eml']).status, 0);
});

test('--lines: one line in, one line out, no state between them', () => {
  const line = (id, text, options) => JSON.stringify({ id, message_base64: Buffer.from(text).toString('base64'), options });
  const input = [line('x', message), line('y', message, { kind: 'none' }), 'not JSON', line('z', 'https://example.com/', { kind: 'link' })];
  const result = run(['check', '--lines'], `${input.join('\n')}\n`);
  assert.equal(result.status, 1);
  const answers = lines(result);
  assert.equal(answers.length, 4);
  assert.equal(answers[0].id, 'x');
  assert.equal(answers[0].verdict, 'no_claim');
  assert.equal(answers[1].id, 'y');
  assert.match(answers[1].error, /kind|options/);
  assert.equal(typeof answers[2].error, 'string');
  assert.equal(answers[3].kind, 'link');
});

test('--mbox: one line per message, quoted From lines are text', () => {
  const mbox = `From a@example.com Mon Jan  1 00:00:00 2024\n${message}\n>From here on\n\nFrom b@example.com Mon Jan  1 00:00:00 2024\n${message}`;
  const result = run(['check', '--mbox', '-'], mbox);
  assert.equal(result.status, 0);
  const answers = lines(result);
  assert.deepEqual(answers.map(({ index }) => index), [0, 1]);
  assert.equal(answers[1].message.subject, 'hello');
});

test('link: one line per link; JSON strings on standard input', () => {
  const [first, second] = lines(run(['link', 'https://www.amazon.co.jp/', 'https://www.amazon.co.jp@evil.example/']));
  assert.equal(first.standing, 'official');
  assert.equal(second.host, 'evil.example');
  const answers = lines(run(['link', '-'], 'http://a.example/\n"http:\\/\\/b.example\\/\\ud800"\n"http://c.example/\\u0000"\n'));
  assert.deepEqual(answers.map(({ host }) => host), ['a.example', 'b.example', 'c.example']);
});

test('catalogue, version and help', () => {
  const catalogue = JSON.parse(run(['catalogue']).stdout);
  assert.equal(catalogue.points.length, 7);
  assert.match(catalogue.dates.suffixes, /^\d{4}-\d\d-\d\d$/);
  assert.equal(run(['version']).stdout, `${catalogue.honmono}\n`);
  assert.match(run(['--help']).stdout, /honmono check/);
});

test('a reader that goes away ends the program, quietly', async () => {
  const child = spawn(honmono(), ['check', '--lines'], { cwd: folder });
  const line = `${JSON.stringify({ id: '1', message_base64: Buffer.from(message).toString('base64') })}\n`;
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.stdin.on('error', () => {});
  child.stdout.once('data', () => child.stdout.destroy());
  for (let i = 0; i < 20000; i++) child.stdin.write(line);
  child.stdin.end();
  const [code, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)));
  assert.ok(signal === 'SIGPIPE' || code !== 0, `ended with ${code}, ${signal}`);
  assert.equal(errors, '');
});
