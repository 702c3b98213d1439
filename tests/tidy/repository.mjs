// repository: the files under version control, for the rules of this folder.
//
// Out: lists of { path, text } by what they are. New files that are not
//   ignored count too, so that a rule is felt before the commit.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const paths = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString('utf8')
  .split('\0')
  .filter((path) => path && existsSync(join(root, path)))
  .sort();

export const listPaths = (pattern) => paths.filter((path) => pattern.test(path));
export const readText = (path) => readFileSync(join(root, path), 'utf8');
export const readFiles = (pattern) => listPaths(pattern).map((path) => ({ path, text: readText(path) }));

/** "path:line: text" for every line of the files that matches. */
export function findLines(files, pattern, allowed = () => false) {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}: ${line.trim().slice(0, 160)}` }))
      .filter(({ line }) => pattern.test(line) && !allowed(path, line))
      .map(({ place }) => place),
  );
}

/** The same text with comments and, for C, string contents blanked out. */
export const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
