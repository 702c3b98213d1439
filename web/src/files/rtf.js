/* rtf: the text or markup that Outlook keeps inside RTF (MS-OXRTFEX).
 *
 * In: decompressed RTF. Out: { html } when it was made from HTML: what stands in \htmltag
 * groups is markup, what Outlook shows instead of it (\htmlrtf) is left out; otherwise { text }. */

const DEPTH_MAX = 200;
const SKIPPED = /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|generator|listtable|listoverridetable|rsidtbl|xmlnstbl|mmathPr)$/;
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giu;

const CODE_PAGES = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8' };

export function readRtf(rtf) {
  const isHtml = /\\fromhtml1?/u.test(rtf.slice(0, 2000));
  const page = Number(rtf.match(/\\ansicpg(\d+)/u)?.[1] ?? 1252);
  const decoder = new TextDecoder(CODE_PAGES[page] ?? `windows-${page}`);
  const out = [];
  let bytes = [];
  const stack = [];
  let group = { tag: false, skip: false, hidden: false };
  let swallow = 0; /* letters behind \u that repeat it */
  let after = 1;
  const flush = () => {
    if (bytes.length > 0) out.push(decoder.decode(new Uint8Array(bytes)));
    bytes = [];
  };
  const put = (text) => {
    flush();
    if (!group.skip && !(group.hidden && isHtml)) out.push(text);
  };
  for (const [, hex, name, number, sign, brace, plain] of rtf.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (swallow > 0) swallow--;
      else if (!group.skip && !(group.hidden && isHtml)) bytes.push(parseInt(hex, 16));
    } else if (brace === '{') {
      flush();
      if (stack.length < DEPTH_MAX) stack.push(group);
      group = { ...group };
    } else if (brace === '}') {
      flush();
      group = stack.pop() ?? group;
    } else if (name !== undefined) {
      if (name === 'htmltag') Object.assign(group, { tag: true, skip: false });
      else if (name === 'htmlrtf') group.hidden = number !== '0';
      else if (name === 'uc') after = Number(number ?? 1);
      else if (name === 'u') {
        put(String.fromCharCode(Number(number) & 0xffff));
        swallow = after;
      } else if (SKIPPED.test(name)) group.skip = true;
      else if (name === 'par' || name === 'line') put('\n');
      else if (name === 'tab') put('\t');
    } else if (sign !== undefined) {
      if (sign === '*') group.skip = true;
      else if ('\\{}'.includes(sign)) put(sign);
      else if (sign === '~') put('\u00a0');
    } else if (plain !== undefined) {
      const text = plain.slice(swallow);
      swallow = Math.max(0, swallow - plain.length);
      put(text);
    }
  }
  flush();
  const text = out.join('');
  return isHtml ? { html: text } : { text };
}
