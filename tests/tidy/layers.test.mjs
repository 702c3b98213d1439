// layers.test: who may see whom.
//
//   base < decode < read < facts < checks < verdict, then core < wasm < web,
//   and nothing sees tests. A library is known to the one room that needs it.

import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { findLines, listPaths, readFiles, withoutComments } from './repository.mjs';

const rooms = ['base', 'decode', 'read', 'facts', 'checks', 'verdict'];
const core = readFiles(/^core\/src\/.*\.(c|h|def)$/);
const roomOf = (path) => path.split('/')[2];

function listIncludes({ path, text }) {
  return [...text.matchAll(/^\s*#\s*include\s+([<"])([^>"]+)[>"]/gm)].map(([, mark, name]) => ({ path, mark, name }));
}

test('core includes go only left', () => {
  const wrong = core.flatMap(listIncludes).filter(({ path, mark, name }) => {
    if (mark === '<' || name === 'limits.h' || /^(\.\.\/\.\.\/)?data\/\w+\.inc$/.test(name)) return false;
    if (name === 'honmono.h') return roomOf(path) !== 'verdict';
    const room = rooms.indexOf(name.split('/')[0]);
    return room === -1 || (rooms.includes(roomOf(path)) && room > rooms.indexOf(roomOf(path)));
  });
  assert.deepEqual(wrong, []);
});

test('limits.h includes nothing of ours', () => {
  const limits = core.find(({ path }) => path === 'core/src/limits.h');
  assert.deepEqual(listIncludes(limits).filter(({ mark }) => mark === '"'), []);
});

test('each library is known to one room', () => {
  const owners = {
    'cJSON.h': /^core\/src\/verdict\/options/,
    'uriparser/Uri.h': /^core\/src\/read\/url/,
    'libpsl.h': /^core\/src\/read\//,
    'quirc.h': /^core\/src\/decode\/qr/,
  };
  const wrong = core.flatMap(listIncludes).filter(({ path, name }) => owners[name] && !owners[name].test(path));
  assert.deepEqual(wrong, []);
});

test('the core uses nothing of the C library that reads, waits, prints or depends on a locale', () => {
  const allowed = new Set(['stdbool.h', 'stddef.h', 'stdint.h', 'stdlib.h', 'string.h', 'limits.h',
    'cJSON.h', 'uriparser/Uri.h', 'libpsl.h', 'quirc.h']);
  const wrong = core.flatMap(listIncludes).filter(({ mark, name }) => mark === '<' && !allowed.has(name));
  assert.deepEqual(wrong, []);
  const calls = /\b(printf|fopen|getenv|setlocale|strtod|atof|toupper|tolower|isalpha|isdigit|isspace|time|rand|iconv_open|assert|setjmp|strtok|alloca)\s*\(/;
  const code = core.map(({ path, text }) => ({ path, text: withoutComments(text) }));
  assert.deepEqual(findLines(code, calls), []);
});

test('the core has no floating point and no mutable global state', () => {
  const code = core.map(({ path, text }) => ({ path, text: withoutComments(text) }));
  assert.deepEqual(findLines(code, /^\s*(static )?(float|double)\b|\((float|double)\)/), []);
  // Column 0: file scope. Functions have a "(" before any "=".
  assert.deepEqual(findLines(code, /^static (?!const\b|inline\b|_Thread_local\b)[^(]*(=|;|\[)/,
    (path, line) => /\bconst\b/.test(line) || line.includes('(')), []);
});

test('only the command line and the tests are programs; they see the public header', () => {
  const wrong = readFiles(/^core\/cli\/.*\.[ch]$/).flatMap(listIncludes)
    .filter(({ mark, name }) => mark === '"' && name !== 'honmono.h' && !listPaths(/^core\/cli\//).includes(`core/cli/${name}`));
  assert.deepEqual(wrong, []);
});

test('JavaScript: wasm sees wasm, web sees web and wasm, nothing sees tests', () => {
  const seen = readFiles(/^(wasm|web|core)\/.*\.m?js$/).flatMap(({ path, text }) =>
    [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, name]) => ({
      path, target: posix.join(posix.dirname(path), name) })));
  const wrong = seen.filter(({ path, target }) => {
    const [from, to] = [path.split('/')[0], target.split('/')[0]];
    if (from === 'wasm') return to !== 'wasm' || path === 'wasm/core.mjs';
    if (from === 'web') return !['web', 'wasm'].includes(to) && !target.startsWith('package.json');
    return to !== 'core';
  });
  assert.deepEqual(wrong, []);
});
