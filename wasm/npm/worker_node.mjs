// worker_node: the thread that startWorker() starts in node.

import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { loadCore, serveCore } from '../core.mjs';

const scope = { onmessage: null, postMessage: (data) => parentPort.postMessage(data) };
parentPort.on('message', (data) => scope.onmessage({ data }));
serveCore(scope, loadCore(readFile(new URL('../honmono.wasm', import.meta.url))));
