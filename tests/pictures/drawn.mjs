// drawn: QR codes that a mail draws without any picture, as their senders do it.
//
// In: the modules of a code (codes.mjs). Out: named forms, each { kind, text }: the
//   markup of an HTML body or the lines of a plain one.

const DARK = '#000';
const runs = (row) => {
  const found = [];
  for (const dark of row) {
    if (found.length && found.at(-1).dark === dark) found.at(-1).count++;
    else found.push({ dark, count: 1 });
  }
  return found;
};
const lines = (modules, draw) => modules.map(draw).join('\n');
const table = (attributes, rows) => `<table cellspacing="0" cellpadding="0" ${attributes}>\n${rows}\n</table>`;
const cells = (modules, draw) => lines(modules, (row, y) => `<tr>${row.map((dark, x) => draw(dark, x, y)).join('')}</tr>`);

/** Two rows of modules in every line. */
const pairs = (modules, draw) => Array.from({ length: Math.ceil(modules.length / 2) }, (_, y) =>
  modules[0].map((_unused, x) => draw(modules[2 * y][x], modules[2 * y + 1]?.[x] ?? false)).join('')).join('\n');
const halves = (upper, lower) => (upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ');
const lit = (upper, lower) => halves(!upper, !lower);
/** With the light edge that a code on dark ground needs. */
const framed = (modules) => {
  const empty = [false, false];
  const row = () => Array.from({ length: modules.length + 4 }, () => false);
  return [row(), row(), ...modules.map((line) => [...empty, ...line, ...empty]), row(), row()];
};
const quarters = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/** Groups of `wide` by `high` modules, as one number each. */
function groups(modules, wide, high, draw) {
  const size = modules.length;
  const at = (x, y) => (modules[y]?.[x] ? 1 : 0);
  return Array.from({ length: Math.ceil(size / high) }, (_, y) => Array.from({ length: Math.ceil(size / wide) }, (_unused, x) => {
    let bits = 0;
    for (let v = 0; v < high; v++) for (let u = 0; u < wide; u++) bits |= at(x * wide + u, y * high + v) << (v * wide + u);
    return draw(bits);
  }).join('')).join('\n');
}
const braille = (bits) => {
  const place = [0, 3, 1, 4, 2, 5, 6, 7]; // of the dots, from left to right and down
  return String.fromCodePoint(0x2800 + place.reduce((sum, dot, at) => sum | ((bits >> at & 1) << dot), 0));
};

/** The dark parts as rectangles that are as high as they can be. */
function rectangles(modules) {
  const left = modules.map((row) => [...row]);
  const found = [];
  left.forEach((row, y) => row.forEach((dark, x) => {
    if (!dark) return;
    let width = 1;
    while (left[y][x + width]) width++;
    let height = 1;
    while (left[y + height]?.slice(x, x + width).every(Boolean)) height++;
    for (let v = y; v < y + height; v++) left[v].fill(false, x, x + width);
    found.push({ x, y, width, height });
  }));
  return found;
}

/** A table in which every rectangle of one colour is one cell. */
function spanned(modules) {
  const owner = modules.map((row) => row.map(() => false));
  const rows = modules.map((row, y) => row.map((dark, x) => {
    if (owner[y][x]) return '';
    let width = 1;
    while (x + width < row.length && row[x + width] === dark && !owner[y][x + width]) width++;
    let height = 1;
    const fits = (v) => modules[v]?.slice(x, x + width).every((other) => other === dark) && owner[v].slice(x, x + width).every((taken) => !taken);
    while (fits(y + height)) height++;
    for (let v = y; v < y + height; v++) owner[v].fill(true, x, x + width);
    return `<td colspan=${width} rowspan=${height} width=${width * 4} height=${height * 4}${dark ? ' bgcolor=black' : ''}></td>`;
  }).join(''));
  return table('', rows.map((row) => `<tr style="height:4px">${row}<td width=1 height=4></td></tr>`).join('\n'));
}

const box = (dark, size = 4) => `width:${size}px;height:${size}px;${dark ? `background:${DARK}` : ''}`;
const spaces = '&nbsp;&nbsp;';

export const forms = {
  'cells with bgcolor': (m) => table('', cells(m, (dark) => `<td width=5 height=5${dark ? ' bgcolor="#000000"' : ''}></td>`)),
  'cells with style': (m) => table('style="border-collapse:collapse"', cells(m, (dark) => `<td style="${box(dark)}"></td>`)),
  'cells by class': (m) => `<style>.q td{width:6px;height:6px;padding:0}.q .d{background-color:#111}</style>${table('class=q', cells(m, (dark) => `<td${dark ? ' class=d' : ''}></td>`))}`,
  'cells with the gaps of a table as it comes': (m) => `<table>${cells(m, (dark) => `<td width=6 height=6 style="padding:0"${dark ? ' bgcolor=#000' : ''}></td>`)}</table>`,
  'runs of cells': (m) => table('', lines(m, (row) => `<tr height=5>${runs(row).map(({ dark, count }) => `<td colspan=${count} width=${count * 5} height=5${dark ? ' bgcolor=#000' : ''}></td>`).join('')}</tr>`)),
  'cells that span rows and columns': (m) => spanned(m),
  'light cells on a dark table': (m) => `<div style="padding:20px;background:#fff">${table('bgcolor=black', cells(m, (dark) => `<td width=5 height=5${dark ? '' : ' bgcolor=white'}></td>`))}</div>`,
  'light on dark': (m) => `<div style="background:#102030;padding:30px">${table('', cells(m, (dark) => `<td width=5 height=5${dark ? ' bgcolor="#f0f0f0"' : ''}></td>`))}</div>`,
  'in colours': (m) => table('', cells(m, (dark) => `<td width=5 height=5 bgcolor="${dark ? '#232f3e' : '#ffd88a'}"></td>`)),
  'a table of its own for every row': (m) => `<table cellspacing=0 cellpadding=0>${lines(m, (row) => `<tr><td>${table('', `<tr>${row.map((dark) => `<td style="${box(dark)}"></td>`).join('')}</tr>`)}</td></tr>`)}</table>`,
  'two tables side by side': (m) => `<table cellspacing=0 cellpadding=0><tr>${[0, 1].map((half) => `<td>${table('', cells(m.map((row) => row.slice(half ? 11 : 0, half ? undefined : 11)), (dark) => `<td style="${box(dark)}"></td>`))}</td>`).join('')}</tr></table>`,
  'a width for the table alone': (m) => table(`width=${m.length * 5} height=${m.length * 5}`, cells(m, (dark) => `<td${dark ? ' bgcolor=#000' : ''}></td>`)),
  'inline blocks': (m) => `<div style="font-size:0;line-height:0">${lines(m, (row) => `<div>${row.map((dark) => `<span style="display:inline-block;${box(dark)}"></span>`).join('')}</div>`)}</div>`,
  'inline blocks with line breaks': (m) => `<div style="font-size:0;line-height:0">${m.map((row) => row.map((dark) => `<i style="display:inline-block;${box(dark)}"></i>`).join('')).join('<br>')}</div>`,
  'floats that wrap': (m) => `<div style="width:${m.length * 4}px;overflow:hidden">${m.flat().map((dark) => `<div style="float:left;${box(dark)}"></div>`).join('')}</div>`,
  'positioned boxes': (m) => `<div style="position:relative;width:200px;height:200px">${rectangles(m).map(({ x, y, width, height }) => `<div style="position:absolute;left:${x * 5}px;top:${y * 5}px;width:${width * 5}px;height:${height * 5}px;background:#000"></div>`).join('')}</div>`,
  'flex rows': (m) => lines(m, (row) => `<div style="display:flex">${row.map((dark) => `<div style="${box(dark, 5)}"></div>`).join('')}</div>`),
  'a flex box that wraps': (m) => `<div style="display:flex;flex-wrap:wrap;width:${m.length * 5}px">${m.flat().map((dark) => `<div style="${box(dark, 5)}"></div>`).join('')}</div>`,
  'a grid': (m) => `<div style="display:grid;grid-template-columns:repeat(${m.length},5px);width:${m.length * 5}px">${m.flat().map((dark) => `<div style="${box(dark, 5)}"></div>`).join('')}</div>`,
  'display table': (m) => `<div style="display:table">${lines(m, (row) => `<div style="display:table-row">${row.map((dark) => `<div style="display:table-cell;${box(dark, 5)}"></div>`).join('')}</div>`)}</div>`,
  'coloured spaces': (m) => `<pre style="font-family:monospace;line-height:1">${lines(m, (row) => runs(row).map(({ dark, count }) => (dark ? `<span style="background:#000">${spaces.repeat(count)}</span>` : spaces.repeat(count))).join(''))}</pre>`,
  'coloured blocks': (m) => `<pre style="font-family:monospace;line-height:1">${lines(m, (row) => row.map((dark) => `<font color=${dark ? 'black' : 'white'}>██</font>`).join(''))}</pre>`,
  'half blocks': (m) => `<pre style="font-family:monospace;line-height:1">${pairs(m, halves)}</pre>`,
  'half blocks as entities': (m) => `<pre style="font-family:monospace;line-height:1">${pairs(m, halves).replace(/[█▀▄]/g, (letter) => `&#${letter.codePointAt(0)};`)}</pre>`,
  'half blocks, light on dark': (m) => `<pre style="font-family:monospace;line-height:1;background:#000;color:#fff;padding:30px">${pairs(framed(m), lit)}</pre>`,
  'half blocks with hard spaces': (m) => `<p style="font-family:monospace;line-height:1">${pairs(m, halves).replace(/ /g, '&nbsp;').replace(/\n/g, '<br>\n')}</p>`,
};

/** The same where only characters are. */
export const plainForms = {
  'half blocks': (m) => pairs(m, halves),
  'full blocks': (m) => lines(m, (row) => row.map((dark) => (dark ? '██' : '  ')).join('')),
  'wide squares': (m) => lines(m, (row) => row.map((dark) => (dark ? '⬛' : '⬜')).join('')),
  'squares and wide spaces': (m) => lines(m, (row) => row.map((dark) => (dark ? '■' : '　')).join('')),
  'blocks and wide spaces': (m) => lines(m, (row) => row.map((dark) => (dark ? '█' : '　')).join('')),
  'quarters': (m) => groups(m, 2, 2, (bits) => quarters[bits]),
  'braille': (m) => groups(m, 2, 4, braille),
  'quoted': (m) => pairs(m, halves).replace(/^/gm, '> '),
};

const grid = (width, height, draw) => Array.from({ length: height }, (_, y) => `<tr>${Array.from({ length: width }, (_unused, x) => draw(x, y)).join('')}</tr>`).join('');

/** Coloured cells, boxes and characters of honest mail. */
export const honestForms = {
  'a calendar': `<table border=1>${grid(7, 6, (x, y) => `<td width=40 height=30 bgcolor="${x === 0 ? '#fcc' : x === 6 ? '#ccf' : '#fff'}">${y * 7 + x + 1}</td>`)}</table>`,
  'a chess board': `<table cellspacing=0>${grid(8, 8, (x, y) => `<td width=24 height=24 bgcolor="${(x + y) % 2 ? '#333' : '#eee'}"></td>`)}</table>`,
  'a board of twenty by twenty': `<table cellspacing=0>${grid(20, 20, (x, y) => `<td width=6 height=6 bgcolor="${(x + y) % 2 ? '#000' : '#fff'}"></td>`)}</table>`,
  'a list of prices in stripes': `<table>${grid(5, 40, (x, y) => `<td width=80 height=20 bgcolor="${y % 2 ? '#f3f3f3' : '#dfe8f0'}">￥${(x + 1) * 100}</td>`)}</table>`,
  'bars of progress': Array.from({ length: 12 }, (_, at) => `<table width=300 cellspacing=0><tr>${'<td width=30 height=8 bgcolor="#2a7"></td>'.repeat(at % 10)}<td height=8 bgcolor="#ddd"></td></tr></table>`).join(''),
  'a chart of block characters': `<pre>${Array.from({ length: 12 }, (_, at) => `${at + 1}月 ${'█'.repeat((at * 7) % 19 + 3)}${'░'.repeat(20 - (at * 7) % 19)}`).join('\n')}</pre>`,
  'activity of a year': `<table cellspacing=2>${grid(52, 7, (x, y) => `<td width=10 height=10 bgcolor="${['#ebedf0', '#9be9a8', '#40c463', '#216e39'][(x * 5 + y * 3) % 4]}"></td>`)}</table>`,
  'stars': '<p style="color:#f90">★★★★★ ■□■□ ▶▶</p>'.repeat(30),
  'a bar code': `<table cellspacing=0><tr>${Array.from({ length: 95 }, (_, at) => `<td width=2 height=60 bgcolor="${(at * 7) % 5 < 2 ? '#000' : '#fff'}"></td>`).join('')}</tr></table>`,
  'spacers of a newsletter': '<table width=600 bgcolor="#ffffff"><tr><td height=1 bgcolor="#dddddd"></td></tr><tr><td height=20 bgcolor="#232f3e"></td></tr></table>'.repeat(40),
};
