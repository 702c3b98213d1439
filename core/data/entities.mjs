// entities: the npm packages character-entities and character-entities-legacy
// -> core/data/entities.inc.
//
// In: every named character reference of HTML, and those that browsers also
// accept without ";". Out: sorted C tables. Why this form: names share one
// string, a value that is one character of the basic plane is its own number,
// and the rest (letters of mathematics, pairs) stands in a small pool that the
// surrogate numbers, which never occur, point into.
//
//     node core/data/entities.mjs [--check] [folder of node_modules]
//
// --check only tells whether the committed file is what would be written.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, "entities.inc");
const given = process.argv.slice(2).find((word) => !word.startsWith("--"));
const modules = path.resolve(given ?? path.join(here, "../../node_modules"));
const load = (name) => import(pathToFileURL(path.join(modules, name, "index.js")).href);
const version = (name) => JSON.parse(fs.readFileSync(path.join(modules, name, "package.json"), "utf8")).version;

const { characterEntities } = await load("character-entities");
const { characterEntitiesLegacy } = await load("character-entities-legacy");
const versions = ["character-entities", "character-entities-legacy"].map((name) => `${name} ${version(name)}`);

const legacy = new Set(characterEntitiesLegacy);
const rows = Object.entries(characterEntities).sort(([a], [b]) => (a < b ? -1 : 1));
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const pool = [];
function packValue(text) {
    const points = [...text].map((character) => character.codePointAt(0));
    if (points.length > 2) throw new Error("a reference of more than two characters");
    if (points.length === 1 && points[0] < 0xd800) return points[0];
    pool.push(`{${points[0]}, ${points[1] ?? 0}}`);
    return 0xd800 + pool.length - 1;
}

function columns(cells, perLine) {
    const lines = [];
    for (let i = 0; i < cells.length; i += perLine) lines.push("    " + cells.slice(i, i + perLine).join(", ") + ",");
    return lines.join("\n");
}

function write() {
    let text = "";
    const names = [], sizes = [], values = [];
    for (const [name, value] of rows) {
        names.push(text.length);
        sizes.push(name.length + (legacy.has(name) ? 64 : 0));
        values.push(packValue(value));
        text += name;
    }
    const firsts = [...LETTERS, "{"].map((letter) => rows.findIndex(([name]) => name >= letter));
    firsts[firsts.length - 1] = rows.length;
    if (text.length > 65535 || pool.length > 2048 || sizes.some((size) => size > 127)) throw new Error("too large");
    const pieces = text.match(/.{1,96}/g).map((piece) => `    "${piece}"`);
    return `/* Named character references of HTML; from npm ${versions.join(" and ")} by core/data/entities.mjs.
 * Do not edit. ${rows.length} names, ${legacy.size} of them also without ";". */
#define ENTITY_COUNT ${rows.length}

static const char entity_names[] =
${pieces.join("\n")};

/* Where each name begins in entity_names, in byte order of the names. */
static const uint16_t entity_name_at[] = {
${columns(names.map(String), 16)}
};

/* Bytes of each name, + 64 when browsers accept it without ";". */
static const uint8_t entity_sizes[] = {
${columns(sizes.map(String), 24)}
};

/* The character, or 0xD800 + its place in entity_pool. */
static const uint16_t entity_values[] = {
${columns(values.map(String), 16)}
};

static const uint32_t entity_pool[][2] = {
${columns(pool, 8)}
};

/* The first row of each letter A-Z, a-z, and the end. */
static const uint16_t entity_first[] = {
${columns(firsts.map(String), 16)}
};
`;
}

const text = write();
if (process.argv.includes("--check")) {
    const fresh = fs.existsSync(output) && fs.readFileSync(output, "utf8") === text;
    console.log(`entities.inc ${fresh ? "is fresh" : "differs from what the packages give: npm run update:data"}`);
    process.exit(fresh ? 0 : 1);
}
fs.writeFileSync(output, text);
console.log(`entities.inc: ${rows.length} names, ${text.length} bytes`);
