// reading: a picture read as the page reads it, here in node, and how well.
//
// Out: openReading() -> read(picture) -> { text, doubts, letters }; compare(message, text)
//   -> { letters: share that is right, hosts: [found, wanted] }.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rootDir } from '../cases/cases.mjs';
import { readPicture, startEngine } from '../../web/src/picture/engine.js';
import { joinPicture } from '../../web/src/picture/join.js';
import { hostsIn } from '../../web/src/picture/letters.js';

const packages = join(rootDir, 'node_modules');

/** The program says on standard error what it estimates; nobody needs to read it. */
export async function openReading() {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  const engine = await startEngine(
    readFileSync(join(packages, 'tesseract-wasm/dist/tesseract-core.wasm')),
    gunzipSync(readFileSync(join(packages, '@tesseract.js-data/jpn/4.0.0_best_int/jpn.traineddata.gz'))),
  );
  Object.assign(console, { error, warn });
  return (picture) => joinPicture(readPicture(engine, picture));
}

/* How many letters of `wanted` stand in `text`, in order: the longest common subsequence. */
function commonLetters(wanted, text) {
  let above = new Uint16Array(text.length + 1);
  for (const letter of wanted) {
    const row = new Uint16Array(text.length + 1);
    for (let at = 0; at < text.length; at++) row[at + 1] = letter === text[at] ? above[at] + 1 : Math.max(above[at + 1], row[at]);
    above = row;
  }
  return above.at(-1);
}

const bare = (text) => [...text.normalize('NFKC').replace(/\s/gu, '')];

export function compare(message, text) {
  const wanted = bare(message.paragraphs.join(''));
  const found = hostsIn(text).map((host) => host.toLowerCase());
  const hosts = message.hosts.filter((host) => found.includes(host));
  return { letters: commonLetters(wanted, bare(text)) / wanted.length, hosts: [hosts.length, message.hosts.length], found };
}
