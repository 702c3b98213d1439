/* parts: what the frames of a tab gave, put together as one page.
 *
 * In: [{ result }], the answers of collect.js, the top frame first. Out: { html, text,
 * selected, unread } or { problem }. A frame that its parent cannot read (a sandboxed one)
 * answers for itself and is put in the place that has its size, name and address. */

import { frameMark } from './mark.js';

function fits(place, part) {
  const named = place.name === part.name;
  const sized = Math.abs(place.width - part.width) < 3 && Math.abs(place.height - part.height) < 3;
  return named && sized;
}

function fillIn(part, others) {
  let { html } = part;
  let unread = 0;
  part.frames.forEach((place, index) => {
    const at = others.findIndex((other) => fits(place, other));
    const [found] = at < 0 ? [] : others.splice(at, 1);
    if (!found) unread++;
    const inner = found ? fillIn(found, others) : { html: '', unread: 0 };
    unread += inner.unread;
    html = html.replace(frameMark(index), () => inner.html);
  });
  return { html, unread };
}

export function collectParts(results) {
  const parts = results.map(({ result }) => result);
  const [top] = parts;
  if (!top) return { problem: 'refused' };
  const problem = parts.find((part) => part.problem)?.problem;
  if (problem) return { problem };
  const chosen = parts.find((part) => part.selected);
  const others = parts.filter((part) => part !== top && part.alone);
  const { html, unread } = fillIn(chosen ?? top, chosen ? [] : others.slice());
  const text = chosen ? chosen.text : [top, ...others].map((part) => part.text).join('\n');
  return { html, text, selected: Boolean(chosen), unread };
}
