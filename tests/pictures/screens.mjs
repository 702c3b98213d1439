// screens: messages drawn as the screens of phones show them.
//
// Out: listScreens(), each { name, message, html, width, scale, form }; the same list
//   every time. Chromium draws them (draw.mjs).

import { messages } from './screen_texts.mjs';

const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

const fonts = ['Noto Sans CJK JP', 'VL PGothic', 'IPAPGothic'];
const forms = ['png', 'png', 'jpeg', 'half'];

const palette = {
  light: { page: '#ffffff', text: '#111111', dim: '#6b6b70', bubble: '#e9e9eb', bar: '#f6f6f6', link: '#0a60d0', line: '#dcdcde' },
  dark: { page: '#000000', text: '#f2f2f2', dim: '#98989f', bubble: '#262629', bar: '#161618', link: '#5aa9ff', line: '#3a3a3c' },
};

const withLinks = (text, colour) =>
  escape(text).replace(/https?:\/\/[\w./?=&;-]+/g, (link) => `<span style="color:${colour};text-decoration:underline">${link}</span>`);

const statusBar = (c) => `<div style="display:flex;justify-content:space-between;padding:14px 26px 8px;font-weight:600;font-size:15px;
  background:${c.bar}"><span>9:41</span><span>5G 84%</span></div>`;

const texts = {
  ios: (m, c) => `${statusBar(c)}<div style="background:${c.bar};text-align:center;padding:6px 0 10px;border-bottom:1px solid ${c.line}">
    <div style="width:44px;height:44px;border-radius:22px;background:#8e8e93;margin:0 auto 4px"></div>
    <div style="font-size:12px">${escape(m.sender)}</div></div>
    <div style="text-align:center;color:${c.dim};font-size:11px;padding:14px 0 6px">SMS<br>今日 8:12</div>
    ${m.paragraphs.map((text) => `<div style="margin:4px 60px 4px 14px;background:${c.bubble};border-radius:18px;padding:9px 14px;font-size:17px;
      line-height:1.3;word-break:break-all">${withLinks(text, c.link)}</div>`).join('')}
    <div style="position:absolute;left:14px;right:14px;bottom:16px;border:1px solid ${c.line};border-radius:18px;padding:7px 14px;color:${c.dim};
      font-size:16px">テキストメッセージ</div>`,
  android: (m, c) => `${statusBar(c)}<div style="display:flex;gap:16px;align-items:center;padding:10px 16px;font-size:20px">
      <span style="width:22px;height:2px;background:${c.text}"></span>${escape(m.sender)}</div>
    <div style="text-align:center;color:${c.dim};font-size:12px;padding:18px 0 10px">12月1日(月) 8:12</div>
    ${m.paragraphs.map((text) => `<div style="display:flex;gap:8px;margin:3px 56px 3px 14px"><div style="flex:0 0 30px;height:30px;border-radius:15px;
      background:#7a57c8"></div><div style="background:${c.bubble};border-radius:20px;padding:10px 14px;font-size:16px;line-height:1.4;
      word-break:break-all">${withLinks(text, c.link)}</div></div>`).join('')}
    <div style="position:absolute;left:14px;right:14px;bottom:14px;background:${c.bubble};border-radius:24px;padding:12px 18px;color:${c.dim};
      font-size:16px">SMS を入力</div>`,
};

const body = (m, c, size) => m.paragraphs.map((text) => `<p style="margin:0 0 14px;font-size:${size}px;line-height:1.5;overflow-wrap:anywhere">
  ${withLinks(text, c.link)}</p>`).join('');

const mails = {
  plain: (m, c) => `${statusBar(c)}<div style="padding:12px 16px;color:${c.link};font-size:17px;border-bottom:1px solid ${c.line}">&lt; 受信</div>
    <div style="padding:14px 16px"><div style="display:flex;justify-content:space-between;font-size:16px"><b>${escape(m.sender)}</b>
      <span style="color:${c.dim};font-size:14px">8:12</span></div><div style="color:${c.dim};font-size:14px;padding:3px 0 8px">宛先: 鈴木 一郎</div>
      <div style="font-size:20px;font-weight:bold;padding-bottom:12px;border-bottom:1px solid ${c.line};margin-bottom:14px">${escape(m.subject)}</div>
      ${body(m, c, 16)}</div>`,
  cards: (m, c) => `${statusBar(c)}<div style="padding:18px 16px 8px;font-size:22px">${escape(m.subject)}</div>
    <div style="display:flex;gap:12px;padding:8px 16px 16px"><div style="width:40px;height:40px;border-radius:20px;background:#c2185b;color:#fff;
      text-align:center;line-height:40px;font-size:20px">A</div><div style="font-size:14px"><div><b>${escape(m.sender)}</b>
      <span style="color:${c.dim}">8:12</span></div><div style="color:${c.dim}">To 自分</div></div></div>
    <div style="padding:0 16px">${body(m, c, 15)}</div>
    <div style="display:flex;gap:10px;padding:10px 16px"><span style="border:1px solid ${c.line};border-radius:20px;padding:8px 18px;font-size:14px">返信</span>
      <span style="border:1px solid ${c.line};border-radius:20px;padding:8px 18px;font-size:14px">転送</span></div>`,
  heads: (m, c) => `${statusBar(c)}<div style="padding:12px 16px;font-size:14px;line-height:1.7;border-bottom:1px solid ${c.line}">
      <div>差出人: ${escape(m.sender)} &lt;${m.address}&gt;</div><div>件名: ${escape(m.subject)}</div><div>日時: 2026年12月1日 8:12</div>
      <div>宛先: suzuki@mail.example</div></div><div style="padding:16px">${body(m, c, 17)}</div>`,
};

function page(draw, message, { theme, font }) {
  const colours = palette[theme];
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;position:relative;min-height:720px;background:${colours.page};
    color:${colours.text};font-family:'${font}'">${draw(message, colours)}</body>`;
}

export function listScreens() {
  const list = [];
  let turn = 0;
  for (const message of messages)
    for (const [app, draw] of Object.entries(message.form === 'sms' ? texts : mails))
      for (const theme of ['light', 'dark'])
        for (const more of message.form === 'sms' ? [0, 1] : [0]) {
          const font = fonts[(turn + more) % fonts.length];
          const form = forms[(turn + turn / forms.length + more) % forms.length | 0];
          const scale = turn % 2 === 0 ? 2 : 3;
          const name = `${message.id}-${app}-${theme}-${scale}x-${form}-${font.split(' ')[0].toLowerCase()}`;
          list.push({ name, message, app, html: page(draw, message, { theme, font }), width: app === 'ios' ? 390 : 412, height: 720, scale, form });
          turn++;
        }
  return list;
}
