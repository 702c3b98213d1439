// uts46: the npm package tr46 -> core/data/uts46.inc.
//
// In: tr46's mapping table and its regular expressions (both made from the
// Unicode Character Database). Out: two sorted C tables. Why this form: host
// names are nearly always ASCII and never reach it, so it is laid out small:
// a row lasts until the next one begins, case pairs that alternate share a row,
// and everything that the label rules ask of a character fits in one number.
//
//     node core/data/uts46.mjs [--check] [folder of tr46]
//
// --check only tells whether the committed file is what would be written.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, "uts46.inc");
const require = createRequire(import.meta.url);
const folder = process.argv.slice(2).find((word) => !word.startsWith("--"));
const load = (name) => require(folder ? path.resolve(folder, name) : `tr46/${name}`);
const about = load("package.json");
const table = load("lib/mappingTable.json");
const regexes = load("lib/regexes.js");

const LAST = 0x10ffff;
const VALID = 0, IGNORED = 1, DISALLOWED = 2, SHIFTED = 3, PAIRED = 4, SPELLED = 5;

/** @returns one {kind, value} per code point; mappings to one character as the distance to it */
function readMappings() {
    const rows = new Array(LAST + 1);
    const pool = new Map();
    let poolText = "";
    for (const [range, status, mapping] of table) {
        const [first, last] = Array.isArray(range) ? range : [range, range];
        for (let code = first; code <= last; code++) {
            const characters = status === 1 ? [...mapping] : [];
            if (status === 2 || status === 6) rows[code] = [VALID, 0];
            else if (status === 3) rows[code] = [DISALLOWED, 0];
            else if (status === 7) rows[code] = [IGNORED, 0];
            else if (characters.length === 1) rows[code] = [SHIFTED, characters[0].codePointAt(0) - code];
            else {
                if (!pool.has(mapping)) {
                    const bytes = Buffer.from(mapping);
                    if (bytes.length > 255) throw new Error("a mapping over 255 bytes");
                    pool.set(mapping, [Buffer.byteLength(poolText), bytes.length]);
                    poolText += mapping;
                }
                const [at, size] = pool.get(mapping);
                rows[code] = [SPELLED, at * 256 + size];
            }
        }
    }
    return { rows, pool: Buffer.from(poolText) };
}

/** A case pair run: even steps from `first` map to the next code point, odd steps are valid. */
function pairedUntil(rows, first) {
    let code = first;
    const is = (at, kind, value) => at <= LAST && rows[at][0] === kind && rows[at][1] === value;
    while (is(code, SHIFTED, 1) && is(code + 1, VALID, 0)) code += 2;
    return code - first >= 4 ? code : first;
}

function packMappings(rows) {
    const packed = [];
    for (let code = 0; code <= LAST; ) {
        const [kind, value] = rows[code];
        const paired = pairedUntil(rows, code);
        if (paired > code) {
            packed.push([code, PAIRED, 0]);
            code = paired;
            continue;
        }
        packed.push([code, kind, value]);
        for (code++; code <= LAST; code++) {
            if (rows[code][0] !== kind || rows[code][1] !== value || kind === SPELLED) break;
            if (pairedUntil(rows, code) > code) break;
        }
    }
    return packed;
}

const BIDI = { OTHER: 0, LEFT: 1, RIGHT: 2, EUROPEAN: 3, ARABIC: 4, NONSPACING: 5, NEUTRAL: 6 };
const JOINING = { NONE: 0, RIGHT: 1, LEFT: 2, DUAL: 3, TRANSPARENT: 4 };

/** tr46 keeps the character properties as regular expressions: ask them one by one. */
function properties(code) {
    if (code >= 0xd800 && code <= 0xdfff) return 0;
    const text = String.fromCodePoint(code);
    const beh = "\u0628", zwnj = "\u200c", alef = "\u05d0";
    let bidi = BIDI.OTHER;
    if (regexes.bidiS1LTR.test(text)) bidi = BIDI.LEFT;
    else if (regexes.bidiS1RTL.test(text)) bidi = BIDI.RIGHT;
    else if (regexes.bidiS4EN.test(text)) bidi = BIDI.EUROPEAN;
    else if (regexes.bidiS4AN.test(text)) bidi = BIDI.ARABIC;
    else if (regexes.bidiS3.test(alef + text)) bidi = BIDI.NONSPACING;
    else if (regexes.bidiS2.test(text) && regexes.bidiS5.test(text)) bidi = BIDI.NEUTRAL;
    const before = regexes.validZWNJ.test(text + zwnj + beh);
    const after = regexes.validZWNJ.test(beh + zwnj + text);
    let joining = (before ? JOINING.LEFT : 0) | (after ? JOINING.RIGHT : 0);
    if (!joining && code !== 0x200c && regexes.validZWNJ.test(beh + text + zwnj + beh)) joining = JOINING.TRANSPARENT;
    const mark = regexes.combiningMarks.test(text) ? 1 : 0;
    const virama = regexes.combiningClassVirama.test(text) ? 1 : 0;
    return bidi | (joining << 3) | (mark << 6) | (virama << 7);
}

function packProperties() {
    const packed = [];
    let previous = -1;
    for (let code = 0; code <= LAST; code++) {
        const value = properties(code);
        if (value !== previous) packed.push([code, value]);
        previous = value;
    }
    return packed;
}

function columns(cells, perLine) {
    const lines = [];
    for (let i = 0; i < cells.length; i += perLine) lines.push("    " + cells.slice(i, i + perLine).join(", ") + ",");
    return lines.join("\n");
}

const hex = (number) => "0x" + number.toString(16);

function write() {
    const { rows, pool } = readMappings();
    const mappings = packMappings(rows);
    const props = packProperties();
    return `/* UTS 46 mapping and label properties, Unicode ${about.unicodeVersion}; from npm tr46 ${about.version} by core/data/uts46.mjs.
 * Do not edit. Row of uts46_mappings: first code point << 3 | kind, value. */
#define UTS46_UNICODE_VERSION "${about.unicodeVersion}"

static const struct {
    uint32_t first_kind;
    int32_t value;
} uts46_mappings[] = {
${columns(mappings.map(([first, kind, value]) => `{${hex(first * 8 + kind)}, ${value}}`), 6)}
};

/* First code point << 8 | properties. */
static const uint32_t uts46_properties[] = {
${columns(props.map(([first, value]) => hex(first * 256 + value)), 10)}
};

/* Mappings to other than one character, UTF-8; value = place << 8 | size. */
static const unsigned char uts46_spellings[] = {
${columns([...pool].map(String), 24)}
};
`;
}

const text = write();
if (process.argv.includes("--check")) {
    const fresh = fs.existsSync(output) && fs.readFileSync(output, "utf8") === text;
    console.log(`uts46.inc ${fresh ? "is fresh" : "differs from what tr46 gives: npm run update:data"}`);
    process.exit(fresh ? 0 : 1);
}
fs.writeFileSync(output, text);
console.log(`uts46.inc: Unicode ${about.unicodeVersion}, ${text.length} bytes`);
