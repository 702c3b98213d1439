/* intake: what the person hands in, told apart by its bytes.
 *
 * In: a paste, a drop, files. Out: items { name, blob | text, html, options }
 * or the id of a sentence that says why it cannot be read (errors.*). */

import { withoutEnvelope } from './files/emlx.js';
import { readOutlook } from './files/outlook.js';
import { listZip, readEntry } from './files/zip.js';

export const MESSAGE_BYTES_MAX = 32 * 1024 * 1024;
export const ARCHIVE_BYTES_MAX = 512 * 1024 * 1024;

const MAGIC = [
  ['msg', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]] /* WebP */,
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]] /* an empty one */,
  ['winmail', [0x78, 0x9f, 0x3e, 0x22]],
  ['pst', [0x21, 0x42, 0x44, 0x4e]],
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

export const isPicture = (file) =>
  (file.type.startsWith('image/') && file.type !== 'image/svg+xml') ||
  (!file.type && /\.(?:png|jpe?g|webp|gif|hei[cf]|avif|bmp)$/iu.test(file.name));

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

const ZIP_MESSAGES_MAX = 100;
const MESSAGE_NAME = /\.(?:eml|emlx|msg|txt|html?|mht|mhtml)$/iu;

/* The messages of an archive; archives inside it are left alone. */
async function itemsOfZip(file) {
  const entries = await listZip(file);
  if (!entries) return [{ name: file.name, problem: 'zip_broken' }];
  if (entries.some(({ name }) => name === '[Content_Types].xml')) return [{ name: file.name, problem: 'docx' }];
  const messages = entries.filter(({ name }) => MESSAGE_NAME.test(name) && !/^__MACOSX\//u.test(name));
  if (messages.length === 0) return [{ name: file.name, problem: 'zip_empty' }];
  const items = [];
  for (const entry of messages.slice(0, ZIP_MESSAGES_MAX)) {
    const read = async () => {
      if (entry.locked) return [{ name: entry.name, problem: 'zip_locked' }];
      const inner = new File([await readEntry(file, entry)], entry.name);
      return itemsOfFile(inner, { isInside: true });
    };
    items.push(...(await itemsOrProblem(entry.name, read)));
  }
  if (messages.length > ZIP_MESSAGES_MAX) items.push({ name: file.name, problem: 'zip_more' });
  return items;
}

const toItem = (name, blob) =>
  blob.size > MESSAGE_BYTES_MAX ? { name, problem: 'too_large' } : { name, blob, options: { kind: 'auto', origin: 'file' } };

async function itemsOfFile(file, { isInside = false } = {}) {
  const problem = await problemOf(file);
  if (problem === 'msg') return [toItem(file.name, await readOutlook(file))];
  if (problem === 'zip' && !isInside) return itemsOfZip(file);
  if (problem) return [{ name: file.name, problem: problem === 'zip' ? 'not_message' : problem }];
  const starts = await findMessages(file);
  if (starts.length < 2) return [toItem(file.name, await withoutEnvelope(file))];
  return starts.map((start, index) => ({
    name: `${file.name} (${index + 1})`,
    blob: file.slice(start, starts[index + 1] ?? file.size),
    options: { kind: 'auto', origin: 'file' },
  }));
}

/* What went wrong is said where the message would stand. */
async function itemsOrProblem(name, read) {
  try {
    return await read();
  } catch (error) {
    if (error.status === 'file') return [{ name, problem: error.problem }];
    const told = ['too_large', 'no_extras', 'no_extras_here'].includes(error.status);
    return [{ name, problem: told ? error.status : 'file_unreadable' }];
  }
}

export async function itemsOfFiles(files) {
  const items = [];
  for (const file of files) items.push(...(await itemsOrProblem(file.name, () => itemsOfFile(file))));
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
