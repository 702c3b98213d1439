/* ink: what is written in a picture, black on white, whatever its colours were.
 *
 * In: grey pixels. Out: the same size, 255 where nothing is written, darker the more
 * a pixel stands out from its ground. The ground is the shade that most pixels
 * nearby have, so that light letters on a dark page, on a bubble and on a button come
 * out alike. Rules, underlines, frames and drawings are taken away. */

const SHADES = 32; /* in which the ground is looked for */
const TILES = 26; /* across the narrower side */
const TILE_MIN = 12;
const FAINT = 0.12; /* of the strongest contrast nearby: less is a shadow */
const USUAL = 0.55; /* nothing that is written stands out less than this share of what mostly does */
const CONTRAST_MIN = 22;

/** The ground's shade and the strongest contrast of each tile, from it and its neighbours. */
function measureTiles({ grey, width, height }, side) {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const counts = new Uint32Array(columns * rows * SHADES);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const tile = Math.floor(y / side) * columns + Math.floor(x / side);
      counts[tile * SHADES + (grey[y * width + x] >> 3)]++;
    }
  const grounds = new Uint8Array(columns * rows);
  const contrasts = new Uint8Array(columns * rows);
  const near = new Uint32Array(SHADES);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      near.fill(0);
      let pixels = 0;
      for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++)
        for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++) {
          const weight = v === row && u === column ? 4 : 1;
          for (let shade = 0; shade < SHADES; shade++) {
            const count = counts[(v * columns + u) * SHADES + shade] * weight;
            near[shade] += count;
            pixels += count;
          }
        }
      let ground = 0;
      for (let shade = 1; shade < SHADES; shade++) if (near[shade] > near[ground]) ground = shade;
      let [low, high] = [0, SHADES - 1];
      for (let rest = pixels * 0.01; low < ground && (rest -= near[low]) > 0; low++);
      for (let rest = pixels * 0.01; high > ground && (rest -= near[high]) > 0; high--);
      grounds[row * columns + column] = ground * 8 + 4;
      contrasts[row * columns + column] = Math.max(ground - low, high - ground) * 8;
    }
  return { grounds, contrasts, columns, rows };
}

export function findInk(picture) {
  const { grey, width, height } = picture;
  const side = Math.max(TILE_MIN, Math.round(Math.min(width, height) / TILES));
  const { grounds, contrasts, columns } = measureTiles(picture, side);
  const written = [...contrasts].filter((contrast) => contrast > CONTRAST_MIN * 2).sort((a, b) => a - b);
  const usual = Math.max(CONTRAST_MIN * 2, (written[Math.floor(written.length * 0.8)] ?? 0) * USUAL);
  const ink = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const tile = Math.floor(y / side) * columns + Math.floor(x / side);
      const most = Math.max(contrasts[tile], usual);
      const stands = Math.abs(grey[y * width + x] - grounds[tile]);
      if (stands < CONTRAST_MIN / 2 || stands < most * FAINT) continue;
      ink[y * width + x] = 255 - Math.min(255, (stands * 255) / most);
    }
  return { grey: ink, width, height };
}

const INK = 170; /* darker is a part of a letter */
export const isInk = (shade) => shade < INK;

/** Runs of ink longer than `length` and thinner than `thick` are rules and underlines; where a
 * letter stands on one, the letter stays. */
export function removeRules({ grey, width, height }, length, thick) {
  const gone = [];
  const takeRun = (at, step, count, across) => {
    for (let i = 0; i < count; i++) {
      const place = at + i * step;
      let [before, behind] = [0, 0];
      while (before <= thick && isInk(grey[place - (before + 1) * across] ?? 255)) before++;
      while (behind <= thick && isInk(grey[place + (behind + 1) * across] ?? 255)) behind++;
      if (before + 1 + behind <= thick) for (let k = -before - 1; k <= behind + 1; k++) gone.push(place + k * across);
    }
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; ) {
      let end = x;
      while (end < width && isInk(grey[y * width + end])) end++;
      if (end - x >= length) takeRun(y * width + x, 1, end - x, width);
      x = end + 1;
    }
  for (let x = 0; x < width; x++)
    for (let y = 0; y < height; ) {
      let end = y;
      while (end < height && isInk(grey[end * width + x])) end++;
      if (end - y >= length) takeRun(y * width + x, width, end - y, 1);
      y = end + 1;
    }
  for (const place of gone) if (place >= 0 && place < grey.length) grey[place] = 255;
}

/** Connected pieces of ink, each { left, top, right, bottom, pixels, seed }. */
export function findPieces({ grey, width, height }) {
  const seen = new Uint8Array(width * height);
  const pieces = [];
  const stack = [];
  for (let start = 0; start < grey.length; start++) {
    if (seen[start] || !isInk(grey[start])) continue;
    const piece = { left: width, top: height, right: 0, bottom: 0, pixels: 0, seed: start };
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop();
      const x = at % width;
      const y = (at - x) / width;
      piece.pixels++;
      if (x < piece.left) piece.left = x;
      if (x >= piece.right) piece.right = x + 1;
      if (y < piece.top) piece.top = y;
      if (y >= piece.bottom) piece.bottom = y + 1;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (seen[next] || !isInk(grey[next])) continue;
          seen[next] = 1;
          stack.push(next);
        }
    }
    pieces.push(piece);
  }
  return pieces;
}

/** Takes a piece away, with its fringe. */
export function removePiece({ grey, width, height }, piece) {
  const stack = [piece.seed];
  grey[piece.seed] = 255;
  while (stack.length > 0) {
    const at = stack.pop();
    const x = at % width;
    const y = (at - x) / width;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const next = v * width + u;
        const was = grey[next];
        if (was === 255) continue;
        grey[next] = 255;
        if (isInk(was)) stack.push(next);
      }
  }
}
