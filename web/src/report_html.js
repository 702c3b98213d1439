/* report_html: the report as one file to keep: our words, escaped text, no
 * script, no link, and a policy that forbids both. */
import { reportOf } from './report.js';
import { language } from './words.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

const STYLE =
  'body{font:18px/1.7 sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff;' +
  'overflow-wrap:anywhere}h1{font-size:1rem}h2{font-size:1.1em;margin:1.2em 0 0}' +
  '.verdict{font-size:1.7em;font-weight:700;margin:0}ul{margin:.2em 0;padding-left:1.4em}';

const part = ({ heading, lines }) =>
  `<h2>${escape(heading)}</h2>\n<ul>\n${lines.map((line) => `<li>${escape(line)}</li>\n`).join('')}</ul>`;

export function reportHtml(state) {
  const { heading, verdict, sentence, parts, made } = reportOf(state);
  return [
    '<!doctype html>',
    `<html lang="${language()}">`,
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escape(heading)}</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${escape(heading)}</h1>`,
    `<p class="verdict">${escape(verdict)}</p>`,
    `<p>${escape(sentence)}</p>`,
    ...parts.map(part),
    `<p>${escape(made)}</p>`,
    '</html>',
    '',
  ].join('\n');
}
