/* unpack: what the build packed into the page, as bytes again.
 *
 * base64 by the browser where it can (since 2024 and 2025), else by a plain loop (a
 * callback per byte is twenty times slower), gzip by DecompressionStream's writer
 * (Blob.stream() fails in WebKit's blob worker). */

export function decode(packed) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

export function inflate(bytes) {
  const inflater = new DecompressionStream('gzip');
  const writer = inflater.writable.getWriter();
  writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => {});
  return new Response(inflater.readable).arrayBuffer();
}

export const unpack = (packed) => inflate(decode(packed.trim()));
