// update: writes the expected files of cases and shows what changed in them.
//
//   npm run cases:update -- checks/link-off-brand     cases whose name starts so
//   npm run cases:update -- --new whole               only cases without an expected file
//
// Reading what it prints is the test: a change that nobody can explain is a bug.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { formatExpected, listCases } from './cases.mjs';
import { checkNative } from './native.mjs';

const words = process.argv.slice(2);
const onlyNew = words.includes('--new');
const [start] = words.filter((word) => word !== '--new');
if (start === undefined) {
  console.error('usage: npm run cases:update -- [--new] <start of a case name, or "">');
  process.exit(2);
}
const chosen = listCases(start.replace(/^(\.\/)?(tests\/cases\/)?/, '')).filter(
  ({ expectedPath }) => !onlyNew || !existsSync(expectedPath),
);
const results = await checkNative(chosen);
const count = { written: 0, same: 0, failed: 0 };
chosen.forEach((one, index) => {
  const json = results[index];
  if (json instanceof Error) {
    console.error(`${one.name}: ${json.message}`);
    count.failed++;
    return;
  }
  const text = formatExpected(JSON.parse(json));
  if (existsSync(one.expectedPath) && readFileSync(one.expectedPath, 'utf8') === text) {
    count.same++;
    return;
  }
  console.log(`\n=== ${one.name}`);
  const old = existsSync(one.expectedPath) ? one.expectedPath : '/dev/null';
  const { stdout } = spawnSync('diff', ['-U3', old, '-'], { input: text, encoding: 'utf8' });
  console.log(stdout.split('\n').slice(2).join('\n'));
  writeFileSync(one.expectedPath, text);
  count.written++;
});
console.log(`${count.written} written, ${count.same} unchanged, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
