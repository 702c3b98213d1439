// worker_browser: the worker that startWorker() starts in a browser.

import { loadCore, serveCore } from '../core.mjs';
import { openModule } from './inflate.mjs';

serveCore(globalThis, loadCore(openModule()));
