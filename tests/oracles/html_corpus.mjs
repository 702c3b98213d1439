// html_corpus: every HTML part of a folder of mails, for the oracle.
//
// In: a folder. Out: [{ name, html }]. The mails are read by another parser, so
// that what ours misses is here too.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import PostalMime from 'postal-mime';

const decode = (content) => (typeof content === 'string' ? content : new TextDecoder().decode(content));

export async function readCorpusHtml(folder) {
  const parts = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'README.md') continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    try {
      const mail = await PostalMime.parse(readFileSync(path));
      if (mail.html) parts.push({ name: relative(folder, path), html: mail.html });
      for (const { mimeType, content } of mail.attachments)
        if (mimeType === 'text/html') parts.push({ name: `${relative(folder, path)} (attached)`, html: decode(content) });
    } catch {
      // a mail that postal-mime gives up on has no HTML part here
    }
  }
  return parts;
}
