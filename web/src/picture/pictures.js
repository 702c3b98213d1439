/* pictures: what the controller does with pictures: reads them, keeps what the person
 * corrects, and hands the words on to be judged. */

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
      const hasWords = all.some(({ letters }) => letters >= LETTERS_MIN);
      if (!isCurrent()) return undefined;
      if (!hasWords && codes.length === 0) return refuse('picture_empty');
      const picture = {
        previews: all.map(({ preview }) => preview),
        text: hasWords ? all.map(({ text }) => text).join('\n') : '',
        doubts: all.flatMap(({ doubts }) => doubts),
        compared: [],
        codes,
        more: all.some(({ more }) => more),
      };
      return update({ screen: 'picture', picture, items: null, problem: null, notice: null, working: null }, { fresh: true });
    });
  }

  function check() {
    const { text, compared, codes } = state.picture;
    if (!text.trim()) return refuse('empty');
    const targets = codes.filter(({ kind }) => kind !== 'text' && kind !== 'binary').map(({ text: target }) => target);
    const seen = targets.length > 0 ? { seen: [{ codes: targets }] } : {};
    return judge.open({ text, letters: compared, options: { kind: 'text', origin: 'picture', ...seen }, fromPicture: true });
  }

  return {
    open,
    check,
    cancel: reader.cancel,
    keep: (change) => Object.assign(state.picture, change),
    compare(host, isSame) {
      const others = state.picture.compared.filter((one) => one !== host);
      state.picture.compared = isSame ? [...others, host] : others;
    },
  };
}
