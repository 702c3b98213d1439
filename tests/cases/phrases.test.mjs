// phrases.test: a phrase, a greeting, a language: a row of data is all it takes.
//
// The phrases are copied, rows are added, and the matcher (words.c, greeting_name.c)
// is built from the copy; lines of a language that nobody speaks are read with the rows and without.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rootDir } from './cases.mjs';

mkdirSync(join(rootDir, 'build'), { recursive: true });
const work = mkdtempSync(join(rootDir, 'build', 'phrases-'));
const data = join(work, 'phrases');
after(() => rmSync(work, { recursive: true }));

const make = (out) => {
  mkdirSync(join(out, 'data'), { recursive: true });
  return spawnSync('python3', [join(rootDir, 'core/data/phrases.py'), data, join(rootDir, 'core/src/text/abouts.def'), join(out, 'data')],
    { encoding: 'utf8' });
};

/** The classes that the phrases of `data` have in each line. */
function read(lines, out) {
  assert.equal(make(out).status, 0);
  const core = join(rootDir, 'core');
  const sources = [...readdirSync(join(core, 'src/base')).filter((name) => name.endsWith('.c')).map((name) => `base/${name}`),
    'decode/unicode.c', 'decode/uts46.c', 'text/fold.c', 'text/line.c', 'text/words.c', 'facts/person/greeting_name.c'];
  const program = join(out, 'phrases');
  execFileSync(process.env.CC ?? 'cc', ['-std=c11', `-I${out}`, `-I${core}/src`, `-I${core}`, ...sources.map((name) => join(core, 'src', name)),
    join(rootDir, 'tests/cases/phrases.c'), '-o', program], { stdio: ['ignore', 'inherit', 'inherit'] });
  return execFileSync(program, { input: lines.join('\n'), encoding: 'utf8' }).split('\n').slice(0, lines.length).map((line) => line.trim());
}

cpSync(join(rootDir, 'core/data/phrases'), data, { recursive: true });
const lines = ['資格をばっさりお止めいたします', 'Salúvo', 'la kontúvo esti frostúvo por ĉiam'];

test('a new lure and a new language are rows of data', () => {
  const before = read(lines, join(work, 'before'));
  assert.deepEqual(before, ['', '', '']);
  appendFileSync(join(data, 'ja/asking.tsv'), 'stop\tばっさりお止め\tlures\n');
  mkdirSync(join(data, 'qaa'));
  appendFileSync(join(data, 'qaa/greetings.tsv'), 'salutation\tsaluvo\tletters\n');
  appendFileSync(join(data, 'qaa/asking.tsv'), 'account\tkontuvo\tgeneral\nstop\tfrostuvo\tgeneral\n');
  appendFileSync(join(data, 'qaa/kinds.tsv'), 'about_account_locked\tkontuvo esti frostuvo\tgeneral\t6\n');
  const [lure, greeting, sentence] = read(lines, join(work, 'after'));
  assert.equal(lure, 'stop');
  assert.equal(greeting, 'salutation');
  assert.deepEqual(sentence.split(' ').sort(), ['about_account_locked', 'account', 'stop']);
});

test('a row that cannot be right stops the build, with its place', () => {
  const wrong = {
    'stopp\tなにか\tlures': 'no class stopp',
    'stop\tなにか\tnobody': 'no source nobody',
    'stop\tなにか': 'not class, phrase, source',
    'stop\tGesperrt\tgeneral': 'not folded: write gesperrt',
    'about_order\tなにか\tgeneral': 'weight',
    'stop\tばっさりお止め\tlures': 'stands in ja/asking.tsv',
    'stop\tab\tgeneral': 'shorter than three bytes',
  };
  for (const [row, message] of Object.entries(wrong)) {
    rmSync(join(data, 'xx'), { recursive: true, force: true });
    mkdirSync(join(data, 'xx'));
    appendFileSync(join(data, 'xx/asking.tsv'), `${row}\n`);
    const { status, stderr } = make(join(work, 'wrong'));
    assert.notEqual(status, 0, row);
    assert.match(stderr, /^phrases: xx\/asking\.tsv:1: /);
    assert.ok(stderr.includes(message), `${row}: ${stderr}`);
  }
});

test('npm run phrases shows every phrase beside those of the same meaning', () => {
  const overview = execFileSync(process.execPath, [join(rootDir, 'core/data/phrases/overview.mjs'), 'stop'], { encoding: 'utf8' });
  assert.match(overview, /^## stop\n/);
  assert.match(overview, /\| ja \| .*アカウント制限/);
  assert.match(overview, /\| de \| .*gesperrt/);
  assert.doesNotMatch(overview, /^## account/m);
});
