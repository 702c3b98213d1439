// make: everything that is said of the schema, from the one description of it.
//
// In: honmono.schema.json beside this file.
// Out: `node core/schema/make.mjs`: the part of honmono.h between "every key is
//   optional" and "On HONMONO_OK", SCHEMA.md, and wasm/npm/schema.d.mts;
//   `--check` only says whether they are fresh.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const schema = JSON.parse(read('core/schema/honmono.schema.json'));
const { $defs: types } = schema;
const nameOf = ({ $ref }) => $ref?.split('/').at(-1);
const word = (value) => (value === null ? 'null' : JSON.stringify(value));

/** Words broken into lines of at most `width` letters. */
function wrap(text, width) {
  const lines = [''];
  for (const part of text.split(' ')) {
    if (lines.at(-1) && lines.at(-1).length + part.length >= width) lines.push('');
    lines[lines.length - 1] += (lines.at(-1) ? ' ' : '') + part;
  }
  return lines;
}

/* honmono.h */

const values = (node) => (node.enum ? node.enum.map(word).join(' | ') : node.type === 'array' ? '[strings]' : 'number');

function describeOption([key, node]) {
  const inner = node.properties ? Object.entries(node.properties) : [];
  const text = `${node.enum ? `${values(node).replace(/ \| /g, ', ')}. ` : ''}${node.description}`;
  const lines = wrap(text, 62).map((line, at) => ` *   ${(at ? '' : key).padEnd(12)}  ${line}`);
  inner.forEach(([name, one], at) => {
    const open = at ? '  ' : '{ ';
    lines.push(` *   ${''.padEnd(12)}  ${open}"${name}": ${values(one)}${at < inner.length - 1 ? ',' : ' }'}`);
  });
  return lines;
}

function makeHeader() {
  const header = read('core/include/honmono.h');
  const [start, end] = ['every key is optional:\n *\n', ' *\n * On HONMONO_OK'];
  const [from, to] = [header.indexOf(start) + start.length, header.indexOf(end)];
  if (to < from) throw new Error('honmono.h: the place for the options is gone');
  return header.slice(0, from) + Object.entries(types.Options.properties).flatMap(describeOption).join('\n') + '\n' + header.slice(to);
}

/* SCHEMA.md */

function kindOf(node) {
  if (node.$ref) return `[${nameOf(node)}](#${nameOf(node).toLowerCase()})`;
  if (node.anyOf) return node.anyOf.map(kindOf).join(' or ');
  if ('const' in node) return `\`${word(node.const)}\``;
  if (node.enum) return node.enum.map((one) => `\`${word(one)}\``).join(' ');
  if (node.type === 'array') return `list of ${kindOf(node.items)}`;
  return [node.type].flat().join(' or ');
}

function meaningOf(node) {
  const open = node['x-catalogue'] ? ` One of the catalogue's \`${node['x-catalogue']}\`.` : '';
  const known = node.examples ? ` Today: ${node.examples.map((one) => `\`${one}\``).join(' ')}.` : '';
  return (node.description ?? types[nameOf(node)]?.description ?? '') + open + known;
}

function rows(properties, path = '') {
  return Object.entries(properties).flatMap(([key, node]) => {
    const inner = node.properties ?? node.items?.properties;
    const row = `| \`${path}${key}\` | ${kindOf(node)} | ${meaningOf(node)} |`;
    return inner ? [row, ...rows(inner, `${path}${key}.`)] : [row];
  });
}

function makeDocument() {
  const sections = Object.entries(types).map(([name, node]) => {
    const head = '| key | what | meaning |\n|---|---|---|';
    const table = node.properties ? `\n${head}\n${rows(node.properties).join('\n')}\n` : `\n${kindOf(node)}\n`;
    return `## ${name}\n\n${node.description}\n${table}`;
  });
  return `# Schema 1

Made by \`npm run update:schema\` from [schema/honmono.schema.json](schema/honmono.schema.json): change that one.

Keys always stand in this order and are always there (but for Options, where each is optional); what is empty is \`null\`,
\`[]\` or \`""\`. Numbers are integers. What may change within schema 1, and what makes it 2, stands in
[README.md](README.md#schema-1).

${sections.join('\n')}`;
}

/* TypeScript */

function typeOf(node, indent = '') {
  if (node.$ref) return nameOf(node);
  if (node.anyOf) return node.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if ('const' in node) return word(node.const);
  if (node.enum) return node.enum.map(word).join(' | ');
  if (node.examples) return `${node.examples.map(word).join(' | ')} | (string & {})`;
  if (Array.isArray(node.type)) return node.type.map((type) => typeOf({ type })).join(' | ');
  if (node.type === 'array') return `Array<${typeOf(node.items, indent)}>`;
  if (node.type === 'object' && !node.properties) return 'Record<string, string>';
  if (node.type === 'object') return bodyOf(node, indent);
  return { integer: 'number', string: 'string', boolean: 'boolean', null: 'null' }[node.type];
}

function bodyOf(node, indent) {
  const needed = new Set(node.required ?? []);
  const lines = Object.entries(node.properties).map(([key, one]) =>
    `${indent}  /** ${meaningOf(one)} */\n${indent}  ${key}${needed.has(key) ? '' : '?'}: ${typeOf(one, `${indent}  `)};\n`);
  return `{\n${lines.join('')}${indent}}`;
}

const makeTypes = () => `// schema: what goes in and comes out. Made by core/schema/make.mjs: do not edit.

${Object.entries(types).map(([name, node]) => `/** ${node.description} */\n` + (node.properties
    ? `export interface ${name} ${bodyOf(node, '')}\n`
    : `export type ${name} = ${typeOf(node)};\n`)).join('\n')}`;

const made = { 'core/include/honmono.h': makeHeader(), 'core/SCHEMA.md': makeDocument(), 'wasm/npm/schema.d.mts': makeTypes() };
let stale = 0;
for (const [path, text] of Object.entries(made)) {
  let old = '';
  try { old = read(path); } catch { /* not there yet */ }
  if (old === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what core/schema/honmono.schema.json says: npm run update:schema`);
    stale++;
  } else {
    writeFileSync(join(root, path), text);
    console.log(`${path}: written`);
  }
}
process.exit(stale ? 1 : 0);
