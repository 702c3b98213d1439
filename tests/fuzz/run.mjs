// run: npm run fuzz -- SECONDS [TARGET...]
//
// In: seconds per target (default 60); the targets are fuzz/<target>_fuzz.c.
//   Seeds: the messages of tests/cases and fuzz/corpus/<target>/; a dictionary
//   where fuzz/<target>.dict is. What is found grows build/fuzz/corpus/<target>.
// Out: per target the executions and what crashed. A crashing input is copied
//   to fuzz/repro/<target>/, where ctest replays it from then on.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listCases, rootDir } from '../cases/cases.mjs';

const here = join(rootDir, 'tests', 'fuzz');
const build = join(rootDir, 'build', 'fuzz');
const [seconds = '60', ...wanted] = process.argv.slice(2);
const MESSAGE_BYTES_MAX = 65536;
const AT_ONCE = 2;

execFileSync('cmake', ['--log-level=WARNING', '--preset', 'fuzz'], { cwd: rootDir, stdio: ['ignore', 'ignore', 'inherit'] });
execFileSync('cmake', ['--build', '--preset', 'fuzz', '--', '--quiet'], { cwd: rootDir, stdio: 'inherit' });

const targets = readdirSync(here).filter((file) => file.endsWith('_fuzz.c')).map((file) => file.slice(0, -'_fuzz.c'.length))
  .filter((target) => wanted.length === 0 || wanted.includes(target));
if (targets.length === 0) {
  console.error('no such target');
  process.exit(2);
}

const seeds = join(build, 'seeds');
mkdirSync(seeds, { recursive: true });
for (const { path, name } of listCases()) cpSync(path, join(seeds, name.replaceAll('/', '_')));

function fuzz(target) {
  const corpus = join(build, 'corpus', target);
  const found = join(build, 'found', target);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(found, { recursive: true });
  const folders = [corpus, join(here, 'corpus', target), seeds].filter((folder) => existsSync(folder));
  const dictionary = join(here, `${target}.dict`);
  const args = [`-max_total_time=${seconds}`, `-max_len=${MESSAGE_BYTES_MAX}`, '-timeout=10', '-rss_limit_mb=2048',
    '-print_final_stats=1', `-artifact_prefix=${found}/`, ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : [])];
  return new Promise((resolve) => {
    const child = spawn(join(build, 'tests', `${target}_fuzz`), [...args, ...folders], { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-200_000)));
    child.on('close', (code) => {
      const executions = log.match(/stat::number_of_executed_units: (\d+)/)?.[1] ?? '?';
      console.log(`${target}: ${executions} executions, ${code === 0 ? 'nothing found' : 'FAILED'}`);
      if (code !== 0) {
        console.log(log.slice(-6000));
        for (const file of readdirSync(found)) {
          const repro = join(here, 'repro', target);
          mkdirSync(repro, { recursive: true });
          cpSync(join(found, file), join(repro, basename(file)));
          console.log(`kept as tests/fuzz/repro/${target}/${file}`);
        }
      }
      resolve(code === 0);
    });
  });
}

const queue = [...targets];
const results = [];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  while (queue.length) results.push(await fuzz(queue.shift()));
}));
process.exit(results.every(Boolean) ? 0 : 1);
