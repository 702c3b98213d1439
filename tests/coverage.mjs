// coverage: `npm run coverage`: which lines and branches of the core the suite
// reaches, by room.
//
// In: the sources, clang and llvm-cov. Out: a table, the files with the most branches
//   that no test takes, and build/coverage/report/ with every line.
// What runs: the C programs (unit, fuzz/replay) and the node tests of cases/ and unit/ that
//   drive the native program. Not counted: what only the sanitizers' runs reach (every
//   failing allocation, every prefix), the page, the module.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const build = join(root, 'build', 'coverage');
const raw = join(build, 'raw');
const env = { ...process.env, LLVM_PROFILE_FILE: join(raw, '%4m.profraw'), HONMONO_PRESET: 'coverage' };
delete env.NODE_TEST_CONTEXT;

function run(what, command, args, { may = false } = {}) {
  const started = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env, maxBuffer: 1 << 30 });
  if (error || (status !== 0 && !may)) {
    console.error(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\ncoverage: ${what} failed: ${command} ${args.join(' ')}`);
    process.exit(1);
  }
  if (what) console.log(`${what}: ${status === 0 ? 'done' : 'some failed, counted all the same'} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return stdout.toString();
}

const flags = '-fprofile-instr-generate -fcoverage-mapping';
run('configure', 'cmake', ['-S', root, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_C_COMPILER=clang',
  `-DCMAKE_C_FLAGS=${flags}`, '-DCMAKE_C_FLAGS_DEBUG=-O1 -g', '-DHONMONO_INSTALL=OFF']);
run('build', 'cmake', ['--build', build]);
rmSync(raw, { recursive: true, force: true });
mkdirSync(raw, { recursive: true });
run('C tests', 'ctest', ['--test-dir', build, '-j', '2', '-E', '^hostile/'], { may: true });
const driven = ['cases', 'unit'].flatMap((folder) => readdirSync(join(root, 'tests', folder)).map((name) => join('tests', folder, name)))
  .filter((path) => path.endsWith('.test.mjs') && /cases\/native|native\.mjs/.test(readFileSync(join(root, path), 'utf8')) && !/sanitized/.test(path));
run('node tests', process.execPath, ['--test', ...driven], { may: true });

const data = join(build, 'all.profdata');
run('', 'llvm-profdata', ['merge', '-sparse', '-o', data, ...readdirSync(raw).map((name) => join(raw, name))]);
const programs = readdirSync(join(build, 'tests')).filter((name) => /_(test|fuzz)$/.test(name)).flatMap((name) => ['-object', join(build, 'tests', name)]);
const objects = [join(build, 'honmono'), ...programs, `-instr-profile=${data}`];
const only = '-ignore-filename-regex=(/build/|/tests/)';
const { files } = JSON.parse(run('', 'llvm-cov', ['export', '-summary-only', only, ...objects])).data[0];
run('report', 'llvm-cov', ['show', '-format=html', `-output-dir=${join(build, 'report')}`, only, ...objects]);

const rooms = new Map();
for (const { filename, summary } of files) {
  const path = relative(root, filename).split(sep);
  if (path[0] !== 'core' || !summary.lines.count) continue; // tables have no lines
  const room = path.slice(0, path[1] === 'src' ? 3 : 2).join('/');
  const sum = rooms.get(room) ?? { lines: [0, 0], branches: [0, 0], files: [] };
  for (const key of ['lines', 'branches']) {
    sum[key][0] += summary[key].covered;
    sum[key][1] += summary[key].count;
  }
  sum.files.push({ name: path.at(-1), missed: summary.branches.count - summary.branches.covered });
  rooms.set(room, sum);
}
const percent = ([covered, count]) => (count ? `${((100 * covered) / count).toFixed(1)} %` : '-').padStart(8);
console.log(`\n${'room'.padEnd(20)}${'lines'.padStart(8)}${'branches'.padStart(10)}   most branches missed in`);
const all = { lines: [0, 0], branches: [0, 0] };
for (const [room, sum] of [...rooms].sort()) {
  for (const key of ['lines', 'branches']) all[key] = all[key].map((value, at) => value + sum[key][at]);
  const worst = sum.files.filter(({ missed }) => missed).sort((left, right) => right.missed - left.missed).slice(0, 3);
  console.log(`${room.padEnd(20)}${percent(sum.lines)}  ${percent(sum.branches)}   ${worst.map(({ name, missed }) => `${name} ${missed}`).join(', ')}`);
}
console.log(`${'all'.padEnd(20)}${percent(all.lines)}  ${percent(all.branches)}   build/coverage/report/index.html`);
