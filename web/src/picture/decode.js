/* decode: a picture file to pixels, in the worker; the browser decodes, upright.
 *
 * In: a blob. Out: { grey, channels, width, height, preview }: grey pixels for reading, other
 * shades of the same for coloured codes, and a small bitmap to be shown. Errors carry
 * the id of a sentence (errors.picture_*). */

import { measure } from './measure.js';

const FILE_BYTES_MAX = 64 * 1024 * 1024;
const HEAD_BYTES = 512 * 1024;
export const PIXELS_MAX = 64_000_000; /* more fills the memory of a phone */
const READ_PIXELS_MAX = 4_000_000;
const PREVIEW_SIDE_MAX = 1400;

const problem = (id) => Object.assign(new Error(id), { problem: id });

async function open(blob) {
  if (blob.size > FILE_BYTES_MAX) throw problem('picture_too_large');
  const size = measure(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  if (size && size.width * size.height > PIXELS_MAX) throw problem('picture_too_large');
  try {
    return await createImageBitmap(blob);
  } catch {
    throw problem('picture_unreadable');
  }
}

function draw(bitmap, scale) {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { canvas, pen };
}

/* What the eye sees, and the darkest and brightest of the three colours. */
function toShades({ data }) {
  const [grey, dark, bright] = [0, 1, 2].map(() => new Uint8Array(data.length / 4));
  for (let at = 0; at < grey.length; at++) {
    const [red, green, blue] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
    dark[at] = Math.min(red, green, blue);
    bright[at] = Math.max(red, green, blue);
  }
  return { grey, channels: [dark, bright] };
}

export async function decodePicture(blob) {
  const bitmap = await open(blob);
  const { width: wide, height: tall } = bitmap;
  const scale = Math.min(1, Math.sqrt(READ_PIXELS_MAX / (wide * tall)));
  const { canvas, pen } = draw(bitmap, scale);
  const { width, height } = canvas;
  const shades = toShades(pen.getImageData(0, 0, width, height));
  const preview = draw(bitmap, Math.min(1, PREVIEW_SIDE_MAX / Math.max(wide, tall))).canvas.transferToImageBitmap();
  bitmap.close();
  return { ...shades, width, height, preview };
}
