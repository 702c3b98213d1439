// layers.test: who may see whom.
//
//   base < decode < read < brand < text < facts < checks < verdict, then core < wasm < web,
//   and nothing sees tests. Folders inside a room have an order of their own; in
//   facts it is the vocabulary (facts.h), links < sender < person < content < claim,
//   then facts.c, which calls them all. A library is known to the one room that needs it.

import assert from 'node:assert/strict';
import { dirname, posix } from 'node:path';
import { test } from 'node:test';
import { findLines, listPaths, readFiles, readText, withoutComments } from './repository.mjs';

/** From left to right: a folder, or a file that stands apart from its folder. */
const order = ['base', 'decode/charset', 'decode', 'decode/bidi', 'decode/qr', 'read/url', 'read/document', 'read/style', 'read/html', 'read/mime',
  'read', 'brand', 'text', 'facts/options.h', 'facts/contents.def', 'facts/facts.h', 'facts/links', 'facts/sender', 'facts/person', 'facts/ways', 'facts/content',
  'facts/claim', 'facts', 'checks', 'verdict'];
/** message.h says what all of read makes, so every folder of read may see it. */
const vocabulary = ['read/message.h'];
const core = readFiles(/^core\/src\/.*\.(c|h|def)$/);
const nameOf = (path) => path.replace('core/src/', '');
const roomOf = (path) => path.split('/')[2];
const placeOf = (name) => order.indexOf(order.includes(name) ? name : dirname(name));

function listIncludes({ path, text }) {
  return [...text.matchAll(/^\s*#\s*include\s+([<"])([^>"]+)[>"]/gm)].map(([, mark, name]) => ({ path, mark, name }));
}

test('every folder of the core has its place in the order', () => {
  const folders = new Set(core.map(({ path }) => dirname(nameOf(path))).filter((folder) => folder !== '.'));
  assert.deepEqual([...folders].filter((folder) => !order.includes(folder)), []);
});

test('core includes go only left, between rooms and between the folders inside them', () => {
  const wrong = core.flatMap(listIncludes).filter(({ path, mark, name }) => {
    if (mark === '<' || name === 'limits.h' || vocabulary.includes(name) || /^data\/[\w/]+\.(inc|def)$/.test(name)) return false;
    if (name === 'honmono.h') return roomOf(path) !== 'verdict';
    const [from, to] = [placeOf(nameOf(path)), placeOf(name)];
    return to === -1 || (from !== -1 && to > from);
  });
  assert.deepEqual(wrong, []);
});

test('the finders that facts.h lists are called by facts.c alone: no way back that includes do not show', () => {
  const finders = [...readText('core/src/facts/facts.h').matchAll(/^void (\w+_find)\(/gm)].map(([, name]) => name);
  assert.ok(finders.length > 10);
  const calls = new RegExp(`^(?!void ).*\\b(${finders.join('|')})\\(`);
  const inside = core.filter(({ path }) => /^core\/src\/facts\/\w+\//.test(path))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }));
  assert.deepEqual(findLines(inside, calls), []);
});

test('no folder of the core holds more files than one can look over', () => {
  const counts = new Map();
  for (const { path } of core) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  counts.delete('core/src/checks'); // one file per check, and its id is its name: CHECKS.md is the way in
  assert.deepEqual([...counts].filter(([, count]) => count > 20), []);
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
