/* lines: where the lines of text of a picture stand, in the order of reading.
 *
 * In: ink (ink.js). Out: boxes { left, top, right, bottom }. The page is cut along empty
 * rows, the bands along wide gaps, and so on until nothing is left to cut, as a
 * person sees columns and lines; works for what screens show, where lines are level. */

import { findPieces, isInk, removePiece, removeRules } from './ink.js';

const LETTER_MIN = 5; /* pixels */
const GAP = 1.25; /* letter heights between two columns of one line ... */
const GAP_BESIDE = 0.6; /* ... and between what stands beside several lines and these */
const LINES_MIN = 1.8; /* letter heights that are more than one line */
const JOIN_GAP = 0.28; /* letter heights between the strokes of one letter */
const JOIN_HEIGHT = 1.35;
const TALL = 2.6; /* taller than so many letters is no letter */

const heightOf = ({ top, bottom }) => bottom - top;

function medianHeight(pieces) {
  const heights = pieces
    .filter((piece) => heightOf(piece) >= LETTER_MIN && piece.right - piece.left >= 2)
    .map((piece) => [Math.max(heightOf(piece), (piece.right - piece.left) * 0.6), piece.pixels])
    .filter(([height]) => height < 400)
    .sort(([a], [b]) => a - b);
  const all = heights.reduce((sum, [, pixels]) => sum + Math.min(pixels, 400), 0);
  let sum = 0;
  for (const [height, pixels] of heights) if ((sum += Math.min(pixels, 400)) > all * 0.6) return height;
  return 0;
}

const FRAME_MIN = 1.6; /* letter heights */
const FRAME_FILL = 0.3; /* of its box: letters of that size have more */

/** Takes away what is no writing; the height of a letter, 0 when there is none. */
export function cleanInk(ink) {
  const first = findPieces(ink);
  const guess = medianHeight(first);
  if (guess === 0) return 0;
  removeRules(ink, Math.round(guess * 2.6), Math.max(2, Math.round(guess * 0.16)));
  const pieces = findPieces(ink);
  const letter = medianHeight(pieces) || guess;
  for (const piece of pieces) {
    const [wide, tall] = [piece.right - piece.left, heightOf(piece)];
    const isSpeck = wide <= 2 && tall <= 2 && piece.pixels <= 3 && letter > 16;
    const isFrame = tall > letter * FRAME_MIN && wide > letter * FRAME_MIN && piece.pixels < wide * tall * FRAME_FILL;
    if (tall > letter * TALL || wide > letter * 8 || isSpeck || isFrame) removePiece(ink, piece);
  }
  return letter;
}

/** The stretches of [from, to) for which `filled` says yes, nearer than `gap` joined. */
function stretches(from, to, filled, gap) {
  const list = [];
  for (let at = from; at < to; at++) {
    if (!filled(at)) continue;
    const last = list.at(-1);
    if (last && at - last[1] < gap) last[1] = at + 1;
    else list.push([at, at + 1]);
  }
  return list;
}

export function findLines(ink, letter) {
  const { grey, width, height } = ink;
  const hasInk = (left, top, right, bottom) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (isInk(grey[y * width + x])) return true;
    return false;
  };
  const lines = [];
  const cut = (box, tries) => {
    const bands = stretches(box.top, box.bottom, (y) => hasInk(box.left, y, box.right, y + 1), 1);
    const whole = [];
    for (const [top, bottom] of bands) {
      const last = whole.at(-1);
      if (last && top - last[1] < letter * JOIN_GAP && bottom - last[0] < letter * JOIN_HEIGHT) last[1] = bottom;
      else whole.push([top, bottom]);
    }
    for (const [top, bottom] of whole) {
      const isTall = bottom - top > letter * LINES_MIN;
      const gap = letter * (isTall ? GAP_BESIDE : GAP);
      const parts = stretches(box.left, box.right, (x) => hasInk(x, top, x + 1, bottom), gap);
      for (const [left, right] of parts) {
        const part = { left, top, right, bottom };
        const same = parts.length === 1 && whole.length === 1;
        if (same || tries === 0) lines.push(tighten(part));
        else cut(part, tries - 1);
      }
    }
  };
  const tighten = ({ left, right, top, bottom }) => {
    while (top < bottom && !hasInk(left, top, right, top + 1)) top++;
    while (bottom > top && !hasInk(left, bottom - 1, right, bottom)) bottom--;
    return { left, top, right, bottom };
  };
  cut({ left: 0, top: 0, right: width, bottom: height }, 6);
  return lines.filter((line) => heightOf(line) >= LETTER_MIN && heightOf(line) > letter * 0.3);
}
