/* extras: the parts of the page that the first verdict does not need: what reads pictures,
 * what reads Outlook's files. They stand behind everything else and are unpacked when
 * wanted; the installed page asks its own service worker to keep them.
 *
 * In: a part's name. Out: its bytes, inflated. Fails with status "no_extras" where the
 * installed page has no connection and never had them, "no_extras_here" in the extension. */

import { isSite } from './site.js';
import { inflate, unpack } from './unpack.js';

const missing = (status = 'no_extras') => Object.assign(new Error(status), { status });

/* The page may still be arriving when a first picture is dropped. */
const arrived = () =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });

function askServiceWorker(name) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data.kept);
    navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ keep: name }, [port2]));
  });
}

async function readKept(name) {
  const kept = async () => (await caches.match(new URL(name, location.href).href, { ignoreSearch: true }))?.arrayBuffer();
  if (!globalThis.caches || !navigator.serviceWorker) throw missing();
  const bytes = (await kept()) ?? ((await askServiceWorker(name)) ? await kept() : null);
  if (!bytes) throw missing();
  return new Uint8Array(bytes);
}

export async function loadExtra(name) {
  if (isSite()) return inflate(await readKept(`${name}.bin`));
  await arrived();
  const pieces = [...document.querySelectorAll(`script[data-extra="${name}"]`)];
  if (!pieces.length) throw missing('no_extras_here');
  return unpack(pieces.map((piece) => piece.textContent).join(''));
}

export const loadExtraText = async (name) => new TextDecoder().decode(await loadExtra(name));
