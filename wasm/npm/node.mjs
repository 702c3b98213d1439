// node: the package in node: the module is a file beside it, the worker a thread.

import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { makeApi } from './api.mjs';

/** A thread with the face of a browser's worker. Idle, it does not keep the process. */
function startThread() {
  const thread = new Worker(new URL('./worker_node.mjs', import.meta.url));
  let waiting = 0;
  const port = {
    onmessage: null,
    onerror: null,
    postMessage(data) {
      waiting++;
      thread.ref();
      thread.postMessage(data);
    },
    terminate: () => thread.terminate(),
  };
  thread.on('message', (data) => {
    if (--waiting === 0) thread.unref();
    port.onmessage?.({ data });
  });
  thread.on('error', (error) => port.onerror?.({ message: String(error) }));
  return port;
}

const openModule = () => readFile(new URL('../honmono.wasm', import.meta.url));

export const { check, checkJson, link, linkJson, codes, codesJson, catalogue, catalogueJson, version, startWorker } =
  makeApi(openModule, startThread);
export { loadCore } from '../core.mjs';
