// build: dist/npm, the package `honmono` as it is published.
//
// In: build/wasm/honmono.wasm, the loader, the files beside this one, the schema.
// Out: dist/npm; `npm run release:npm` publishes it.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { squeeze } from '../squeeze.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const out = join(root, 'dist', 'npm');
const wasm = join(root, 'build', 'wasm', 'honmono.wasm');
if (!existsSync(wasm)) throw new Error('build/wasm/honmono.wasm is missing: npm run build:wasm');

const copied = {
  'wasm/core.mjs': 'core.mjs',
  'build/wasm/honmono.wasm': 'honmono.wasm',
  'core/schema/honmono.schema.json': 'honmono.schema.json',
  'wasm/npm/README.md': 'README.md',
  LICENSE: 'LICENSE',
  'web/notices.txt': 'notices.txt',
};
const scripts = ['api', 'node', 'browser', 'inflate', 'worker_node', 'worker_browser', 'cli'];
for (const name of scripts) copied[`wasm/npm/${name}.mjs`] = `npm/${name}.mjs`;
for (const name of ['index', 'schema']) copied[`wasm/npm/${name}.d.mts`] = `npm/${name}.d.mts`;

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'npm'), { recursive: true });
for (const [from, to] of Object.entries(copied)) cpSync(join(root, from), join(out, to));

const gzip = (await squeeze(readFileSync(wasm))).toString('base64');
writeFileSync(join(out, 'npm', 'embedded.mjs'), `// embedded: honmono.wasm in gzip and base64.\nexport const gzip = '${gzip}';\n`);

const { name, version, description, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entry = { types: './npm/index.d.mts', node: './npm/node.mjs', default: './npm/browser.mjs' };
const manifest = {
  name, version, description, license, engines,
  type: 'module',
  keywords: ['amazon', 'email', 'phishing', 'anti-phishing', 'smishing', 'wasm'],
  exports: {
    '.': entry,
    './honmono.wasm': './honmono.wasm',
    './schema.json': './honmono.schema.json',
    './package.json': './package.json',
  },
  types: './npm/index.d.mts',
  bin: { honmono: 'npm/cli.mjs' },
  sideEffects: false,
};
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
process.stdout.write(`dist/npm: honmono ${version}\n`);
