// reading.test: some of the drawn screens (screens.mjs), read as the page reads them; all
// of them by `npm run measure:pictures`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing } from '../browser/support/page.mjs';
import { loadWasm } from '../cases/wasm.mjs';
import { hostsIn, spell } from '../../web/src/picture/letters.js';
import { joinPicture } from '../../web/src/picture/join.js';
import { measure } from '../../web/src/picture/measure.js';
import { openDrawer } from './draw.mjs';
import { pngOf } from './png.mjs';
import { compare, openReading } from './reading.mjs';
import { listScreens } from './screens.mjs';

const PART = ['sign-in-ios-dark-2x', 'delivered-android-light-2x', 'locked-cards-dark-3x', 'refund-heads-light-2x', 'english-plain-light-2x'];

test('drawn screens are read: letters, hosts and verdicts', { skip: missing('chromium') }, async () => {
  const [drawer, read, core] = await Promise.all([openDrawer(), openReading(), loadWasm()]);
  const screens = PART.map((name) => listScreens().find((screen) => screen.name.startsWith(name)));
  const pictures = [];
  for (const screen of screens) pictures.push(await drawer.draw(screen));
  await drawer.close();
  for (const [index, screen] of screens.entries()) {
    const { text } = read(pictures[index]);
    const { letters, hosts } = compare(screen.message, text);
    const { verdict } = await core.check(text, { kind: 'text', origin: 'picture' });
    const said = `${screen.name}\n${text}`;
    assert.ok(letters > 0.93, `letters ${letters}: ${said}`);
    assert.deepEqual(hosts[0], hosts[1], said);
    assert.ok(screen.message.verdicts.includes(verdict), `${verdict}: ${said}`);
    assert.doesNotMatch(text, /9:41|84%|返信|受信/, 'the telephone’s own words are left out');
  }
});

const line = (text, left, top, right, bottom, confidence = 0.9) => ({ text, confidence, box: { left, top, right, bottom } });

test('lines are put together as a person reads them', () => {
  const { text } = joinPicture({
    letter: 30, width: 800, height: 1600,
    lines: [
      line('9:41', 50, 30, 110, 55),
      line('0120-999-555', 300, 200, 480, 225),
      line('SMS', 370, 285, 411, 302),
      line('今日 8:12', 345, 315, 435, 335),
      line('お 支払 い が 確 認', 60, 400, 620, 430),
      line('で き ませ ん 。https://pay-', 60, 445, 625, 475),
      line('check.exam', 60, 490, 300, 520),
      line('Dear customer, please', 60, 620, 610, 650),
      line('check your order.', 60, 665, 400, 695),
      line('テキ スト メッ セー ジ', 60, 1500, 340, 1530),
    ],
  });
  assert.equal(text, '0120-999-555\n今日8:12\nお支払いが確認できません。https://pay-check.exam\nDear customer, please check your order.');
});

test('an address that the edge of the screen has broken is whole again, without blanks that were read into it', () => {
  const { text } = joinPicture({
    letter: 30, width: 800, height: 1600,
    lines: [line('確認してください。https://www.', 60, 400, 620, 430), line('. amazon . co . jp.signin-check . example/ap', 60, 445, 625, 475)],
  });
  assert.equal(text, '確認してください。https://www.amazon.co.jp.signin-check.example/ap');
});

test('the head of a mail program without labels is labelled', () => {
  const { text } = joinPicture({
    letter: 30, width: 800, height: 1600,
    lines: [line('アカ ウン ト の 確認', 50, 150, 500, 195), line('Amazon.co.jp 8:12', 200, 280, 560, 310), line('To 自分', 200, 320, 340, 350),
      line('お 客 様', 50, 450, 180, 480)],
  });
  assert.equal(text, '差出人: Amazon.co.jp\n件名: アカウントの確認\n日時: 8:12\n宛先: 自分\n\nお客様');
});

test('letters that look alike in print are found in addresses', () => {
  assert.deepEqual(hostsIn('見る https://www.amazon.co.jp/x から a@arnazon.example まで'), ['www.amazon.co.jp', 'arnazon.example']);
  assert.deepEqual(spell('arn1').map(({ text, others }) => [text, others]), [['a', []], ['rn', ['m']], ['1', ['l', 'I']]]);
});

test('the size of a picture is known before it is decoded', () => {
  assert.deepEqual(measure(pngOf({ grey: new Uint8Array(6), width: 3, height: 2 })), { width: 3, height: 2 });
  assert.deepEqual(measure(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0x27, 0x10, 0x4e, 0x20, 3, 0])), { width: 20000, height: 10000 });
  assert.equal(measure(new TextEncoder().encode('not a picture, but text')), null);
});
