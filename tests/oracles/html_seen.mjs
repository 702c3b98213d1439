// html_seen: what a person sees of markup, by a browser's own layout.
//
// In: markup. Out: for every piece of text whether it is drawn, from computed
// styles and boxes in Chromium without scripts and network. Colours are left
// out: only pixels could tell. Beside it a grammar of ways to hide.

/* c8 ignore start */
/** Runs in the page: [{ text, why }] for every text node; `why` is "" when it is drawn. */
export function readSeen() {
  const isTable = (display) => /^table(-row.*)?$/.test(display);
  const whyOfStyles = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return 'not drawn';
    let opacity = 1;
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      opacity *= /opacity\(0\)/.test(style.filter) ? 0 : Number(style.opacity);
      if (style.contentVisibility === 'hidden' && !/^(inline|table.*)$/.test(style.display)) return 'skipped';
    }
    if (opacity < 0.06) return 'opacity';
    if (parseFloat(getComputedStyle(element).fontSize) < 4) return 'font';
    return /^rgba\(.*, 0\)$/.test(getComputedStyle(element).color) ? 'transparent' : '';
  };
  const whyOfBoxes = (element, node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    let { left, top, right, bottom } = range.getBoundingClientRect();
    if (right - left < 0.5 || bottom - top < 0.5) return 'no box';
    let escapes = false; // positioned content leaves clipping boxes that are not positioned
    for (let e = element; e && e !== document.documentElement; e = e.parentElement) {
      const style = getComputedStyle(e), box = e.getBoundingClientRect(), positioned = /absolute|fixed/.test(style.position);
      if (style.clipPath !== 'none' || (style.clip !== 'auto' && positioned)) return 'clipped';
      const clips = e !== document.body && style.overflowX !== 'visible' && style.display !== 'inline' && !isTable(style.display);
      if (clips && !(escapes && style.position === 'static' && style.transform === 'none')) {
        [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
        [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
        if (right - left < 3 || bottom - top < 3) return 'cut off';
      }
      escapes = positioned || (escapes && style.position === 'static');
    }
    return right < 0 || bottom < 0 ? 'off screen' : '';
  };
  const found = [];
  const walk = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || /^(script|style|title|iframe|noembed|noframes)$/i.test(element.localName)) continue;
    found.push({ text: node.data, why: whyOfStyles(element) || whyOfBoxes(element, node) });
  }
  return found;
}
/* c8 ignore stop */

const DECLARATIONS = ['display:none', 'display:block', 'display:inline', 'display:inline-block', 'display:table-cell', 'visibility:hidden',
  'visibility:visible', 'visibility:collapse', 'opacity:0', 'opacity:.01', 'opacity:.5', 'opacity:1', 'font-size:0', 'font-size:1px',
  'font-size:14px', 'font-size:1em', 'font-size:10%', 'font-size:smaller', 'font:12px a', 'font:0/0 a', 'height:0', 'height:1px',
  'height:50px', 'height:auto', 'width:0', 'width:100px', 'max-height:0', 'max-height:none', 'max-width:0', 'overflow:hidden',
  'overflow:visible', 'overflow:auto', 'position:absolute', 'position:relative', 'position:static', 'left:-9999px', 'left:0', 'top:-9999px',
  'margin-left:-9999px', 'text-indent:-9999px', 'text-indent:0', 'clip:rect(0,0,0,0)', 'clip-path:inset(50%)', 'clip-path:none',
  'transform:scale(0)', 'transform:none', 'transform:translateX(-9999px)', 'float:left', 'white-space:nowrap', 'content-visibility:hidden',
  'color:red', 'dis\\70lay:none', 'display:none!important', 'filter:opacity(0)', 'display:nonsense', 'opacity:0;opacity:x'];
const TAGS = ['div', 'span', 'p', 'b', 'a href=x', 'td', 'table', 'center', 'section', 'li', 'h2', 'font size=1', 'i'];
const SELECTORS = ['.k0', '.k1', '.k2', 'div', 'span', 'div .k1', 'p > .k0', '.k0.k1', '*.k2', 'body .k1', '[class=k2]', 'b, .k1'];

/** Markup in which every text is a word of its own. @param next numbers in [0, 1) */
export function makeHiding(next) {
  const random = (below) => Math.floor(next() * below), pick = (list) => list[random(list.length)];
  let word = 0;
  const declarations = (most) => Array.from({ length: 1 + random(most) }, () => pick(DECLARATIONS)).join(';');
  const sheet = () => {
    const rules = Array.from({ length: random(5) }, () => `${pick(SELECTORS)}{${declarations(2)}}`);
    return rules.map((rule) => pick([rule, rule, `@media screen{${rule}}`, `@media print{${rule}}`])).join('');
  };
  const attributes = () => (random(2) ? ` style="${declarations(4)}"` : '') +
    (random(3) ? '' : ` class="${pick(['k0', 'k1', 'k2', 'k0 k1'])}"`) + (random(12) ? '' : ' hidden');
  const tree = (depth) => {
    let text = '';
    for (let i = 1 + random(3); i > 0; i--) {
      text += `w${word++} `;
      if (depth > 4 || !random(3)) continue;
      const tag = pick(TAGS), name = tag.split(' ')[0], inside = tree(depth + 1);
      if (name === 'td') text += `<table><tr><td${attributes()}>${inside}</td></tr></table>`;
      else if (name === 'table') text += `<table${attributes()}><tr><td>${inside}</td></tr></table>`;
      else text += `<${tag}${attributes()}>${inside}</${name}>`;
    }
    return text;
  };
  return `${random(2) ? '<!doctype html>' : ''}<style>${sheet()}</style><body>${tree(0)}`;
}
