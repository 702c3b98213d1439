/* picture_of_result: the verdict as a picture (PNG), for those who show it to others.
 *
 * Drawn here from the same words and colours as the page: what is said stands in
 * it, nothing of the person, no link. Where the device can share a picture it is
 * shared, else saved. */
import { download } from './dom.js';
import { reportOf } from './report.js';
import { say } from './words.js';

const WIDE = 1080;
const EDGE = 72;
const REASONS_MAX = 4;
const LINES_MAX = 3; /* of one reason */

const colour = (name) => getComputedStyle(document.querySelector('.verdict')).getPropertyValue(name).trim();

/* Breaks between words where there are any, else between letters. */
function linesOf(pen, text, width) {
  const pieces = [...new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(text)];
  const lines = [''];
  for (const { segment } of pieces) {
    const longer = lines.at(-1) + segment;
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else if (/^[\p{P}\s]+$/u.test(segment)) lines[lines.length - 1] = longer.trimEnd();
    else lines.push(segment);
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

function textsOf(state) {
  const { heading, verdict, sentence, parts, made } = reportOf(state);
  const linesIn = (name) => parts.find((part) => part.heading === say(`share.text.${name}`))?.lines ?? [];
  return [
    { text: heading, size: 30, ink: '--ink-soft' },
    { text: verdict, size: 76, ink: '--tone', bold: true, before: 18 },
    { text: sentence, size: 40, bold: true, before: 14 },
    ...linesIn('reasons').slice(0, REASONS_MAX).map((text) => ({ text: `・${text}`, size: 34, before: 20, most: LINES_MAX })),
    ...linesIn('now').map((text, index) => ({ text: `→ ${text}`, size: 36, bold: true, before: index === 0 ? 40 : 14 })),
    { text: made, size: 24, ink: '--ink-soft', before: 44 },
  ];
}

async function drawResult(state) {
  const canvas = new OffscreenCanvas(WIDE, 1);
  const pen = canvas.getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const fontOf = ({ size, bold }) => `${bold ? '700' : '400'} ${size}px ${family}`;
  let height = EDGE;
  const rows = textsOf(state).flatMap((part) => {
    pen.font = fontOf(part);
    const all = linesOf(pen, part.text, WIDE - 2 * EDGE);
    const lines = part.most && all.length > part.most ? [...all.slice(0, part.most - 1), `${all[part.most - 1]}…`] : all;
    height += part.before ?? 0;
    return lines.map((line) => {
      height += part.size * 1.45;
      return { line, part, at: height };
    });
  });
  canvas.height = Math.ceil(height + EDGE);
  pen.fillStyle = colour('--tone-soft');
  pen.fillRect(0, 0, WIDE, canvas.height);
  pen.fillStyle = colour('--tone-line');
  pen.fillRect(0, 0, 28, canvas.height);
  for (const { line, part, at } of rows) {
    pen.font = fontOf(part);
    pen.fillStyle = colour(part.ink ?? '--ink');
    pen.fillText(line, EDGE, at);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

export async function sharePicture(state) {
  const blob = await drawResult(state);
  const name = `${say('share.file')}.png`;
  const file = new File([blob], name, { type: 'image/png' });
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return;
    } catch (error) {
      if (error.name === 'AbortError') return;
    }
  }
  download(name, 'image/png', blob);
}
