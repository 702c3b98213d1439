// codes: QR codes as grey pictures, drawn as they come: printed, turned, photographed.
//
// In: a text, and how it is drawn. Out: { grey, width, height } for core.codes().

import qrcode from 'qrcode-generator';
import { makeRandom } from '../oracles/random.mjs';

/** The modules of a code as rows of booleans, true is dark. */
export function makeModules(text, level = 'M', mode = 'Byte') {
  qrcode.stringToBytes = (letters) => [...new TextEncoder().encode(letters)];
  const code = qrcode(0, level);
  if (typeof text === 'string') code.addData(text, mode);
  else {
    qrcode.stringToBytes = () => [...text];
    code.addData('x'.repeat(text.length), 'Byte');
  }
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_unused, x) => code.isDark(y, x)));
}

/* Where in the code a pixel of the picture lies: turned and tilted about the middle. */
function placeIn(x, y, middle, { turn, tilt }) {
  const [u, v] = [x - middle, y - middle];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const far = 1 + (tilt * v) / middle;
  return [(cos * u + sin * v) * far + middle, (cos * v - sin * u) * far + middle];
}

function blur({ grey, width, height }, radius) {
  let from = grey;
  for (let pass = 0; pass < 2; pass++) {
    const to = new Uint8Array(from.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        let count = 0;
        for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++)
          for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++, count++) sum += from[v * width + u];
        to[y * width + x] = sum / count;
      }
    from = to;
  }
  return { grey: from, width, height };
}

/** look: { cell, quiet, turn, tilt, mirrored, dark, light, shadow, noise, blur }. */
export function drawCode(modules, look = {}) {
  const { cell = 4, quiet = 4, turn = 0, tilt = 0, mirrored = false, dark = 0, light = 255, shadow = 0, noise = 0 } = look;
  const size = modules.length + 2 * quiet;
  const scale = turn || tilt ? 1.5 : 1;
  const width = Math.ceil(size * cell * scale);
  const random = makeRandom(7);
  const grey = new Uint8Array(width * width);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = placeIn(x, y, width / 2, { turn, tilt });
      const edge = (width - size * cell) / 2;
      let column = Math.floor((u - edge) / cell) - quiet;
      const row = Math.floor((v - edge) / cell) - quiet;
      if (mirrored) column = modules.length - 1 - column;
      const level = modules[row]?.[column] ? dark : light;
      const lit = level * (1 - (shadow * x) / width) + (random() - 0.5) * noise;
      grey[y * width + x] = Math.max(0, Math.min(255, lit));
    }
  const picture = { grey, width, height: width };
  return look.blur ? blur(picture, look.blur) : picture;
}

/** Several pictures in one, row by row. */
export function tile(pictures, columns) {
  const side = Math.max(...pictures.map(({ width }) => width));
  const rows = Math.ceil(pictures.length / columns);
  const width = side * columns;
  const grey = new Uint8Array(width * side * rows).fill(255);
  pictures.forEach((picture, index) => {
    const [left, top] = [(index % columns) * side, Math.floor(index / columns) * side];
    for (let y = 0; y < picture.height; y++)
      grey.set(picture.grey.subarray(y * picture.width, (y + 1) * picture.width), (top + y) * width + left);
  });
  return { grey, width, height: side * rows };
}

const photographed = { noise: 30, shadow: 0.55, blur: 1 };
/** Level of correction and look; what a person meets in mail, on paper and on screens. */
export const looks = [
  ...['L', 'M', 'Q', 'H'].flatMap((level) => [3, 5, 9].map((cell) => [level, { cell }])),
  ...[0.15, 0.5, 0.785, 1.2, 1.571, 2.4, 3.142, 4.9].map((turn) => ['M', { cell: 6, turn }]),
  ...['M', 'H'].map((level) => [level, { cell: 5, mirrored: true }]),
  ...['M', 'Q'].map((level) => [level, { cell: 5, dark: 255, light: 20 }]),
  ['M', { cell: 5, dark: 90, light: 200 }],
  ['M', { cell: 5, dark: 140, light: 235 }],
  ['M', { cell: 5, dark: 60, light: 110 }],
  ['M', { cell: 4, quiet: 1 }],
  ['L', { cell: 2 }],
  ['M', { cell: 1 }],
  ['M', { cell: 6, ...photographed }],
  ['Q', { cell: 7, ...photographed, turn: 0.1 }],
  ['M', { cell: 8, ...photographed, turn: 0.3 }],
  ['M', { cell: 8, ...photographed, tilt: 0.15 }],
  ['Q', { cell: 8, ...photographed, tilt: 0.25, turn: 0.2 }],
  ['H', { cell: 7, ...photographed, turn: 0.7, tilt: 0.1 }],
  ['M', { cell: 9, shadow: 0.75, noise: 20 }],
  ['M', { cell: 14, blur: 3, noise: 20 }],
];
