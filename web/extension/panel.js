/* panel: the page at the side of the browser: the same screens, fed by the tab beside it.
 *
 * In: jobs of background.js (what the tab shows, a link, a selection). Out: the verdict here;
 * to the tab what it says of the message's links. */

import { openPage } from '../src/page.js';
import { startCore } from './panel_core.js';
import { createTabBar } from './tab_bar.js';
import { welcomeScreen } from './welcome.js';

const place = new URLSearchParams(location.search);
const ownTab = place.has('tab') ? Number(place.get('tab')) : undefined;
const isSidebar = ownTab === undefined && !place.has('welcome') && Boolean(chrome.sidebarAction); /* one for all tabs */
const windowId = (await chrome.windows.getCurrent()).id;

const bar = createTabBar({
  readAgain: () => chrome.runtime.sendMessage({ ask: 'read', tab: bar.tab }),
  end: () => chrome.runtime.sendMessage({ ask: 'end', tab: bar.tab }),
});
let told = null; /* the result that the tab knows of */

/* Which links the verdict speaks against: those that a strong reason names. */
function againstIn({ findings, links }) {
  const strong = findings.filter(({ weight }) => weight === 'decisive' || weight === 'strong');
  const named = strong.flatMap(({ evidence }) => evidence.map(({ link }) => links[link]?.url));
  return [...new Set(named.filter(Boolean))];
}

function tellTab(state) {
  bar.show(state);
  const isResult = state.screen === 'result' && state.input && !state.input.sample && state.input.shown;
  const view = [state.language, state.theme, state.size].join();
  if (bar.tab === null || !isResult || (told?.result === state.result && told.view === view)) return;
  told = { result: state.result, view };
  const { language, theme, size, result } = state;
  const claims = result.verdict !== 'no_claim';
  const urls = result.links.map(({ url }) => url).filter(Boolean);
  const message = { tell: 'judged', urls, bad: claims ? againstIn(result) : [], language, theme, size };
  chrome.tabs.sendMessage(bar.tab, message).catch(() => {});
}

const controller = openPage({ core: startCore(), moreScreens: { welcome: welcomeScreen }, shown: tellTab });
if (place.has('welcome')) controller.goTo('welcome');

async function takeJob() {
  if (ownTab === undefined && !isSidebar) return;
  const job = await chrome.runtime.sendMessage({ ask: 'job', tab: ownTab, window: windowId });
  if (!job) return;
  bar.reset(job);
  if (job.problem) controller.refuse(job.problem);
  else if (job.links) await controller.checkLinks(job.links);
  else if (!job.text.trim() && !job.html.replace(/<[^>]*>/g, '').trim()) controller.refuse('nothing_shown');
  else await controller.checkPaste({ plain: job.text, html: job.html }, { shown: true });
}

chrome.runtime.onMessage.addListener((message, sender) => {
  const { tell } = message ?? {};
  if (sender.id !== chrome.runtime.id || !tell) return;
  if (tell === 'job' && (isSidebar ? message.window === windowId : message.tab === ownTab)) takeJob();
  if (sender.tab && sender.tab.id === bar.tab) bar.hear(message);
});
/* The tab goes elsewhere: what we put there is gone. (A mailer that only changes its address loads too,
 * says the browser.) Or another tab is looked at. */
chrome.tabs.onUpdated.addListener((id, { status }) => {
  if (id !== bar.tab || !status) return;
  chrome.tabs.sendMessage(id, { tell: 'still there?' }, { frameId: 0 }).catch(() => bar.hear({ tell: 'left' }));
});
chrome.tabs.onActivated.addListener((active) => {
  if (bar.tab !== null && active.windowId === windowId) bar.hear({ tell: 'beside', isOther: active.tabId !== bar.tab });
});
takeJob();
