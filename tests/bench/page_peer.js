// page_peer: the check as a web developer would write it on an afternoon, with
// the best parts there are: a mail parser, the browser's own HTML and URL
// parsers, a suffix list, and a list of allowed domains. It is a peer for
// speed; it judges far less than Honmono does.
import PostalMime from 'postal-mime';
import { getDomain } from 'tldts';

const OFFICIAL = new Set(['amazon.co.jp', 'amazon.com', 'amazon.de', 'amazon.co.uk', 'amazon.fr', 'amazon.it', 'amazon.es']);
const IN_TEXT = /https?:\/\/[^\s<>"']+/gi;

function judge(shown, target) {
  try {
    const { href, protocol, hostname } = new URL(target);
    const domain = getDomain(hostname);
    return { shown, target, href, protocol, hostname, domain, official: OFFICIAL.has(domain) };
  } catch {
    return { shown, target, official: false };
  }
}

export async function checkAsPeer(bytes) {
  const mail = await PostalMime.parse(bytes);
  const page = mail.html ? new DOMParser().parseFromString(mail.html, 'text/html') : null;
  const anchors = page ? [...page.querySelectorAll('a[href]')] : [];
  const links = anchors.map((anchor) => judge(anchor.textContent.trim(), anchor.getAttribute('href')));
  const text = page ? page.body.textContent : (mail.text ?? '');
  for (const [url] of text.matchAll(IN_TEXT)) links.push(judge(url, url));
  const claims = /amazon|アマゾン/i.test(`${mail.subject} ${mail.from?.name} ${text}`);
  const verdict = !claims ? 'no_claim' : links.some(({ official }) => !official) ? 'fake' : 'unproven';
  return { verdict, from: mail.from, to: mail.to, subject: mail.subject, date: mail.date, text, links };
}
