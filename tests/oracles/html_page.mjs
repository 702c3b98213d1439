// html_page: what a browser makes of markup. Runs inside the page.
//
// In: pieces of markup. Out: for each, the links of DOMParser's tree in the
// words of our JSON (raw target, resolved URL, text of its own), and all text.

/* c8 ignore start */
export function readInPage(pieces) {
  const SVG = 'http://www.w3.org/2000/svg', MATH = 'http://www.w3.org/1998/Math/MathML', XLINK = 'http://www.w3.org/1999/xlink';
  const RAW = new Set(['script', 'style', 'title', 'noembed', 'noframes', 'iframe']);
  const isHtml = (element) => element.namespaceURI !== SVG && element.namespaceURI !== MATH;

  const resolve = (target, base) => {
    try {
      return base === null ? new URL(target).href : new URL(target, base).href;
    } catch {
      return '';
    }
  };

  // HTML Standard, "shared declarative refresh steps".
  const refreshTarget = (content) => {
    const space = '[\\t\\n\\f\\r ]*';
    const found = content.match(new RegExp(`^${space}(?:\\d+[\\d.]*|\\.[\\d.]*)(?:[;,]|(?=[\\t\\n\\f\\r ]))${space}[;,]?${space}(.+)$`, 's'));
    if (!found) return null;
    let rest = found[1];
    const named = rest.match(new RegExp(`^url${space}=${space}(.*)$`, 'is'));
    if (named) rest = named[1];
    const quoted = rest.match(/^(["'])(.*)$/s);
    if (quoted) rest = quoted[2].split(quoted[1])[0];
    return rest.trim();
  };

  const isSubmit = (element) => !/^(button|reset)$/i.test(element.getAttribute('type') ?? '');

  /** The link that an element is: { source, target }, or null. */
  const linkOf = (element) => {
    const name = element.localName, get = (attribute) => element.getAttribute(attribute);
    if (!isHtml(element)) {
      if (element.namespaceURI === SVG && name !== 'a') return null;
      const target = get('href') ?? element.getAttributeNS(XLINK, 'href') ?? get('xlink:href');
      return target === null ? null : { source: 'a', target };
    }
    const attribute = { a: 'href', area: 'href', form: 'action', button: 'formaction', iframe: 'src', frame: 'src' }[name];
    if (name === 'input' && element.hasAttribute('formaction') && /^(submit|image)$/i.test(get('type') ?? ''))
      return { source: 'button', target: get('formaction') };
    if (name === 'meta' && /^refresh$/i.test(get('http-equiv') ?? '')) {
      const target = refreshTarget(get('content') ?? '');
      return target === null ? null : { source: 'refresh', target };
    }
    if (!attribute || get(attribute) === null) return null;
    return { source: attribute === 'src' ? 'frame' : name, target: get(attribute) };
  };

  const readPiece = (markup) => {
    const tree = new DOMParser().parseFromString(markup, 'text/html');
    const baseElement = tree.querySelector('base[href]');
    const base = baseElement ? resolve(baseElement.getAttribute('href'), null) || null : null;
    const links = [];
    let text = '';
    const stack = [{ node: tree, link: null }];
    while (stack.length > 0) {
      const { node, link } = stack.pop();
      if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
        text += node.data;
        if (link) link.text += node.data;
        continue;
      }
      let inside = link;
      if (node.nodeType === Node.ELEMENT_NODE) {
        const found = linkOf(node);
        if (found) {
          const own = { ...found, url: resolve(found.target, base), text: '' };
          links.push(own);
          if (/^(a|button)$/.test(found.source)) inside = own;
        } else if (isHtml(node) && node.localName === 'button' && isSubmit(node) && node.form?.hasAttribute('action')) {
          inside = null; // its text belongs to the form
        }
        if (isHtml(node) && RAW.has(node.localName)) continue;
      }
      const children = [...(node.localName === 'template' && node.content ? node.content : node).childNodes];
      for (const child of children.reverse()) stack.push({ node: child, link: inside });
    }
    return { links, text, frameset: tree.body?.localName === 'frameset' };
  };
  return pieces.map(readPiece);
}
/* c8 ignore stop */
