/* message_body: the text of the message.
 *
 * In: message.blocks, already cut into runs at link and evidence borders. Out:
 * paragraphs, headings, table rows, buttons as drawings; marks with the numbers
 * of their reasons; links that explain themselves (link_text.js). `context` is
 * { links, numbers, used, explain }; used is filled with the links that were shown. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { linkText } from './link_text.js';
import { marked, showReason, withNumbers } from './places.js';

const TAGS = { quote: 'blockquote', preformatted: 'pre' };

export function messageBody(blocks, context) {
  return inRows(blocks).map((row) => {
    const cells = row.map((block) => blockText(block, context));
    return cells.length > 1 ? create('div', { class: 'table-row' }, cells) : cells[0];
  });
}

/* A "row" block is the first cell of a table's row, the "cell" blocks after it are the others. */
function inRows(blocks) {
  const rows = [];
  for (const block of blocks) {
    if (block.kind === 'cell' && ['row', 'cell'].includes(rows.at(-1)?.at(-1).kind)) rows.at(-1).push(block);
    else rows.push([block]);
  }
  return rows;
}

function blockText(block, context) {
  const look = { class: `block-${block.kind}${block.hidden ? ' hidden-text' : ''}`, dir: 'auto' };
  const why = block.hidden && create('span', { class: 'hidden-why' }, say(`hidden.${block.hidden}`));
  return create(TAGS[block.kind] ?? 'p', look, why, piecesOf(block, context));
}

function piecesOf(block, context) {
  const numbers = new Set(block.runs.flatMap((run) => numbersIn(run, context)));
  const pieces = groupByLink(block.runs).map(({ link, runs }) => {
    const texts = runs.map((run) => runText(run, context));
    const judged = Number.isInteger(link) ? context.links[link] : undefined;
    if (!judged) return texts;
    context.used.add(link);
    context.shown = (context.shown ?? 0) + 1;
    return linkText(judged, texts, `link-${context.shown}`);
  });
  return withNumbers(pieces, [...numbers], context.explain);
}

/* Neighbouring runs of one link are one link. */
function groupByLink(runs) {
  const groups = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && run.link !== null && run.link === last.link) last.runs.push(run);
    else groups.push({ link: run.link, runs: [run] });
  }
  return groups;
}

const numbersIn = (run, { numbers }) => run.marks.map((mark) => numbers.get(mark)).filter(Boolean);

function runText(run, context) {
  const text = run.image ? create('span', { class: 'image' }, say('message.image', { text: run.text })) : run.text;
  const list = numbersIn(run, context);
  if (list.length === 0) return text;
  const explain = ({ currentTarget }) => showReason(list[0], currentTarget, context.explain);
  return create('mark', { ...marked(list), on: { click: explain } }, text);
}
