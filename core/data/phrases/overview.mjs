// overview: npm run phrases: every phrase beside those of the same meaning in other languages.
//
//   node core/data/phrases/overview.mjs [CLASS...]
//
// In: core/data/phrases. Out, on standard output: Markdown, a table per class
// with a row per language, so that a translator sees what is missing.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

/** [{ language, topic, word_class, phrase, source, weight }] of all files. */
export function readPhrases() {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return languages.flatMap((language) => readdirSync(join(folder, language)).sort().flatMap((file) =>
    readFileSync(join(folder, language, file), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
      const [word_class, phrase, source, weight] = line.split('\t');
      return { language, topic: file.replace('.tsv', ''), word_class, phrase, source, weight };
    })));
}

export function writeOverview(wanted = []) {
  const classes = new Map();
  for (const row of readPhrases()) classes.set(row.word_class, [...(classes.get(row.word_class) ?? []), row]);
  const cell = ({ phrase, weight }) => `${phrase.replaceAll('|', '\\|')}${weight ? ` (${weight})` : ''}`;
  return [...classes].filter(([name]) => !wanted.length || wanted.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rows]) => {
      const languages = [...new Set(rows.map(({ language }) => language))];
      const cells = (language) => rows.filter((row) => row.language === language).map(cell).join(' · ');
      const lines = languages.map((language) => `| ${language} | ${cells(language)} |`);
      return `## ${name}\n\n| language | phrases |\n|---|---|\n${lines.join('\n')}\n`;
    }).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(writeOverview(process.argv.slice(2)));
