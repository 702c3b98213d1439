/* link_at: the link that an event happened on: a, area, a link in a drawing, a form that is
 * sent; in shadow roots too, open or closed. Out: { element, written, opens, event } or null. */

const drawn = (value) => (typeof value === 'string' ? value : (value?.baseVal ?? ''));

function rootOf(element) {
  try {
    return element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
  } catch {
    return null;
  }
}

/* An event shows no more of a closed root than its host. */
function innermost(target, { clientX, clientY }) {
  let element = target;
  for (let root = rootOf(element); root; root = rootOf(element)) {
    const inner = clientX === undefined ? root.activeElement : root.elementFromPoint(clientX, clientY);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function above(element) {
  return element.parentElement ?? element.getRootNode()?.host ?? null;
}

function opensOf(element, written) {
  try {
    return new URL(written, element.baseURI).href;
  } catch {
    return written;
  }
}

export function linkAt(event) {
  const path = event.composedPath?.() ?? [];
  let element = path[0]?.nodeType === 1 ? path[0] : event.target;
  if (element?.nodeType !== 1) return null;
  element = innermost(element, event);
  const isSent = event.type === 'submit';
  for (let steps = 0; element && steps < 500; element = above(element), steps++) {
    const name = element.localName;
    const written = isSent
      ? name === 'form' && drawn(event.submitter?.getAttribute('formaction') ?? element.getAttribute('action'))
      : (name === 'a' || name === 'area') && drawn(element.getAttribute('href') ?? element.getAttribute('xlink:href'));
    if (!written) continue;
    if (written.startsWith('#')) return null; /* a place of the same page */
    return { element, written, opens: opensOf(element, written), event };
  }
  return null;
}
