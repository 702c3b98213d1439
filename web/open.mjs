// open: the end of `npm start`: opens the built page, or, where there is no
// display, prints its address and the verdict on a sample.

import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const page = pathToFileURL(join(web, '..', 'dist', 'honmono.html')).href;
const honmono = join(web, '..', 'build', 'native', 'honmono');

/** The programs that may open a page here, first choice first. */
function listOpeners() {
  if (process.platform === 'darwin') return ['open'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', 'sensible-browser'] : [];
}

const hasCommand = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

function printSample() {
  const [sample] = readdirSync(join(web, 'samples')).filter((name) => name.endsWith('.eml')).sort();
  const { stdout, status } = spawnSync(honmono, ['check', join(web, 'samples', sample)], { encoding: 'utf8' });
  if (status !== 0) process.exit(1);
  const { verdict, findings } = JSON.parse(stdout);
  console.log(`The verdict on web/samples/${sample}: ${verdict}`);
  for (const { check, message, weight } of findings) console.log(`  ${weight.padEnd(8)} ${check}: ${message}`);
}

console.log(`The page: ${page}`);
console.log(`The extension, to be loaded unpacked (web/README.md): ${join(web, '..', 'dist', 'extension')}`);
const opener = listOpeners().find(hasCommand);
if (opener) spawn(opener, [page], { stdio: 'ignore', detached: true }).unref();
else printSample();
