// core: the C core for JavaScript; the page, node and the tests use only this.
//
// In: honmono.wasm as bytes, as a WebAssembly.Module, or as a promise of either.
// Out: loadCore(wasm) -> { check(bytes, options), link(url), codes(grey, width, height),
//   catalogue() }, promises of parsed JSON, and the same as texts: checkJson, linkJson,
//   codesJson, catalogueJson. A failure is an Error whose `status` is the core's name for
//   it ("bad_options", "too_large", "no_memory") or "crashed".
//   serveCore() answers a worker's messages {id, call, args} with {id, result}
//   or {id, error}; connectCore() is the other end, with cancel().
// Why: the module has no imports, so this file is all the glue there is.
//
// The memory of an instance never shrinks: after a large message, and after any
// failure, the instance is dropped and the next call starts a fresh one.

const FRESH_AFTER_BYTES = 4 << 20;
const STATUS_OK = 0;
const NO_MEMORY = 3;
const POINTER_BYTES = 4;
const PICTURE_BYTES_PER_PIXEL = 10; // what looking for codes takes

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const toBytes = (value) =>
  typeof value === 'string' ? encoder.encode(value) : value instanceof ArrayBuffer ? new Uint8Array(value) : value;

function makeError(status, problem) {
  return Object.assign(new Error(problem ? `${status}: ${problem}` : status), { status, problem: problem ?? null });
}

// Memory moves when it grows, so every view is made for one use.
const viewOf = (core) => new Uint8Array(core.memory.buffer);

function readText(core, at) {
  const bytes = viewOf(core);
  return decoder.decode(bytes.subarray(at, bytes.indexOf(0, at)));
}

function allocate(core, size) {
  const at = core.malloc(size);
  if (at === 0) throw makeError(readText(core, core.honmono_status_name(NO_MEMORY)));
  return at;
}

/** A NUL-terminated copy of `bytes` in the module's memory. */
function copyIn(core, bytes) {
  const at = allocate(core, bytes.length + 1);
  const memory = viewOf(core);
  memory.set(bytes, at);
  memory[at + bytes.length] = 0;
  return at;
}

/** Runs run(slot) -> status, where slot receives the JSON; returns the JSON's text. */
function takeJson(core, run, explain) {
  const slot = allocate(core, POINTER_BYTES);
  const status = run(slot);
  if (status !== STATUS_OK) throw makeError(readText(core, core.honmono_status_name(status)), explain?.());
  const json = new DataView(core.memory.buffer).getUint32(slot, true);
  const text = readText(core, json);
  core.honmono_free(json);
  core.free(slot);
  return text;
}

function checkMessage(core, bytes, options) {
  const message = copyIn(core, bytes);
  const optionsAt = options ? copyIn(core, encoder.encode(JSON.stringify(options))) : 0;
  const explain = () => {
    const problem = optionsAt && core.honmono_options_problem(optionsAt);
    return problem ? readText(core, problem) : null;
  };
  const json = takeJson(core, (slot) => core.honmono_check(slot, message, bytes.length, optionsAt), explain);
  core.free(message);
  if (optionsAt) core.free(optionsAt);
  return json;
}

function checkLink(core, bytes) {
  const link = copyIn(core, bytes);
  const json = takeJson(core, (slot) => core.honmono_link(slot, link, bytes.length));
  core.free(link);
  return json;
}

function findCodes(core, grey, width, height) {
  if (grey.length !== width * height) throw makeError('bad_options', 'a grey picture has one byte a pixel');
  const pixels = copyIn(core, grey);
  const json = takeJson(core, (slot) => core.honmono_codes(slot, pixels, width, height));
  core.free(pixels);
  return json;
}

export async function loadCore(wasm) {
  const source = await wasm;
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  let current = null;

  // What a failed call leaves allocated goes with its instance.
  async function run(call, size) {
    current ??= WebAssembly.instantiate(module).then(({ exports }) => (exports._initialize(), exports));
    const instance = current;
    const drop = () => { if (current === instance) current = null; };
    try {
      return call(await instance);
    } catch (error) {
      drop();
      throw error.status ? error : makeError('crashed', String(error));
    } finally {
      if (size > FRESH_AFTER_BYTES) drop();
    }
  }

  const checkJson = (message, options) => {
    const bytes = toBytes(message);
    return run((core) => checkMessage(core, bytes, options), bytes.length);
  };
  const linkJson = (url) => {
    const bytes = toBytes(url);
    return run((core) => checkLink(core, bytes), bytes.length);
  };
  const codesJson = (grey, width, height) =>
    run((core) => findCodes(core, grey, width, height), grey.length * PICTURE_BYTES_PER_PIXEL);
  const catalogueJson = () => run((core) => takeJson(core, (slot) => core.honmono_catalogue(slot)), 0);

  return {
    checkJson,
    linkJson,
    codesJson,
    catalogueJson,
    check: async (message, options) => JSON.parse(await checkJson(message, options)),
    link: async (url) => JSON.parse(await linkJson(url)),
    codes: async (grey, width, height) => JSON.parse(await codesJson(grey, width, height)),
    catalogue: async () => JSON.parse(await catalogueJson()),
    version: () => run((core) => readText(core, core.honmono_version()), 0),
  };
}

/** The worker's end: `scope` is its global scope, `core` what loadCore() promised. */
export function serveCore(scope, core) {
  const calls = ['check', 'link', 'codes', 'catalogue', 'version'];
  scope.onmessage = async ({ data: { id, call, args } }) => {
    try {
      if (!calls.includes(call)) throw makeError('unknown_call', String(call));
      scope.postMessage({ id, result: await (await core)[call](...args) });
    } catch (error) {
      const { status = 'crashed', problem = null, message } = error;
      scope.postMessage({ id, error: { status, problem, message } });
    }
  };
}

/** The page's end. `start` makes a worker that runs serveCore(); cancel() ends
 * it, rejects what is under way with status "cancelled", and the next call
 * starts another. An answer that nobody waits for any more is dropped. */
export function connectCore(start) {
  let worker = null;
  let nextId = 1;
  const waiting = new Map();

  function end(status, problem) {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(makeError(status, problem));
    waiting.clear();
  }

  function connect() {
    const started = start();
    started.onmessage = ({ data: { id, result, error } }) => {
      const call = waiting.get(id);
      if (!call) return;
      waiting.delete(id);
      if (error) call.reject(makeError(error.status, error.problem));
      else call.resolve(result);
    };
    started.onerror = (event) => { if (started === worker) end('crashed', event.message); };
    return started;
  }

  function send(call, ...args) {
    worker ??= connect();
    const id = nextId++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, args });
    });
  }

  return {
    check: (message, options) => send('check', message, options),
    link: (url) => send('link', url),
    codes: (grey, width, height) => send('codes', grey, width, height),
    catalogue: () => send('catalogue'),
    version: () => send('version'),
    cancel: () => end('cancelled'),
  };
}
