/* tab_bar: what the panel knows of its tab: whether links explain themselves there, whether
 * the tab still shows what was judged, and the link that is explained there just now: a
 * message can imitate a card in its own place, but not here. */
import { create, icon, replaceChildren } from '../src/dom.js';
import { say } from '../src/words.js';
import { linkDetails } from '../src/parts/link_card.js';

export function createTabBar({ readAgain, end }) {
  const root = create('div', { id: 'tab-bar', class: 'tab-bar', role: 'region', 'aria-live': 'polite' });
  const under = create('div', { id: 'tab-link', class: 'tab-link', role: 'region' });
  document.body.insertBefore(root, document.getElementById('main'));
  document.body.append(under);
  const self = { tab: null, show, hear, reset };
  const known = { explains: false, changed: null, removed: false, unread: 0, isOther: false };
  let shown = '';

  function line(id, words, ...rest) {
    return create('p', { class: 'notice', 'data-tab': id }, words, ...rest);
  }
  function button(id, words, act) {
    return create('button', { class: 'quiet', id, on: { click: act } }, words);
  }
  function show({ language }) {
    root.setAttribute('aria-label', say('extension.bar'));
    const now = JSON.stringify([language, self.tab, known]);
    if (now === shown) return;
    shown = now;
    const { explains, changed, removed, unread, isOther } = known;
    const again = changed === 'moved' && button('tab-read', say('extension.check_now'), readAgain);
    replaceChildren(
      root,
      isOther && line('beside', say('extension.beside')),
      changed && line(changed, say(`extension.${changed}`), ' ', again),
      removed && line('removed', say('extension.removed')),
      unread > 0 && line('unread', say('extension.unread')),
      explains && !changed && line('on', say('extension.on'), ' ', button('tab-end', say('extension.end'), stop)),
    );
  }
  const refresh = () => show({ language: document.documentElement.lang });

  function stop() {
    known.explains = false;
    hear({ tell: 'card', link: null });
    end();
  }
  function hear({ tell, link, isOther }) {
    if (tell === 'moved') known.changed ??= 'moved';
    if (tell === 'left') Object.assign(known, { changed: 'left', explains: false, removed: false });
    if (tell === 'beside') known.isOther = isOther;
    if (tell === 'removed') known.removed = true;
    if (tell === 'ended') known.explains = false;
    if (tell === 'card' || tell === 'removed' || tell === 'left') {
      under.setAttribute('aria-label', say('extension.under'));
      under.toggleAttribute('hidden', !link);
      replaceChildren(
        under,
        link && create('h2', {}, icon('link'), say('extension.under')),
        link && create('div', { class: `link-result standing-${link.standing}` }, linkDetails(link, 'tab-link', true)),
      );
    }
    refresh();
  }
  function reset({ tab, explains = false, unread = 0 }) {
    self.tab = tab;
    Object.assign(known, { explains, unread, changed: null, removed: false, isOther: false });
    hear({ tell: 'card', link: null });
  }
  return self;
}
