// run: `npm test`: sets up, builds, runs every runner, counts.
//
//   node tests/run.mjs                 everything
//   node tests/run.mjs tidy cases      only these stages; before them what was never built
//   node tests/run.mjs --deep          nothing sampled (HONMONO_DEEP=1 for the tests)
//
// Stages: setup, build, unit, sanitized, then one per folder that holds
//   *.test.mjs files. A stage that cannot be built counts as one failure.
// Out: a line per runner, the whole output of one that failed, and at the end
//   "N passed, N failed" (", N skipped") alone on a line.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, 'build', 'reports');
const words = process.argv.slice(2);
const deep = words.includes('--deep');
const stages = words.filter((word) => !word.startsWith('--'));
/* On a fresh checkout every stage needs the first two. */
const missing = existsSync(join(root, 'build', 'native', 'honmono')) ? [] : ['setup', 'build'];
const wanted = (stage) => stages.length === 0 || stages.includes(stage) || missing.includes(stage);
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command to its end; what it printed and whether it succeeded. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const { NODE_TEST_CONTEXT, ...inherited } = process.env;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...inherited, ...(deep ? { HONMONO_DEEP: '1' } : {}), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(`${error}\n`)));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

function report(name, count, started, output) {
  for (const key of Object.keys(total)) total[key] += count[key];
  if (count.failed) console.log(output.trimEnd());
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed${skipped} (${seconds} s)`);
}

/** Set-up and builds: no tests of their own, but a failure is counted. */
async function step(name, command, args, { required }) {
  const started = Date.now();
  const { ok, output } = await run(command, args);
  if (ok) {
    const notes = output.split('\n').filter((line) => /^setup: /.test(line)).join('\n');
    if (notes) console.log(notes);
    console.log(`${name}: done (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } else {
    report(name, { passed: 0, failed: 1, skipped: 0 }, started, output);
    if (required) finish();
  }
  return ok;
}

function countJunit(path) {
  if (!existsSync(path)) return null;
  const suite = readFileSync(path, 'utf8').match(/<testsuite\b[^>]*>/s)?.[0] ?? '';
  const read = (key) => Number(suite.match(new RegExp(`\\b${key}="(\\d+)"`))?.[1] ?? 0);
  const failed = read('failures');
  const skipped = read('skipped') + read('disabled');
  return { passed: read('tests') - failed - skipped, failed, skipped };
}

async function runCtest(name, preset) {
  const started = Date.now();
  mkdirSync(reports, { recursive: true });
  const junit = join(reports, `${name}.xml`);
  const args = ['--test-dir', `build/${preset}`, '-j', '2', '--output-on-failure', '--output-junit', junit];
  const { ok, output } = await run('ctest', [...args, '--timeout', deep ? '3600' : '300']);
  const count = (existsSync(junit) && countJunit(junit)) || { passed: 0, failed: 0, skipped: 0 };
  if (!ok && count.failed === 0) count.failed = 1;
  report(name, count, started, output);
}

/** One node:test file; its own counts are read from the end of its TAP output. */
async function runNode(file) {
  const started = Date.now();
  const { ok, output } = await run(process.execPath, ['--test', '--test-reporter=tap', file]);
  const read = (key) => Number(output.match(new RegExp(`^# ${key} (\\d+)$`, 'm'))?.[1] ?? 0);
  const count = { passed: read('pass'), failed: read('fail') + read('cancelled'), skipped: read('skipped') };
  if (!ok && count.failed === 0) count.failed = 1;
  const reasons = [...output.matchAll(/# SKIP (.+)$/gm)].map(([, reason]) => reason);
  const notes = [...output.matchAll(/^ *# (note: .+)$/gm)].map(([, note]) => note);
  report(file, count, started, showFailures(output));
  for (const line of new Set([...reasons.map((reason) => `skipped: ${reason}`), ...notes])) console.log(`  ${line}`);
}

/* Reading pictures takes every core there is; hostile input, and a panel that opens, are given seconds. */
const needsAll = /\/(reading|hostile|extension|extension_hostile)\.test\.mjs$/;

/* The longest of the browsers' files first. */
const longest = ['firefox', 'chromium', 'axe'].map((name) => `tests/browser/${name}.test.mjs`);
const rank = (file) => (longest.includes(file) ? longest.indexOf(file) : longest.length);

/* One lane for browsers, each of which fills a core, and one for the rest, which then
 * helps with the shortest of the browsers'. */
async function runLanes(files) {
  const isBrowser = (file) => file.startsWith('tests/browser/');
  const browsers = files.filter(isBrowser).sort((one, other) => rank(one) - rank(other));
  const others = files.filter((file) => !isBrowser(file));
  const runLane = async (take) => {
    for (let file; (file = take()); ) await runNode(file);
  };
  await Promise.all([
    runLane(() => browsers.shift() ?? others.shift()),
    runLane(() => others.shift() ?? browsers.pop()),
  ]);
}

/** Of a TAP stream, only the failed tests with what they say. */
function showFailures(tap) {
  const lines = tap.split('\n');
  const shown = [];
  for (let at = 0; at < lines.length; at++) {
    if (!/^\s*not ok /.test(lines[at])) continue;
    do shown.push(lines[at++]);
    while (at < lines.length && !/^\s*\.\.\.$/.test(lines[at]));
  }
  return (shown.length ? shown : lines).slice(0, 400).join('\n');
}

const folders = () =>
  readdirSync(join(root, 'tests'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => readdirSync(join(root, 'tests', name)).some((file) => file.endsWith('.test.mjs')));

function finish() {
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed || total.passed === 0 ? 1 : 0);
}

const npm = (script) => ['npm', ['run', '--silent', script]];
if (wanted('setup')) await step('setup', 'sh', ['wasm/setup.sh', deep ? 'deep' : 'test'], { required: true });
if (wanted('build')) {
  await step('build native', ...npm('build:native'), { required: true });
  await step('build wasm', ...npm('build:wasm'), { required: false });
  await step('build page', ...npm('build:page'), { required: false });
}
/* One unit test alone is most of its stage. */
const [sanitized] = await Promise.all([
  wanted('sanitized') && step('build sanitized', ...npm('build:asan'), { required: false }),
  wanted('unit') && runCtest('unit', 'native'),
]);
if (sanitized) await runCtest('sanitized', 'asan');
const files = folders()
  .filter(wanted)
  .flatMap((folder) => readdirSync(join(root, 'tests', folder)).sort().map((file) => `tests/${folder}/${file}`))
  .filter((file) => file.endsWith('.test.mjs'));
await runLanes(files.filter((file) => !needsAll.test(file)));
for (const file of files.filter((file) => needsAll.test(file))) await runNode(file);
finish();
