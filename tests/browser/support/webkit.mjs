// webkit: MiniBrowser of WebKitGTK, asked by plain WebDriver calls. The driver
// has no events for requests and no touch, so only a short journey runs here.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY = '/usr/bin/xvfb-run';
const PORT = 4555;

function findBrowser() {
  const folder = '/usr/lib/x86_64-linux-gnu';
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder)
    .filter((name) => name.startsWith('webkit2gtk-'))
    .sort()
    .reverse();
  return versions.map((name) => `${folder}/${name}/MiniBrowser`).find((path) => existsSync(path));
}

/** A reason to skip, or false. */
export function missingWebkit() {
  if (!existsSync(DRIVER)) return `no ${DRIVER}`;
  if (!existsSync(DISPLAY)) return `no ${DISPLAY}`;
  return findBrowser() ? false : 'no MiniBrowser';
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function call(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
  return value;
}

export async function openWebkit(url) {
  const driver = spawn(DISPLAY, ['-a', DRIVER, `--port=${PORT}`], { stdio: 'ignore', detached: true });
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
  const browser = { binary: findBrowser(), args: ['--automation'] };
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browser } },
  });
  const path = `/session/${sessionId}`;
  const run = (code, ...args) =>
    call('POST', `${path}/execute/async`, {
      script: `const done = arguments[arguments.length - 1]; Promise.resolve((${code})(...arguments)).then(done, (error) => done(String(error)));`,
      args,
    });
  await call('POST', `${path}/url`, { url });
  return {
    run: (code, value) => run(String(code), value),
    async close() {
      await call('DELETE', path).catch(() => {});
      process.kill(-driver.pid);
    },
  };
}
