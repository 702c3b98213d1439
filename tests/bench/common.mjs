// common: what every bench shares: the mails, C programs, numbers and tables.
//
// A bench is a module with `export async function run({ folder, words })` that gives
// { title, ratios: [[what, number]], tables: [{ head, rows }], notes: [text], data }.
// Nothing here asserts: a bench measures, on a machine that others use too.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const outDir = join(root, 'build', 'bench');
export const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const MAIL_BYTES_MAX = 1 << 20;

/** The folder named, else the shared mails beside the checkout, else our own cases. */
export function readFolder(words) {
  const named = words.find((word) => !word.startsWith('--'));
  if (named) return named;
  const shared = join(root, '..', 'shared', 'corpus');
  return existsSync(shared) ? shared : join(root, 'tests', 'cases');
}

/** The number of --name=N among the words. */
export const readNumber = (words, name, otherwise) =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);

/** [{ name, bytes }] of the files of a folder that can be mails, sorted. */
export function readMails(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(json|md|mjs|c|h|tsv|url)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const mails = names.map((name) => ({ name, bytes: readFileSync(name) })).filter(({ bytes }) => bytes.length <= MAIL_BYTES_MAX);
  if (mails.length === 0) throw new Error(`no mails in ${folder}`);
  return mails;
}

export const sizeOf = (mails) => mails.reduce((sum, { bytes }) => sum + bytes.length, 0);

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
export const quantile = (numbers, part) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))];
export const median = (numbers) => quantile(numbers, 0.5);

export const needed = (path, how = 'npm run build') => {
  if (!existsSync(path)) throw new Error(`${path.replace(`${root}/`, '')} is missing: ${how}`);
  return path;
};

/** Compiles bench/<name>.c with the core that `npm run build:native` made. */
export function compile(name, flags = [], libraries = []) {
  const native = join(root, 'build', 'native');
  const core = needed(join(native, 'libhonmono_core.a'), 'npm run build:native');
  const archives = ['cjson', 'uriparser', 'psl', 'quirc'].map((library) =>
    readdirSync(native, { recursive: true }).map((file) => join(native, file)).find((file) => file.endsWith('.a') && file.includes(library)));
  mkdirSync(outDir, { recursive: true });
  const program = join(outDir, name);
  const words = ['-std=c11', '-O2', '-D_POSIX_C_SOURCE=200809L', '-Wall', '-Wextra', '-Wshadow', '-Werror', `-I${root}/core/include`,
    ...flags, join(here, `${name}.c`), core, ...archives, ...libraries, '-lm', '-o', program];
  execFileSync(process.env.CC ?? 'cc', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  return program;
}

export function readMachine() {
  const os = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="(.*)"/m)?.[1] : process.platform;
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).stdout?.toString().trim();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return { date: new Date().toISOString().slice(0, 10), commit, os, cores: cpus().length, cpu: cpus()[0]?.model, memory, load: round(loadavg()[0]) };
}

export const round = (number, digits = 3) => (number === 0 ? 0 : Number(number.toPrecision(digits)));

export function formatTable({ head, rows }) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(typeof cell === 'number' ? round(cell) : cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  return cells.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ').trimEnd()).join('\n');
}

/** aims.json is the one place where they stand: { least } or { most }. */
const aims = JSON.parse(readFileSync(join(here, 'aims.json'), 'utf8'));

export function judgeAim(what, value) {
  const { least, most } = aims[what] ?? {};
  if (least !== undefined) return `at least ${least}${value >= least ? '' : ': missed'}`;
  return most === undefined ? '' : `at most ${most}${value <= most ? '' : ': missed'}`;
}

export const ratiosTable = (ratios) => ({ head: ['', 'ratio', 'aim'], rows: ratios.map(([what, value]) => [what, value, judgeAim(what, value)]) });

/** How busy others keep the machine: what is measured then is no idle machine's. */
export const loadNote = () => {
  const [now] = loadavg();
  return `load ${round(now)} on ${cpus().length} cores${now > 0.5 * cpus().length ? ': not idle, milliseconds are those of a busy machine' : ''}`;
};

export function print({ title, ratios = [], tables = [], notes = [] }) {
  console.log(`\n${title}`);
  for (const table of [...(ratios.length ? [ratiosTable(ratios)] : []), ...tables]) console.log(`\n${formatTable(table).replace(/^/gm, '  ')}`);
  console.log('');
  for (const note of [...notes, loadNote()]) console.log(`  ${note}`);
}

/** Keeps the result in build/bench/results.json beside those of the other benches. */
export function keep(name, { title, ratios = [], data }) {
  mkdirSync(outDir, { recursive: true });
  const path = join(outDir, 'results.json');
  const all = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  all[name] = { machine: readMachine(), title, ratios: Object.fromEntries(ratios.map(([what, value]) => [what, value])), data };
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
  return path;
}

/** Runs a bench when its file is what node was started with. */
export async function main(url, name, run) {
  if (url !== pathToFileURL(process.argv[1]).href) return;
  try {
    const words = process.argv.slice(2);
    const result = await run({ folder: readFolder(words), words });
    print(result);
    keep(name, result);
  } catch (error) {
    console.error(`bench:${name}: ${error.message}`);
    process.exit(1);
  }
}
