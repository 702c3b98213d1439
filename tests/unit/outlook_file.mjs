// outlook_file: a .msg file as Outlook writes it (MS-OXMSG), made up for tests.
//
// In: { headers, subject, body, html, senderName, senderAddress, attachments: [{ name, bytes }] }.

import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];
const UNICODE = '001F';
const BINARY = '0102';

const utf16 = (text) => new Uint8Array(Buffer.from(text, 'utf16le'));

/* The list of fixed properties: none, behind a head of `head` bytes. */
const properties = (head) => ({ name: '__properties_version1.0', bytes: new Uint8Array(head) });

function streamsOf(values, head) {
  const streams = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) =>
      typeof value === 'string'
        ? { name: `__substg1.0_${tag}${UNICODE}`, bytes: utf16(value) }
        : { name: `__substg1.0_${tag}${BINARY}`, bytes: value });
  return [...streams, properties(head)];
}

export function makeOutlookFile({ headers, subject, body, html, rtf, senderName, senderAddress, attachments = [] }) {
  const entries = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const add = (parent, { name, bytes }) => {
    entries.push({ name, type: DOCUMENT, length: bytes.length, binaryProvider: () => bytes });
    parent.children.push(entries.length - 1);
  };
  const [root] = entries;
  const own = {
    '0037': subject, '007D': headers, '1000': body, '1013': html && new TextEncoder().encode(html), '1009': rtf,
    '0C1A': senderName, '5D01': senderAddress, '001A': 'IPM.Note',
  };
  for (const stream of streamsOf(own, 32)) add(root, stream);
  for (const [index, { name, bytes }] of attachments.entries()) {
    const folder = { name: `__attach_version1.0_#${String(index).padStart(8, '0')}`, type: DIRECTORY, length: 0, children: [] };
    entries.push(folder);
    root.children.push(entries.length - 1);
    for (const stream of streamsOf({ 3707: name, 3701: bytes }, 8)) add(folder, stream);
  }
  return burn(entries);
}
