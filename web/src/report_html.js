/* report_html: the same report as one file to keep: our words, escaped text, no
 * script, no link, and a policy that forbids both. */
import { reportText } from './report.js';
import { language, say } from './words.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

const STYLE =
  'body{font:18px/1.7 sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}' +
  'h1{font-size:1.5em}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}';

export function reportHtml(state) {
  const [, ...lines] = reportText(state).split('\n');
  return [
    '<!doctype html>',
    `<html lang="${language()}">`,
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escape(say('share.text.heading'))}</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${escape(say('share.text.heading'))}</h1>`,
    `<pre>${escape(lines.join('\n').trim())}</pre>`,
    '</html>',
    '',
  ].join('\n');
}
