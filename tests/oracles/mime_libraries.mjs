// mime_libraries: one message as the core, postal-mime and mailparser read it,
// in one shape, so that oracles compare like with like.
//
// White space is left out of texts (libraries add line ends between parts) and
// collapsed in header values.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const driverPath = process.env.HONMONO_MIME_DRIVER ?? `${root}build/native/tests/mime_driver`;

const squeeze = (text) => (text ?? '').replace(/[\s\u200b\ufeff\0]+/g, '');
const collapse = (text) => (text ?? '').replace(/[\s\0]+/g, ' ').trim();
// An address as written once its comments and white space are gone.
const addressOf = (text) => (text ?? '').replace(/\s+/g, '');

const isShown = (part) => part.disposition !== 'attachment' && !part.stray;

function shapeOfCore(read) {
  const texts = read.parts.filter((part) => isShown(part) && part.text !== undefined);
  return {
    headers: read.headers.map(([name, value]) => `${name.toLowerCase()}: ${collapse(value)}`),
    from: read.from.map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    fromName: read.from.map((mailbox) => collapse(mailbox.name)),
    to: read.to.filter((mailbox) => mailbox.header === 'to').map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    subject: collapse(read.subject),
    text: squeeze(texts.filter((part) => part.type === 'text/plain').map((part) => part.text).join('')),
    html: squeeze(texts.filter((part) => part.type === 'text/html').map((part) => part.text).join('')),
    files: read.parts.filter((part) => !isShown(part) || !['text/plain', 'text/html'].includes(part.type))
      .map((part) => `${collapse(part.name)} ${part.type} ${part.bytes}`),
    parts: read.parts,
  };
}

/** What the core reads of each message, in order. */
export function readByCore(messages) {
  if (!existsSync(driverPath)) throw new Error(`${driverPath} is missing: npm run build:native`);
  const input = Buffer.concat(messages.flatMap((bytes) => [Buffer.from(`${bytes.length}\n`), bytes]));
  const result = spawnSync(driverPath, { input, maxBuffer: 2 ** 30 });
  if (result.status !== 0) throw new Error(`mime_driver: ${result.signal ?? result.status}`);
  return result.stdout.toString().split('\n').slice(0, -1).map((line) => shapeOfCore(JSON.parse(line)));
}

const flat = (mailboxes) => (mailboxes ?? []).flatMap((mailbox) => mailbox.group ?? [mailbox]);

export async function readByPostalMime(bytes) {
  const read = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const from = read.from ? flat([read.from]) : [];
  return {
    headers: read.headers.map(({ key, value }) => `${key.toLowerCase()}: ${collapse(value)}`),
    from: from.map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    fromName: from.map((mailbox) => collapse(mailbox.name)),
    to: flat(read.to).map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    subject: collapse(read.subject),
    text: squeeze(read.text),
    html: squeeze(read.html),
    files: read.attachments.map((file) => `${collapse(file.filename)} ${file.mimeType} ${file.content.byteLength}`),
  };
}

export async function readByMailparser(bytes) {
  const read = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true,
    skipTextLinks: true, keepCidLinks: true });
  const mailboxes = (field) => flat([field ?? []].flat().flatMap((one) => one.value ?? []));
  return {
    headers: read.headerLines.map((header) => {
      const line = Buffer.from(header.line, 'latin1').toString();
      const colon = line.indexOf(':');
      return colon < 0 ? collapse(line) : `${line.slice(0, colon).trim().toLowerCase()}: ${collapse(line.slice(colon + 1))}`;
    }),
    from: mailboxes(read.from).map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    fromName: mailboxes(read.from).map((mailbox) => collapse(mailbox.name)),
    to: mailboxes(read.to).map((mailbox) => addressOf(mailbox.address)).filter(Boolean),
    subject: collapse(read.subject),
    text: squeeze(read.text),
    html: squeeze(read.html || ''),
    files: read.attachments.map((file) => `${collapse(file.filename)} ${file.contentType} ${file.size}`),
  };
}
