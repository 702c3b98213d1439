// data.test: every generated table is what its generator makes of the packages
// that are installed, and every row of the brand says where it is from.
//
// A table from Chromium or from node's own Unicode data is compared without its
// first comment, which names the version; where the installed one is another
// the test says so instead of failing.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listPaths, readText, root } from './repository.mjs';

const makers = listPaths(/^core\/data\/[a-z0-9_]+\.mjs$/).map((path) => path.split('/').at(-1))
  .filter((name) => name !== 'update.mjs');

test('every table says on its first line where it is from', () => {
  const wrong = listPaths(/^core\/data\/.*\.(inc|dat)$/).filter((path) => !/\d|by core\/data/i.test(readText(path).split('\n')[0]));
  assert.deepEqual(wrong, []);
});

/** Runs a maker on a copy of core/data, so that nothing is written here. */
function runCopied(name) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const copy = mkdtempSync(join(root, 'build', 'fresh-'));
  mkdirSync(join(copy, 'core'));
  cpSync(join(root, 'core', 'data'), join(copy, 'core', 'data'), { recursive: true });
  symlinkSync(join(root, 'core', 'src'), join(copy, 'core', 'src'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'core', 'data', name)], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const files = readdirSync(join(copy, 'core', 'data')).filter((file) => /\.(inc|dat)$/.test(file));
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(copy, 'core', 'data', file), 'utf8')]));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const withoutFirstLine = (text) => text.slice(text.indexOf('\n'));

for (const name of makers) {
  test(`${name}: its tables are fresh`, (t) => {
    const maker = readText(`core/data/${name}`);
    if (maker.includes('--check')) {
      const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'core/data', name), '--check'], { encoding: 'utf8' });
      assert.equal(status, 0, stderr + stdout);
      return;
    }
    if (/normalize\(|\\p\{|TextDecoder/.test(maker) && process.versions.unicode !== '17.0') {
      t.skip(`made by a node of another Unicode version than ${process.versions.unicode}`);
      return;
    }
    for (const [file, text] of Object.entries(runCopied(name))) {
      assert.ok(withoutFirstLine(text) === withoutFirstLine(readText(`core/data/${file}`)), `${file} is not fresh: npm run update:data`);
    }
  });
}

test('every row of the brand names its source', () => {
  const data = JSON.parse(readText('core/data/brands/amazon/brand.json'));
  const sourceless = [];
  (function visit(value, path) {
    if (Array.isArray(value)) {
      value.forEach((row, index) => {
        if (row && typeof row === 'object' && !Array.isArray(row) && !row.source && !row.sources) sourceless.push(`${path}[${index}]`);
      });
    } else if (value && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    }
  })(data, '');
  assert.deepEqual(sourceless, []);
  const names = JSON.parse(readText('core/data/brands/amazon/names.json'));
  assert.deepEqual(Object.entries(names).filter(([, { list, source }]) => list && !source).map(([key]) => key), []);
});
