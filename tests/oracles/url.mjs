// url: the native URL parser as an asynchronous function for oracles.
//
// In: [input, base?] pairs of strings. Out: what url_driver.c prints, decoded.
// Why one run for all: a process per URL would take hours.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const driverPath =
  process.env.HONMONO_URL_DRIVER ?? join(root, 'build', 'native', 'tests', 'url_driver');
export const suitePath = (name) => join(root, '..', 'shared', 'suites', name);

const FIELDS = ['href', 'scheme', 'username', 'password', 'host', 'hostUnicode', 'port', 'path', 'query', 'fragment',
  'domain'];

// A lone surrogate becomes U+FFFD, as it does before a browser parses a URL.
const encode = (text) => Buffer.from(text, 'utf8').toString('hex');
const decode = (hex) => Buffer.from(hex, 'hex').toString('utf8');

function readLine(line) {
  const [opens, ...cells] = line.split('\t');
  const url = { valid: opens === '1', notes: cells[FIELDS.length] ? cells[FIELDS.length].split(',') : [] };
  FIELDS.forEach((name, at) => (url[name] = decode(cells[at])));
  return url;
}

export function parseAll(pairs) {
  if (!existsSync(driverPath)) throw new Error(`${driverPath} is missing: npm run build`);
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 30, encoding: 'latin1' };
    const child = execFile(driverPath, options, (error, output) => {
      if (error) return reject(error);
      const lines = output.split('\n');
      lines.pop();
      if (lines.length !== pairs.length) return reject(new Error(`${lines.length} answers to ${pairs.length} URLs`));
      resolve(lines.map(readLine));
    });
    child.stdin.on('error', reject);
    child.stdin.end(pairs.map(([input, base]) =>
      base === undefined || base === null ? encode(input) : `${encode(input)}\t${encode(base)}`).join('\n') + '\n');
  });
}

/** The parts of a `URL` object, or of a suite's case, under the names that parseAll() gives them. */
export const asParts = (url) => ({
  href: url.href,
  scheme: url.protocol.slice(0, -1),
  username: url.username,
  password: url.password,
  host: url.hostname,
  port: url.port,
  path: url.pathname,
  query: url.search.slice(1),
  fragment: url.hash.slice(1),
});
