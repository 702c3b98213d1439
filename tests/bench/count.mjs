// count: npm run bench:count: instructions per check, beside a kept count.
//
//   node tests/bench/count.mjs [--update] [--each]
//
// In: the messages that count_baseline.json names: cases of ours, and messages
// of growth.c ("text 65536"). Out: callgrind's instruction counts of
// honmono_check, and the change against the baseline; --each says it for every
// message. Counts do not depend on how busy the machine is, only on compiler and
// C library: where those differ from the baseline's, the table says so.
// --update writes the baseline, on purpose, with the change that causes it.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesDir } from '../cases/cases.mjs';
import { here, main, needed, outDir, root } from './common.mjs';
import { compileGrowth } from './growth.mjs';

const baselinePath = join(here, 'count_baseline.json');

/** What the counts depend on beside our code. */
function readTools() {
  const firstLine = (command, ...words) => spawnSync(command, words).stdout?.toString().split('\n')[0].trim() ?? '';
  return { compiler: firstLine(process.env.CC ?? 'cc', '--version'), libc: firstLine('getconf', 'GNU_LIBC_VERSION') };
}

/** The message as a file: a case, or one that growth.c makes. */
function findFile(name, growth, folder) {
  if (name.includes('/')) return join(casesDir, name);
  const path = join(folder, `${name.replace(' ', '_')}.eml`);
  writeFileSync(path, execFileSync(growth, name.split(' ')));
  return path;
}

/** Callgrind writes a file per call of honmono_check; their numbers are in the order of the messages. */
function countAll(files, folder) {
  const program = needed(join(root, 'build', 'native', 'honmono'), 'npm run build:native');
  const words = ['--tool=callgrind', '--toggle-collect=honmono_check', '--dump-after=honmono_check',
    `--callgrind-out-file=${join(folder, 'counts')}`, program, 'check', '--ndjson', ...files];
  const { status, stderr, error } = spawnSync('valgrind', words, { maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C' } });
  if (error || status !== 0) throw new Error(error ? `valgrind: ${error.code} (apt-get install valgrind)` : stderr.toString());
  return files.map((_, at) => Number(readFileSync(join(folder, `counts.${at + 1}`), 'utf8').match(/^(?:totals|summary): (\d+)/m)[1]));
}

export async function run({ words = [] }) {
  const baseline = JSON.parse(readFileSync(baselinePath, 'utf8'));
  const folder = join(outDir, 'count');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const growth = compileGrowth();
  const all = Object.keys(baseline.messages);
  const names = all.filter((name) => !name.includes('/') || existsSync(join(casesDir, name)));
  const counts = countAll(names.map((name) => findFile(name, growth, folder)), folder);
  const tools = readTools();
  if (words.includes('--update')) {
    const messages = Object.fromEntries(names.map((name, at) => [name, counts[at]]));
    writeFileSync(baselinePath, `${JSON.stringify({ tools, messages }, null, 2)}\n`);
  }
  const row = (title, chosen) => {
    const sum = (numbers) => chosen.reduce((total, at) => total + numbers(at), 0);
    const [now, before] = [sum((at) => counts[at]), sum((at) => baseline.messages[names[at]])];
    const change = 100 * (now / before - 1);
    return [title, now, before, before ? `${change < 0 ? '' : '+'}${change.toFixed(2)} %` : 'new', now / before];
  };
  const indexes = names.map((_, at) => at);
  const rows = [
    row('cases', indexes.filter((at) => names[at].includes('/'))),
    ...indexes.filter((at) => words.includes('--each') || !names[at].includes('/')).map((at) => row(names[at], [at])),
  ];
  const missing = all.filter((name) => !names.includes(name));
  const isSame = JSON.stringify(tools) === JSON.stringify(baseline.tools);
  const total = row('all', indexes);
  return {
    title: `Instructions per check: ${names.length} messages of ours, beside the baseline`,
    ratios: [['count: instructions, in those of the baseline', total[4]]],
    tables: [{ head: ['', 'instructions', 'baseline', 'change'], rows: [total, ...rows].map(([title, now, before, change]) => [title, String(now), String(before), change]) }],
    notes: [
      ...(isSame ? [] : [`the baseline was made with ${baseline.tools?.compiler}, ${baseline.tools?.libc}; here: ${tools.compiler}, ${tools.libc}`]),
      ...missing.map((name) => `gone since the baseline: ${name}`),
    ],
    data: Object.fromEntries(names.map((name, at) => [name, counts[at]])),
  };
}

await main(import.meta.url, 'count', run);
