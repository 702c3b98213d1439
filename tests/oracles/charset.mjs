// npm run oracle:charset: charset_decode against the TextDecoder of Chromium.
//
// Every byte, every two-byte pair, every three-byte code of EUC-JP, every
// border of the four-byte ranges of gb18030, every pair after each escape of
// ISO-2022-JP, and random and truncated sequences, for every encoding: the same
// text, and "malformed" exactly where the browser's fatal mode throws. Where
// Chromium departs from the Encoding Standard (it keeps EUC-JP's JIS X 0212
// flag after a bad trail, and garbles the four Big5 codes that are a letter and
// an accent), Firefox decides: a sequence may differ from Chromium only when
// Firefox reads it as we do.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = `${root}build/oracles/charset`;

function buildDriver() {
  const sources = ["base", "decode", "decode/charset"].flatMap((room) =>
    readdirSync(`${root}core/src/${room}`)
      .filter((name) => room === "base" ? name.endsWith(".c") : /^(charset(_\w+)?|utf7)\.c$/.test(name))
      .map((name) => `${root}core/src/${room}/${name}`));
  mkdirSync(`${root}build/oracles`, { recursive: true });
  const result = spawnSync(process.env.CC ?? "cc", ["-std=c11", "-O2", `-I${root}core/src`, `-I${root}core`,
    ...sources, `${root}tests/oracles/charset_driver.c`, "-o", program], { stdio: "inherit" });
  if (result.status !== 0) process.exit(1);
}

function readNames() {
  const text = readFileSync(`${root}core/src/decode/charset/charsets.def`, "utf8");
  // The browser has no TextDecoder for "replacement"; its rule is in the unit test.
  return [...text.matchAll(/^CHARSET\(\w+, "([^"]+)"\)/gm)].map((match) => match[1])
    .filter((name) => name !== "replacement");
}

function* everyByteAndPair(prefix = [], suffix = []) {
  for (let first = 0; first < 256; first++) yield [...prefix, first, ...suffix];
  for (let pair = 0; pair < 65536; pair++) yield [...prefix, pair >> 8, pair & 255, ...suffix];
}

function* ofEucJp() {
  for (let pair = 0; pair < 65536; pair++) {
    if (pair % 256 < 0x7f || pair % 256 > 0x80) yield [0x8f, pair >> 8, pair & 255];
  }
}

function* ofIso2022Jp() {
  const escapes = ["$@", "$B", "(B", "(J", "(I"].map((text) => [0x1b, ...Buffer.from(text)]);
  for (const escape of escapes) yield* everyByteAndPair(escape, [0x41]);
  for (const first of escapes) for (const second of escapes) yield [0x41, ...first, ...second, 0x24, 0x22];
  for (let pair = 0; pair < 65536; pair++) {
    const near = pair >> 8 === 0x24 || pair >> 8 === 0x28;
    if (near || pair % 7 === 0) yield [0x1b, 0x24, 0x42, 0x1b, pair >> 8, pair & 255, 0x24, 0x22];
  }
}

// The ends of every run, found by asking the browser for each four-byte code, and their neighbours.
function* ofGb18030(ends) {
  for (const pointer of ends) {
    for (const near of [pointer - 1, pointer, pointer + 1]) {
      if (near < 0 || near >= 126 * 12600) continue;
      yield [0x81 + Math.floor(near / 12600), 0x30 + (Math.floor(near / 1260) % 10),
        0x81 + (Math.floor(near / 10) % 126), 0x30 + (near % 10)];
    }
  }
  for (let third = 0; third < 256; third++) {
    for (const fourth of [0x2f, 0x30, 0x39, 0x3a, 0x80, 0x81, 0xff]) yield [0x81, 0x30, third, fourth, 0x41];
  }
}

// xorshift: the same sequences every time.
function* random(count, alphabet) {
  let state = 0x2545f491;
  const next = () => {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    return state >>> 0;
  };
  for (let at = 0; at < count; at++) {
    yield Array.from({ length: next() % 24 }, () => (next() % 4 ? alphabet[next() % alphabet.length] : next() % 256));
  }
}

const alphabets = {
  "ISO-2022-JP": [0x1b, 0x1b, 0x1b, 0x24, 0x28, 0x42, 0x4a, 0x49, 0x40, 0x24, 0x22, 0x30, 0x0a, 0x0e],
  gb18030: [0x81, 0x30, 0x39, 0x84, 0xe3, 0x95, 0x41, 0x80, 0xfe],
  "UTF-8": [0xc0, 0xc2, 0xe0, 0xe3, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0x41],
  "UTF-16LE": [0x00, 0xd8, 0xdb, 0xdc, 0xdf, 0xe0, 0x41],
};
alphabets["UTF-16BE"] = alphabets["UTF-16LE"];
alphabets.GBK = alphabets.gb18030;
const plain = [0x8e, 0x8f, 0xa1, 0xa4, 0xb0, 0xdf, 0xe0, 0xfc, 0xfe, 0x81, 0x41, 0x7e, 0x30];

function* casesOf(name, ends) {
  yield* everyByteAndPair();
  if (name === "EUC-JP") yield* ofEucJp();
  if (name === "ISO-2022-JP") yield* ofIso2022Jp();
  if (name === "gb18030" || name === "GBK") yield* ofGb18030(ends);
  yield* random(20000, alphabets[name] ?? plain);
}

// Runs in the page.
function decodeAll({ name, base64, sizes }) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  // A new decoder each time: after an error an old one may remember half a character.
  const decode = (slice, fatal) => new TextDecoder(name, { fatal, ignoreBOM: true }).decode(slice);
  let from = 0;
  return sizes.map((size) => {
    const slice = bytes.subarray(from, (from += size));
    try {
      return "0" + decode(slice, true);
    } catch {
      return "1" + decode(slice, false);
    }
  });
}

// Runs in the page: where runs of the four-byte codes begin and end.
function findEnds() {
  const decoder = new TextDecoder("gb18030");
  const ends = [0, 39419, 189000, 1237575];
  let expected = -1;
  for (let at = 0; at < 39420; at++) {
    const bytes = [0x81 + Math.floor(at / 12600), 0x30 + (Math.floor(at / 1260) % 10),
      0x81 + (Math.floor(at / 10) % 126), 0x30 + (at % 10)];
    const codePoint = decoder.decode(new Uint8Array(bytes)).codePointAt(0);
    if (codePoint !== expected) ends.push(at);
    expected = codePoint + 1;
  }
  return ends;
}

// The driver's answers to one batch, in the page's form.
async function decodeNative(name, batch) {
  const label = Buffer.from(name);
  const head = Buffer.from([label.length, ...label]);
  const input = Buffer.concat(batch.flatMap((bytes) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    return [head, size, Buffer.from(bytes)];
  }));
  const driver = spawn(program);
  driver.stdin.end(input);
  const chunks = [];
  for await (const chunk of driver.stdout) chunks.push(chunk);
  const output = Buffer.concat(chunks);
  const texts = [];
  for (let at = 0; at < output.length;) {
    const size = output.readUInt32LE(at + 1);
    texts.push(output[at] + output.toString("utf8", at + 5, at + 5 + size));
    at += 5 + size;
  }
  return texts;
}

// Of [name, bytes, ours, Chromium's]: those that Firefox reads otherwise than we do.
async function askFirefox(disputed) {
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  const differ = [];
  for (const name of new Set(disputed.map((one) => one.name))) {
    const cases = disputed.filter((one) => one.name === name);
    const base64 = Buffer.from(cases.flatMap(({ bytes }) => bytes)).toString("base64");
    const theirs = await page.evaluate(decodeAll, { name, base64, sizes: cases.map(({ bytes }) => bytes.length) });
    differ.push(...cases.filter((one, index) => theirs[index] !== one.ours));
  }
  await browser.close();
  return differ;
}

async function compare(page, name, cases, disputed) {
  for (let at = 0; at < cases.length; at += 65536) {
    const batch = cases.slice(at, at + 65536);
    const base64 = Buffer.from(batch.flat()).toString("base64");
    const [theirs, ours] = await Promise.all([
      page.evaluate(decodeAll, { name, base64, sizes: batch.map((bytes) => bytes.length) }),
      decodeNative(name, batch),
    ]);
    batch.forEach((bytes, index) => {
      if (theirs[index] !== ours[index]) disputed.push({ name, bytes, ours: ours[index], theirs: theirs[index] });
    });
  }
}

async function main() {
  buildDriver();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
  const page = await browser.newPage();
  const ends = await page.evaluate(findEnds);
  const disputed = [];
  let compared = 0;
  for (const name of readNames()) {
    const cases = [...casesOf(name, ends)];
    await compare(page, name, cases, disputed);
    compared += cases.length;
  }
  const version = browser.version();
  await browser.close();
  const wrong = disputed.length ? await askFirefox(disputed) : [];
  for (const { name, bytes, ours, theirs } of wrong.slice(0, 20)) {
    const hex = Buffer.from(bytes).toString("hex");
    console.error(`${name} ${hex}: browser ${JSON.stringify(theirs)}, here ${JSON.stringify(ours)}`);
  }
  const alone = disputed.length - wrong.length;
  console.log(`charset: ${compared} sequences in ${readNames().length} encodings against Chromium ${version}: ` +
    `${wrong.length} differ (and ${alone} only from Chromium, where Firefox keeps to the standard)`);
  process.exitCode = wrong.length ? 1 : 0;
}

await main();
