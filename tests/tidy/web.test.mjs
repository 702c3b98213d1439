// web.test: what the page must never do, as rules about its source.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLines, readFiles, readText, withoutComments } from './repository.mjs';

const web = readFiles(/^(web\/src|web\/extension|web\/locales|wasm)\/.*\.m?js$/).map(({ path, text }) => ({
  path, text: withoutComments(text) }));
const page = readFiles(/^web\/.*\.html$/);

test('nothing makes elements or code from text', () => {
  const wrong = /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTML|setHTMLUnsafe|srcdoc)\b|document\.write|\beval\s*\(|new Function\b|\bset(Timeout|Interval)\s*\(\s*['"`]/;
  /* it names the attribute to leave it out */
  assert.deepEqual(findLines(web, wrong, (path, line) => path.endsWith('collect.js') && line.includes("'srcdoc'")), []);
});

test('one file creates elements', () => {
  const files = new Set(findLines(web, /createElement(NS)?\s*\(|cloneNode\s*\(|importNode\s*\(/).map((place) => place.split(':')[0]));
  assert.ok(files.size <= 1, `created in ${[...files].join(', ')}`);
});

test('the page asks nobody for anything', () => {
  const wrong = /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|window\.open\s*\(|location\.(href|assign|replace)\s*[=(]|\.submit\s*\(/;
  assert.deepEqual(findLines(web, wrong, (path) => /service|site/.test(path)), []);
});

test('no web address stands in the source but namespaces, and where words name one for people to type', () => {
  const code = web.filter(({ path }) => !/locales|contacts|samples|draw/.test(path));
  assert.deepEqual(findLines(code, /['"`]https?:\/\//, (_, line) => line.includes('http://www.w3.org/')), []);
});

test('the page has no inline handlers, and loads nothing by itself', () => {
  assert.deepEqual(findLines(page, /\son\w+\s*=\s*["']|javascript:|src\s*=\s*["']https?:|href\s*=\s*["']https?:/i), []);
});

test('messages of the console are for developers: none are left', () => {
  assert.deepEqual(findLines(web, /\bconsole\.|\bdebugger\b|\balert\s*\(/), []);
});

test('what the build imports is installed for those who only build', () => {
  const { dependencies } = JSON.parse(readText('package.json'));
  const scripts = ['web/build.mjs', 'web/extension/build.mjs', 'wasm/squeeze.mjs'];
  const imported = scripts.flatMap((path) => [...readText(path).matchAll(/^import .* from '([^.'][^']*)';$/gm)].map(([, name]) => name))
    .filter((name) => !name.startsWith('node:')).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
  assert.ok(imported.length >= 2, 'imports found');
  assert.deepEqual(imported.filter((name) => !Object.hasOwn(dependencies, name)), []);
});
