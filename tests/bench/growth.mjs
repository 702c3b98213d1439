// growth: npm run bench:growth: time and memory against the size of a message.
//
//   node tests/bench/growth.mjs [kind...] [--quick]
//
// In: the kinds of growth.c. Out: per kind the rate at its largest size, the
// largest ratio of time(2n) to time(n) (2 is a straight line), and of peak
// memory; the peak beside the message. Below LEAST_NANOSECONDS a ratio is noise
// and is not counted. --quick stops at a sixteenth of the largest sizes.

import { execFileSync } from 'node:child_process';
import { compile, main } from './common.mjs';

const LEAST_NANOSECONDS = 2e6;
const SWEEPS = 3;
const KINDS = {
  text: { from: 1 << 10, to: 32 << 20, unit: 'bytes', what: 'a letter, a link every 40 lines' },
  html: { from: 1 << 10, to: 32 << 20, unit: 'bytes', what: 'a newsletter, a link every kilobyte' },
  japanese: { from: 1 << 10, to: 32 << 20, unit: 'bytes', what: 'ISO-2022-JP' },
  attachment: { from: 1 << 10, to: 32 << 20, unit: 'bytes', what: 'a short letter with a picture' },
  links: { from: 64, to: 1 << 18, unit: 'links', what: 'one after the other' },
  parts: { from: 64, to: 1 << 17, unit: 'parts', what: 'short notes in one mail' },
  headers: { from: 64, to: 1 << 18, unit: 'headers', what: 'above a short letter' },
};

export const compileGrowth = () => compile('growth', [], ['malloc', 'calloc', 'realloc', 'free'].map((name) => `-Wl,--wrap=${name}`));

/** All sizes, several times over: the fastest counts, for a busy machine slows single sizes. */
function measure(program, kind, quick) {
  const { from, to } = KINDS[kind];
  const words = [kind, String(from), String(quick ? to / 16 : to)];
  const sweeps = Array.from({ length: SWEEPS }, () =>
    execFileSync(program, words).toString().trim().split('\n').map((line) => {
      const [number, bytes, nanoseconds, peak, json] = line.split(' ').map(Number);
      return { number, bytes, nanoseconds, peak, json };
    }));
  return sweeps[0].map((step, at) => ({ ...step, nanoseconds: Math.min(...sweeps.map((sweep) => sweep[at].nanoseconds)) }));
}

/** The largest growth from one size to the next, where it can be told from noise. */
function findLargest(steps, key) {
  let largest = { ratio: 0, number: '' };
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    if (!before || before.nanoseconds < LEAST_NANOSECONDS) return;
    const ratio = (step[key] / before[key]) * ((2 * before.bytes) / step.bytes); // the last is cut at 32 MiB
    if (ratio > largest.ratio) largest = { ratio, number: step.number };
  });
  return largest;
}

const mebi = (bytes) => bytes / 2 ** 20;

export async function run({ words = [] }) {
  const program = compileGrowth();
  const chosen = Object.keys(KINDS).filter((kind) => words.includes(kind));
  const data = {};
  const rows = (chosen.length ? chosen : Object.keys(KINDS)).map((kind) => {
    const steps = (data[kind] = measure(program, kind, words.includes('--quick')));
    const last = steps.at(-1);
    const [time, memory] = [findLargest(steps, 'nanoseconds'), findLargest(steps, 'peak')];
    return [kind, `${last.number} ${KINDS[kind].unit}`, mebi(last.bytes), last.nanoseconds / 1e6, last.bytes / (last.nanoseconds / 1e3),
      time.ratio, memory.ratio, mebi(last.peak), last.peak / last.bytes];
  });
  const tables = [{ head: ['', 'largest', 'MiB', 'ms', 'MB/s', 'time(2n)/time(n) at most', 'memory', 'peak MiB', 'peak/message'], rows }];
  const sizes = ['text', 'html', 'japanese', 'attachment'].filter((kind) => data[kind]);
  if (sizes.length) {
    const numbers = data[sizes[0]].map(({ number }) => number);
    tables.push({
      head: ['bytes', ...sizes.flatMap((kind) => [`${kind} ms`, 'peak MiB'])],
      rows: numbers.map((number, at) => [String(number), ...sizes.flatMap((kind) => [data[kind][at].nanoseconds / 1e6, mebi(data[kind][at].peak)])]),
    });
  }
  return {
    title: 'Growth: one check, CPU time, exact peak of what it allocates',
    tables,
    notes: ['memory does not count the message itself, which is the caller\'s'],
    ratios: [
      ['growth: largest time(2n)/time(n)', Math.max(...rows.map((row) => row[5])), '2 is a straight line'],
      ['growth: largest memory(2n)/memory(n)', Math.max(...rows.map((row) => row[6])), '2 is a straight line'],
    ],
    data,
  };
}

await main(import.meta.url, 'growth', run);
