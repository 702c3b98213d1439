// checks: CHECKS.md, the manual of every check, from the checks themselves.
//
// In: core/src/checks/checks.def (points, checks, outcomes, weights) and the
//   comment that opens each core/src/checks/<id>.c.
// Out: core/CHECKS.md, in the order of checks.def.
//
//   node core/data/checks.mjs [--check]     --check: exit 1 when it is not fresh

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const core = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(core, 'CHECKS.md');
const kebab = (id) => id.replaceAll('_', '-');

/** Points, checks and outcomes as checks.def lists them. */
export function readPolicy() {
  const text = readFileSync(join(core, 'src/checks/checks.def'), 'utf8');
  const rows = (pattern) => [...text.matchAll(pattern)];
  return {
    points: rows(/^POINT\((\w+)\)/gm).map(([, point]) => point),
    checks: rows(/^CHECK\((\w+), *(\w+)\)/gm).map(([, check, point]) => ({ id: kebab(check), file: `${check}.c`, point })),
    proven: rows(/^PROVEN\((\w+), *(\w+), *(\w+)\)/gm).map(
      ([, check, message, weight]) => ({ check: kebab(check), message: kebab(message), weight }),
    ),
    outcomes: rows(/^OUTCOME\((\w+), *(\w+), *(\w+)\)(?: *\/\* *(.*?) *\*\/)?/gm).map(
      ([, check, message, weight, args]) => ({ check: kebab(check), message: kebab(message), weight, args: args ?? '' }),
    ),
  };
}

/** The opening comment of a check: [["Looks for", "..."], ...]. */
export function readHeader(file) {
  const source = readFileSync(join(core, 'src/checks', file), 'utf8');
  const comment = source.match(/^\/\*([\s\S]*?)\*\//)?.[1] ?? '';
  const fields = [];
  for (const line of comment.split('\n').map((line) => line.replace(/^ \* ?/, '').trimEnd())) {
    const start = line.match(/^([A-Z][a-z]+(?: [a-z]+){0,3}): *(.*)$/);
    if (start) fields.push([start[1], start[2]]);
    else if (fields.length && line.trim()) fields.at(-1)[1] += ` ${line.trim()}`;
  }
  return fields;
}

function writeCheck({ id, file }, outcomes, proven) {
  const fields = readHeader(file).map(([name, text]) => `**${name}**: ${text.trim()}\n`);
  const rows = outcomes
    .filter(({ check }) => check === id)
    .map(({ message, weight, args }) => {
      const under = proven.find((row) => row.check === id && row.message === message);
      return `| ${message} | ${weight}${under ? `; ${under.weight} when proven` : ''} | ${args} |`;
    });
  return [`### ${id}\n`, ...fields, '| message | weight | args |', '|---|---|---|', ...rows, ''].join('\n');
}

export function writeManual() {
  const { points, checks, outcomes, proven } = readPolicy();
  const sections = points.map((point) => {
    const own = checks.filter((check) => check.point === point);
    return [`## Point: ${point}\n`, ...own.map((check) => writeCheck(check, outcomes, proven))].join('\n');
  });
  return `# Every check

Made from \`src/checks/checks.def\` and the comment that opens each \`src/checks/<id>.c\`, by \`data/checks.mjs\`
(\`npm run update:checks\`); not edited by hand.

A check looks at facts and reports outcomes. An outcome has a weight, a message id and arguments; the sentences stand
in \`web/locales\`. What the weights come to is \`src/verdict/verdict.c\`: one decisive finding, or strong ones on two
points, make \`fake\`; one strong or weak ones on three points make \`suspicious\`. \`good\` makes its point good, \`note\`
only informs; \`block\`, \`block_unproven\` and \`block_points\` are notes that also rule out
\`consistent\`: always, unless the sender is proven, or where only recipient, greeting and links speak for it. The words
\`_code\`, \`_proven\`, \`_elsewhere\` at the
end of a message id mark the same observation weighed in a one-time-code message, under a proven sender, or in a
message that is not about the account.

${sections.join('\n')}`.replace(/\n+$/, '\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = writeManual();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('core/CHECKS.md is not fresh: npm run update:checks');
    process.exit(1);
  }
}
