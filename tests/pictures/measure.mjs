// measure: npm run measure:pictures: every drawn screen read and judged, and the table.
//
// In: words that names must hold, to measure a part. Out: a line per screen that was not
//   read perfectly, then the shares.

import { loadWasm } from '../cases/wasm.mjs';
import { openDrawer } from './draw.mjs';
import { compare, openReading } from './reading.mjs';
import { listScreens } from './screens.mjs';

const words = process.argv.slice(2);
const screens = listScreens().filter(({ name }) => words.every((word) => name.includes(word)));
const [drawer, read, core] = await Promise.all([openDrawer(), openReading(), loadWasm()]);
const rows = [];
for (const screen of screens) {
  const picture = await drawer.draw(screen);
  const { text } = read(picture);
  const { letters, hosts, found } = compare(screen.message, text);
  const { verdict } = await core.check(text, { kind: 'text', origin: 'picture' });
  const right = screen.message.verdicts.includes(verdict);
  rows.push({ ...screen, letters, hosts, verdict, right });
  if (letters === 1 && right && hosts[0] === hosts[1]) continue;
  console.log(`${screen.name}: letters ${(letters * 100).toFixed(1)} %, hosts ${hosts.join('/')}, ${verdict}${right ? '' : ' WRONG'}`);
  if (hosts[0] < hosts[1]) console.log(`  hosts ${found.join(' ')}`);
  if (letters < 0.97 || !right) console.log(text.replace(/^/gm, '  | '));
}
await drawer.close();

function share(name, list) {
  if (list.length === 0) return;
  const letters = list.reduce((sum, row) => sum + row.letters, 0) / list.length;
  const [found, wanted] = [0, 1].map((at) => list.reduce((sum, row) => sum + row.hosts[at], 0));
  const verdicts = list.filter(({ right }) => right).length;
  console.log([name.padEnd(24), String(list.length).padStart(4), `${(letters * 100).toFixed(1)} %`.padStart(9),
    `${found}/${wanted}`.padStart(8), `${verdicts}/${list.length}`.padStart(8)].join(' '));
}

console.log(`\n${'screens'.padEnd(24)}    n   letters    hosts verdicts`);
share('all', rows);
for (const form of ['png', 'jpeg', 'half']) share(form, rows.filter((row) => row.form === form));
for (const app of ['ios', 'android', 'plain', 'cards', 'heads']) share(app, rows.filter((row) => row.app === app));
for (const theme of ['light', 'dark']) share(theme, rows.filter(({ name }) => name.includes(`-${theme}-`)));
for (const scale of [2, 3]) share(`${scale}x`, rows.filter((row) => row.scale === scale));
for (const font of ['noto', 'vl', 'ipapgothic']) share(font, rows.filter(({ name }) => name.endsWith(`-${font}`)));
console.log(`consistent: ${rows.filter(({ verdict }) => verdict === 'consistent').length}`);
