// html_names: the lists of names in core/src/read -> core/data/html_names.inc.
//
// In: the tags, attributes and CSS properties that decide something, each a
// sorted list. Out: a table of hashes per list without two names in one place,
// so that a name is found, or found unknown, by one comparison: every tag and
// attribute of a mail is looked up.
//
//     node core/data/html_names.mjs [--check]
//
// --check only tells whether the committed file is what would be written.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, "html_names.inc");
const LISTS = [
    ["html_tag", "style/html_tags.def"],
    ["html_attribute", "style/html_attributes.def"],
    ["style_property", "style/style_properties.def"],
];

function readNames(file) {
    const text = fs.readFileSync(path.join(here, "../src/read", file), "utf8").replace(/\/\*[^]*?\*\//g, "");
    return [...text.matchAll(/^[A-Z]+\(\w+, "([^"]*)"/gm)].map(([, name]) => name);
}

/** The same as find_row() in html_names.c. */
function hash(name, [first, middle, last]) {
    const at = (index) => name.charCodeAt(index) | 0x20;
    return name.length * 7 + at(0) * first + at(name.length >> 1) * middle + at(name.length - 1) * last;
}

function findFactors(names, mask) {
    for (let first = 1; first < 40; first++)
        for (let middle = 1; middle < 40; middle++)
            for (let last = 1; last < 40; last += 2) {
                const places = new Set(names.map((name) => hash(name, [first, middle, last]) & mask));
                if (places.size === names.length) return [first, middle, last];
            }
    return null;
}

function writeList([prefix, file]) {
    const names = readNames(file);
    const known = names.map((name, row) => [name, row]).filter(([name]) => name !== "");
    for (let size = 128; size <= 4096; size *= 2) {
        if (size < known.length) continue;
        const factors = findFactors(known.map(([name]) => name), size - 1);
        if (!factors) continue;
        const table = new Array(size).fill(0);
        for (const [name, row] of known) table[hash(name, factors) & (size - 1)] = row + 1;
        if (names.length > 254) throw new Error("too many names for a byte");
        const lines = [];
        for (let i = 0; i < size; i += 32) lines.push("    " + table.slice(i, i + 32).join(", ") + ",");
        return `
/* Row + 1 in ${file}, 0 = no name. */
static const struct name_hash ${prefix}_hash = {${factors.join(", ")}, ${size - 1}};
static const uint8_t ${prefix}_rows[] = {
${lines.join("\n")}
};
`;
    }
    throw new Error(`no table for ${file}`);
}

const text = `/* Hash tables of names; from the lists of core/src/read by core/data/html_names.mjs. Do not edit. */
${LISTS.map(writeList).join("")}`;

if (process.argv.includes("--check")) {
    const fresh = fs.existsSync(output) && fs.readFileSync(output, "utf8") === text;
    console.log(`html_names.inc ${fresh ? "is fresh" : "differs from what the lists give: npm run update:data"}`);
    process.exit(fresh ? 0 : 1);
}
fs.writeFileSync(output, text);
console.log(`html_names.inc: ${text.length} bytes`);
