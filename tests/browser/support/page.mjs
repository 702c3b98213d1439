// page: where the built page is, what may be asked for while it runs, and how
// its complaints become failures.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const pageFile = join(root, 'dist', 'honmono.html');
export const pageUrl = pathToFileURL(pageFile).href;

export const browsers = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' };

/** A reason to skip, or false. */
export const missing = (name) =>
  existsSync(browsers[name])
    ? existsSync(pageFile)
      ? false
      : 'dist/honmono.html is not built'
    : `no ${browsers[name]}`;

/** The page itself and its worker. A data: address is no request to anybody: the
 * page's icon, and the font that Firefox itself keeps for the dots of lists. */
export const isOwnRequest = (url) => url === pageUrl || url.startsWith('blob:') || url.startsWith('data:');

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
