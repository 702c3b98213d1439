/* worker: unpacks the wasm it is sent first, then answers as wasm/core.mjs says. */

import { loadCore, serveCore } from '../../wasm/core.mjs';
import { unpack } from './unpack.js';

self.onmessage = ({ data: { packed } }) => {
  const core = loadCore(unpack(packed));
  core.catch(() => {}); /* each call reports it */
  serveCore(self, core);
};
