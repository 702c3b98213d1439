/* measure: how large a picture says it is, out of its first bytes, before anything is
 * decoded: a small file may hold a picture that fills all memory. */

const word = (bytes, at) => (bytes[at] << 8) | bytes[at + 1];
const wordBack = (bytes, at) => bytes[at] | (bytes[at + 1] << 8);
const starts = (bytes, signs, at = 0) => signs.every((sign, index) => bytes[at + index] === sign);

/* JPEG: the frame header (SOF) names the size; other segments are stepped over. */
function measureJpeg(bytes) {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const kind = bytes[at + 1];
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)) {
      return { width: word(bytes, at + 7), height: word(bytes, at + 5) };
    }
    if (kind === 0xff) at++;
    else at += 2 + word(bytes, at + 2);
  }
  return null;
}

function measureWebp(bytes) {
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  const three = (at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
  if (kind === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === 'VP8 ') return { width: wordBack(bytes, 26) & 0x3fff, height: wordBack(bytes, 28) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = bytes[21] | (bytes[22] << 8) | (bytes[23] << 16) | (bytes[24] << 24);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return null;
}

/** { width, height }, or null where the format is not known here. */
export function measure(bytes) {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47]) && bytes.length > 24) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (starts(bytes, [0xff, 0xd8])) return measureJpeg(bytes);
  if (starts(bytes, [0x47, 0x49, 0x46, 0x38])) return { width: wordBack(bytes, 6), height: wordBack(bytes, 8) };
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return measureWebp(bytes);
  return null;
}
