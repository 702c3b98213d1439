/* background: what the button and the two lines of the context menu do.
 *
 * In: a press. Out: a job for the panel of that tab (messages.js), and tab.js in the tab,
 * whose links it judges. Nothing is read, and nothing stands in a tab, before a press. */

import { loadCore } from '../../wasm/core.mjs';
import { unpack } from '../src/unpack.js';
import { collectParts } from './parts.js';
import packed from './honmono_wasm.js';

const LINKS_MAX = 2000; /* of one request */
const panelOf = (tab) => `panel.html?tab=${tab}`;

let loading = null;
function startCore() {
  loading ??= unpack(packed).then((wasm) => loadCore(wasm));
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/* What a browser would open decides; how it was written is judged where it leads there too. */
async function judgeLink(core, { written, opens }) {
  try {
    const link = await core.link(written);
    return link.url === opens || written === opens ? link : await core.link(opens);
  } catch {
    return null;
  }
}

async function judgeLinks(links) {
  const core = await startCore();
  const judged = [];
  for (const link of links.slice(0, LINKS_MAX)) judged.push(await judgeLink(core, link));
  return judged;
}

/* Jobs wait for their panel, which may only be opening; of each tab the last one. */
const jobs = new Map();

function giveJob(tab, job) {
  jobs.set(tab.id, { reading: job, tab: tab.id, window: tab.windowId });
  chrome.runtime.sendMessage({ tell: 'job', tab: tab.id, window: tab.windowId }).catch(() => {});
}

function takeJob({ tab, window }) {
  const id = tab ?? [...jobs.keys()].find((key) => jobs.get(key).window === window);
  const job = jobs.get(id);
  jobs.delete(id);
  return job;
}

/* To be called before anything is awaited: a browser opens its panel only in answer to a press. */
function openPanel(tab) {
  const path = panelOf(tab.id);
  const otherwise = async () => {
    const open = await chrome.runtime.getContexts?.({ documentUrls: [chrome.runtime.getURL(path)] });
    if (!open?.length) chrome.tabs.create({ url: path });
  };
  if (chrome.sidePanel) {
    chrome.sidePanel.setOptions({ tabId: tab.id, path, enabled: true });
    chrome.sidePanel.open({ tabId: tab.id }).catch(otherwise);
  } else if (chrome.sidebarAction?.open) {
    chrome.sidebarAction.open().catch(otherwise);
  } else otherwise();
}

async function domainOf(address) {
  if (!/^https?:/.test(address ?? '')) return null;
  const core = await startCore();
  return (await core.link(address)).domain;
}

/* Puts tab.js into every frame that may be read, then reads what is shown. */
async function readTab(tab, { frame, explain }) {
  const target = { tabId: tab.id };
  const all = frame === undefined ? { ...target, allFrames: true } : { ...target, frameIds: [frame] };
  await chrome.scripting.executeScript({ target: { ...target, allFrames: true }, files: ['tab.js'] });
  if (explain) {
    const settings = { home: await domainOf(tab.url), language: chrome.i18n.getUILanguage().slice(0, 2) };
    const start = (given) => globalThis.honmonoTab?.start(given);
    await chrome.scripting.executeScript({ target: { ...target, allFrames: true }, func: start, args: [settings] });
  }
  const read = () => globalThis.honmonoTab?.collect();
  const results = await chrome.scripting.executeScript({ target: all, func: read });
  return { ...collectParts(results.filter(({ result }) => result)), explains: Boolean(explain) };
}

function readFor(tab, how) {
  const reading = readTab(tab, how).catch(() => ({ problem: 'refused' }));
  giveJob(tab, reading);
}

chrome.action.onClicked.addListener((tab) => {
  openPanel(tab);
  readFor(tab, { explain: true });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  openPanel(tab);
  if (info.menuItemId === 'link') {
    giveJob(tab, Promise.resolve({ links: [info.linkUrl] }));
    return;
  }
  const text = info.selectionText ?? '';
  const reading = readTab(tab, { frame: info.frameId })
    .then((parts) => (parts.selected ? parts : { text, html: '' }))
    .catch(() => ({ text, html: '' }));
  giveJob(tab, reading);
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: 'link', contexts: ['link'], title: chrome.i18n.getMessage('menu_link') });
    chrome.contextMenus.create({ id: 'text', contexts: ['selection'], title: chrome.i18n.getMessage('menu_text') });
  });
  if (reason === 'install') chrome.tabs.create({ url: 'panel.html?welcome' });
});

const answers = {
  links: ({ links }) => judgeLinks(links),
  job: async (place) => {
    const job = takeJob(place);
    return job ? { ...(await job.reading), tab: job.tab } : null;
  },
  /* The panel asks for the screen that is shown now; the browser still decides whether that is allowed. */
  read: async ({ tab }) => {
    readFor(await chrome.tabs.get(tab), { explain: true });
    return true;
  },
  end: async ({ tab }, sender) => {
    const id = tab ?? sender.tab?.id;
    await chrome.tabs.sendMessage(id, { tell: 'end' }).catch(() => {});
    return true;
  },
};

/* What a tab shows is handed to our own pages alone, not to what stands in a tab. */
const FOR_PAGES = ['job', 'read'];

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  const isPage = sender.url?.startsWith(chrome.runtime.getURL(''));
  const isKnown = sender.id === chrome.runtime.id && Object.hasOwn(answers, message?.ask);
  if (!isKnown || (FOR_PAGES.includes(message.ask) && !isPage)) return false;
  const find = answers[message.ask];
  find(message, sender).then(answer, () => answer(null));
  return true;
});
