// Writes charset_index.inc and charset_labels.inc: the tables behind decode/charset/charset.h.
//
// In: the TextDecoder of the installed Chromium (every pointer of every index
// is asked of it) and the label list of the npm package whatwg-encoding.
// Out: the two files beside this one; with --check only says whether they are
// what would be written (the browser's version apart).
//
// Layout: all indexes stand in one array of blocks of 64 pointers. A block has
// a base, and per pointer the step from the code point before it (0 = there is
// none). Most steps are small or repeat, so the tables compress to half of what
// code points would, and reading one is at most 64 additions.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);
const BLOCK = 64;

// Runs in the page: code points of `count` pointers, 0 where there is none.
function readIndex({ encoding, lead, rows, trails, prefix }) {
  const codePoints = [];
  for (let row = 0; row < rows; row++) {
    for (const trail of trails) {
      let text = "";
      try {
        // A new decoder each time: after an error an old one may remember half a character.
        text = new TextDecoder(encoding, { fatal: true }).decode(new Uint8Array([...prefix, lead[row], trail]));
      } catch {}
      codePoints.push([...text].length === 1 ? text.codePointAt(0) : 0);
    }
  }
  return codePoints;
}

// Runs in the page: the upper half of a single-byte encoding.
function readSingleByte(encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return Array.from({ length: 128 }, (_, index) => {
    try {
      return decoder.decode(new Uint8Array([128 + index])).codePointAt(0);
    } catch {
      return 0;
    }
  });
}

// Runs in the page: [pointer, code point] where each run of the four-byte codes of gb18030 begins.
function readRanges() {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const ranges = [];
  let expected = -1;
  for (let pointer = 0; pointer < 39420; pointer++) {
    const bytes = [
      0x81 + Math.floor(pointer / 12600),
      0x30 + (Math.floor(pointer / 1260) % 10),
      0x81 + (Math.floor(pointer / 10) % 126),
      0x30 + (pointer % 10),
    ];
    const codePoint = decoder.decode(new Uint8Array(bytes)).codePointAt(0);
    if (codePoint !== expected) ranges.push([pointer, codePoint]);
    expected = codePoint + 1;
  }
  return ranges;
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const shiftJisLeads = [...range(0x81, 0x9f), ...range(0xe0, 0xfc)];
const shiftJisTrails = [...range(0x40, 0x7e), ...range(0x80, 0xfc)];
const big5Trails = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)];
const gbkTrails = [...range(0x40, 0x7e), ...range(0x80, 0xfe)];
const high = range(0xa1, 0xfe);
const leads = range(0x81, 0xfe);

const indexes = [
  { name: "jis0208", encoding: "shift_jis", lead: shiftJisLeads, rows: 60, trails: shiftJisTrails, prefix: [] },
  { name: "jis0212", encoding: "euc-jp", lead: high, rows: 94, trails: high, prefix: [0x8f] },
  { name: "gbk", encoding: "gb18030", lead: leads, rows: 126, trails: gbkTrails, prefix: [] },
  { name: "big5", encoding: "big5", lead: leads, rows: 126, trails: big5Trails, prefix: [] },
  { name: "euc_kr", encoding: "euc-kr", lead: leads, rows: 126, trails: range(0x41, 0xfe), prefix: [] },
];

// Labels that whatwg-encoding leaves out, for encodings it does not decode.
const moreLabels = {
  "csiso2022jp": "ISO-2022-JP",
  "csiso2022kr": "replacement",
  "csiso88598i": "ISO-8859-8-I",
  "hz-gb-2312": "replacement",
  "iso-2022-cn": "replacement",
  "iso-2022-cn-ext": "replacement",
  "iso-2022-jp": "ISO-2022-JP",
  "iso-2022-kr": "replacement",
  "iso-8859-8-i": "ISO-8859-8-I",
  "logical": "ISO-8859-8-I",
  "replacement": "replacement",
  "x-mac-cyrillic": "x-mac-cyrillic",
  "x-mac-ukrainian": "x-mac-cyrillic",
  "x-user-defined": "x-user-defined",
};

function readCharsets() {
  const text = readFileSync(new URL("../src/decode/charset/charsets.def", here), "utf8");
  return [...text.matchAll(/^CHARSET\((\w+), "([^"]+)"\)/gm)].map(([, id, name]) => ({ id, name }));
}

// The sign in the lowest bit; 0 is kept for "no character", so a step of 0
// (U+2701E before U+701E in Big5) takes the place of -32768.
function packStep(step) {
  if (step === -32768) throw new Error("a step of -32768 has no word");
  if (step === 0) return 0xffff;
  return step < 0 ? -2 * step - 1 : 2 * step;
}

// All tables in one: code points as steps from the one before in the block,
// low and high bytes apart.
function pack(tables) {
  const packed = { bases: [], low: [], high: [], starts: [] };
  for (const { codePoints } of tables) {
    packed.starts.push(packed.bases.length);
    for (let at = 0; at < codePoints.length; at += BLOCK) {
      const block = codePoints.slice(at, at + BLOCK);
      while (block.length < BLOCK) block.push(0);
      let last = (block.find((codePoint) => codePoint !== 0) ?? 1) - 1;
      packed.bases.push(last & 0xffff);
      for (const codePoint of block) {
        const word = codePoint === 0 ? 0 : packStep(((codePoint - last) << 16) >> 16);
        if (codePoint !== 0) last = codePoint;
        packed.low.push(word & 0xff);
        packed.high.push(word >> 8);
      }
    }
  }
  return packed;
}

// One bit per pointer, set where Big5 leaves plane 0: always for plane 2.
function planeBits(codePoints) {
  const bits = [];
  codePoints.forEach((codePoint, pointer) => {
    if (codePoint <= 0xffff) return;
    if (codePoint >> 16 !== 2) throw new Error(`U+${codePoint.toString(16)} is not in plane 2`);
    while (bits.length <= pointer >> 3) bits.push(0);
    bits[pointer >> 3] |= 1 << (pointer & 7);
  });
  return bits;
}

function array(type, name, numbers) {
  const lines = [];
  let line = "   ";
  for (const number of numbers) {
    if (line.length + String(number).length + 2 > 108) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${number},`;
  }
  return `static const ${type} ${name}[] = {\n${[...lines, line].join("\n")}\n};\n`;
}

function writeIndex(first, tables, ranges) {
  const { bases, low, high, starts } = pack(tables);
  const wide = tables.filter(({ codePoints }) => codePoints.some((codePoint) => codePoint > 0xffff));
  if (wide.some(({ name }) => name !== "big5")) throw new Error("only Big5 may leave plane 0");
  const blocks = tables.map(({ name }, at) => `    INDEX_${name.toUpperCase()} = ${starts[at]},\n`);
  return `${first}\nenum { INDEX_BLOCK = ${BLOCK} };\n\n` +
    `/* The first block of each index. */\nenum {\n${blocks.join("")}};\n\n` +
    [
      array("uint16_t", "block_bases", bases),
      array("uint8_t", "steps_low", low),
      array("uint8_t", "steps_high", high),
      array("uint8_t", "big5_plane_2", planeBits(wide[0].codePoints)),
      array("uint16_t", "gb18030_pointers", ranges.map(([pointer]) => pointer)),
      array("uint16_t", "gb18030_code_points", ranges.map(([, codePoint]) => codePoint)),
    ].join("\n");
}

function writeLabels(first, labels, charsets) {
  const ids = new Map(charsets.map(({ id, name }) => [name, id]));
  const rows = Object.keys(labels).sort()
    .map((label) => `    {STR_INIT("${label}"), CHARSET_${ids.get(labels[label])}},\n`);
  return `${first}\nstatic const struct label labels[] = {\n${rows.join("")}};\n`;
}

async function main() {
  const charsets = readCharsets();
  const names = require("whatwg-encoding/lib/labels-to-names.json");
  const labels = { ...names, ...moreLabels };
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
  const page = await browser.newPage();
  const answers = await page.evaluate((list) => list.map((label) => {
    try { return new TextDecoder(label).encoding; } catch { return "replacement"; }
  }), Object.keys(labels));
  Object.entries(labels).forEach(([label, name], at) => {
    if (answers[at] !== name.toLowerCase()) throw new Error(`${label}: ${name}, in the browser ${answers[at]}`);
    if (!charsets.some((charset) => charset.name === name)) throw new Error(`${name} is not in charsets.def`);
  });
  for (const { name } of charsets) {
    if (!Object.values(labels).includes(name)) throw new Error(`${name} has no label`);
  }
  const tables = [];
  for (const { name, ...how } of indexes) tables.push({ name, codePoints: await page.evaluate(readIndex, how) });
  for (const { id, name } of charsets) {
    if (!/^(ISO-8859|windows|KOI8|IBM|macintosh|x-mac)/.test(name)) continue;
    tables.push({ name: id, codePoints: await page.evaluate(readSingleByte, name) });
  }
  const ranges = await page.evaluate(readRanges);
  const version = browser.version();
  await browser.close();
  const package_ = require("whatwg-encoding/package.json");
  const source = `/* Generated by charset.mjs from the TextDecoder of Chromium ${version}`;
  write("charset_index.inc", writeIndex(`${source}. */\n`, tables, ranges));
  write("charset_labels.inc",
    writeLabels(`${source} and whatwg-encoding ${package_.version} (npm). */\n`, labels, charsets));
}

function write(name, text) {
  const file = new URL(name, here);
  if (!process.argv.includes("--check")) return writeFileSync(file, text);
  const body = (content) => content.slice(content.indexOf("\n"));
  if (body(readFileSync(file, "utf8")) !== body(text)) {
    console.error(`${name} is stale: run node core/data/charset.mjs`);
    process.exitCode = 1;
  }
}

await main();
