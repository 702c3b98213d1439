/* judge: asks the core about what was handed in, and shows the answer.
 *
 * An input is { text | blob, options, sample }. The one on the screen is kept as
 * it was read (`content`), so that the same message can be judged again with
 * other answers, even when its file has gone meanwhile. */

import { MESSAGE_BYTES_MAX, itemsOfFiles } from './intake.js';

async function readBlob(blob) {
  if (blob.size > MESSAGE_BYTES_MAX) throw Object.assign(new Error('too large'), { status: 'too_large' });
  return blob.arrayBuffer();
}

export function createJudge({ core, state, update, run }) {
  async function check(input, answers = state.answers) {
    const bytes = input.content ?? input.text ?? (await readBlob(input.blob));
    const profile = input.sample?.profile ?? (input.sample ? undefined : state.profile);
    const letters = input.letters?.length > 0 ? { letters: input.letters } : {};
    return core.check(bytes, { ...input.options, ...(profile ? { profile } : {}), answers: { ...answers, ...letters } });
  }

  const keepContent = async (input) => (input.blob ? { ...input, content: await readBlob(input.blob) } : input);

  function showResult(input, result) {
    if (result.kind === 'link' && result.links.length > 0) {
      const links = result.links.map((link) => ({ input: link.target, link }));
      update({ screen: 'links', links, problem: null, notice: null, working: null }, { fresh: true });
      return;
    }
    const clean = {
      before: null,
      answered: null,
      problem: null,
      notice: null,
      working: null,
      guideOpen: false,
      hiddenShown: false,
      marking: null,
      wholeShown: false,
      ticks: new Set(),
    };
    update({ screen: 'result', input, result, ...clean }, { fresh: true });
  }

  function open(input) {
    state.answers = {};
    if (!state.items?.includes(input)) state.items = null;
    return run(async (isCurrent) => {
      const opened = await keepContent(input);
      const result = await check(opened);
      if (isCurrent()) showResult(opened, result);
    });
  }

  /* A source is used as text, which keeps its lines, but only where the markup that came
   * with it shows nothing else: what a message holds beside a source, and what it hides,
   * is a part of that message. */
  async function readPaste(plain, html) {
    const read = async (text, kind) => {
      const input = { text, options: { kind, origin: 'paste' } };
      return [input, await check(input)];
    };
    const asText = plain.trim() ? await read(plain, 'auto') : null;
    if (!html.trim()) return asText;
    if (asText?.[1].kind === 'source') {
      const asMarkup = await read(html, 'auto');
      const { kind, oddities } = asMarkup[1];
      if (kind === 'source') return oddities.some(({ kind: odd }) => odd === 'source-quoted') ? asMarkup : asText;
    }
    return read(html, 'html');
  }

  function paste(plain, html, more = {}) {
    state.answers = {};
    state.items = null;
    return run(async (isCurrent) => {
      const [input, result] = await readPaste(plain, html);
      if (isCurrent()) showResult({ ...input, ...more }, result);
    });
  }

  /* One file is shown, several become a list. */
  function files(chosen, refuse) {
    if (chosen.length === 0) return undefined;
    state.answers = {};
    state.items = null;
    return run(async (isCurrent, progress) => {
      const items = await itemsOfFiles(chosen);
      if (!isCurrent()) return;
      const [first] = items;
      if (items.length === 1 && first.problem) refuse(first.problem, { name: first.name });
      else if (items.length === 1) {
        const opened = await keepContent(first);
        const result = await check(opened);
        if (isCurrent()) showResult(opened, result);
      } else await listItems(items, isCurrent, progress);
    });
  }

  async function listItems(items, isCurrent, progress) {
    progress.total = items.length;
    for (const item of items) {
      if (!item.problem) await summarize(item);
      if (!isCurrent()) return;
      progress.done++;
    }
    update({ screen: 'list', items, working: null, problem: null, notice: null }, { fresh: true });
  }

  /* Only what the list shows is kept: thousands of whole verdicts fill memory. */
  async function summarize(item) {
    try {
      const { verdict, message } = await check(item);
      Object.assign(item, { verdict, subject: message.subject, from: message.from[0]?.address ?? '' });
    } catch (error) {
      if (error.status === 'cancelled') throw error;
      item.problem = error.status === 'too_large' ? 'too_large' : 'unexpected';
    }
  }

  function links(lines) {
    return run(async (isCurrent) => {
      const judged = [];
      for (const line of lines) judged.push({ input: line, link: await core.link(line) });
      const clean = { problem: null, notice: null, working: null };
      if (isCurrent()) update({ screen: 'links', links: judged, ...clean }, { fresh: true });
    });
  }

  /* The same message once more; `answered` names the question that was answered,
   * `undo` is what holds again when this is cancelled. */
  function again({ answered = null, undo = {}, goTo } = {}) {
    if (state.screen !== 'result') return update({});
    return run(async (isCurrent) => {
      const before = state.result;
      const result = await check(state.input);
      if (isCurrent()) update({ result, before, answered, working: null, notice: null }, { judgedAgain: true, goTo });
    }, undo);
  }

  /* A made-up message, only to learn from; `show` makes the round's state of its result. */
  function practise(input, show) {
    return run(async (isCurrent) => {
      const practice = show(await check(input, {}));
      if (isCurrent()) update({ screen: 'practice', practice, problem: null, working: null }, { fresh: true });
    });
  }

  /* The same input, read in another way: another message of the page, or the marked one. */
  function readAs(options, goTo) {
    const undo = { input: state.input };
    const { page_message: _, marked: __, ...others } = state.input.options;
    state.input = { ...state.input, options: { ...others, ...options } };
    state.marking = null;
    return again({ undo, goTo });
  }

  /* The whole page that was pasted, for the person to mark the message in it. */
  function startMarking() {
    return run(async (isCurrent) => {
      const options = { ...state.input.options, marked: {} };
      const { message } = await check({ ...state.input, options });
      if (isCurrent()) update({ marking: { blocks: message.blocks }, working: null }, { goTo: 'message-heading' });
    }, {});
  }

  return { practise, readAs, startMarking, open, item: open, paste, files, links, again };
}
