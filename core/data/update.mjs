// update: makes every generated table of this folder anew (npm run update:data).
//
// In: the installed npm packages (npm install NAME@latest first, on purpose).
// Out: the tables, written in place; `git diff` shows what changed.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
let failed = 0;
for (const file of readdirSync(here).filter((name) => name.endsWith('.mjs') && name !== 'update.mjs').sort()) {
  console.log(file);
  if (spawnSync(process.execPath, [join(here, file)], { stdio: 'inherit' }).status !== 0) failed++;
}
process.exit(failed ? 1 : 0);
