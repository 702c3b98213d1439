/* zip: the messages in a .zip file (APPNOTE of PKWARE): its directory is read, and each
 * message inflated when it is wanted, no further than a message may be long.
 *
 * In: a file. Out: entries { name, size, read() }, or null when it is no archive of
 * messages (office programs make zip files too). */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES_MAX = 65557; /* of the last record, with the longest comment */
const ENTRIES_MAX = 20000;
const ENTRY_BYTES_MAX = 32 * 1024 * 1024;
const ENCRYPTED = 1;
const UTF8 = 0x800;

const viewOf = async (file, from, to) => new DataView(await file.slice(from, to).arrayBuffer());

const nameOf = (bytes, flags) => {
  if (flags & UTF8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};

async function findDirectory(file) {
  const from = Math.max(0, file.size - END_BYTES_MAX);
  const view = await viewOf(file, from, file.size);
  for (let at = view.byteLength - 22; at >= 0; at--)
    if (view.getUint32(at, true) === END) {
      return { from: view.getUint32(at + 16, true), bytes: view.getUint32(at + 12, true) };
    }
  return null;
}

export async function listZip(file) {
  const directory = await findDirectory(file);
  if (!directory) return null;
  const view = await viewOf(file, directory.from, directory.from + directory.bytes);
  const entries = [];
  for (let at = 0; at + 46 <= view.byteLength && entries.length < ENTRIES_MAX; ) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const [names, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: nameOf(new Uint8Array(view.buffer, at + 46, Math.min(names, view.byteLength - at - 46)), flags),
      locked: (flags & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      from: view.getUint32(at + 42, true),
    });
    at += 46 + names + extra + comment;
  }
  return entries;
}

/* No more than a message may be: what says it is small may still be a bomb. */
async function inflateBounded(packed) {
  const stream = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    size += value.length;
    if (size > ENTRY_BYTES_MAX) {
      await reader.cancel();
      throw Object.assign(new Error('too large'), { status: 'too_large' });
    }
    pieces.push(value);
  }
}

export async function readEntry(file, { method, packed, from }) {
  const head = await viewOf(file, from, from + 30);
  const start = from + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const data = file.slice(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateBounded(data);
  throw new Error('unknown method');
}
