/* worker: reads one picture, then is ended, and its memory with it.
 *
 * In: { wasm, model, blob }. Out: { decoded }, then { done, total } while it reads, then
 * { read }; or { problem }, the id of a sentence. */

import { decodePicture } from './decode.js';
import { readPicture, startEngine } from './engine.js';
import { joinPicture } from './join.js';

self.onmessage = async ({ data: { wasm, model, blob } }) => {
  try {
    const decoded = await decodePicture(blob);
    self.postMessage({ decoded }, [decoded.preview]);
    const engine = await startEngine(await wasm, model);
    const { grey, width, height } = decoded;
    const lines = readPicture(engine, { grey, width, height }, (done, total) => self.postMessage({ done, total }));
    self.postMessage({ read: joinPicture(lines) });
  } catch (error) {
    self.postMessage({ problem: error.problem ?? 'picture_unreadable' });
  }
};
