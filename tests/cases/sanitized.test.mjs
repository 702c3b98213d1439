// sanitized.test: every case under the address and undefined behaviour
// sanitizers: cut off early, and with every allocation failed once.
//
// `npm test` takes a sample that fits its time; HONMONO_DEEP=1 takes all.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { casesDir, listCases, rootDir } from './cases.mjs';
import { requireBuilt } from './native.mjs';

const deep = process.env.HONMONO_DEEP === '1';
const PREFIXES_MAX = 60_000; // of a sampled run
const PREFIX_BYTES_MAX = 4096;

/** Runs a driver over cases (driver.h); resolves to the number it prints. */
async function drive(program, args, cases) {
  const child = spawn(requireBuilt(join(rootDir, 'build', 'asan', 'tests', program)), args);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.stdin.on('error', () => {}); // a crash shows in the exit status
  for (const { name, bytes, options } of cases) {
    const json = Buffer.from(JSON.stringify(options));
    child.stdin.write(Buffer.concat([Buffer.from(`${name} ${bytes.length} ${json.length}\n`), bytes, json]));
  }
  child.stdin.end();
  const status = await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  assert.equal(status, 0, errors.slice(0, 8000));
  return Number(output);
}

test('every case, cut off early', async () => {
  const cases = listCases();
  const all = cases.reduce((sum, { bytes }) => sum + Math.min(bytes.length, PREFIX_BYTES_MAX), 0);
  const stride = deep ? 1 : Math.max(1, Math.ceil(all / PREFIXES_MAX));
  const count = await drive('cases_prefixes', [String(stride), deep ? '64' : '4'], cases);
  assert.ok(count >= cases.length);
  console.log(`note: ${count} prefixes of ${cases.length} cases (stride ${stride})`);
});

test('every allocation failed once', async () => {
  const named = readFileSync(join(casesDir, 'allocations.txt'), 'utf8').split('\n').filter(Boolean);
  const cases = listCases().filter(({ name }) => deep || named.includes(name));
  const missing = named.filter((name) => !cases.some((one) => one.name === name));
  assert.deepEqual(missing, [], 'allocations.txt names cases that are not there');
  const count = await drive('cases_allocations', ['1'], cases);
  assert.ok(count > 0);
  console.log(`note: ${count} allocations failed in ${cases.length} cases`);
});
