// html: the native HTML reader as an asynchronous function for oracles.
//
// In: pieces of markup. Out: what html_driver.c prints, parsed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const driverPath = process.env.HONMONO_HTML_DRIVER ?? join(root, 'build', 'native', 'tests', 'html_driver');

export function readAll(pieces) {
  if (!existsSync(driverPath)) throw new Error(`${driverPath} is missing: npm run build`);
  return new Promise((resolve, reject) => {
    const child = execFile(driverPath, { maxBuffer: 2 ** 30 }, (error, output) => {
      if (error) return reject(error);
      const lines = output.split('\n').slice(0, -1);
      if (lines.length !== pieces.length) return reject(new Error(`${lines.length} answers to ${pieces.length} pieces`));
      resolve(lines.map((line) => JSON.parse(line)));
    });
    child.stdin.on('error', reject);
    // A lone surrogate becomes U+FFFD, as it does in a browser that reads UTF-8.
    child.stdin.end(pieces.map((piece) => `${Buffer.from(piece, 'utf8').toString('hex')}\n`).join(''));
  });
}
