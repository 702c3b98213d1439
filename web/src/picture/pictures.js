/* pictures: what the controller does with pictures: reads them, keeps what the person
 * corrects, and hands the words on to be judged. */

import { embeddedIn } from './embedded.js';
import { createReader } from './reader.js';

const PICTURES_MAX = 5; /* screenshots of one long message */
const LETTERS_MIN = 6; /* read with some certainty; less is a pattern in a photograph */

export function createPictures({ core, state, update, run, judge, refuse }) {
  const reader = createReader(core);

  const judgeCode = async (code) => ({ ...code, link: code.kind === 'link' ? await core.link(code.text) : null });

  async function readAll(files, isCurrent, progress) {
    const all = [];
    for (const [index, file] of files.entries()) {
      const onProgress = (done, total) => {
        progress.total = Math.max(2, total) * files.length;
        progress.done = done + index * total;
      };
      all.push(await reader.read(file, onProgress));
      if (!isCurrent()) return null;
    }
    return all;
  }

  /* What of the codes can be opened counts as a link of the message. */
  const seenIn = (codes) => {
    const targets = codes.filter(({ kind }) => kind !== 'text' && kind !== 'binary').map(({ text }) => text);
    return targets.length > 0 ? { seen: [{ codes: targets }] } : {};
  };

  const toPicture = (all, codes) => {
    const hasWords = all.some(({ letters }) => letters >= LETTERS_MIN);
    return {
      previews: all.map(({ preview }) => preview),
      text: hasWords ? all.map(({ text }) => text).join('\n').trim() : '',
      doubts: all.flatMap(({ doubts }) => doubts),
      compared: [],
      codes,
      more: all.some(({ more }) => more),
    };
  };

  /* The pictures that the message on the screen carries: their codes count at once, their
   * words when the person says so. A picture that cannot be opened is passed over. */
  function readEmbedded() {
    const { input } = state;
    return run(async (isCurrent, progress) => {
      const blobs = embeddedIn(input);
      const all = [];
      for (const [index, blob] of blobs.entries()) {
        Object.assign(progress, { total: blobs.length, done: index });
        try {
          all.push(await reader.read(blob, () => {}));
        } catch (error) {
          if (error.status !== 'picture') throw error;
        }
        if (!isCurrent()) return undefined;
      }
      const codes = await Promise.all(all.flatMap((one) => one.codes).map(judgeCode));
      if (!isCurrent()) return undefined;
      state.input = { ...input, read: toPicture(all, codes), options: { ...input.options, ...seenIn(codes) } };
      return judge.again({ goTo: 'embedded-heading' });
    }, {});
  }

  function openEmbedded() {
    update({ screen: 'picture', picture: state.input.read, problem: null, notice: null }, { fresh: true });
  }

  function open(files) {
    return run(async (isCurrent, progress) => {
      let all;
      try {
        all = await readAll(files.slice(0, PICTURES_MAX), isCurrent, progress);
      } catch (error) {
        if (error.status === 'picture' && isCurrent()) return refuse(error.problem);
        throw error;
      }
      if (!all) return undefined;
      const codes = await Promise.all(all.flatMap((one) => one.codes).map(judgeCode));
      if (!isCurrent()) return undefined;
      const picture = toPicture(all, codes);
      if (!picture.text && codes.length === 0) return refuse('picture_empty');
      return update({ screen: 'picture', picture, items: null, problem: null, notice: null, working: null }, { fresh: true });
    });
  }

  function check() {
    const { text, compared, codes } = state.picture;
    if (!text.trim()) return refuse('empty');
    const options = { kind: 'text', origin: 'picture', ...seenIn(codes) };
    return judge.open({ text, letters: compared, options, fromPicture: true });
  }

  return {
    open,
    readEmbedded,
    openEmbedded,
    check,
    cancel: reader.cancel,
    keep: (change) => Object.assign(state.picture, change),
    compare(host, isSame) {
      const others = state.picture.compared.filter((one) => one !== host);
      state.picture.compared = isSame ? [...others, host] : others;
    },
  };
}
