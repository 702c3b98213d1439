/* reader: pictures to words and codes.
 *
 * In: blobs, the core. Out: { preview, text, doubts, codes } of each. Cancelling ends the
 * worker; so does the end of each picture: it gives the memory back. */

import { loadExtra, loadExtraText } from '../extras.js';
import { startWorker } from '../start_worker.js';

const failure = (status, problem = null) => Object.assign(new Error(status), { status, problem });

export function createReader(core) {
  let end = () => {};

  async function findCodes({ grey, channels, width, height }) {
    for (const shades of [grey, ...channels]) {
      const { codes, more } = await core.codes(shades, width, height);
      if (codes.length > 0) return { codes, more };
    }
    return { codes: [], more: false };
  }

  /* Codes are looked for while the words are read. */
  async function read(blob, onProgress) {
    const [script, wasm, model] = await Promise.all([
      loadExtraText('reader'),
      loadExtra('reader-wasm'),
      loadExtra('reader-model'),
    ]);
    const worker = startWorker(script);
    let codes = Promise.resolve({ codes: [], more: false });
    let preview = null;
    try {
      const words = await new Promise((resolve, reject) => {
        end = () => reject(failure('cancelled'));
        worker.onerror = () => reject(failure('crashed'));
        worker.onmessage = ({ data }) => {
          if (data.problem) reject(failure('picture', data.problem));
          else if (data.read) resolve(data.read);
          else if (data.decoded) {
            ({ preview } = data.decoded);
            codes = findCodes(data.decoded);
            codes.catch(() => {});
          } else onProgress(data.done, data.total);
        };
        worker.postMessage({ wasm, model, blob }, [wasm, model]);
      });
      return { preview, ...words, ...(await codes) };
    } finally {
      worker.terminate();
      end = () => {};
    }
  }

  return { read, cancel: () => end() };
}
