// batch.test: many messages at once by the native binary: any number of
// processes gives the same bytes, and whoever ends it early finds whole lines.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { listCases, withLines } from './cases.mjs';
import { honmono } from './native.mjs';

const folder = mkdtempSync(join(tmpdir(), 'honmono-'));
after(() => rmSync(folder, { recursive: true }));

const mails = listCases().filter(({ path }) => path.endsWith('.eml'));
const base64 = (bytes) => Buffer.from(bytes).toString('base64');

/** As a delivery program would add it: "From " lines quoted, an empty line at the end. */
function mboxEntry(bytes) {
  const text = withLines(bytes, '\n').toString('latin1').replace(/^(>*From )/gm, '>$1');
  return `From a@b Mon Jan  1 00:00:00 2026\n${text}${text.endsWith('\n') ? '' : '\n'}\n`;
}

/** An mbox of every case, so many times. */
function makeMbox(name, times) {
  const once = Buffer.from(mails.map(({ bytes }) => mboxEntry(bytes)).join(''), 'latin1');
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(Array(times).fill(once)));
  return path;
}

const small = makeMbox('small.mbox', 2);
const LARGE = 50;
const large = makeMbox('large.mbox', LARGE);

const parse = (out) => out.toString().split('\n').filter(Boolean).map((line) => JSON.parse(line));

function run(words, input = '') {
  const { status, stdout, stderr } = spawnSync(honmono(), ['check', ...words], { input, maxBuffer: 1 << 30 });
  return { status, out: stdout, items: parse(stdout), err: stderr.toString() };
}

/** Starts it, and when it has begun to write does `act`; waits for the end. */
function interrupt(words, act) {
  return new Promise((resolve) => {
    const child = spawn(honmono(), ['check', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    let err = '';
    child.stderr.on('data', (chunk) => (err += chunk));
    child.stdout.once('data', () => act(child));
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code, signal) => resolve({ code, signal, out: Buffer.concat(chunks), err }));
  });
}

const listChildren = (pid) =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)]).stdout.toString().split(/\s+/).filter(Boolean).map(Number);

function assertWholeLines(out) {
  assert.equal(out.at(-1), 10, 'ends with a line feed');
  const items = parse(out);
  items.forEach(({ index }, at) => assert.equal(index, at));
  return items.length;
}

describe('any number of processes gives the same bytes', () => {
  function assertSame(jobs, status, words, input) {
    const alone = run(words, input);
    const many = run([words[0], '--jobs', jobs, ...words.slice(1)], input);
    assert.deepEqual([alone.status, many.status], [status, status]);
    assert.ok(many.out.equals(alone.out));
    return alone;
  }
  for (const jobs of ['1', '2', '5', '0']) {
    test(`mbox, --jobs ${jobs}`, () => assert.equal(assertWholeLines(assertSame(jobs, 0, ['--mbox', small]).out), 2 * mails.length));
  }
  test('files, with one that is missing', () => {
    const names = mails.map(({ path }) => path);
    names.splice(30, 0, join(folder, 'none.eml'));
    const { items } = assertSame('3', 1, ['--ndjson', ...names]);
    assert.deepEqual(items.map(({ file }) => file), names);
    assert.deepEqual(items.flatMap(({ error }, at) => (error ? [at] : [])), [30]);
  });
  test('lines, with bad ones among them', () => {
    const lines = mails.map(({ bytes }, id) => JSON.stringify({ id, message_base64: base64(bytes) }));
    lines.splice(40, 0, 'nonsense', '', '{"id":"x","message_base64":"*"}', '{"id":1} {}');
    const { items } = assertSame('3', 1, ['--lines'], lines.join('\n'));
    assert.equal(items.length, mails.length + 3);
    assert.deepEqual(items.flatMap(({ id, error }, at) => (error ? [[at, id]] : [])), [[40, ''], [41, 'x'], [42, '']]);
  });
});

test('a message in an mbox and in a line has one verdict', () => {
  const { items: fromMbox } = run(['--mbox', '-'], Buffer.from(mails.map(({ bytes }) => mboxEntry(bytes)).join(''), 'latin1'));
  const lines = mails.map(({ bytes }) => {
    const text = withLines(bytes, '\n');
    return JSON.stringify({ id: 0, message_base64: base64(text.at(-1) === 10 ? text : Buffer.concat([text, Buffer.from('\n')])) });
  });
  const { items: fromLines } = run(['--lines'], lines.join('\n'));
  assert.equal(fromMbox.length, mails.length);
  fromMbox.forEach(({ index, ...verdict }, at) => {
    const { id, ...other } = fromLines[at];
    assert.deepEqual(verdict, other, mails[at].name);
  });
});

test('lines: the options of the command are for lines that have none', () => {
  const options = join(folder, 'options.json');
  writeFileSync(options, '{"kind":"text"}');
  const lines = [{ id: 'a' }, { id: 'b', options: { kind: 'html' } }].map((line) => JSON.stringify({ ...line, message_base64: base64('x') }));
  const { items } = run(['--lines', '--options', options], lines.join('\n'));
  assert.deepEqual(items.map(({ kind }) => kind), ['text', 'html']);
});

describe('what is too large is one line, and the stream goes on', () => {
  const huge = Buffer.alloc((32 << 20) + 1, 'a sentence that goes on\n');
  test('in an mbox', () => {
    const entry = Buffer.from(mboxEntry(mails[0].bytes), 'latin1');
    const { status, items } = run(['--mbox', '-'], Buffer.concat([entry, Buffer.from('From a@b\n'), huge, Buffer.from('\n\n'), entry]));
    assert.equal(status, 1);
    assert.deepEqual(items.map(({ index, error }) => [index, error]), [[0, undefined], [1, 'too_large'], [2, undefined]]);
    assert.equal(items[2].verdict, items[0].verdict);
  });
  test('in a line, whose id is still said', () => {
    const line = (id, bytes) => `${JSON.stringify({ id, message_base64: base64(bytes) })}\n`;
    const endless = Buffer.concat([Buffer.from('{"id":"c, \\"d\\"","message_base64":"'), Buffer.alloc(48 << 20, 'A'), Buffer.from('"}\n')]);
    const input = Buffer.concat([Buffer.from(line('a', 'x') + line('b', huge)), endless, Buffer.from(line('e', 'x'))]);
    const { status, items } = run(['--lines', '--jobs', '2'], input);
    assert.equal(status, 1);
    assert.deepEqual(items.map(({ id, error }) => [id, error]), [['a', undefined], ['b', 'too_large'], ['c, "d"', 'too_large'], ['e', undefined]]);
  });
  test('an mbox that is one endless line', () => {
    const { items } = run(['--mbox', '-'], Buffer.alloc(40 << 20, 'a'));
    assert.deepEqual(items, [{ index: 0, error: 'too_large' }]);
  });
});

describe('an early end', () => {
  for (const jobs of ['1', '3']) {
    for (const signal of ['SIGTERM', 'SIGINT']) {
      test(`${signal}, --jobs ${jobs}: whole lines, the signal as status, nobody left`, async () => {
        let workers = [];
        const result = await interrupt(['--mbox', '--jobs', jobs, large], (child) => {
          workers = listChildren(child.pid);
          child.kill(signal);
        });
        assert.equal(result.signal, signal);
        assert.equal(result.err, '');
        assert.ok(assertWholeLines(result.out) < LARGE * mails.length, 'it was still running');
        assert.equal(workers.length, jobs === '1' ? 0 : 3);
        for (const pid of workers) assert.ok(!existsSync(`/proc/${pid}`), 'a worker is left');
      });
    }
    test(`head -1, --jobs ${jobs}: ends quietly`, () => {
      const script = '"$0" check --mbox --jobs "$1" "$2" | head -1; echo "${PIPESTATUS[0]}"';
      const { stdout, stderr } = spawnSync('bash', ['-c', script, honmono(), jobs, large]);
      const [line, status] = stdout.toString().trimEnd().split('\n');
      assert.equal(JSON.parse(line).index, 0);
      assert.equal(status, '141', '128 + SIGPIPE');
      assert.equal(stderr.toString(), '');
    });
  }
  test('a full disk is one line and exit 3', { skip: !existsSync('/dev/full') && 'there is no /dev/full' }, () => {
    const { stderr } = spawnSync('bash', ['-c', '"$0" check --mbox "$1" >/dev/full; echo "exit $?" >&2', honmono(), small]);
    assert.match(stderr.toString(), /^honmono: standard output: [^\n]+\nexit 3\n$/);
  });
  test('a worker that dies: the lines before it, one line that says so, exit 3', async () => {
    const result = await interrupt(['--mbox', '--jobs', '2', large], (child) => process.kill(listChildren(child.pid)[0], 'SIGKILL'));
    const written = assertWholeLines(result.out);
    assert.equal(result.code, 3);
    assert.equal(result.err, `honmono: a worker ended by signal 9 at item ${written} (counted from 0); the run stops before it\n`);
  });
  test('input that is no mbox: one line, exit 3', () => {
    for (const [name, pattern] of [[join(folder, 'none.mbox'), /No such file/], [folder, /directory/i]]) {
      const { status, out, err } = run(['--mbox', name]);
      assert.equal(status, 3);
      assert.equal(out.length, 0);
      assert.match(err, /^honmono: [^\n]+\n$/);
      assert.match(err, pattern);
    }
  });
});

test('every answer comes before the next question is waited for', async () => {
  for (const jobs of ['1', '2']) {
    const child = spawn(honmono(), ['check', '--lines', '--jobs', jobs], { stdio: ['pipe', 'pipe', 'inherit'] });
    const closed = new Promise((resolve) => child.on('close', resolve));
    for (let id = 0; id < 5; id++) {
      child.stdin.write(`${JSON.stringify({ id, message_base64: base64(mails[id].bytes) })}\n`);
      let text = '';
      while (!text.endsWith('\n')) text += await new Promise((resolve) => child.stdout.once('data', resolve));
      assert.equal(JSON.parse(text).id, id);
    }
    child.stdin.end();
    assert.equal(await closed, 0);
  }
});

describe('progress', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  const skip = !hasScript && 'the program `script` (bsdutils) is not installed';
  const inTerminal = (redirect) => {
    const command = `'${honmono()}' check --mbox '${small}' ${redirect}`;
    return spawnSync('script', ['-qec', command, '/dev/null'], { maxBuffer: 1 << 30 }).stdout.toString();
  };
  test('on a terminal it counts, and clears its line', { skip }, () => {
    const shown = inTerminal(`>${join(folder, 'out')}`);
    assert.match(shown, /honmono: \d+ checked, \d+ MiB, \d+ %/);
    assert.ok(shown.endsWith('\r\x1b[K'));
  });
  test('not between lines that go to the terminal themselves, not into a file', { skip }, () => {
    assert.doesNotMatch(inTerminal(''), /checked/);
    assert.equal(run(['--mbox', small]).err, '');
  });
});

test('--jobs: bad values, and where it does not belong', () => {
  for (const words of [['--mbox', '--jobs', '-1', small], ['--mbox', '--jobs', 'x', small], ['--mbox', '--jobs', '1000', small], ['--jobs', '2', small], ['--mbox', '--jobs']]) {
    const { status, err } = run(words);
    assert.equal(status, 2);
    assert.match(err, /^honmono: --jobs: [^\n]+\n$/);
  }
});
