/* site: the installed page (dist/site/) only. It keeps itself for offline use
 * and takes what other apps share; the service worker is site/sw.js, and what
 * was shared waits in a cache of this device until it is read here, once. */

const SHARED = 'honmono-shared';

export const isSite = () => document.querySelector('meta[name=honmono-site]') !== null;
export const isInstalled = () => matchMedia('(display-mode: standalone)').matches;

const policy = isSite()
  ? globalThis.trustedTypes?.createPolicy('honmono-site', { createScriptURL: (name) => (name === 'sw.js' ? name : '') })
  : undefined;

async function takeShared(controller) {
  const shelf = await caches.open(SHARED);
  const files = [];
  let plain = '';
  for (const request of await shelf.keys()) {
    const kept = await shelf.match(request);
    const name = new URL(request.url).searchParams.get('name');
    if (name === null) plain = await kept.text();
    else files.push(new File([await kept.blob()], name, { type: kept.headers.get('content-type') ?? '' }));
  }
  await caches.delete(SHARED);
  if (plain.trim() || files.length > 0) controller.checkTransfer({ files, plain, html: '', links: [] });
}

export async function connectSite(controller) {
  if (!isSite() || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(policy ? policy.createScriptURL('sw.js') : 'sw.js');
    if (location.search === '?shared') {
      history.replaceState(null, '', location.pathname);
      await takeShared(controller);
    }
  } catch {
    /* without it the page works, only not offline */
  }
}
