/* main: the page: its core, its screens, and text shared to the installed site. */

import { startCore } from './core.js';
import { openPage } from './page.js';
import { connectSite } from './site.js';

connectSite(openPage({ core: startCore() }));
