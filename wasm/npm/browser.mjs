// browser: the package in browsers: the module is inside the script, so that nothing
// is fetched; the worker is a module worker.

import { makeApi } from './api.mjs';
import { openModule } from './inflate.mjs';

const startPort = () => new Worker(new URL('./worker_browser.mjs', import.meta.url), { type: 'module' });

export const { check, checkJson, link, linkJson, codes, codesJson, catalogue, catalogueJson, version, startWorker } =
  makeApi(openModule, startPort);
export { loadCore } from '../core.mjs';
