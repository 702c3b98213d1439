/* engine: the lines of ink read by tesseract-wasm, in the worker.
 *
 * In: its wasm and the model of Japanese, once; then grey pictures. Out: lines
 * { text, confidence, box, words }, in the order of reading. */

import { createOCREngine } from 'tesseract-wasm';
import { findInk } from './ink.js';
import { cleanInk, findLines } from './lines.js';
import { spreadDots, typeset } from './typeset.js';

const LINES_AT_ONCE = 8;
const LINES_MAX = 240; /* more is no screen but a pattern */
const SIZE = 30; /* pixels of a line's height that read best ... */
const SIZES_AGAIN = [24, 36]; /* ... and the others that are tried */
const DOUBT = 0.5; /* the confidence where no two readings agree */
const BLOCK = '6'; /* how the program takes the page: one block of text */

function toPixels({ grey, width, height }) {
  const data = new Uint8ClampedArray(grey.length * 4);
  for (let at = 0; at < grey.length; at++) {
    data[4 * at] = data[4 * at + 1] = data[4 * at + 2] = grey[at];
    data[4 * at + 3] = 255;
  }
  return { data, width, height };
}

export async function startEngine(wasm, model) {
  const engine = await createOCREngine({ wasmBinary: wasm });
  engine.loadModel(model);
  engine.setVariable('tessedit_pageseg_mode', BLOCK);
  return engine;
}

/* The words of one row, put together; the row's own height tells whose a word is. */
function readRows(engine, page) {
  engine.loadImage(toPixels(page));
  const texts = page.rows.map(() => []);
  for (const word of engine.getTextBoxes('word')) {
    const middle = (word.rect.top + word.rect.bottom) / 2;
    const row = page.rows.findIndex(({ top, bottom }) => middle >= top && middle < bottom);
    if (row >= 0 && word.text.trim()) texts[row].push(word);
  }
  engine.clearImage();
  return texts;
}

/* What was read of each line, or null. */
function readLines(engine, ink, boxes, letter, size) {
  return readRows(engine, typeset(ink, boxes, letter, size)).map((words, index) => {
    if (words.length === 0) return null;
    const sorted = words.sort((a, b) => a.rect.left - b.rect.left);
    const letters = sorted.reduce((sum, { text }) => sum + text.length, 0);
    const confidence = sorted.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
    return { text: sorted.map(({ text }) => text.trim()).join(' '), confidence, box: boxes[index] };
  });
}

const isLatin = (text) => text.replace(/[^!-~]/g, '').length >= text.replace(/\s/g, '').length * 0.6;

/* The same letters, and points between them that were overlooked, or taken for thin letters. */
function hasMoreDots(dotted, best) {
  if (!dotted) return false;
  const letters = ({ text }) => text.replace(/[\s.,:;'|il1]/gi, '').toLowerCase();
  const dots = ({ text }) => text.split('.').length;
  return dots(dotted) > dots(best) && letters(dotted) === letters(best);
}

/* In addresses every letter counts and no dictionary helps: they are read at three sizes,
 * and what two readings agree on holds. */
function readAgain(engine, ink, lines, letter) {
  const unsure = lines.filter((line) => isLatin(line.text) && line.text.length > 5);
  if (unsure.length === 0) return;
  const boxes = unsure.map(({ box }) => box);
  const spread = boxes.map((box) => spreadDots(ink, box));
  const dotted = spread.map((one, index) => (one ? readLines(engine, one.ink, [one.box], letter, SIZE)[0] : unsure[index]));
  const others = SIZES_AGAIN.map((size) => boxes.flatMap((box) => readLines(engine, ink, [box], letter, size)));
  unsure.forEach((line, index) => {
    const readings = [line, ...others.map((list) => list[index])].filter(Boolean);
    const bare = ({ text }) => text.replace(/\s/g, '');
    const votes = (reading) => readings.filter((other) => bare(other) === bare(reading)).length;
    const best = readings.reduce((a, b) => (votes(b) > votes(a) || (votes(b) === votes(a) && b.confidence > a.confidence) ? b : a));
    if (hasMoreDots(dotted[index], best)) {
      Object.assign(line, { text: dotted[index].text, confidence: Math.max(dotted[index].confidence, 0.6) });
      return;
    }
    const doubt = votes(best) === 1 && readings.length > 1;
    Object.assign(line, { text: best.text, confidence: doubt ? Math.min(best.confidence, DOUBT) : Math.max(best.confidence, 0.8) });
  });
}

export function readPicture(engine, picture, onProgress = () => {}) {
  const ink = findInk(picture);
  const letter = cleanInk(ink);
  const boxes = letter > 0 ? findLines(ink, letter).slice(0, LINES_MAX) : [];
  const lines = [];
  for (let from = 0; from < boxes.length; from += LINES_AT_ONCE) {
    onProgress(from, boxes.length);
    const some = readLines(engine, ink, boxes.slice(from, from + LINES_AT_ONCE), letter, SIZE).filter(Boolean);
    readAgain(engine, ink, some, letter);
    lines.push(...some);
  }
  onProgress(boxes.length, boxes.length);
  return { lines, letter, width: picture.width, height: picture.height };
}
