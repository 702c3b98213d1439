/* join: the lines of a picture put together as a person reads them.
 *
 * In: lines { text, confidence, box } (engine.js) and the size of the picture. Out: { text,
 * doubts: texts of lines that were hard to read }. What belongs to the telephone (clock,
 * battery, buttons, the field to write in) is left out; sender and time stand above the
 * words as mail programs write them; blanks between Japanese letters go; an address that
 * the edge of the screen has broken is whole again. */

const CJK = '\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const BLANKS_IN_JAPANESE = new RegExp(`(?<=[${CJK}]) +| +(?=[${CJK}])`, 'gu');
const ENDS_LATIN = /[!-~]$/;
const BEGINS_LATIN = /^[!-~]/;

const FURNITURE = [
  /^(?:[<く(（〈「|]\s*)?(?:受信|受信トレイ|メールボックス|戻る|完了|編集|Inbox|Back|Done|Edit)$/u,
  /^[(（「|]?(?:テキストメッセージ|SMS|MMS|SMSを入力|メッセージを入力|メッセージ|iMessage|TextMessage|RCSメッセージ)[)）」|]?$/u,
  /^(?:[(（「|]?(?:返信|転送|全員に返信|削除|アーカイブ|Reply|Forward|ReplyAll)[)）」|]?)+$/u,
];
const CLOCK = /^(?:午[前後])?\d{1,2}[:：]\d{2}(?:[AP]M)?/u;
const BATTERY = /^(?:[45]G|LTE|Wi-?Fi|\d{1,3}%|docomo|au|SoftBank|Rakuten|[^\p{L}\p{N}])+.{0,6}$/iu;
const STATUS_SHARE = 0.06; /* of the height, at the top */
const TIME_END = /\s*(?:昨日|今日)?\s*(?:午[前後])?\d{1,2}[:：]\d{2}$/u;

const heightOf = ({ box }) => box.bottom - box.top;

/* Full-width and Japanese signs that a program sees in an address. */
const plainSigns = (address) =>
  address.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[。・]/gu, '.').replace(/[ーー―－]/gu, '-');

/* Blanks that were read into addresses, and points of hosts that were read twice. */
const cleanAddresses = (text) =>
  text.replace(/https?:\/\/[!-~！-～。・ ]*/giu, (address) =>
    plainSigns(address).replace(/(?<=[./-]) +(?=[a-z0-9])| +(?=[./])/giu, '')
      .replace(/^https?:\/\/[^/]*/iu, (host) => host.replace(/\.{2,}/gu, '.')));

const cleanText = (text) =>
  cleanAddresses(text
    .replace(/\s+/gu, ' ')
    .replace(BLANKS_IN_JAPANESE, '')
    .replace(/h\s?t\s?t\s?p\s?(s?)\s?(?:[:：]\s?[/／]|[/／]\s?[/／])[/／\s]*/giu, (_, s) => `http${s.toLowerCase()}://`)).trim();

function isStatus(line, index, lines, height) {
  if (line.box.bottom > height * STATUS_SHARE) return false;
  const bare = line.text.replace(/\s/g, '');
  if (CLOCK.test(bare) || BATTERY.test(bare)) return true;
  return lines.some((other) => other !== line && CLOCK.test(other.text.replace(/\s/g, '')) && Math.abs(other.box.top - line.box.top) < heightOf(line));
}

const isFurniture = (text) => FURNITURE.some((pattern) => pattern.test(text.replace(/\s/g, '')));

/* Drawings that were taken for letters. */
const isNoise = (line, letter) =>
  (heightOf(line) > letter * 1.9 && line.text.replace(/\s/g, '').length <= 3) ||
  (line.confidence < 0.5 && line.text.replace(/\s/g, '').length <= 4) || !/[\p{L}\p{N}]/u.test(line.text);

const TO = /^(?:To|宛先)\s*[:：]?\s*(.*)$/u;

/* ---- lines to paragraphs ---- */

const ADDRESS_END = /(?:https?:\/\/[!-~]*|(?:^|[^a-z])h(?:t(?:t(?:p(?:s(?::\/?)?)?)?)?)?)$/iu;

/* The end of `above` and the beginning of `line` are one address. */
function isOneAddress(above, line) {
  if (!ADDRESS_END.test(above) || !BEGINS_LATIN.test(line)) return false;
  if (/https?:\/\/[!-~]*$/iu.test(above)) return true;
  const start = above.match(/h[tps:/]*$/iu)[0];
  return /^https?:\/\//iu.test(start + line);
}

function isContinued(above, line, right) {
  const letter = Math.min(heightOf(above), heightOf(line));
  const alike = heightOf(line) < heightOf(above) * 1.5 && heightOf(above) < heightOf(line) * 1.5;
  const near = line.box.top - above.box.bottom < letter * 0.95 && line.box.top > above.box.top + letter * 0.5;
  const below = Math.abs(line.box.left - above.box.left) < letter * 1.2;
  if (TO.test(line.text) || TIME_END.test(above.text)) return false;
  const full = above.box.right > right - letter * 2.6;
  return near && below && full && (alike || isOneAddress(above.text, line.text));
}

/* The next part of the same line, behind a wide blank. */
function isBeside(before, line) {
  const letter = Math.min(heightOf(before), heightOf(line));
  const level = Math.min(before.box.bottom, line.box.bottom) - Math.max(before.box.top, line.box.top) > letter * 0.6;
  const apart = line.box.left - before.box.right;
  return level && apart >= 0 && apart < letter * 2.2 && Math.min(before.confidence, line.confidence) > 0.6;
}

function glue(above, below) {
  if (isOneAddress(above, below)) return above + below;
  if (/<[^>]*$/u.test(above) && /^[^<]*>/u.test(below)) return above + below;
  if (ENDS_LATIN.test(above) && BEGINS_LATIN.test(below) && !/-$/u.test(above)) return `${above} ${below}`;
  return above + below;
}

function joinLines(lines) {
  const paragraphs = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && isBeside(last.lines.at(-1), line)) {
      last.text = ENDS_LATIN.test(last.text) && BEGINS_LATIN.test(line.text) ? `${last.text} ${line.text}` : last.text + line.text;
      last.lines.push(line);
    } else if (last && isContinued(last.lines.at(-1), line, last.right)) {
      last.text = glue(last.text, line.text);
      last.lines.push(line);
    } else paragraphs.push({ text: line.text, lines: [line], right: rightEdge(lines, line) });
  }
  return paragraphs;
}

/* Where the lines of the block that `line` begins reach to at the right. */
function rightEdge(lines, line) {
  let [right, last] = [line.box.right, line];
  for (const next of lines.slice(lines.indexOf(line) + 1)) {
    const letter = Math.min(heightOf(last), heightOf(next));
    if (Math.abs(next.box.left - line.box.left) > letter * 1.2 || next.box.top - last.box.bottom > letter * 0.95) break;
    right = Math.max(right, next.box.right);
    last = next;
  }
  return right;
}

/* ---- what stands above the message ---- */

const HEAD_LINES = 8;

/* A mail program's head without labels: subject and sender above "To me", in either order. */
function labelHead(paragraphs) {
  const at = paragraphs.slice(0, HEAD_LINES).findIndex(({ text }) => TO.test(text));
  const hasLabels = paragraphs.some(({ text }) => /^(?:差出人|From|件名|Subject)\s*[:：]/u.test(text));
  if (at < 1 || hasLabels) return paragraphs;
  const head = paragraphs.slice(0, at);
  const from = head.pop();
  const next = paragraphs[at + 1];
  const isSubject = head.length === 0 && next && heightOf(next.lines[0]) > heightOf(from.lines[0]) * 1.08;
  const subject = isSubject ? next.text : head.map(({ text }) => text).join(' ');
  const rest = paragraphs.slice(at + (isSubject ? 2 : 1));
  const time = from.text.match(TIME_END)?.[0].trim() ?? '';
  const labels = [
    `差出人: ${from.text.replace(TIME_END, '').trim()}`,
    subject && `件名: ${subject}`,
    time && `日時: ${time}`,
    `宛先: ${paragraphs[at].text.match(TO)[1]}`,
  ].filter(Boolean);
  return [{ text: `${labels.join('\n')}\n`, lines: [] }, ...rest];
}

const DAY = /^(?:(?:SMS|MMS|iMessage|RCS)\s*)?(?:今日|昨日|\d{1,2}月\d{1,2}日|[月火水木金土日]曜日|Today|Yesterday).{0,16}$/u;

/* The number or name in the middle of an SMS program's head, and the time below it. */
function labelSms(paragraphs, width) {
  const time = paragraphs.slice(0, 5).findIndex(({ text }) => DAY.test(text));
  if (time < 1) return paragraphs;
  const sender = paragraphs[time - 1];
  const isHead = sender.text.length <= 40 && sender.lines[0].box.right - sender.lines[0].box.left < width * 0.7;
  if (!isHead) return paragraphs;
  const name = sender.text.replace(/^[ー—\-<く〈←=|]+\s*/u, '');
  return [{ text: `${name}\n${paragraphs[time].text}`, lines: [] }, ...paragraphs.slice(time + 1)];
}

const CONFIDENT = 0.7;

export function joinPicture({ lines, letter, width, height }) {
  const read = lines
    .filter((line, index) => !isStatus(line, index, lines, height) && !isNoise(line, letter))
    .map((line) => ({ ...line, text: cleanText(line.text) }))
    .filter(({ text }) => text && !isFurniture(text));
  const paragraphs = labelSms(labelHead(joinLines(read)), width);
  return {
    text: paragraphs.map(({ text }) => cleanAddresses(text)).join('\n'),
    doubts: read.filter(({ confidence }) => confidence < CONFIDENT).map(({ text }) => text),
    letters: read.filter(({ confidence }) => confidence >= 0.6).reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0),
  };
}
