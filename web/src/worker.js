/* worker: unpacks the wasm it is sent first, then answers as wasm/core.mjs says.
 *
 * base64 by a plain loop (a callback per byte is twenty times slower), gzip by
 * DecompressionStream's writer (Blob.stream() fails in WebKit's blob worker). */

import { loadCore, serveCore } from '../../wasm/core.mjs';

async function unpack(packed) {
  const binary = atob(packed.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const inflater = new DecompressionStream('gzip');
  const writer = inflater.writable.getWriter();
  writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => {});
  return new Response(inflater.readable).arrayBuffer();
}

self.onmessage = ({ data: { packed } }) => {
  const core = loadCore(unpack(packed));
  core.catch(() => {}); /* each call reports it */
  serveCore(self, core);
};
