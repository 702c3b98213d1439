// documents.test: what the READMEs and package.json point to is there.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { listPaths, readFiles, readText, root } from './repository.mjs';

const documents = readFiles(/\.md$/);
const { scripts, version } = JSON.parse(readText('package.json'));

test('every link of a document leads to a file', () => {
  const wrong = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target)
      .filter((target) => !/^(https?|mailto):/.test(target) && !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: ${target}`));
  assert.deepEqual(wrong, []);
});

test('the top level holds four folders and no other: nothing fetched is kept under version control', () => {
  const folders = new Set(listPaths(/\//).map((path) => path.split('/')[0]));
  assert.deepEqual([...folders].filter((folder) => !folder.startsWith('.')).sort(), ['core', 'tests', 'wasm', 'web']);
});

test('every folder of the top level has a README', () => {
  for (const folder of ['core', 'wasm', 'web', 'tests']) assert.ok(existsSync(join(root, folder, 'README.md')), folder);
});

test('what the README quotes from the page is said there', async () => {
  const { default: words } = await import(`${root}/web/locales/ja.js`);
  const said = JSON.stringify(words);
  const [, usage] = readText('README.md').match(/## 使い方\n([^]*?)\n## /);
  const quotes = [...usage.replace(/\n +/g, '').matchAll(/「([^」]+)」/g)].map(([, quote]) => quote);
  assert.ok(quotes.length > 4);
  assert.deepEqual(quotes.filter((quote) => !said.includes(quote)), []);
});

test('every script of package.json runs a file that is there', () => {
  const wrong = Object.entries(scripts).flatMap(([name, command]) =>
    [...command.matchAll(/[\w./-]+\.(?:mjs|sh|js)\b/g)].filter(([file]) => !existsSync(join(root, file))).map(([file]) => `${name}: ${file}`));
  assert.deepEqual(wrong, []);
});

test('every npm script that a document names exists', () => {
  const known = new Set([...Object.keys(scripts), 'ci', 'install', 'start', 'test', 'uninstall', 'view']);
  const wrong = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:]*)[ `*]/g)].map(([, name]) => name)
      .filter((name) => text.includes(`\`npm run ${name}`) && ![...known].some((script) => script.startsWith(name))).map((name) => `${path}: npm run ${name}`));
  assert.deepEqual(wrong, []);
});

test('the version has one source', () => {
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(JSON.parse(readText('package-lock.json')).version, version);
  const elsewhere = readFiles(/\.(c|h|mjs|js|html|txt)$/).filter(({ path, text }) =>
    !/^tests\/cases|CMakeLists|notices/.test(path) && text.includes(`"${version}"`) && path !== 'core/include/honmono.h');
  assert.deepEqual(elsewhere.map(({ path }) => path), []);
});
