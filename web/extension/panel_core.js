/* panel_core: the panel's core, in a worker out of the package. */

import { connectCore } from '../../wasm/core.mjs';
import packed from './honmono_wasm.js';

const WORKER = 'worker.js';
const policy = globalThis.trustedTypes?.createPolicy('honmono-worker', {
  createScriptURL: (name) => (name === WORKER ? name : ''),
});

export const startCore = () =>
  connectCore(() => {
    const worker = new Worker(policy ? policy.createScriptURL(WORKER) : WORKER);
    worker.postMessage({ packed });
    return worker;
  });
