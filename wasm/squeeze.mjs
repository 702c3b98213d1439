// squeeze: gzip as the page and the package carry the module.
//
// Zopfli looks longer for what repeats than zlib does: 456 instead of 479 KB, for
// two seconds of the build; whatever unpacks gzip unpacks it.

import zopfli from '@gfx/zopfli';

/* More tries find nothing more. */
const TRIES = 5;

/** bytes -> a promise of the same in gzip; equal bytes give equal bytes. */
export const squeeze = async (bytes) => Buffer.from(await zopfli.gzipAsync(bytes, { numiterations: TRIES }));
