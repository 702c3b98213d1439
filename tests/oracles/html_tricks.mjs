// html_tricks: hostile markup, generated from a grammar.
//
// In: a random generator. Out: markup as no honest person writes it: anchors
// inside anchors, tables without cells, tags that nobody closes, comments and
// raw text that hide or seem to hide what follows. Everything a filter could
// read in another way than a browser.
const pick = (random, list) => list[random(list.length)];

const HREFS = ['http://a.example/', 'https://b.example/p?q=1&amp;r=2', '/rel', '', '#x', ' http://c.example ', 'mailto:x@y.example',
  'http://d.example/&#x41;&lt', 'java\nscript:1', '//e.example', 'http://f.example/?a&copy=1', 'HTTPS://G.EXAMPLE', 'http://h.example/&notit;'];
const FORMATTING = ['b', 'i', 'font', 'u', 'nobr', 'big', 'code', 'strong'];
const BLOCKS = ['p', 'div', 'center', 'blockquote', 'ul', 'ol', 'dl', 'h1', 'h2', 'pre', 'section', 'address', 'fieldset'];
const TABLE = ['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col'];
const ODD = ['span', 'x-y', 'o:p', 'button', 'select', 'option', 'optgroup', 'object', 'marquee', 'applet', 'ruby', 'rt', 'rp', 'rb',
  'template', 'noscript', 'label', 'details', 'summary', 'body', 'html', 'head', 'dd', 'dt', 'li', 'form', 'area', 'map', 'frameset',
  'frame', 'img', 'br', 'hr', 'input', 'image', 'wbr', 'param', 'base', 'meta', 'link', 'svg', 'math', 'mi', 'mtext', 'desc',
  'foreignObject', 'annotation-xml', 'title', 'dialog', 'embed'];
const RAW = ['textarea', 'title', 'style', 'script', 'xmp', 'iframe', 'noembed', 'noframes'];
const WORDS = ['one', 'two', 'three', ' ', '\n', 'Amazon', '&amp;', '&nbsp;', '&#x30a2;', '&lt;a&gt;', '&notin', '日本', '<', '</', '&', 'x\r\ny', '&ImaginaryI;', '&ngE;'];

const space = (random) => pick(random, [' ', '\n', '\t', '/', ' / ', '\f']);

function attribute(random, name, value) {
  const quote = pick(random, ['"', "'", '']);
  const safe = quote ? value.replaceAll(quote, '') : value.replace(/[\s>]/g, '') || 'x';
  return `${space(random)}${random(9) ? name : name.toUpperCase()}${pick(random, ['=', '=', '= ', ' ='])}${quote}${safe}${quote}`;
}

function attributes(random, tag) {
  let text = '';
  const href = () => pick(random, HREFS);
  if (tag === 'a' || tag === 'area' || tag === 'base') text += random(8) ? attribute(random, pick(random, ['href', 'href', 'href', 'xlink:href']), href()) : '';
  if (tag === 'form') text += attribute(random, 'action', href());
  if (tag === 'button' || tag === 'input') text += random(2) ? attribute(random, 'formaction', href()) + attribute(random, 'type', pick(random, ['submit', 'image', 'button', 'hidden'])) : '';
  if (tag === 'iframe' || tag === 'frame') text += attribute(random, 'src', href());
  if (tag === 'font') text += attribute(random, 'color', pick(random, ['red', '#123', 'x']));
  if (tag === 'annotation-xml') text += attribute(random, 'encoding', 'text/html');
  if (tag === 'meta') text += attribute(random, 'http-equiv', 'refresh') + attribute(random, 'content', pick(random, ['0;url=http://r.example/', '5', "1; URL='http://s.example/'", '0,http://t.example/', 'x;url=u']));
  if (!random(6)) text += attribute(random, pick(random, ['class', 'id', 'title', 'href', 'data-x', '"', '<', '=']), pick(random, ['a b', 'x>y', '', '&quot;']));
  return text;
}

const open = (random, tag) => `<${random(12) ? tag : tag.toUpperCase()}${attributes(random, tag)}${random(15) ? '>' : '/>'}`;
const close = (random, tag) => `</${random(12) ? tag : tag.toUpperCase()}${random(12) ? '' : space(random)}>`;

function piece(random) {
  const kind = random(20);
  if (kind < 4) return open(random, 'a');
  if (kind < 6) return close(random, 'a');
  if (kind < 10) return pick(random, WORDS);
  const group = kind < 12 ? FORMATTING : kind < 14 ? BLOCKS : kind < 17 ? TABLE : ODD;
  if (kind < 19) {
    const tag = pick(random, group);
    return random(3) ? open(random, tag) : close(random, tag);
  }
  const raw = pick(random, RAW);
  return pick(random, [
    () => `${open(random, raw)}${pick(random, ['<a href=http://raw.example>r</a>', '<!--', 'x', `</${raw}x>`, '<script>'])}${random(5) ? close(random, raw) : ''}`,
    () => pick(random, ['<!-->', '<!--->', '<!-- <a href=http://no.example>n</a> -->', '<!--x--!>', '<!-- x', '<!x>', '<?php ?>', '</ x>', '<![CDATA[<a href=http://cd.example>c]]>', '<!--[if IE]>x<![endif]-->']),
    () => pick(random, ['<!doctype html>', '</p>', '</br>', '<a', '<a href="http://cut.example', '<plaintext>', '\0', '&#0;', '&#x110000;']),
  ])();
}

/** @param next numbers in [0, 1) */
export function makeMarkup(next) {
  const random = (below) => Math.floor(next() * below);
  let text = random(2) ? '<!doctype html>' : '';
  const pieces = 1 + random(random(4) ? 12 : 40);
  for (let i = 0; i < pieces; i++) text += piece(random);
  return text;
}
