// mail.test: honmono-mark never loses a mail: whatever is wrong (no program, a crash,
// a loop, a mail too large, no room) the mail arrives as it was, without a mark; and
// the recipe of core/embedding.md in the real procmail.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { listCases } from '../cases/cases.mjs';
import { checkNative, honmono } from '../cases/native.mjs';
import { freshFolder, has, needs, onlyDeep, rootDir } from './taking.mjs';

const folder = freshFolder();
const mark = join(rootDir, 'core/install/honmono-mark');
const mail = Buffer.from('From: Amazon.co.jp <no-reply@amazon.co.jp.evil.example>\nMessage-ID: <1@evil.example>\nSubject: Amazon\n\nhttps://www.amazon.co.jp@evil.example/\n');
const script = (name, text) => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return join(folder, name);
};
const marked = (bytes, env = {}, words = []) =>
  spawnSync(mark, words, { input: bytes, maxBuffer: 1 << 30, env: { ...process.env, HONMONO: honmono(), TMPDIR: folder, ...env } });
const withMark = (bytes, verdict, end = '\n') => Buffer.concat([Buffer.from(`X-Honmono: ${verdict}${end}`), bytes]);

/** Same bytes, said shortly when they are not. */
function assertBytes(found, wanted, what) {
  assert.equal(found.status, 0, what + found.stderr);
  assert.ok(found.stdout.equals(wanted), `${what}: other bytes: ${found.stdout.subarray(0, 200)}`);
}

const broken = {
  'no program': () => join(folder, 'none'),
  'a crash': () => script('crash', 'kill -SEGV $$'),
  'a crash with half an answer': () => script('half', 'printf \'{\\n  "verdict": "consistent",\\n\'; kill -SEGV $$'),
  'a refusal': () => script('refusal', 'exit 1'),
  'an answer that is none': () => script('nonsense', 'echo "verdict: fake"'),
  'a header that somebody wants to smuggle in': () => script('smuggle', 'printf \'  "verdict": "fake\\\\nX-Evil: 1",\\n\''),
};

describe('a mail is marked', () => {
  test('every case keeps its bytes behind the mark, and the mark is its verdict', { skip: needs('sed') }, async () => {
    const cases = listCases('whole/').filter(({ path }) => path.endsWith('.eml'));
    const chosen = cases.filter((_, at) => at % Math.ceil(cases.length / 40) === 0);
    const verdicts = await checkNative(chosen.map(({ bytes }) => ({ bytes, options: {} })));
    chosen.forEach(({ bytes, name }, at) => {
      const end = bytes.subarray(0, bytes.indexOf(10) + 1).toString('latin1').endsWith('\r\n') ? '\r\n' : '\n';
      assertBytes(marked(bytes), withMark(bytes, JSON.parse(verdicts[at]).verdict, end), name);
    });
  });
  test('with CRLF by CRLF', () => {
    const crlf = Buffer.from(mail.toString().replaceAll('\n', '\r\n'));
    assertBytes(marked(crlf), withMark(crlf, 'fake', '\r\n'), 'CRLF');
  });
  test('behind the "From " line of a mailbox', () => {
    const from = Buffer.from('From a@b Mon Jan  1 00:00:00 2026\n');
    assertBytes(marked(Buffer.concat([from, mail])), Buffer.concat([from, withMark(mail, 'fake')]), 'From');
  });
  test('marks of the sender are taken out, folded ones too; the body is not touched', () => {
    const body = '\nX-Honmono: consistent\n folded\nbody\n';
    const forged = `X-Honmono: consistent\nFrom: a@evil.example\nx-HONMONO : consistent\n\tand\n more\nSubject: Amazon\nX-Honmono-Other: 1\nX-Honmono:\n last${'\n'}`;
    assertBytes(marked(Buffer.from(forged + body)), Buffer.from(`X-Honmono: no_claim\nFrom: a@evil.example\nSubject: Amazon\nX-Honmono-Other: 1\n${body}`), 'forged');
  });
  test('options say what is registered', () => {
    writeFileSync(join(folder, 'options.json'), '{"kind":"link"}');
    const { stdout } = marked(mail, { HONMONO_OPTIONS: join(folder, 'options.json') });
    assert.ok(stdout.equals(mail), 'a link has no verdict, so there is no mark');
  });
  test('odd mails: empty, one line, no body, no last line end, every byte', () => {
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, at) => at % 256));
    for (const odd of ['', 'x', 'Subject: x', 'Subject: x\n', 'Subject: x\n\n', '\n\nbody', Buffer.concat([Buffer.from('Subject: x\n\n'), bytes])]) {
      const wanted = Buffer.from(odd);
      const { status, stdout } = marked(wanted);
      assert.equal(status, 0);
      assert.ok(stdout.subarray(stdout.length - wanted.length).equals(wanted), JSON.stringify(String(odd)));
      assert.match(stdout.subarray(0, stdout.length - wanted.length).toString(), /^(X-Honmono: [a-z_]+\n)?$/);
    }
  });
});

describe('a mail goes through unmarked', () => {
  const forged = Buffer.concat([Buffer.from('X-Honmono: consistent\n'), mail]);
  for (const [what, make] of Object.entries(broken)) {
    test(what, () => {
      const env = { HONMONO: make() };
      assertBytes(marked(mail, env), mail, what);
      assertBytes(marked(forged, env), mail, `${what}, with a mark of the sender`);
    });
  }
  test('too large', () => {
    const large = Buffer.concat([mail, Buffer.alloc((32 << 20) + 1, 'a line of text that goes on\n')]);
    assertBytes(marked(large), large, 'large');
  });
  test('no room for a copy', () => {
    assertBytes(marked(mail, { TMPDIR: join(folder, 'nowhere') }), mail, 'TMPDIR');
  });
  test('a program that never ends is ended', () => {
    assertBytes(marked(mail, { HONMONO: script('loop', 'while :; do :; done'), HONMONO_SECONDS: '1' }), mail, 'loop');
  });
  test('nothing is left behind', () => assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('honmono-mark.')), []));
});

describe('handed on to a command, as Postfix does', () => {
  const deliver = script('deliver', `printf '%s\\n' "$@" >'${folder}/arguments'; cat >'${folder}/delivered'; exit "\${DELIVER_EXIT:-0}"`);
  const words = [deliver, '-G', '-i', '-f', 'a b@c', '--', 'x@y'];
  const delivered = () => readFileSync(join(folder, 'delivered'));
  test('it gets the marked mail and every argument as it is; its exit status is the answer', () => {
    assert.equal(marked(mail, {}, words).status, 0);
    assert.ok(delivered().equals(withMark(mail, 'fake')));
    assert.equal(readFileSync(join(folder, 'arguments'), 'utf8'), `${words.slice(1).join('\n')}\n`);
    assert.equal(marked(mail, { DELIVER_EXIT: '75' }, words).status, 75);
  });
  test('unmarked, when the program or the room is missing', () => {
    for (const env of [{ HONMONO: join(folder, 'none') }, { TMPDIR: join(folder, 'nowhere') }]) {
      writeFileSync(join(folder, 'delivered'), '');
      assert.equal(marked(mail, env, words).status, 0);
      assert.ok(delivered().equals(mail));
    }
  });
  test('a copy that could not be made whole is kept by the mail server: exit 75, nothing delivered', { skip: !has('bash') }, () => {
    writeFileSync(join(folder, 'delivered'), '');
    const limited = spawnSync('bash', ['-c', 'ulimit -f 1; trap "" XFSZ; exec "$@"', 'bash', mark, ...words],
      { input: Buffer.concat([mail, Buffer.alloc(1 << 20, 'x\n')]), env: { ...process.env, HONMONO: honmono(), TMPDIR: folder } });
    assert.equal(limited.status, 75, String(limited.stderr));
    assert.equal(delivered().length, 0);
  });
});

/** What core/embedding.md shows for a mail server. */
function shownRecipe(server) {
  const text = readFileSync(join(rootDir, 'core/embedding.md'), 'utf8');
  return text.match(new RegExp(`^${server}[^]*?\\n\\n((?: {4}[^\\n]*\\n|\\n)+)`, 'm'))[1].replace(/^ {4}/gm, '');
}
const friendly = Buffer.from('From: a friend <a@example.com>\nSubject: hello\n\nHello.\n');

describe("Dovecot's Sieve, by the recipe of core/embedding.md", { skip: onlyDeep('sieve-test') }, () => {
  const home = join(folder, 'sieve');
  // As root it reads mail as somebody else, who sees neither our folder nor the checkout.
  const owner = process.getuid() === 0 ? 'nobody' : userInfo().username;
  const idOf = (word) => spawnSync('id', [word, owner]).stdout.toString().trim();
  const filter = join(home, 'bin', 'honmono-mark');
  before(() => {
    chmodSync(folder, 0o755);
    mkdirSync(join(home, 'bin'), { recursive: true });
    mkdirSync(join(home, 'own'));
    copyFileSync(honmono(), join(home, 'honmono'));
    copyFileSync(mark, join(home, 'mark'));
    writeFileSync(filter, `#!/bin/sh\nHONMONO='${home}/honmono' exec '${home}/mark' "$@"\n`, { mode: 0o755 });
    writeFileSync(join(home, 'dovecot.conf'), `mail_location = maildir:${home}/own/mail
mail_home = ${home}/own
mail_uid = ${owner}
mail_gid = ${idOf('-g')}
first_valid_uid = 1
log_path = /dev/stderr
plugin {
  sieve_plugins = sieve_extprograms
  sieve_extensions = +vnd.dovecot.filter
  sieve_filter_bin_dir = ${home}/bin
}
`);
    writeFileSync(join(home, 'recipe.sieve'), shownRecipe("Dovecot's Sieve"));
    if (owner === 'nobody') spawnSync('chown', ['-R', 'nobody', home]);
  });
  function sieve(bytes) {
    writeFileSync(join(home, 'mail.eml'), bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    const { stdout, stderr } = spawnSync('sieve-test', ['-c', join(home, 'dovecot.conf'), join(home, 'recipe.sieve'), join(home, 'mail.eml')]);
    return `${stdout}${stderr}`;
  }
  test('a fake is put aside, a harmless mail is not', () => {
    assert.match(sieve(mail), /store message in folder: Junk[^]*final result: success/);
    assert.match(sieve(friendly), /store message in folder: INBOX[^]*final result: success/);
  });
  test('with a program that crashes, and without the filter, the mail is kept', () => {
    rmSync(join(home, 'honmono'));
    assert.match(sieve(mail), /store message in folder: INBOX[^]*final result: success/);
    rmSync(filter);
    assert.match(sieve(mail), /successful implicit keep/);
  });
});

describe('procmail, by the recipe of core/embedding.md', { skip: onlyDeep('procmail') }, () => {
  const recipe = shownRecipe('procmail');
  let count = 0;

  /** What arrives in which folder. */
  function deliver(bytes, path, env = '') {
    const home = join(folder, `home${count++}`);
    mkdirSync(home);
    writeFileSync(join(home, 'rc'), `PATH=${path}\nSHELL=/bin/sh\nMAILDIR=${home}\nDEFAULT=${home}/inbox/\nLOGFILE=${home}/log\n${env}\n${recipe}`, { mode: 0o600 });
    const { status, stderr } = spawnSync('procmail', ['-m', join(home, 'rc')], { input: bytes, env: { PATH: process.env.PATH, HOME: home, TMPDIR: home } });
    assert.equal(status, 0, String(stderr));
    const read = (name) => {
      try { return readdirSync(join(home, name, 'new')).map((file) => readFileSync(join(home, name, 'new', file))); } catch { return []; }
    };
    return { inbox: read('inbox'), junk: read('.Junk') };
  }
  const system = '/usr/bin:/bin';
  const here = `${join(rootDir, 'core/install')}:${system}`;

  test('a fake is put aside, a harmless mail is not, both with their mark', () => {
    const fake = deliver(mail, here, `HONMONO=${honmono()}`);
    assert.deepEqual([fake.inbox.length, fake.junk.length], [0, 1]);
    assert.match(fake.junk[0].toString(), /^X-Honmono: fake$/m);
    const other = deliver(friendly, here, `HONMONO=${honmono()}`);
    assert.deepEqual([other.inbox.length, other.junk.length], [1, 0]);
    assert.match(other.inbox[0].toString(), /^X-Honmono: no_claim$/m);
  });
  test('without honmono-mark, without the program, with one that crashes: it arrives as it was', () => {
    for (const [path, env] of [[system, ''], [here, 'HONMONO=/nowhere/honmono'], [here, `HONMONO=${script('crash', 'kill -SEGV $$')}`]]) {
      const { inbox, junk } = deliver(mail, path, env);
      assert.deepEqual([inbox.length, junk.length], [1, 0], env);
      assert.equal(inbox[0].toString().replace(/\n+$/, ''), mail.toString().replace(/\n+$/, '')); // procmail ends a mail by an empty line
    }
  });
});
