// marionette: a person with the extension in Firefox ESR, driven over Firefox's own protocol,
// which reaches the browser's frame too: the toolbar button, the sidebar, the context menu.
//
// Out: openFirefoxExtension() -> { world, open(path, html), run, press, side, menu, act, close }.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionFolder, HOST, until } from './extension.mjs';
import { openWorld } from './mailers.mjs';
import { browsers, missing } from './page.mjs';

export const noFirefoxExtension = () =>
  missing('firefox') || (existsSync(join(extensionFolder, 'manifest.json')) ? false : 'dist/extension is not built');

const preferences = (port) => ({
  'marionette.port': 0,
  'intl.locale.requested': 'ja',
  'intl.accept_languages': 'ja',
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true,
  'media.gmp-manager.updateEnabled': false,
  'dom.security.https_first': false,
  'ui.prefersReducedMotion': 1,
});

/* "length:[type, id, ...]", answers by their ids. */
function talk(socket) {
  let rest = Buffer.alloc(0);
  let last = 0;
  const waiting = new Map();
  socket.on('data', (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (let colon = rest.indexOf(58); colon > 0; colon = rest.indexOf(58)) {
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (rest.length < end) return;
      const message = JSON.parse(rest.subarray(colon + 1, end));
      rest = rest.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      if (error) waiting.get(id).reject(new Error(`${error.error}: ${error.message}`));
      else waiting.get(id).resolve(result);
    }
  });
  return (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      const message = JSON.stringify([0, ++last, name, parameters]);
      waiting.set(last, { resolve, reject });
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}

export async function openFirefoxExtension() {
  const world = await openWorld();
  const profile = mkdtempSync(join(tmpdir(), 'honmono-'));
  const lines = Object.entries(preferences(world.port)).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const firefox = spawn(browsers.firefox, flags, { stdio: 'ignore' });
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(() => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')), 'Marionette', 60000);
  const socket = connect(port, '127.0.0.1');
  const send = talk(socket);
  await send('WebDriver:NewSession', {});
  await send('WebDriver:SetTimeouts', { script: 60000 });
  const { value: id } = await send('Addon:Install', { path: extensionFolder, temporary: true });

  /* In the browser's frame. */
  async function frame(script, ...args) {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      const body = `const done = arguments[arguments.length - 1];
        (async (...args) => {${script}})(...arguments).then((value) => done([null, value ?? null]), (error) => done([String(error)]));`;
      const { value: [error, value] } = await send('WebDriver:ExecuteAsyncScript', { script: body, args });
      if (error) throw new Error(error);
      return value;
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }
  const run = async (script, ...args) => (await send('WebDriver:ExecuteScript', { script, args })).value;
  const side = (script, ...args) =>
    frame(
      `const panel = document.getElementById('sidebar').contentDocument.querySelector('browser');
       const { getMarionetteCommandsActorProxy } = ChromeUtils.importESModule('chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs');
       return getMarionetteCommandsActorProxy(() => panel.browsingContext).executeScript(args[0], args[1], { timeout: 10000 });`,
      script,
      args,
    );
  const find = async (selector) => (await send('WebDriver:FindElement', { using: 'css selector', value: selector })).value;

  async function act(pointerType, ...actions) {
    await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }] });
  }
  const to = (origin, x = 0, y = 0) => ({ type: 'pointerMove', origin, x, y });

  async function open(path, html) {
    if (html !== undefined) world.serve(path, html);
    const { handle } = await send('WebDriver:NewWindow', { type: 'tab', focus: true });
    await send('WebDriver:SwitchToWindow', { handle, focus: true });
    await send('WebDriver:Navigate', { url: /^[a-z]+:/.test(path) ? path : `${HOST}${path}` });
  }
  return {
    id, world, send, frame, run, side, find, act, to, open,
    into: (frameElement) => send('WebDriver:SwitchToFrame', frameElement === null ? { id: null } : { element: Object.values(frameElement)[0] }),
    press: () =>
      frame(
        `const item = document.querySelector('[data-extensionid="' + args[0] + '"]');
         (item.querySelector('.unified-extensions-item-action-button') ?? item).click();`,
        id,
      ),
    verdict: () => until(() => side(`return document.querySelector('[data-verdict]')?.dataset.verdict`), 'verdict in the sidebar'),
    /* The line of the context menu that is ours, pressed. */
    menu: () =>
      frame(
        `const menu = document.getElementById('contentAreaContextMenu');
         for (let turn = 0; menu.state !== 'open' && turn < 100; turn++) await new Promise((resolve) => setTimeout(resolve, 50));
         const item = menu.querySelector('[id^="' + args[0].replace(/[^a-z0-9]/gi, '_') + '-menuitem"]');
         const label = item.label;
         menu.activateItem(item);
         return label;`,
        id,
      ),
    async close() {
      socket.destroy();
      firefox.kill();
      await new Promise((resolve) => firefox.once('exit', resolve));
      world.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
