/* core: starts the core in a worker of this page, from the bytes the build put in.
 *
 * In: the packed wasm in <script id="core">. Out: check, link, codes, catalogue, cancel
 * (wasm/core.mjs). A cancelled or broken worker is replaced at the next call. */

import { connectCore } from '../../wasm/core.mjs';
import workerScript from 'worker-script';
import { startWorker } from './start_worker.js';

export function startCore() {
  const packed = document.getElementById('core').textContent;
  return connectCore(() => {
    const worker = startWorker(workerScript);
    worker.postMessage({ packed });
    return worker;
  });
}
