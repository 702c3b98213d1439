// Writes unicode.inc: what normal forms need beyond the mappings of uts46.inc.
//
// In: the Unicode data of this Node, by what String.prototype.normalize and
// property escapes answer. Out: canonical decompositions as pairs (the CJK
// compatibility ideographs apart: uts46.inc has them), which of these compose,
// the order of combining classes, default-ignorable characters, and the few
// characters whose NFKC_Casefold (UAX 44) is not what host names map them to.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const uts46 = require("tr46/lib/mappingTable.json");

const LAST = 0x10ffff;
const codePoints = Array.from({ length: LAST + 1 }, (_, at) => at).filter((at) => at < 0xd800 || at > 0xdfff);
const points = (text) => [...text].map((character) => character.codePointAt(0));
const string = (...numbers) => String.fromCodePoint(...numbers);

function isCompatibilityIdeograph(codePoint) {
  return (codePoint >= 0xf900 && codePoint <= 0xfaff) || (codePoint >= 0x2f800 && codePoint <= 0x2fa1f);
}

function isHangul(codePoint) {
  return codePoint >= 0xac00 && codePoint <= 0xd7a3;
}

// [composed, first, second]: second is 0 for a decomposition into one character.
function readPairs() {
  const whole = new Map(); // full decomposition -> the character
  const rows = [];
  for (const codePoint of codePoints) {
    const full = string(codePoint).normalize("NFD");
    if (full === string(codePoint) || isHangul(codePoint) || isCompatibilityIdeograph(codePoint)) continue;
    if (!whole.has(full)) whole.set(full, codePoint);
    rows.push([codePoint, points(full)]);
  }
  return rows.map(([codePoint, full]) => {
    if (full.length === 1) return [codePoint, full[0], 0];
    const head = full.slice(0, -1);
    const first = head.length === 1 ? head[0] : whole.get(string(...head));
    if (first === undefined) throw new Error(`U+${codePoint.toString(16)} is no pair`);
    return [codePoint, first, full.at(-1)];
  });
}

// Indexes of the pairs that compose, by first and second.
function orderPairs(pairs) {
  const composes = ([whole, first, second]) => second && string(first, second).normalize("NFC") === string(whole);
  return pairs.map((pair, index) => ({ pair, index })).filter(({ pair }) => composes(pair))
    .sort((left, right) => left.pair[1] - right.pair[1] || left.pair[2] - right.pair[2])
    .map(({ index }) => index);
}

const swaps = (left, right) => string(left, right).normalize("NFD") === string(right, left);

// [first, last, class]: classes numbered in their order, 1 the lowest. A mark
// has one when it changes places with an overlay (1) or an iota subscript (240).
function readClasses() {
  const marks = codePoints.filter((codePoint) => /^\p{M}$/u.test(string(codePoint)) &&
    string(codePoint).normalize("NFD") === string(codePoint) &&
    (swaps(codePoint, 0x334) || swaps(0x345, codePoint)));
  const same = []; // one mark of each class
  const classOf = marks.map((mark) => {
    let at = same.findIndex((other) => !swaps(mark, other) && !swaps(other, mark));
    if (at < 0) at = same.push(mark) - 1;
    return at;
  });
  const ranks = same.map((mark) => 1 + same.filter((other) => swaps(mark, other)).length);
  return toRanges(marks.map((mark, at) => [mark, ranks[classOf[at]]]));
}

function toRanges(rows) {
  const ranges = [];
  for (const [codePoint, value] of rows) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === codePoint && last[2] === value) last[1] = codePoint;
    else ranges.push([codePoint, codePoint, value]);
  }
  return ranges;
}

const isIgnorable = (codePoint) => /^\p{Default_Ignorable_Code_Point}$/u.test(string(codePoint));

// Full case folding: JavaScript has none, but upper and then lower case is the
// same, save for dotless i and Cherokee, which folds to its capitals.
function fold(character) {
  const codePoint = character.codePointAt(0);
  if (codePoint === 0x131 || (codePoint >= 0x13a0 && codePoint <= 0x13f5)) return character;
  if ((codePoint >= 0x13f8 && codePoint <= 0x13fd) || (codePoint >= 0xab70 && codePoint <= 0xabbf)) {
    return character.toUpperCase();
  }
  if (!/^\p{Changes_When_Casefolded}$/u.test(character)) return character;
  const lower = (text) => [...text].map((one) => one.toLowerCase()).join("");
  const once = (text) => [...text].map((one) => lower(one.toUpperCase())).join("");
  return once(once(once(character)));
}

// NFKC_Casefold: the closure of its three steps.
function casefold(character) {
  let text = character;
  for (let round = 0; round < 4; round++) {
    const folded = [...text.normalize("NFKC")].map(fold);
    text = folded.filter((one) => !isIgnorable(one.codePointAt(0))).join("").normalize("NFKC");
  }
  if ((text !== character) !== /^\p{Changes_When_NFKC_Casefolded}$/u.test(character)) {
    throw new Error(`U+${character.codePointAt(0).toString(16)} folds against its property`);
  }
  return text;
}

function readExceptions() {
  const mapped = new Map();
  for (const [range, status, mapping] of uts46) {
    const [first, last] = Array.isArray(range) ? range : [range, range];
    if (status === 1) for (let at = first; at <= last; at++) mapped.set(at, mapping);
    if (status === 7) for (let at = first; at <= last; at++) mapped.set(at, "");
  }
  return codePoints.filter((codePoint) => codePoint >= 0x80 && !isIgnorable(codePoint))
    .map((codePoint) => [codePoint, casefold(string(codePoint)), mapped.get(codePoint) ?? string(codePoint)])
    .filter(([, wanted, found]) => wanted !== found.normalize("NFC"))
    .map(([codePoint, wanted]) => [codePoint, wanted]);
}

const hex = (number) => `0x${number.toString(16).toUpperCase()}`;

function array(type, name, cells) {
  const lines = [];
  let line = "   ";
  for (const cell of cells) {
    if (line.length + cell.length + 2 > 108) lines.push(line), (line = "   ");
    line += ` ${cell},`;
  }
  return `static const ${type} ${name}[] = {\n${[...lines, line].join("\n")}\n};\n`;
}

const pairs = readPairs();
const ignorable = toRanges(codePoints.filter(isIgnorable).map((codePoint) => [codePoint, 0]));
const classes = readClasses();
const exceptions = readExceptions();
const composing = orderPairs(pairs);
const seconds = [...new Set(composing.map((index) => pairs[index][2]))].sort((left, right) => left - right);
writeFileSync(new URL("unicode.inc", import.meta.url), [
  `/* Generated by unicode.mjs from Unicode ${process.versions.unicode} (Node ${process.versions.node.split(".")[0]})` +
    ` and tr46 ${require("tr46/package.json").version} (npm). */`,
  "/* Pairs: a character, and the two (or one and 0) that it decomposes into. */",
  array("uint32_t", "pair_wholes", pairs.map(([whole]) => hex(whole))),
  array("uint32_t", "pair_firsts", pairs.map(([, first]) => hex(first))),
  array("uint32_t", "pair_seconds", pairs.map(([, , second]) => hex(second))),
  "/* The pairs that compose, by first and second. */",
  array("uint16_t", "composing_pairs", composing.map(String)),
  "/* Every second of these. */",
  array("uint32_t", "joining_marks", seconds.map(hex)),
  "/* First and last << 8 | rank of the combining class. */",
  array("uint32_t", "class_firsts", classes.map(([first]) => hex(first))),
  array("uint32_t", "class_lasts", classes.map(([, last, rank]) => hex(last * 256 + rank))),
  array("uint32_t", "ignorable_ranges", ignorable.flatMap(([first, last]) => [hex(first), hex(last)])),
  "/* NFKC_Casefold where it is not the mapping of host names. */",
  array("uint32_t", "fold_points", exceptions.map(([codePoint]) => hex(codePoint))),
  array("char", "fold_texts", exceptions.map(([, folded]) => `"${folded}"`)).replace("fold_texts[]", "fold_texts[][5]"),
].join("\n"));
