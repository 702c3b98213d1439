/* mail_page: what stood round the message when it was pasted.
 *
 * In: message.page (the page of a web mailer), message.forwarded. Out: what was left
 * out, to be opened; the other messages of the page, to be chosen; a way to say where
 * the message begins and ends when the core took the wrong part for it. */
import { create } from '../dom.js';
import { say } from '../words.js';

const MARK_BLOCKS_MAX = 1000; /* lines to press; more are no page of a mailer */
const LINE_MAX = 160; /* letters of one of them */

/* Above the message: what it is that is shown below. */
export function mailPageNotes(controller) {
  const { result, input } = controller.state;
  const { page, forwarded, from } = result.message;
  return [
    forwarded && from.length > 0 && forwardedNote(from[0]),
    page && !input.options.marked && create('p', { 'data-oddity': 'mailer-page' }, say('oddities.mailer-page')),
    page && input.options.marked && markedNote(controller),
    page && isEmpty(result) && create('p', { class: 'hint', 'data-note': 'no-body' }, say('mail_page.no_body')),
    page && page.messages.length > 1 && otherMessages(controller, page),
  ];
}

/* Mailers that show the message in a frame of its own: a copy of the page has none of it. */
const isEmpty = ({ message }) => message.blocks.every(({ hidden }) => hidden);

/* Below it: what was left out, and the way to correct it. */
export function mailPageFolds(controller) {
  const { result } = controller.state;
  const { page } = result.message;
  const pasted = result.kind === 'html' || result.kind === 'text';
  return [page && (page.above || page.below) && leftOut(page), pasted && markButton(controller)];
}

function forwardedNote({ name, address }) {
  const sender = create('bdi', { class: 'filled' }, name && name !== address ? `${name} <${address}>` : address);
  return create('p', { 'data-note': 'forwarded' }, say('mail_page.forwarded'), ' ', sender);
}

function markedNote(controller) {
  const undo = create('button', { class: 'quiet', id: 'unmark', on: { click: () => controller.unmark() } });
  undo.append(say('mail_page.unmark'));
  return create('p', { 'data-note': 'marked' }, say('mail_page.marked'), ' ', undo);
}

function otherMessages(controller, { messages, judged }) {
  const choice = (index) => {
    const { from, date } = messages[index];
    const button = create('input', {
      type: 'radio',
      name: 'page-message',
      id: `page-message-${index}`,
      checked: index === judged,
      on: { change: () => controller.choosePageMessage(index) },
    });
    const sender = create('bdi', {}, from);
    return create(
      'li',
      {},
      create('label', {}, button, create('span', {}, `${index + 1}. `, sender, date && ' ', create('bdi', {}, date))),
    );
  };
  return create(
    'fieldset',
    { class: 'page-messages', id: 'page-messages' },
    create('legend', {}, say('mail_page.several', { count: messages.length })),
    create('p', { class: 'dim' }, say(judged === null ? 'mail_page.all_as_one' : 'mail_page.one_judged')),
    create('ul', {}, messages.map((_, index) => choice(index))),
  );
}

function leftOut({ above, below }) {
  const lines = [above, below].filter(Boolean).map((text) => create('pre', { class: 'left-out', dir: 'auto' }, text));
  return create(
    'details',
    { class: 'fold plain', id: 'left-out' },
    create('summary', {}, say('mail_page.left_out')),
    create('p', { class: 'dim' }, say('mail_page.left_out_lead')),
    lines,
  );
}

function markButton(controller) {
  return create(
    'button',
    { class: 'quiet', id: 'mark', on: { click: () => controller.startMarking() } },
    say('mail_page.mark'),
  );
}

/* The whole page, line by line: the first line of the message is pressed, then the last. */
export function markingSection(controller) {
  const { blocks } = controller.state.marking;
  const lines = blocks
    .map(({ hidden, runs }, index) => ({ index, hidden, text: runs.map(({ text }) => text).join('') }))
    .filter(({ hidden, text }) => !hidden && text.trim())
    .slice(0, MARK_BLOCKS_MAX);
  const range = { first: null, last: null };
  const said = create('p', { role: 'status', class: 'marked-range' }, say('mail_page.mark_first'));
  const use = create('button', { class: 'primary', id: 'mark-use', disabled: true }, say('mail_page.mark_use'));
  const buttons = lines.map(({ index, text }) => lineButton(index, text, () => press(index)));

  function press(index) {
    const isBeginning = range.first === null || range.last !== null || index < range.first;
    Object.assign(range, isBeginning ? { first: index, last: null } : { last: index });
    const last = range.last ?? range.first;
    lines.forEach(({ index: at }, place) => {
      buttons[place].setAttribute('aria-pressed', String(at >= range.first && at <= last));
    });
    const chosen = lines.filter(({ index: at }) => at >= range.first && at <= last).length;
    said.textContent = say(range.last === null ? 'mail_page.mark_last' : 'mail_page.mark_done', { count: chosen });
    use.disabled = range.last === null;
  }
  use.addEventListener('click', () => controller.mark(range.first, range.last));
  return create(
    'section',
    { class: 'message marking', 'aria-labelledby': 'message-heading' },
    create('h2', { id: 'message-heading', tabindex: '-1' }, say('mail_page.mark_heading')),
    create('p', {}, say('mail_page.mark_lead')),
    create('ol', { class: 'mark-lines' }, buttons.map((button) => create('li', {}, button))),
    create(
      'div',
      { class: 'mark-bar' },
      said,
      use,
      create('button', { class: 'quiet', id: 'mark-stop', on: { click: () => controller.stopMarking() } }, say('mail_page.mark_stop')),
    ),
  );
}

function lineButton(index, text, press) {
  const short = text.length > LINE_MAX ? `${text.slice(0, LINE_MAX)}…` : text;
  const look = { class: 'mark-line', id: `mark-line-${index}`, 'aria-pressed': 'false', dir: 'auto', on: { click: press } };
  return create('button', look, short);
}
