// many.test: the lines of core/many.md for real: GNU parallel over --lines, and a job
// server that is not ours (gearman) with four workers of which one is killed in
// mid-job: every answer once, equal to those of one run. `npm run test:deep`.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { listCases } from '../cases/cases.mjs';
import { honmono } from '../cases/native.mjs';
import { freshFolder, onlyDeep, run } from './taking.mjs';

const folder = freshFolder();
const input = join(folder, 'in.jsonl');
const TIMES = 6;
let alone;

before(() => {
  const mails = listCases('whole/').filter(({ path }) => path.endsWith('.eml'));
  const lines = Array.from({ length: TIMES }, (_, time) => mails.map(({ bytes, options }, at) =>
    `${JSON.stringify({ id: `${time}-${at}`, message_base64: bytes.toString('base64'), options })}\n`)).flat();
  writeFileSync(input, lines.join(''));
  alone = run(honmono(), ['check', '--lines'], { input: lines.join('') });
});
const shell = (script, words = [], more = {}) => run('bash', ['-c', script, honmono(), ...words], { cwd: folder, ...more });

describe('GNU parallel', { skip: onlyDeep('parallel') }, () => {
  test('over lines: the same bytes', () => {
    assert.ok(shell('parallel --will-cite --pipe -k --block 200k "$0" check --lines <in.jsonl') === alone);
  });
  test('over files: every file once', () => {
    mailsAsFiles();
    const said = shell(`find mail -name '*.eml' -print0 | parallel --will-cite -0 -k -X "$0" check --ndjson`).trim().split('\n').map((line) => JSON.parse(line).file);
    assert.deepEqual(said.sort(), readdirSync(join(folder, 'mail')).map((name) => `mail/${name}`).sort());
  });
});

function mailsAsFiles() {
  shell('mkdir mail');
  listCases('whole/').filter(({ path }) => path.endsWith('.eml')).forEach(({ bytes }, at) => writeFileSync(join(folder, 'mail', `a mail ${at}.eml`), bytes));
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function waitForPort(port) {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('gearmand does not listen');
}

describe('gearman', { skip: onlyDeep('gearmand', 'gearman') }, () => {
  const JOB_LINES = 100;
  test('four workers, one killed in mid-job: every answer once, equal to those of one run', async () => {
    const port = await freePort();
    const server = ['-h', '127.0.0.1', '-p', String(port)];
    const asRoot = process.getuid() === 0 ? ['--user=root'] : [];
    // The first job that is taken up waits at this gate, so that its worker dies in the middle of it.
    writeFileSync(join(folder, 'job'), `#!/bin/sh
if mkdir gate 2>/dev/null; then echo $PPID >gate/worker; echo $$ >gate/job; sleep 600; fi
lines=$(cat) && printf '%s\\n' "$lines" | "$1" check --lines || [ $? = 1 ]
`, { mode: 0o755 });
    const started = [];
    const start = (program, words) => {
      const child = spawn(program, words, { cwd: folder, stdio: 'ignore', detached: true });
      started.push(child);
      return child;
    };
    try {
      start('gearmand', ['--listen=127.0.0.1', `--port=${port}`, '--log-file=none', ...asRoot]);
      await waitForPort(port);
      const workers = Array.from({ length: 4 }, () => start('gearman', [...server, '-w', '-f', 'check', '--', join(folder, 'job'), honmono()]));
      shell(`split -l ${JOB_LINES} in.jsonl part.`);
      const parts = readdirSync(folder).filter((name) => name.startsWith('part.'));
      assert.ok(parts.length > 8);
      const jobs = parts.map((part) => new Promise((resolve) => {
        const client = spawn('sh', ['-c', `gearman ${server.join(' ')} -f check <${part} >out.${part}`], { cwd: folder, stdio: 'ignore' });
        client.on('close', resolve);
      }));
      let worker = 0;
      for (let tries = 0; tries < 600 && !worker; tries++) {
        await sleep(50);
        try { worker = Number(readFileSync(join(folder, 'gate', 'job'), 'utf8')) && Number(readFileSync(join(folder, 'gate', 'worker'), 'utf8')); } catch { /* not yet */ }
      }
      assert.ok(workers.some(({ pid }) => pid === worker), 'a job is in a worker');
      process.kill(-worker, 'SIGKILL'); // the worker and what it runs
      assert.deepEqual(await Promise.all(jobs), parts.map(() => 0));
      const answers = parts.flatMap((part) => readFileSync(join(folder, `out.${part}`), 'utf8').split('\n').filter(Boolean));
      assert.deepEqual(answers.sort(), alone.split('\n').filter(Boolean).sort());
    } finally {
      for (const { pid } of started) {
        try { process.kill(-pid, 'SIGKILL'); } catch { /* it has ended */ }
      }
    }
  });
});
