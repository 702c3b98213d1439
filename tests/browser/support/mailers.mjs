// mailers: pages with the shape of three web mailers, served to a browser by a proxy that
// writes down everything that the browser asks anybody for.
//
// In: tests/cases/whole/pages, the same files that the page's own journeys copy and paste; in
//   Yahoo!メール the body stands in a frame. Out: openWorld() -> { proxy, asked, serve, close }:
//   every http address is answered from `serve(path, html)`, `asked` is the list of all.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const page = (name) => readFileSync(new URL(`../../cases/whole/pages/${name}.html`, import.meta.url), 'utf8');
const BODY = /<div><h2>佐藤[^]*?<\/div><\/div>\n/;

const escaped = (html) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const document = (html) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Mail</title>${html}`;

/** The page of a mailer with a message of that kind: "gmail", "genuine". */
export const plainPage = (mailer, kind) => page(`${mailer}-${kind}`);

/** How the mailer shows it: Yahoo!メール in a frame, the others in the page itself. */
export function mailerPage(mailer, kind, { sandbox } = {}) {
  const html = plainPage(mailer, kind);
  if (mailer !== 'yahoo-jp' && sandbox === undefined) return document(html);
  const [body] = html.match(BODY);
  const look = 'style="width:100%;height:500px;border:0"';
  const frame = `<iframe ${look} ${sandbox === undefined ? '' : `sandbox="${sandbox}"`} srcdoc="${escaped(body)}"></iframe>`;
  return document(html.replace(BODY, () => frame));
}

export { document };

/** A proxy; nothing that goes through it leaves this machine. */
export async function openWorld() {
  const pages = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const { hostname, pathname } = new URL(request.url, 'http://mailer.example');
    const found = pages.get(`${hostname}${pathname}`) ?? pages.get(pathname);
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/html; charset=utf-8', ...found?.headers });
    response.end(found?.body ?? '');
  });
  server.on('connect', (request, socket) => {
    asked.push(`connect ${request.url}`);
    socket.end('HTTP/1.1 502 no\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    asked,
    serve: (path, body, type, headers) => pages.set(path, { body, type, headers }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
