// wasm: the built module in node, through the loader that the page uses.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCore } from '../../wasm/core.mjs';
import { rootDir } from './cases.mjs';
import { requireBuilt } from './native.mjs';

export const wasmPath = join(rootDir, 'build', 'wasm', 'honmono.wasm');

export const loadWasm = () => loadCore(readFileSync(requireBuilt(wasmPath)));
