/* typeset: the lines of a picture set anew, one below the other, all of one height.
 *
 * In: ink, boxes of lines. Out: a grey page, and where on it each line stands. Why: the
 * reading program reads letters of one size on an empty ground best, and a line
 * that is alone on a wide page is easily overlooked by it. */

import { isInk } from './ink.js';

const BETWEEN = 34;
const EDGE = 40;

/** Copies `box` of `ink`, scaled, to `page` at (left, top): the mean of what a pixel covers. */
function place(ink, box, scale, page, left, top) {
  const wide = Math.round((box.right - box.left) * scale);
  const tall = Math.round((box.bottom - box.top) * scale);
  const read = (x, y) =>
    x < box.left || y < box.top || x >= box.right || y >= box.bottom ? 255 : ink.grey[y * ink.width + x];
  for (let v = 0; v < tall; v++)
    for (let u = 0; u < wide; u++) {
      const [x, y] = [box.left + u / scale, box.top + v / scale];
      page.grey[(top + v) * page.width + left + u] = scale >= 1 ? between(read, x, y, 0.5 / scale) : mean(read, x, y, 1 / scale);
    }
}

function between(read, x, y, half) {
  const [fx, fy] = [x + half - 0.5, y + half - 0.5];
  const [ix, iy] = [Math.floor(fx), Math.floor(fy)];
  const [u, v] = [fx - ix, fy - iy];
  return (read(ix, iy) * (1 - u) + read(ix + 1, iy) * u) * (1 - v) + (read(ix, iy + 1) * (1 - u) + read(ix + 1, iy + 1) * u) * v;
}

function mean(read, left, top, side) {
  let [sum, weight] = [0, 0];
  for (let y = Math.floor(top); y < top + side; y++)
    for (let x = Math.floor(left); x < left + side; x++) {
      const share = (Math.min(x + 1, left + side) - Math.max(x, left)) * (Math.min(y + 1, top + side) - Math.max(y, top));
      sum += read(x, y) * share;
      weight += share;
    }
  return sum / weight;
}

/** { grey, width, height, rows: [{ top, bottom }] }; `size`: the height of a line there. */
export function typeset(ink, lines, letter, size) {
  const scaleOf = (box) => {
    const height = Math.min(Math.max(box.bottom - box.top, letter * 0.75), letter * 1.8);
    return size / height;
  };
  const places = lines.map((box) => ({ scale: scaleOf(box), wide: 0, tall: 0 }));
  places.forEach((one, index) => {
    one.wide = Math.round((lines[index].right - lines[index].left) * one.scale);
    one.tall = Math.round((lines[index].bottom - lines[index].top) * one.scale);
  });
  const width = Math.max(...places.map(({ wide }) => wide)) + 2 * EDGE;
  const height = places.reduce((sum, { tall }) => sum + Math.max(tall, size) + BETWEEN, 2 * EDGE);
  const page = { grey: new Uint8Array(width * height).fill(255), width, height, rows: [] };
  let top = EDGE;
  lines.forEach((box, index) => {
    const room = Math.max(places[index].tall, size);
    place(ink, box, places[index].scale, page, EDGE, top + room - places[index].tall);
    page.rows.push({ top: top - BETWEEN / 2, bottom: top + room + BETWEEN / 2 });
    top += room + BETWEEN;
  });
  return page;
}

const DOT = 0.24; /* of the line's height, at most */
const DOT_ROOM = 0.22; /* what is put at either side */

/* Columns of a line that hold nothing but a point on its ground line. */
function findDots(ink, { left, top, right, bottom }) {
  const height = bottom - top;
  const column = (x) => {
    let [first, last] = [-1, -1];
    for (let y = top; y < bottom; y++)
      if (isInk(ink.grey[y * ink.width + x])) {
        if (first < 0) first = y;
        last = y;
      }
    return { first, last };
  };
  const dots = [];
  for (let x = left; x < right; ) {
    if (column(x).first < 0) {
      x++;
      continue;
    }
    let [end, first, last] = [x, bottom, 0];
    for (; end < right && column(end).first >= 0; end++) {
      const ends = column(end);
      first = Math.min(first, ends.first);
      last = Math.max(last, ends.last);
    }
    const [wide, tall] = [end - x, last + 1 - first];
    const isRound = Math.max(wide, tall) <= height * DOT && Math.min(wide, tall) * 2 >= Math.max(wide, tall);
    if (isRound && first > top + height / 2) dots.push([x, end]);
    x = end;
  }
  return dots;
}

/** The line with room round its points, which are easily overlooked between letters; or null. */
export function spreadDots(ink, box) {
  const dots = findDots(ink, box);
  if (dots.length === 0) return null;
  const height = box.bottom - box.top;
  const room = Math.max(2, Math.round(height * DOT_ROOM));
  const width = box.right - box.left + dots.length * 2 * room;
  const grey = new Uint8Array(width * height).fill(255);
  let shift = 0;
  let next = 0;
  for (let x = box.left; x < box.right; x++) {
    if (next < dots.length && x === dots[next][0]) shift += room;
    if (next < dots.length && x === dots[next][1]) {
      shift += room;
      next++;
    }
    for (let y = 0; y < height; y++) grey[y * width + x - box.left + shift] = ink.grey[(box.top + y) * ink.width + x];
  }
  return { ink: { grey, width, height }, box: { left: 0, top: 0, right: width, bottom: height } };
}
