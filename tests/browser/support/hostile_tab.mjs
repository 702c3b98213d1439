// hostile_tab: what a message, or the page it stands in, could do to the card on a link.
//
// `markup` is what a mailer that filters nothing would show; `script` needs a hostile page. Each is put
// into the page of PAGE, whose link is then focused; the card must be drawn as without it.

const COVER = 'position:fixed;inset:0;z-index:2147483647;background:#e3f3e8;font-size:3rem';

export const LINK = 'http://amazon.co.jp.evil.example/signin';
export const hostilePage = ({ markup = '', script = '' }) => `<!doctype html><html lang="ja"><meta charset="utf-8">
<body style="margin:0;background:#fff"><div style="position:absolute;left:40px;top:60px;direction:ltr;writing-mode:horizontal-tb">
<p>Amazonアカウントを停止しました。</p><a id="link" href="${LINK}">確認する</a></div>${markup}<script>${script}</script>`;

const style = (css) => `<style>${css}</style>`;
const variables = 'ground sheet sunken ink ink-soft line line-soft brand focus bad bad-soft bad-line tone tone-line lit radius light dark rem'.split(' ');

/* When the card first stands in the document. */
const onHost = (act) => `let met = 0; new MutationObserver((list) => { for (const { addedNodes } of list) for (const host of addedNodes)
  if (host.nodeType === 1 && host.parentNode === document.documentElement && met++ === 0) { ${act} } })
  .observe(document.documentElement, { childList: true });`;

export const attacks = {
  'everything hidden by important rules': {
    markup: style('html > div, div[popover] { display: none !important; visibility: hidden !important; opacity: 0 !important; content-visibility: hidden !important }'),
  },
  'moved away, shrunk, clipped and filtered': {
    markup: style(`html > div { position: static !important; inset: auto auto 9999px 9999px !important; translate: 9999px !important; transform: scale(0) !important;
      scale: 0 !important; rotate: 90deg !important; clip-path: inset(50%) !important; filter: opacity(0) !important; mask: linear-gradient(transparent, transparent) !important;
      width: 1px !important; height: 1px !important; max-height: 0 !important; max-width: 0 !important; overflow: hidden !important; zoom: 0.01 !important }`),
  },
  'behind everything': { markup: style('html > div { z-index: -1 !important; mix-blend-mode: multiply !important; isolation: auto !important }') },
  'no pointer reaches it': { markup: style('* { pointer-events: none !important } html > div { cursor: none !important; user-select: none !important }') },
  'a rule for open popovers': { markup: style(':popover-open { left: -9999px !important; display: none !important } ::backdrop { background: #fff !important; z-index: 9; position: fixed; inset: 0 }') },
  'letters without size': { markup: style('html { font-size: 1px !important } html > div { font: 0/0 a !important; letter-spacing: -1em !important; text-indent: -999px !important; color: transparent !important }') },
  'variables by name': { markup: style(`* { ${variables.map((name) => `--${name}: transparent !important`).join(';')} }`) },
  'variables fixed by their type': {
    markup: style(variables.map((name) => `@property --${name} { syntax: '<color>'; inherits: false; initial-value: #fff }`).join('\n')),
  },
  'fonts of usual names': {
    markup: style(['sans-serif', 'system-ui', 'Noto Sans CJK JP', 'Noto Sans JP', 'Meiryo', 'Hiragino Sans', 'Yu Gothic', 'Consolas', 'DejaVu Sans']
      .map((name) => `@font-face { font-family: '${name}'; src: local('DejaVu Sans Mono'), local('FreeSerif'); size-adjust: 40% }`).join('\n')),
  },
  'the page made small': { markup: style('html { zoom: 0.5 }') },
  'transitions and animations that never end': {
    markup: style('html > div { transition: all 99999s !important; animation: gone 99999s 0s both !important } @keyframes gone { from, to { opacity: 0; visibility: hidden; transform: scale(0) } }'),
  },
  'pseudo-elements on it': {
    markup: style(`html > div::before, html > div::after { content: '本物のAmazonです' !important; ${COVER.replaceAll(';', ' !important;')} !important }
      html > div::first-line { font-size: 0 } html > div::first-letter { color: transparent; font-size: 99px }`),
  },
  'covered by the highest element': { markup: `<div style="${COVER}">本物のAmazonです</div>` },
  'the whole document see-through, filtered, turned': { markup: style('html { opacity: 0.02; filter: blur(20px); transform: rotate(180deg) scale(0.1); perspective: 1px; clip-path: inset(49%) }') },
  'the body see-through and out of the window': { markup: style('html, body { overflow: clip !important; contain: strict !important; height: 0 !important }') },
  'other writing directions': { markup: style('html { direction: rtl; writing-mode: vertical-rl } html > div { direction: rtl !important; writing-mode: vertical-rl !important; unicode-bidi: bidi-override !important; text-orientation: upright !important }') },
  'forced to other colours': { markup: style('html { color-scheme: dark !important; accent-color: #fff; forced-color-adjust: none } html > div { color-scheme: dark !important; background: #000 !important; border: 99px solid #fff !important; padding: 200px !important; margin: -500px !important }') },
  'a policy that allows no style': { markup: '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'none\'; require-trusted-types-for \'script\'">' },
  'a popover of its own above it': { script: `const cover = Object.assign(document.createElement('div'), { popover: 'manual', textContent: '本物' }); cover.style.cssText = '${COVER}';
    document.body.append(cover); ${onHost('setTimeout(() => { cover.hidePopover(); cover.showPopover(); }, 30);')}` },
  'in a modal dialog, which makes all beside it dead': { script: `const dialog = document.createElement('dialog'); dialog.append(document.body.firstElementChild);
    dialog.style.cssText = 'inset:0;margin:0;padding:0;border:0;width:100vw;height:100vh;max-width:none;max-height:none'; document.body.append(dialog); dialog.showModal();` },
  'its own style rewritten': { script: onHost("for (const wait of [0, 50, 100, 150]) setTimeout(() => host.setAttribute('style', 'display:none!important;opacity:0!important'), wait);") },
  'closed as a popover': { script: onHost("for (const wait of [0, 50, 100]) setTimeout(() => { host.hidePopover(); host.removeAttribute('popover'); }, wait);") },
  'taken away': { script: onHost('for (const wait of [0, 50, 100, 150]) setTimeout(() => host.remove(), wait);') },
  'put into a closet': { script: `const closet = document.createElement('div'); closet.style.display = 'none'; document.body.append(closet); ${onHost('setTimeout(() => closet.append(host), 30);')}` },
  'the makers of shadows replaced': {
    script: `const make = Element.prototype.attachShadow; Element.prototype.attachShadow = function (how) { window.__reached = make.call(this, { ...how, mode: 'open' }); return window.__reached; };
      ${onHost('window.__reached ??= host.shadowRoot;')}`,
  },
};

/** What cannot be prevented, and is said instead. */
export const removalLoop = {
  script: `const take = () => { for (const host of document.querySelectorAll('html > div')) host.remove(); };
    new MutationObserver(take).observe(document.documentElement, { childList: true }); setInterval(take, 1);`,
};
