// mutate: does every row of checks.def matter? Each is changed to the next weight, by
// itself, and some case must then fail.
//
//   npm run mutate                        every row (an hour on a busy machine, minutes alone)
//   npm run mutate -- link_off_brand      rows that contain this
//
// In: checks.def, the objects of build/native. Out: a line per row that survived, which
//   is a row that no case holds; exit 1 when there is one.
// How: the tables of checks.def are in one object (checks/check.c); it is compiled with
//   the changed row and linked in front of the core. The cases whose expected file names
//   the check are tried first, then all others.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCases, rootDir } from './cases.mjs';
import { checkNative } from './native.mjs';

const next = {
  decisive: 'strong', strong: 'weak', weak: 'note', note: 'weak', good: 'note',
  block: 'block_unproven', block_unproven: 'block_points', block_points: 'note',
};
// Rows whose next weight cannot be told from their own; where a later one can, it is tried.
const behind = {
  'others_words, delivered_by_amazon': ['block_points', 'others\' words never count as proven'],
  'others_words, unknown_sender': ['block_points', 'others\' words never count as proven'],
  'sender_not_brand, perhaps_amazons': ['block_points', 'such a sender is never proven'],
  'link_off_brand, perhaps_amazons': [null, 'links_official, not_all_official says it of the same link'],
  'links_official, not_all_read': [null, 'reading_incomplete, limit_reached says it of the same message'],
  'reading_incomplete, limit_reached': [null, 'links_official, not_all_read says it of the same message'],
  'reading_incomplete, attachment_only': [null, 'the file is another way to act, too'],
};
const wanted = process.argv.slice(2);
const native = join(rootDir, 'build', 'native');
const folder = join(rootDir, 'build', 'mutate');
const policy = readFileSync(join(rootDir, 'core/src/checks/checks.def'), 'utf8');
const rows = [...policy.matchAll(/^(OUTCOME|PROVEN)\((\w+), (\w+), (\w+)\)/gm)]
  .map(([text, kind, check, message, weight]) => {
    const [to, why] = (kind === 'OUTCOME' && behind[`${check}, ${message}`]) || [next[weight], null];
    return { text, check, message, weight, to, why };
  })
  .filter(({ text }) => wanted.length === 0 || wanted.some((word) => text.includes(word)));
mkdirSync(join(folder, 'checks'), { recursive: true });

function need(command, args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
}

const cli = join(native, 'CMakeFiles/honmono.dir/core/cli');
const objects = readdirSync(cli).filter((name) => name.endsWith('.o')).map((name) => join(cli, name));
const archives = [join(native, 'libhonmono_core.a'), ...readdirSync(native).filter((name) => /^libhonmono_(?!core|utf8proc)\w+\.a$/.test(name))
  .map((name) => join(native, name)), '-lm'];
const mutant = join(folder, 'honmono');

function build({ text, weight, to }) {
  const changed = policy.replace(`\n${text}`, `\n${text.replace(`, ${weight})`, `, ${to})`)}`);
  if (changed === policy) throw new Error(`${text}: nothing changed`);
  writeFileSync(join(folder, 'checks', 'checks.def'), changed);
  const includes = [folder, join(rootDir, 'core/src'), join(rootDir, 'core'), join(rootDir, 'core/include'), join(native, 'generated')];
  const object = join(folder, 'check.o');
  need('cc', ['-std=c11', '-O1', ...includes.flatMap((path) => ['-I', path]), '-c', join(rootDir, 'core/src/checks/check.c'), '-o', object]);
  need('cc', [...objects, object, ...archives, '-o', mutant]);
}

const cases = listCases();
const before = await checkNative(cases);
const expected = cases.map(({ expectedPath }) => readFileSync(expectedPath, 'utf8'));
const asLine = ({ bytes, options }, id) => `${JSON.stringify({ id: String(id), message_base64: bytes.toString('base64'), options })}\n`;

/** The numbers of the cases that the mutant answers otherwise. */
function listKillers(numbers) {
  return new Promise((resolve) => {
    const child = spawn(mutant, ['check', '--lines'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(numbers.map((number) => asLine(cases[number], number)).join(''));
    child.on('close', () => {
      const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean);
      resolve(numbers.filter((number, at) => lines[at] !== `{"id":"${number}",${before[number].slice(1)}`));
    });
  });
}

const all = cases.map((_, number) => number);
const survivors = [], hidden = rows.filter(({ to }) => to === null);
for (const { text, why } of hidden) console.log(`left out: ${text}: ${why}`);
const tried = rows.filter(({ to }) => to !== null);
for (const [at, row] of tried.entries()) {
  const id = row.check.replaceAll('_', '-'), message = row.message.replaceAll('_', '-');
  const near = all.filter((number) => expected[number].includes(`"check": "${id}",\n      "message": "${message}"`));
  build(row);
  let killers = near.length ? await listKillers(near) : [];
  if (!killers.length) killers = await listKillers(all.filter((number) => !near.includes(number)));
  if (!killers.length) survivors.push(row);
  if (!killers.length) console.log(`survives: ${row.text} -> ${row.to}${near.length ? `, seen in ${near.length} cases` : ', in no case'}`);
  else if (process.stdout.isTTY) process.stdout.write(`\r${at + 1} of ${tried.length}\x1b[K\r`);
}
console.log(`${tried.length} rows changed, ${tried.length - survivors.length} noticed by a case, ${survivors.length} survive; ${hidden.length} left out`);
process.exit(survivors.length ? 1 : 0);
