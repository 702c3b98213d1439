// squeeze: gzip as the page and the package carry the module.
//
// memLevel 6 makes zlib begin new tables sooner: for code between tables of data that
// is smaller than its usual 8 (478 instead of 483 KB).

import { gzipSync } from 'node:zlib';

/** bytes -> the same in gzip; equal bytes give equal bytes. */
export const squeeze = (bytes) => gzipSync(bytes, { level: 9, memLevel: 6 });
