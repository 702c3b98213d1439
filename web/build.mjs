// build: makes dist/honmono.html, one file that needs nothing else, dist/site/,
// the same page for a static host, installable and offline, and dist/extension/,
// the same page at the side of the browser (extension/build.mjs).
//
// In: web/, wasm/core.mjs, build/wasm/honmono.wasm, package.json (the version).
// Out: the files, and a policy in each that names their own script and style by
// hash and forbids everything else. The same input gives the same bytes.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { squeeze } from '../wasm/squeeze.mjs';
import { buildExtension } from './extension/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = (name) => root + name;
const read = (name) => readFile(path(name), 'utf8');
const { version } = JSON.parse(await read('package.json'));

const sha256 = (text, encoding) => createHash('sha256').update(text).digest(encoding);

/* Modules that exist only in the build. */
function virtual(modules) {
  return {
    name: 'virtual',
    setup(builder) {
      const names = new RegExp(`^(${Object.keys(modules).join('|')})$`);
      builder.onResolve({ filter: names }, (args) => ({ path: args.path, namespace: 'virtual' }));
      builder.onLoad({ filter: /.*/, namespace: 'virtual' }, (args) => ({
        contents: modules[args.path],
        loader: 'js',
      }));
    },
  };
}

async function bundle(entry, format, modules = {}, external = [], options = {}) {
  const {
    outputFiles: [{ text }],
  } = await build({
    entryPoints: [path(entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    charset: 'utf8',
    legalComments: 'none',
    external,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    loader: { '.eml': 'text', '.txt': 'text' },
    ...options,
    plugins: Object.keys(modules).length > 0 ? [virtual(modules)] : [],
  });
  /* inside a <script> element nothing may look like its end, or like a comment */
  return text.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

async function minifyStyle(entry = 'web/style.css') {
  const {
    outputFiles: [{ text }],
  } = await build({
    entryPoints: [path(entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    target: ['chrome111', 'firefox115', 'safari16.4'],
  });
  return text.trim();
}

/* web/notices.txt: "=== name" lines, each followed by its licence. */
async function readNotices() {
  const parts = (await read('web/notices.txt')).split(/^=== (.+)$/m).slice(1);
  const notices = [];
  for (let at = 0; at < parts.length; at += 2) notices.push({ name: parts[at].trim(), text: parts[at + 1].trim() });
  return `export const notices = ${JSON.stringify(notices)};`;
}

/* Everything is forbidden; what follows is let in again. connect-src 'none' is
 * said twice (default-src says it too) so that nobody overlooks it. */
function policy({ script, style, isSite }) {
  const site = isSite ? " 'self'" : '';
  return [
    "default-src 'none'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    `script-src 'sha256-${sha256(script, 'base64')}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${sha256(style, 'base64')}'`,
    `img-src data:${site}`,
    `worker-src blob:${site}`,
    ...(isSite ? ["manifest-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    'trusted-types honmono-worker honmono-site',
  ].join('; ');
}

function assemble(template, parts) {
  return template.replace(/%([A-Z]+)%/g, (whole, name) => (name in parts ? parts[name] : whole));
}

const icon = await readFile(path('web/icons/icon.svg'));
const notices = await readNotices();
const worker = await bundle('web/src/worker.js', 'iife');
const script = await bundle('web/src/main.js', 'iife', {
  'worker-script': `export default ${JSON.stringify(worker)};`,
  notices,
});
const style = await minifyStyle();
const wasm = await readFile(path('build/wasm/honmono.wasm'));
const core = (await squeeze(wasm)).toString('base64');
const template = await read('web/index.html');

/* Libraries ask where they are, and are told nothing; their remarks to their makers are left out;
 * encodings are the browser's. */
const quiet = {
  drop: ['console'],
  define: { 'import.meta.url': '"file:///"' },
  alias: { 'iconv-lite': path('web/src/files/text_decoder.js') },
};

/* Behind everything that the first verdict needs, compressed, unpacked when first wanted. */
const extras = {
  reader: gzipSync(await bundle('web/src/picture/worker.js', 'iife', {}, [], quiet), { level: 9 }),
  outlook: gzipSync(await bundle('web/src/files/worker.js', 'iife', {}, [], quiet), { level: 9 }),
  'reader-wasm': gzipSync(await readFile(path('node_modules/tesseract-wasm/dist/tesseract-core.wasm')), { level: 9 }),
  'reader-model': await readFile(path('node_modules/@tesseract.js-data/jpn/4.0.0_best_int/jpn.traineddata.gz')),
};
/* In pieces: while one long text is parsed a browser does nothing else, between pieces it
 * draws and answers (a first verdict came 100 ms later). */
const PIECE = 64 << 10;
function inPieces(name, text) {
  const count = Math.ceil(text.length / PIECE);
  const pieces = Array.from({ length: count }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE));
  return pieces.map((piece) => `<script type="application/octet-stream" data-extra="${name}">${piece}</script>\n`).join('');
}
const EXTRA_LINES = Object.entries(extras).map(([name, bytes]) => inPieces(name, bytes.toString('base64'))).join('');

const SITE_LINES = [
  '<meta name="honmono-site" content="1">',
  '<link rel="manifest" href="manifest.webmanifest">',
  '<link rel="apple-touch-icon" href="icon-192.png">',
  '',
].join('\n');

function page(isSite) {
  return assemble(template, {
    POLICY: `<meta http-equiv="Content-Security-Policy" content="${policy({ script, style, isSite })}">\n`,
    SITE: isSite ? SITE_LINES : '',
    ICON: isSite ? 'icon.svg' : `data:image/svg+xml;base64,${icon.toString('base64')}`,
    STYLE: `<style>${style}</style>`,
    CORE: `<script type="application/octet-stream" id="core">${core}</script>\n`,
    SCRIPT: `<script>${script}</script>`,
    EXTRAS: isSite ? '' : EXTRA_LINES,
  });
}

await mkdir(path('dist'), { recursive: true });
await rm(path('dist/site'), { recursive: true, force: true });
await mkdir(path('dist/site'));
const file = page(false);
await writeFile(path('dist/honmono.html'), file);

const site = page(true);
for (const [name, bytes] of Object.entries(extras)) await writeFile(path(`dist/site/${name}.bin`), bytes);
await writeFile(path('dist/site/index.html'), site);
for (const name of await readdir(path('web/icons')))
  await copyFile(path(`web/icons/${name}`), path(`dist/site/${name}`));
await copyFile(path('web/site/manifest.webmanifest'), path('dist/site/manifest.webmanifest'));
const serviceWorker = await read('web/site/sw.js');
await writeFile(
  path('dist/site/sw.js'),
  serviceWorker.replace('%VERSION%', `${version}-${sha256(site, 'hex').slice(0, 12)}`),
);

const panel = (parts) => assemble(template, { POLICY: '', SITE: '', ICON: 'icon-192.png', CORE: '', EXTRAS: '', ...parts });
await buildExtension({ bundle, minifyStyle, panel, worker, notices, core, version });

console.log(`dist/honmono.html ${Math.round(file.length / 1024)} KB, dist/site/, dist/extension/`);
