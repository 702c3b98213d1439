/* start_worker: the only way this page starts a worker: from a script that the build
 * put into it. */

const allowed = new Set();
let policy = null;

/* Made when the first worker starts: a page that starts its workers otherwise has a policy of its own. */
const makePolicy = () =>
  globalThis.trustedTypes?.createPolicy('honmono-worker', {
    createScriptURL(address) {
      if (!allowed.has(address)) throw new TypeError('not a worker of this page');
      return address;
    },
  });

export function startWorker(script) {
  policy ??= makePolicy();
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  allowed.add(address);
  const worker = new Worker(policy ? policy.createScriptURL(address) : address);
  setTimeout(() => {
    URL.revokeObjectURL(address);
    allowed.delete(address);
  }, 30000);
  return worker;
}
