// native: runs messages through build/<preset>/honmono in one process.
//
// In: [{ bytes, options }]. Out: the verdicts' JSON texts in the same order,
//   without the "id" that `check --lines` puts first; a failed one is an Error.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './cases.mjs';

/** HONMONO_PRESET: another build of the program, for `npm run coverage`. */
const usual = process.env.HONMONO_PRESET ?? 'native';

export const honmono = (preset = usual) => join(rootDir, 'build', preset, 'honmono');

export function requireBuilt(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run build`);
  return path;
}

export async function checkNative(messages, preset = usual) {
  const child = spawn(requireBuilt(honmono(preset)), ['check', '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  child.stdin.on('error', () => {}); // a crash shows in the exit status
  messages.forEach(({ bytes, options }, index) => {
    const line = { id: String(index), message_base64: bytes.toString('base64'), options: options ?? {} };
    child.stdin.write(`${JSON.stringify(line)}\n`);
  });
  child.stdin.end();
  const status = await closed;
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean);
  if (lines.length !== messages.length) {
    throw new Error(`honmono check --lines: ${messages.length} messages in, ${lines.length} lines out, exit ${status}`);
  }
  return lines.map((line, index) => {
    const prefix = `{"id":"${index}",`;
    if (!line.startsWith(prefix)) throw new Error(`line ${index} does not begin with its id: ${line.slice(0, 80)}`);
    if (line.startsWith(`${prefix}"error":`)) return new Error(JSON.parse(line).error);
    return `{${line.slice(prefix.length)}`;
  });
}
