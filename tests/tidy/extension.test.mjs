// extension.test: what the built extension may do. More permissions than these, a host, or a
// script that stands in a tab before it is asked for, fail here.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readText, root } from './repository.mjs';

const folder = join(root, 'dist', 'extension');
const skip = existsSync(join(folder, 'manifest.json')) ? false : 'dist/extension is not built';
const read = (name) => readFileSync(join(folder, name), 'utf8');
const manifest = skip ? {} : JSON.parse(read('manifest.json'));

test('the manifest asks for four permissions and no host', { skip }, () => {
  assert.deepEqual([...manifest.permissions].sort(), ['activeTab', 'contextMenus', 'scripting', 'sidePanel']);
  const known = ['manifest_version', 'name', 'description', 'version', 'default_locale', 'minimum_chrome_version',
    'browser_specific_settings', 'permissions', 'content_security_policy', 'background', 'action', 'icons', 'side_panel',
    'sidebar_action'];
  assert.deepEqual(Object.keys(manifest).filter((key) => !known.includes(key)), []);
  assert.doesNotMatch(JSON.stringify({ ...manifest, content_security_policy: null }), /:\/\/|<all_urls>|\*/);
});

test('its policy lets in the package alone, and connects to nobody', { skip }, () => {
  const policy = manifest.content_security_policy.extension_pages;
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'none'/);
  const sources = policy.split('; ').filter((line) => / |-src/.test(line) && line.includes('-src')).flatMap((line) => line.split(' ').slice(1));
  assert.deepEqual([...new Set(sources)].sort(), ["'none'", "'self'", "'wasm-unsafe-eval'"]);
  assert.deepEqual(Object.keys(manifest.content_security_policy), ['extension_pages']);
});

test('one version, one manifest for all browsers', { skip }, () => {
  assert.equal(manifest.manifest_version, 3);
  assert.equal(manifest.version, JSON.parse(readText('package.json')).version);
  assert.equal(manifest.background.service_worker, manifest.background.scripts[0]);
});

test('the wasm in it is the one that the page has', { skip }, () => {
  const [, packed] = read('honmono_wasm.js').match(/^export default '([^']*)';\n$/);
  const wasm = readFileSync(join(root, 'build', 'wasm', 'honmono.wasm'));
  assert.ok(gunzipSync(Buffer.from(packed, 'base64')).equals(wasm));
});

test('what the manifest and its pages name is in the package, and every language has the same words', { skip }, () => {
  const names = [manifest.background.service_worker, manifest.side_panel.default_path, manifest.sidebar_action.default_panel,
    ...Object.values(manifest.icons), ...[...read('panel.html').matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name]) => name)];
  assert.deepEqual(names.filter((name) => !existsSync(join(folder, name))), []);
  const keys = readdirSync(join(folder, '_locales')).map((code) => Object.keys(JSON.parse(read(`_locales/${code}/messages.json`))).sort().join());
  assert.equal(new Set(keys).size, 1);
  assert.deepEqual([...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key).filter((key) => !keys[0].split(',').includes(key)), []);
});

test('the package is small: as the page', { skip }, () => {
  const sizeOf = (name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? readdirSync(path).reduce((sum, inner) => sum + sizeOf(join(name, inner)), 0) : statSync(path).size;
  };
  const size = readdirSync(folder).reduce((sum, name) => sum + sizeOf(name), 0);
  assert.ok(size < 1.5 * statSync(join(root, 'dist', 'honmono.html')).size, `${size} bytes`);
});
