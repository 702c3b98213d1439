// taking: what the tests of this folder share: a fresh folder outside the checkout,
// commands that must succeed, and the programs that core/embedding.md shows.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { rootDir } from '../cases/cases.mjs';

export { rootDir };
export const deep = Boolean(process.env.HONMONO_DEEP);
export const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Why a test is skipped: the program is not installed. */
export const needs = (...programs) => {
  const missing = programs.filter((program) => !has(program));
  return missing.length ? `not installed: ${missing.join(', ')}` : false;
};
export const onlyDeep = (...programs) => (deep ? needs(...programs) : 'npm run test:deep');

/** A folder that knows nothing of the checkout; it is gone when the tests are done. */
export function freshFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'honmono-embed-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs it to its end; what it wrote. A failure shows all that it said. */
export function run(command, args, { env = {}, status = 0, ...more } = {}) {
  const { NODE_TEST_CONTEXT, NODE_OPTIONS, ...inherited } = process.env;
  const result = spawnSync(command, args, { maxBuffer: 1 << 30, env: { ...inherited, ...env }, ...more });
  assert.equal(result.status, status, `${command} ${args.join(' ')}\n${result.stdout}${result.stderr}${result.error ?? ''}`);
  return result.stdout.toString();
}

/** The programs in `language` of the document, in their order. */
export function shownPrograms(language) {
  const text = readFileSync(join(rootDir, 'core', 'embedding.md'), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, program]) => program);
}
