// run: npm run bench: every bench, one after the other, then one table.
//
//   node tests/bench/run.mjs [FOLDER] [--only=page,native]
//
// In: mails (../shared/corpus beside the checkout by default). Out: each bench's
// tables as it ends, at the end all ratios with the machine and the date, and
// everything in build/bench/results.json.

import { formatTable, keep, print, ratiosTable, readFolder, readMachine, root } from './common.mjs';

const words = process.argv.slice(2);
const names = ['page', 'native', 'links', 'start', 'growth', 'large', 'count', 'judges', 'mbox'];
const only = words.find((word) => word.startsWith('--only='))?.slice(7).split(',') ?? names;
const folder = readFolder(words);
const ratios = [];
let path = '';
for (const name of names.filter((one) => only.includes(one))) {
  const { run } = await import(`./${name}.mjs`);
  try {
    const result = await run({ folder, words });
    print(result);
    path = keep(name, result);
    ratios.push(...(result.ratios ?? []));
  } catch (error) {
    console.error(`\nbench:${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
const { date, commit, os, cores, cpu, memory, load } = readMachine();
console.log(`\nAll of it: ${date}, ${commit}, ${cpu}, ${cores} cores, ${memory}, ${os}, load ${load}\n`);
console.log(formatTable(ratiosTable(ratios)).replace(/^/gm, '  '));
console.log(`\n${path.replace(`${root}/`, '')}`);
