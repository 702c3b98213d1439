/* collect: what the tab shows, as the markup that a copy of it would carry.
 *
 * In: a document, perhaps with a selection. Out: { html, text, selected, frames }: the
 * elements that are drawn, with their attributes and the part of their look that can
 * hide, show or frame something (core/src/read/style.h), frames and shadow roots flattened
 * in their places. `frames` are those that cannot be read from here; each has a mark in
 * the markup, and is filled in by background.js when it can read it otherwise.
 * What is typed into fields is not collected, nor anything that is not drawn. */

import { frameMark } from './mark.js';

const LEFT_OUT = new Set(['script', 'style', 'template', 'noscript', 'link', 'meta', 'base', 'title', 'head', 'datalist']);
const NO_END = new Set(['br', 'hr', 'img', 'wbr', 'area', 'input', 'col', 'embed', 'source', 'track', 'param']);
const NO_BOX = new Set(['area', 'map', 'option', 'optgroup', 'slot', 'br', 'wbr', 'col', 'colgroup', 'source', 'param']);
const NOT_CARRIED = new Set(['style', 'srcdoc', 'value']); /* said otherwise, or typed by the person */
const HTML_MAX = 32 * 1024 * 1024; /* letters; the core takes no larger message */
const FRAME_DEPTH_MAX = 8;

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text) => escapeText(text).replaceAll('"', '&quot;');

/* Looks that pass on to children are named only where they change. */
const INHERITED = ['color', 'font-size', 'direction', 'white-space'];
const OWN = {
  'background-color': 'rgba(0, 0, 0, 0)',
  'background-image': 'none',
  opacity: '1',
  filter: 'none',
  float: 'none',
  clip: 'auto',
  'clip-path': 'none',
  transform: 'none',
  'text-indent': '0px',
  'unicode-bidi': 'normal',
  'content-visibility': 'visible',
};
const SIZES = ['width', 'height', 'max-width', 'max-height'];
const PLACES = ['left', 'top', 'right', 'bottom', 'margin-left'];

function lookOf(style, above) {
  const look = [`display:${style.display}`];
  const add = (name) => look.push(`${name}:${style.getPropertyValue(name)}`);
  for (const name of INHERITED) if (style.getPropertyValue(name) !== above?.getPropertyValue(name)) add(name);
  for (const [name, usual] of Object.entries(OWN)) if (style.getPropertyValue(name) !== usual) add(name);
  const fill = style.getPropertyValue('-webkit-text-fill-color');
  if (fill && fill !== style.color) add('-webkit-text-fill-color');
  if (style.overflowX !== 'visible') ['overflow', ...SIZES].forEach(add);
  if (style.position !== 'static') ['position', ...PLACES].forEach(add);
  return look.join(';');
}

function attributesOf(element) {
  let text = '';
  for (const { name, value } of element.attributes) {
    if (NOT_CARRIED.has(name) || name.startsWith('on')) continue;
    if (/[\s"'<>/=]/.test(name)) continue;
    text += ` ${name}="${escapeValue(name === 'href' ? targetOf(element, value) : value)}"`;
  }
  return text;
}

/* A link without a scheme leads where the browser says; one with a scheme is kept as it was written. */
function targetOf(element, written) {
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(written)) return written;
  const { href } = element;
  return typeof href === 'string' && href ? href : written;
}

const closedRootOf = (element) =>
  element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;

function rootOf(element) {
  try {
    return closedRootOf(element);
  } catch {
    return element.shadowRoot;
  }
}

function childrenOf(element) {
  if (element.localName === 'slot') {
    const given = element.assignedNodes();
    if (given.length > 0) return given;
  }
  return (rootOf(element) ?? element).childNodes;
}

const isDrawn = (element, style) =>
  style.display === 'contents' || NO_BOX.has(element.localName) || element.checkVisibility();

export function rangesOf(document) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.toString().trim()) return [];
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

function textOf(node, ranges) {
  if (ranges.length === 0) return node.data;
  return ranges
    .map((range) => {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      return node.data.slice(from, to);
    })
    .join('');
}

function frameDocument(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

const isLarge = ({ width, height }) => width > 150 && height > 75;

/* Walks the drawn tree without recursion over its depth; only frames in frames recurse. */
function write(document, ranges, skipped, frames, depth) {
  const { body, defaultView: view } = document;
  if (!body) return '';
  const pieces = [];
  let size = 0;
  const put = (text) => {
    pieces.push(text);
    size += text.length;
  };
  const wanted = (node) => ranges.filter((range) => range.intersectsNode(node));

  function frame(element) {
    const inner = frameDocument(element);
    if (inner?.body && depth < FRAME_DEPTH_MAX) {
      put(`<div>${write(inner, [], skipped, frames, depth + 1)}</div>`);
      return;
    }
    const box = element.getBoundingClientRect();
    if (!isLarge(box)) return;
    frames.push({ width: element.clientWidth, height: element.clientHeight, name: element.name, src: element.src });
    put(`<div>${frameMark(frames.length - 1)}</div>`);
  }

  const waiting = [{ node: body, above: null, visible: true, ranges }];
  while (waiting.length > 0 && size < HTML_MAX) {
    const { node, above, visible, ranges: within, end } = waiting.pop();
    if (end) {
      put(end);
      continue;
    }
    if (node.nodeType === 3) {
      if (visible) put(escapeText(textOf(node, within)));
      continue;
    }
    if (node.nodeType !== 1 || LEFT_OUT.has(node.localName) || skipped.has(node)) continue;
    const style = view.getComputedStyle(node);
    if (!isDrawn(node, style)) continue;
    if (node.localName === 'iframe' || node.localName === 'frame') {
      frame(node);
      continue;
    }
    const isSeen = style.visibility === 'visible';
    const tag = node === body ? 'div' : node.localName;
    if (!/^[a-z][a-z0-9:-]*$/i.test(tag)) continue;
    put(`<${tag}${attributesOf(node)} style="${escapeValue(lookOf(style, above))}">`);
    if (NO_END.has(tag)) continue;
    waiting.push({ end: `</${tag}>` });
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      const rangesHere = ranges.length > 0 ? wanted(child) : ranges;
      if (ranges.length > 0 && rangesHere.length === 0) continue;
      waiting.push({ node: child, above: style, visible: isSeen, ranges: rangesHere });
    }
  }
  return pieces.join('');
}

/* The innermost document in which something is selected. */
function selectedDocument(document, depth = 0) {
  if (rangesOf(document).length > 0) return document;
  if (depth >= FRAME_DEPTH_MAX) return null;
  for (const frame of document.querySelectorAll('iframe, frame')) {
    const inner = frameDocument(frame);
    const found = inner?.body && selectedDocument(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

/* All that can be read from this document on; `skipped` are our own elements. */
export function collect(document, skipped = new Set()) {
  if (document.contentType === 'application/pdf') return { problem: 'pdf' };
  const chosen = selectedDocument(document);
  const frames = [];
  const ranges = chosen ? rangesOf(chosen) : [];
  const source = chosen ?? document;
  const html = write(source, ranges, skipped, frames, 0);
  if (html.length >= HTML_MAX) return { problem: 'too_large' };
  const text = chosen ? chosen.getSelection().toString() : (source.body?.innerText ?? '');
  return { html, text, selected: Boolean(chosen), frames };
}
