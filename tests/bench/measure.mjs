// measure: how right the verdicts are over a labelled folder.
//
//   npm run measure -- DIR [--options FILE.json] [--list]
//
// In: DIR/<label>/*.eml; a label that begins with "genuine" holds genuine mail,
//   one that begins with "fake_<brand>" fakes of that brand, any other harmless
//   mail. Default: ../shared/corpus beside the checkout.
// Out: verdicts per label; every file that was missed (a fake that is not called
//   fake or suspicious) or wronged (honest mail that is), with its findings; and
//   per check how often it fired on each label, so that useless and harmful
//   checks are seen.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const binary = join(root, 'build', 'native', 'honmono');
const verdicts = ['fake', 'suspicious', 'account_at_risk', 'consistent', 'unproven', 'no_claim', 'error'];
const isBad = (verdict) => verdict === 'fake' || verdict === 'suspicious';

function readArguments(words) {
  const options = { dir: join(root, '..', 'shared', 'corpus'), core: [], list: false };
  for (let i = 0; i < words.length; i += 1) {
    if (words[i] === '--options') options.core = ['--options', words[(i += 1)]];
    else if (words[i] === '--list') options.list = true;
    else options.dir = words[i];
  }
  return options;
}

function checkLabel(dir, label, core) {
  const files = readdirSync(join(dir, label)).sort().map((file) => join(dir, label, file));
  const run = spawnSync(binary, ['check', '--ndjson', ...core, ...files], { maxBuffer: 2 ** 31 - 1 });
  if (run.error) throw run.error;
  return run.stdout.toString().trimEnd().split('\n').map((line) => {
    const { file, error, verdict, findings = [] } = JSON.parse(line);
    return { label, file: basename(file), verdict: error ? 'error' : verdict, findings };
  });
}

/** What is wrong with a verdict under a label, or ''. */
function judge({ label, verdict }) {
  const sure = verdict === 'consistent' || verdict === 'account_at_risk';
  if (verdict === 'error') return 'failed';
  if (label.startsWith('fake_amazon')) return isBad(verdict) ? '' : 'missed';
  if (label.startsWith('genuine')) return isBad(verdict) ? 'wronged' : '';
  return isBad(verdict) || sure ? 'wronged' : '';
}

const name = ({ check, message }) => `${check}/${message}`;

function table(head, rows) {
  const widths = head.map((cell, i) => Math.max(...[head, ...rows].map((row) => String(row[i]).length)));
  for (const row of [head, ...rows]) {
    console.log(row.map((cell, i) => (i ? String(cell).padStart(widths[i]) : String(cell).padEnd(widths[i]))).join('  '));
  }
  console.log('');
}

const { dir, core, list } = readArguments(process.argv.slice(2));
if (!existsSync(binary)) {
  console.error('measure: build/native/honmono is missing: npm run build:native');
  process.exit(2);
}
if (!existsSync(dir)) {
  console.log('measure: skipped, there is no folder of labelled mail (npm run measure -- DIR)');
  process.exit(0);
}
const labels = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
const results = labels.flatMap((label) => checkLabel(dir, label, core));
const of = (label) => results.filter((result) => result.label === label);

table(['label', 'files', ...verdicts, 'wrong'], labels.map((label) => [
  label, of(label).length,
  ...verdicts.map((verdict) => of(label).filter((result) => result.verdict === verdict).length),
  of(label).filter(judge).length,
]));
for (const result of results.filter((one) => list || judge(one))) {
  const told = result.findings.filter(({ weight }) => list || weight !== 'note').map((one) => `${name(one)} (${one.weight})`);
  console.log(`${judge(result) || 'right'}: ${result.label}/${result.file}: ${result.verdict}: ${told.join(', ') || 'no findings'}`);
}
console.log('');
const fired = new Map();
for (const { label, findings } of results) {
  for (const finding of findings) {
    const row = fired.get(name(finding)) ?? { weight: finding.weight };
    row[label] = (row[label] ?? 0) + 1;
    fired.set(name(finding), row);
  }
}
table(['check/message', 'weight', ...labels], [...fired].sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([key, row]) => [key, row.weight, ...labels.map((label) => row[label] ?? 0)]));
