/* message: what was received, shown back as people saw it, nothing in it alive. */
import { create } from '../dom.js';
import { say } from '../words.js';
import { linkDetails } from './link_card.js';
import { messageBody } from './message_body.js';
import { messageHead } from './message_head.js';
import { reasonWords } from './points.js';
import { mailPageFolds, mailPageNotes, markingSection } from './mail_page.js';

const UNSEEN_LINKS_MAX = 100;
const BLOCKS_FIRST = 300; /* more at once keep a phone busy for seconds */

export function messageSection(controller, numbers) {
  if (controller.state.marking) return markingSection(controller);
  const { result, hiddenShown, wholeShown } = controller.state;
  const { message, links, totals } = result;
  const used = new Set();
  const findingOf = new Map([...numbers].map(([index, number]) => [number, result.findings[index]]));
  const explain = (number) => reasonWords(findingOf.get(number), number);
  const shown = message.blocks.filter(({ hidden }) => !hidden);
  const hiddenCount = message.blocks.length - shown.length;
  const blocks = hiddenShown ? message.blocks : shown;
  const isLong = blocks.length > BLOCKS_FIRST && !wholeShown;
  const body = messageBody(isLong ? blocks.slice(0, BLOCKS_FIRST) : blocks, { links, numbers, used, explain });
  const empty = create('p', { class: 'dim' }, say('message.empty'));
  return create(
    'section',
    { class: 'message', 'aria-labelledby': 'message-heading' },
    create('h2', { id: 'message-heading', tabindex: '-1' }, say('message.heading')),
    create('p', { class: 'dim' }, say('message.lead')),
    mailPageNotes(controller),
    create(
      'div',
      { class: 'sheet' },
      messageHead(result, numbers, explain),
      create('div', { class: 'body', dir: 'auto' }, body.length > 0 ? body : empty),
      isLong && restButton(controller, blocks.length - BLOCKS_FIRST),
      totals.text_cut && create('p', { class: 'dim' }, say('message.cut')),
    ),
    hiddenCount > 0 && hiddenButton(controller, hiddenCount),
    mailPageFolds(controller),
    !isLong && unseenLinks(links, used),
    totals.links > totals.shown_links &&
      create('p', { class: 'dim' }, say('link.others', { count: totals.links - totals.shown_links })),
    oddityList(result.oddities.filter((oddity) => !isMailerPage(oddity))),
  );
}

/* Not hard to read, but left out: said where the message is shown. */
const isMailerPage = ({ kind }) => kind === 'mailer-page';

function hiddenButton(controller, count) {
  const { hiddenShown } = controller.state;
  const toggle = () => controller.toggle('hiddenShown');
  return create(
    'button',
    { class: 'quiet', id: 'show-hidden', 'aria-pressed': String(hiddenShown), on: { click: toggle } },
    hiddenShown ? say('message.hide_hidden') : say('message.show_hidden', { count }),
  );
}

function restButton(controller, count) {
  const showAll = () => controller.toggle('wholeShown');
  return create(
    'button',
    { class: 'quiet', id: 'show-rest', on: { click: showAll } },
    say('message.show_rest', { count }),
  );
}

/* Links that stand nowhere in the shown text: of areas, forms, hidden parts, answers. */
function unseenLinks(links, used) {
  const unseen = links.map((link, index) => ({ link, index })).filter(({ index }) => !used.has(index));
  if (unseen.length === 0) return null;
  return create(
    'details',
    { class: 'fold plain', id: 'hidden-links' },
    create('summary', {}, `${say('link.hidden_list')} (${unseen.length})`),
    unseen.slice(0, UNSEEN_LINKS_MAX).map(({ link, index }) => {
      const look = { class: `link-result standing-${link.standing}`, 'data-standing': link.standing };
      const source = create('p', { class: 'dim' }, say(`link.source.${link.source}`));
      return create('div', look, source, linkDetails(link, `unseen-${index}`, true));
    }),
  );
}

function oddityList(oddities) {
  if (oddities.length === 0) return null;
  return create(
    'details',
    { class: 'fold plain', id: 'oddities' },
    create('summary', {}, say('message.oddities')),
    create(
      'ul',
      {},
      oddities.map(({ kind }) => create('li', { 'data-oddity': kind }, say(`oddities.${kind}`))),
    ),
  );
}
