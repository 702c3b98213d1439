// colours: the npm package color-name -> core/data/colours.inc.
//
// In: the colour names of CSS. Out: a sorted C table. Text is hidden by giving
// it its background's colour, and mail names colours in every way there is.
//
//     node core/data/colours.mjs [--check] [folder of node_modules]
//
// --check only tells whether the committed file is what would be written.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, "colours.inc");
const given = process.argv.slice(2).find((word) => !word.startsWith("--"));
const folder = path.join(path.resolve(given ?? path.join(here, "../../node_modules")), "color-name");
const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
const { default: colours } = await import(pathToFileURL(path.join(folder, "index.js")).href);

const hex = ([red, green, blue]) => "0x" + ((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0");
const rows = Object.entries(colours).sort(([a], [b]) => (a < b ? -1 : 1));
const text = `/* Colour names of CSS; from npm color-name ${version} by core/data/colours.mjs. Do not edit. */
static const struct {
    struct str name;
    uint32_t rgb;
} colour_names[] = {
${rows.map(([name, colour]) => `    {STR_INIT("${name}"), ${hex(colour)}},`).join("\n")}
};
`;

if (process.argv.includes("--check")) {
    const fresh = fs.existsSync(output) && fs.readFileSync(output, "utf8") === text;
    console.log(`colours.inc ${fresh ? "is fresh" : "differs from what color-name gives: npm run update:data"}`);
    process.exit(fresh ? 0 : 1);
}
fs.writeFileSync(output, text);
console.log(`colours.inc: ${rows.length} names, ${text.length} bytes`);
