/* letters: two names of sites, letter under letter.
 *
 * In: the host that a link leads to, as it looks. Out: null where it has too little
 * in common with Amazon's, else { name, columns, spans }: columns are [real, wanted,
 * same] with "" for a gap; spans are the differences [real, wanted] in order. The
 * alignment is the cheapest one with affine gaps (Gotoh 1982), so that an inserted
 * word stays one piece. */

const NAMES = ['amazon.co.jp', 'amazon.com'];
const HOST_MAX = 90; /* a longer host is not read letter by letter by anybody */
const LEAST_ALIKE = 4; /* letters in a row */
const OPEN = 2;
const GOES_ON = 0.1;
const OTHER = 1;

/* States: 0 letters stand under each other, 1 the host has more, 2 the name has more. */
function align(host, name) {
  const rows = host.length + 1;
  const columns = name.length + 1;
  const cell = () => ({ cost: [Infinity, Infinity, Infinity], from: [0, 0, 0] });
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
  const best = (costs) => costs.indexOf(Math.min(...costs));
  const gap = (before, state) => before.cost.map((cost, from) => cost + (from === state ? GOES_ON : OPEN));
  table[0][0].cost[0] = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const here = table[i][j];
      const take = (state, costs) => {
        here.from[state] = best(costs);
        here.cost[state] = costs[here.from[state]];
      };
      if (i > 0 && j > 0) {
        const other = host[i - 1] === name[j - 1] ? 0 : OTHER;
        take(0, table[i - 1][j - 1].cost.map((cost) => cost + other));
      }
      if (i > 0) take(1, gap(table[i - 1][j], 1));
      if (j > 0) take(2, gap(table[i][j - 1], 2));
    }
  }
  const pairs = [];
  let [i, j] = [rows - 1, columns - 1];
  let state = best(table[i][j].cost);
  const cost = table[i][j].cost[state];
  while (i > 0 || j > 0) {
    const from = table[i][j].from[state];
    pairs.unshift([state === 2 ? '' : host[i - 1], state === 1 ? '' : name[j - 1]]);
    if (state !== 2) i--;
    if (state !== 1) j--;
    state = from;
  }
  return { cost, pairs };
}

function longestRun(pairs) {
  let now = 0;
  let longest = 0;
  for (const [real, wanted] of pairs) {
    now = real === wanted ? now + 1 : 0;
    longest = Math.max(longest, now);
  }
  return longest;
}

export function compareLetters(host) {
  const letters = [...host.replace(/^www\./, '')];
  if (letters.length === 0 || letters.length > HOST_MAX) return null;
  const tries = NAMES.map((name) => ({ name, ...align(letters, [...name]) }));
  const { name, pairs } = tries.reduce((best, one) => (one.cost < best.cost ? one : best));
  if (longestRun(pairs) < LEAST_ALIKE) return null;
  const spans = [];
  let isOpen = false;
  for (const [real, wanted] of pairs) {
    if (real !== wanted) {
      if (!isOpen) spans.push(['', '']);
      const last = spans.at(-1);
      last[0] += real;
      last[1] += wanted;
    }
    isOpen = real !== wanted;
  }
  return { name, columns: pairs.map(([real, wanted]) => [real, wanted, real === wanted]), spans };
}
