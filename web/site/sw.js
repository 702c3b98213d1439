/* sw: keeps the installed page for offline use, answers nothing else, and takes
 * what other apps share. A share never reaches a server: it is answered here and
 * waits in a cache of this device until the page reads it, once. */

const VERSION = '%VERSION%';
const SHELF = `honmono-${VERSION}`;
const SHARED = 'honmono-shared';
const FILES = ['./', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'];

/* What reads pictures and files: fetched when the page first wants it, kept from then on. */
const EXTRAS = ['outlook.bin', 'reader.bin', 'reader-wasm.bin', 'reader-model.bin'];

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const { keep } = event.data ?? {};
  if (!EXTRAS.includes(keep)) return;
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => shelf.add(new Request(keep, { cache: 'reload' })))
      .then(
        () => port.postMessage({ kept: true }),
        () => port.postMessage({ kept: false }),
      ),
  );
});

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => shelf.addAll(FILES.map((name) => new Request(name, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('honmono-') && name !== SHELF && name !== SHARED)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

const inScope = (name) => new URL(name, self.registration.scope).href;

async function keepShared(request) {
  const form = await request.formData();
  const texts = ['title', 'text', 'url'].map((key) => form.get(key)).filter((text) => typeof text === 'string' && text);
  await caches.delete(SHARED);
  const shelf = await caches.open(SHARED);
  await shelf.put(inScope('shared-text'), new Response(texts.join('\n')));
  for (const [index, file] of form
    .getAll('files')
    .filter((entry) => entry instanceof File)
    .entries()) {
    const address = `${inScope('shared-file')}?index=${index}&name=${encodeURIComponent(file.name)}`;
    await shelf.put(address, new Response(file, { headers: { 'content-type': file.type } }));
  }
  return Response.redirect(`${inScope('./')}?shared`, 303);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === 'POST' && url.href === inScope('share')) {
    event.respondWith(keepShared(request));
    return;
  }
  url.search = '';
  url.hash = '';
  if (request.method !== 'GET' || !FILES.some((name) => inScope(name) === url.href)) return;
  event.respondWith(
    caches
      .open(SHELF)
      .then((shelf) => shelf.match(url.href))
      .then((kept) => kept ?? fetch(request)),
  );
});
