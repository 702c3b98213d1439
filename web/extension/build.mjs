// build: makes dist/extension/, one package for Chromium, Edge and Firefox.
//
// In: the bundler, the page's template and the packed core of ../build.mjs, and the sources
// of this folder. Out: the package, the same bytes for the same input. Its manifest's policy
// lets in nothing but the package's own files, and connects to nobody.

import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import en from '../locales/en.js';
import ja from '../locales/ja.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = (name) => `${root}dist/extension/${name}`;
const WASM = './honmono_wasm.js';

const POLICY = [
  "default-src 'none'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types honmono-worker',
].join('; ');

/* The page's style inside a strange page: the root is the card, lengths hang on the card's own
 * size (a page decides what a rem is), letters are the system's (a page can bring a font that
 * has the name of a usual one). */
function makeStrange(style) {
  const strange = style
    .replaceAll(':root', '.tab-card')
    .replace(/(?<![\w-])(-?\d*\.?\d+)rem\b/g, 'calc($1*var(--rem))')
    .replace(/--font:[^;}]+/g, '--font:sans-serif')
    .replace(/font-family:[^;}]*monospace/g, 'font-family:monospace');
  if (/@media[^{]*var\(/.test(strange)) throw new Error('a length of a media query hangs on the card');
  if (/font-family:(?!monospace|sans-serif|inherit|var)/.test(strange)) throw new Error('a font of the card can be replaced by the page');
  return strange;
}

/* What the browser itself shows, in its own language. */
const messages = ({ extension }) =>
  JSON.stringify(
    Object.fromEntries(
      ['name', 'description', 'button', 'menu_link', 'menu_text'].map((key) => [key, { message: extension[key] }]),
    ),
  );

export async function buildExtension({ bundle, minifyStyle, panel, worker, notices, core, version }) {
  await rm(out(''), { recursive: true, force: true });
  for (const { code } of [en, ja]) await mkdir(out(`_locales/${code}`), { recursive: true });
  for (const words of [en, ja]) await writeFile(out(`_locales/${words.code}/messages.json`), messages(words));

  const manifest = await readFile(`${root}web/extension/manifest.json`, 'utf8');
  await writeFile(out('manifest.json'), manifest.replace('%VERSION%', version).replace('%POLICY%', POLICY));
  for (const name of ['icon-192.png', 'icon-512.png']) await copyFile(`${root}web/icons/${name}`, out(name));

  const style = makeStrange(await minifyStyle('web/extension/card.css'));
  const tab = await bundle('web/extension/tab.js', 'iife', { 'card-style': `export default ${JSON.stringify(style)};` });
  await writeFile(out('tab.js'), tab);
  await writeFile(out('background.js'), await bundle('web/extension/background.js', 'esm', {}, [WASM]));
  await writeFile(out('panel.js'), await bundle('web/extension/panel.js', 'esm', { notices }, [WASM]));
  await writeFile(out('worker.js'), worker);
  await writeFile(out(WASM), `export default '${core}';\n`);
  await writeFile(out('panel.css'), await minifyStyle('web/extension/panel.css'));
  const page = panel({
    STYLE: '<link rel="stylesheet" href="panel.css">',
    SCRIPT: '<script type="module" src="panel.js"></script>',
  });
  await writeFile(out('panel.html'), page);
}
