// mbox: npm run bench:mbox: a gigabyte of mail through `honmono check --mbox`.
//
//   node tests/bench/mbox.mjs [FOLDER] [--mebibytes=N] [--jobs=N]
//
// In: mails, repeated until the mbox has its size (1 GiB; written to the system's
// folder for temporary files, removed at the end). Out: seconds, rate and peak
// resident memory with one job and with several (each process), and what has
// been written when SIGTERM comes half-way: it must be whole lines.
// Memory is what Linux keeps as VmHWM, the high-water mark of each process.

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { main, needed, readMails, readNumber, root } from './common.mjs';

const LOOK_MILLISECONDS = 25;

const entryOf = (bytes) => Buffer.from(`From bench@example Tue Feb  3 10:00:00 2026\n${bytes.toString('latin1').replace(/^>*From /gm, '>$&').trimEnd()}\n\n`, 'latin1');

/** Writes the mbox; how many mails it holds. */
function writeMbox(path, mails, bytes) {
  const entries = mails.map((mail) => entryOf(mail.bytes));
  const file = openSync(path, 'w');
  let count = 0;
  for (let size = 0; size < bytes; count++) size += writeSync(file, entries[count % entries.length]);
  closeSync(file);
  return count;
}

/** High-water marks of a process and its children, while they are there. */
function watchMemory(pid) {
  const peaks = new Map();
  const look = (id) => {
    try {
      const peak = readFileSync(`/proc/${id}/status`, 'utf8').match(/^VmHWM:\s+(\d+) kB/m);
      if (peak) peaks.set(id, Number(peak[1]) / 1024);
      for (const child of readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ').filter(Boolean)) look(Number(child));
    } catch {
      // it has ended
    }
  };
  const timer = setInterval(() => look(pid), LOOK_MILLISECONDS);
  return () => {
    clearInterval(timer);
    return [...peaks.values()];
  };
}

/** Runs to the end, or to SIGTERM after `stopAfter` lines. */
async function judge(path, jobs, stopAfter = Infinity) {
  const program = needed(join(root, 'build', 'native', 'honmono'), 'npm run build:native');
  const from = performance.now();
  const child = spawn(program, ['check', '--mbox', '--jobs', String(jobs), path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const peaksOf = watchMemory(child.pid);
  const ended = new Promise((resolve) => child.on('close', (status, signal) => resolve(signal ?? status)));
  let [lines, broken, last] = [0, 0, 10];
  child.stdout.on('data', (bytes) => { last = bytes.at(-1); });
  for await (const line of createInterface({ input: child.stdout })) {
    if (++lines === stopAfter) child.kill('SIGTERM');
    if (!line.startsWith(`{"index":${lines - 1},`) || !line.endsWith('}')) broken++;
  }
  const status = await ended;
  const peaks = peaksOf();
  return { jobs, lines, whole: broken === 0 && last === 10, status, seconds: (performance.now() - from) / 1e3, peak: Math.max(...peaks), all: peaks.reduce((a, b) => a + b, 0) };
}

export async function run({ folder, words = [] }) {
  const mebibytes = readNumber(words, 'mebibytes', 1024);
  const jobs = readNumber(words, 'jobs', cpus().length);
  const place = mkdtempSync(join(tmpdir(), 'honmono-bench-'));
  try {
    const { bavail, bsize } = statfsSync(place);
    if (bavail * bsize < 1.2 * mebibytes * 2 ** 20) throw new Error(`no room for ${mebibytes} MiB in ${tmpdir()}: TMPDIR=`);
    const path = join(place, 'bench.mbox');
    const count = writeMbox(path, readMails(folder), mebibytes * 2 ** 20);
    const [one, many] = [await judge(path, 1), await judge(path, jobs)];
    const stopped = [await judge(path, 1, count >> 1), await judge(path, jobs, count >> 1)];
    const rows = [one, many, ...stopped].map((result, at) => [
      at < 2 ? `--jobs ${result.jobs}` : `--jobs ${result.jobs}, SIGTERM half-way`,
      result.peak, result.all, result.seconds, mebibytes * (result.lines / count) / result.seconds, `${result.lines} of ${count}`, result.whole ? 'yes' : 'NO', result.status,
    ]);
    return {
      title: `Batch: an mbox of ${mebibytes} MiB, ${count} mails`,
      ratios: [
        ['mbox: peak memory of one job, in the 200 MiB it may take', one.peak / 200],
        [`mbox: times faster with --jobs ${jobs} than with one`, one.seconds / many.seconds],
      ],
      tables: [{ head: ['', 'peak MiB, one process', 'all processes', 's', 'MiB/s', 'lines', 'whole', 'ended by'], rows }],
      data: { mebibytes, count, one, many, stopped },
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}

await main(import.meta.url, 'mbox', run);
