// inflate: the module's bytes out of embedded.mjs, which the build of the package makes.

import { gzip } from './embedded.mjs';

export async function openModule() {
  const text = atob(gzip);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(stream.readable).arrayBuffer();
}
