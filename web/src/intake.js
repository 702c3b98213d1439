/* intake: what the person hands in, told apart by its bytes.
 *
 * In: a paste, a drop, files. Out: items { name, blob | text, html, options }
 * or the id of a sentence that says why it cannot be read (errors.*). */

export const MESSAGE_BYTES_MAX = 32 * 1024 * 1024;
export const ARCHIVE_BYTES_MAX = 512 * 1024 * 1024;

const MAGIC = [
  ['msg', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]] /* WebP */,
  ['not_message', [0x50, 0x4b, 0x03, 0x04]] /* zip, and what office programs make of it */,
];

/* Text of any encoding has few control signs; UTF-16 begins with its mark. */
const HEAD_BYTES = 4096;
const CONTROLS_MAX = 0.1;
const SPACES = [0x09, 0x0a, 0x0c, 0x0d, 0x1b];

function isText(head) {
  const mark = (head[0] << 8) | head[1];
  const controls = head.filter((byte) => byte < 0x20 && !SPACES.includes(byte)).length;
  return mark === 0xfffe || mark === 0xfeff || controls <= head.length * CONTROLS_MAX;
}

export const isPicture = (file) => file.type.startsWith('image/') && file.type !== 'image/svg+xml';

async function problemOf(file) {
  if (isPicture(file)) return 'picture';
  if (file.size === 0) return 'empty';
  if (file.size > ARCHIVE_BYTES_MAX) return 'archive_too_large';
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const magic = MAGIC.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (magic) return magic[0];
  return isText(head) ? null : 'not_message';
}

/* Where the messages of an mbox begin: "From " at the start of a line after an
 * empty one. Read in pieces, so that a large one does not fill memory. */
const PIECE = 8 * 1024 * 1024;
const LINE = [0x0a, 0x46, 0x72, 0x6f, 0x6d, 0x20]; /* \nFrom_ */

async function findMessages(file) {
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  if (!LINE.slice(1).every((byte, at) => head[at] === byte)) return [];
  const starts = [0];
  for (let from = 0; from < file.size; from += PIECE - 8) {
    const bytes = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
    const last = bytes.length - LINE.length;
    for (let at = bytes.indexOf(0x0a); at >= 0 && at <= last; at = bytes.indexOf(0x0a, at + 1)) {
      if (bytes[at + 1] !== 0x46 || !LINE.every((byte, step) => bytes[at + step] === byte)) continue;
      const emptyBefore = at > 0 && (bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a));
      if (emptyBefore && from + at + 1 > starts.at(-1)) starts.push(from + at + 1);
    }
  }
  return starts;
}

async function itemsOfFile(file) {
  const problem = await problemOf(file);
  if (problem) return [{ name: file.name, problem }];
  const starts = await findMessages(file);
  if (starts.length < 2) {
    if (file.size > MESSAGE_BYTES_MAX) return [{ name: file.name, problem: 'too_large' }];
    return [{ name: file.name, blob: file, options: { kind: 'auto', origin: 'file' } }];
  }
  return starts.map((start, index) => ({
    name: `${file.name} (${index + 1})`,
    blob: file.slice(start, starts[index + 1] ?? file.size),
    options: { kind: 'auto', origin: 'file' },
  }));
}

export async function itemsOfFiles(files) {
  const items = [];
  for (const file of files) {
    try {
      items.push(...(await itemsOfFile(file)));
    } catch {
      items.push({ name: file.name, problem: 'file_unreadable' });
    }
  }
  return items;
}

/* A clipboard or a drop: files, or text with perhaps its markup. */
export function readTransfer(transfer) {
  const files = [...(transfer?.files ?? [])];
  const plain = transfer?.getData('text/plain') ?? '';
  const html = transfer?.getData('text/html') ?? '';
  const links = (transfer?.getData('text/uri-list') ?? '')
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'));
  return { files, plain, html, links };
}

/* The text is nothing but links, one a line. */
const LINK =
  /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|[\w-]+(?:\.[\w-]+)+\/\S*|(?:hxxps?|https?|mailto|tel|sms|javascript|data|intent):\S+|www\.\S+)$/iu;

export function linksIn(text) {
  const lines = text
    .trim()
    .split(/\s*\n\s*/)
    .filter(Boolean);
  return lines.length > 0 && lines.length <= 50 && lines.every((line) => LINK.test(line)) ? lines : [];
}
