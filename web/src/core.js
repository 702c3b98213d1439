/* core: starts the C core in a worker.
 *
 * In: the wasm, gzip and base64, as it stands in the page. Out: the asynchronous
 * core of wasm/core.mjs. The worker is a blob made from our own script: the one
 * place where the page needs Trusted Types, and its policy lets only that pass. */

import { connectCore } from '../../wasm/core.mjs';
import workerScript from 'worker-script';

const allowed = new Set();
const policy = globalThis.trustedTypes?.createPolicy('honmono-worker', {
  createScriptURL(address) {
    if (!allowed.has(address)) throw new TypeError('not a worker of this page');
    return address;
  },
});

function startWorker(packed) {
  const address = URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
  allowed.add(address);
  const worker = new Worker(policy ? policy.createScriptURL(address) : address);
  worker.postMessage({ packed });
  setTimeout(() => {
    URL.revokeObjectURL(address);
    allowed.delete(address);
  }, 30000);
  return worker;
}

export function startCore() {
  const packed = document.getElementById('core').textContent;
  return connectCore(() => startWorker(packed));
}
