// api: what the package `honmono` exports, the same in node and in browsers.
//
// In: openModule() -> promise of the module's bytes; startPort() -> a worker that
//   runs serveCore(), with postMessage, onmessage, onerror and terminate.
// Out: check, checkJson, link, linkJson, codes, codesJson, catalogue, catalogueJson,
//   version, which load the core when first called, and startWorker().

import { connectCore, loadCore } from '../core.mjs';

export function makeApi(openModule, startPort) {
  let loaded = null;
  const load = () => {
    loaded ??= loadCore(openModule()).catch((error) => {
      loaded = null; // the next call tries again
      throw error;
    });
    return loaded;
  };
  const forward = (name) => async (...args) => (await load())[name](...args);
  const names = ['check', 'checkJson', 'link', 'linkJson', 'codes', 'codesJson', 'catalogue', 'catalogueJson', 'version'];
  return {
    ...Object.fromEntries(names.map((name) => [name, forward(name)])),
    startWorker: () => {
      const { cancel, ...calls } = connectCore(startPort);
      return { ...calls, cancel, close: cancel };
    },
  };
}
