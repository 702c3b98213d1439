// cases: the test cases, as every runner sees them.
//
// In: tests/cases/{read,checks/<id>,whole}/**/<name>.{eml,txt,html,url}, beside
//   it <name>.options.json (optional) and <name>.expected.json.
// Out: { name, path, bytes, options, exactLines, expectedPath } per case.
//   Under checks/<id>/ the option `only` is that id; a .url file is one link
//   (its last line break is not part of it). The options file may hold one key that
//   is not for the core: "test": { "exact_lines": true } for a case whose
//   verdict depends on its kind of line break.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const casesDir = dirname(fileURLToPath(import.meta.url));
export const rootDir = join(casesDir, '..', '..');
const kinds = /\.(eml|txt|html|url)$/;

function readOptions(path, name) {
  const { test = {}, ...options } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const check = name.match(/^checks\/([^/]+)\//);
  if (check) options.only ??= check[1];
  return { options, exactLines: test.exact_lines === true };
}

function readCase(path) {
  const name = relative(casesDir, path).split(sep).join('/');
  const stem = path.replace(kinds, '');
  const { options, exactLines } = readOptions(`${stem}.options.json`, name);
  let bytes = readFileSync(path);
  if (path.endsWith('.url')) {
    options.kind ??= 'link';
    if (bytes.at(-1) === 10) bytes = bytes.subarray(0, -1);
    if (bytes.at(-1) === 13) bytes = bytes.subarray(0, -1);
  }
  return { name, path, bytes, options, exactLines, expectedPath: `${stem}.expected.json` };
}

/** Every case, sorted by name; `only` keeps those whose name starts with it. */
export function listCases(only = '') {
  return ['checks', 'read', 'whole']
    .flatMap((room) => {
      const folder = join(casesDir, room);
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { recursive: true }).map((file) => join(folder, file));
    })
    .filter((path) => kinds.test(path))
    .map(readCase)
    .filter(({ name }) => name.startsWith(only))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The verdict as it stands in an expected file: everything but the version. */
export function formatExpected(verdict) {
  const { honmono, ...rest } = verdict;
  return `${JSON.stringify(rest, null, 2)}\n`;
}

/** The same message with every line break as `line` (LF or CRLF). */
export function withLines(bytes, line) {
  const text = bytes.toString('latin1').replace(/\r\n|\r|\n/g, line);
  return Buffer.from(text, 'latin1');
}
