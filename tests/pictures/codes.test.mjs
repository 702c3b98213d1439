// codes.test: QR codes found in grey pictures by the core, as wasm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadWasm } from '../cases/wasm.mjs';
import { drawCode, looks, makeModules, tile } from './codes.mjs';

const core = await loadWasm();
const address = 'https://amazon.co.jp.account-check.example/signin?id=20394857';

const find = ({ grey, width, height }) => core.codes(grey, width, height);
const textsIn = async (picture) => (await find(picture)).codes.map(({ text }) => text);

test('forty codes of many sizes and looks say what they hold', async () => {
  assert.equal(looks.length >= 38, true);
  const missed = [];
  for (const [level, look] of looks)
    if (!(await textsIn(drawCode(makeModules(address, level), look))).includes(address)) missed.push(JSON.stringify([level, look]));
  console.log(`note: ${looks.length - missed.length} of ${looks.length} codes read${missed.map((look) => `\n  missed ${look}`).join('')}`);
  assert.ok(missed.length <= 1, missed.join('\n'));
});

test('what kind of thing a code holds is said', async () => {
  const kinds = {
    'https://www.amazon.co.jp/': 'link',
    'www.amazon.co.jp/gp/css': 'link',
    'HTTP://EXAMPLE.COM/': 'link',
    'tel:+81312345678': 'telephone',
    'SMSTO:+81312345678:hello': 'message',
    'mailto:a@example.com': 'mail',
    'WIFI:T:WPA;S:cafe;P:secret;;': 'wifi',
    'otpauth://totp/Amazon:a?secret=JBSWY3DP': 'password_key',
    'BEGIN:VCARD\nFN:Taro\nEND:VCARD': 'contact',
    'bitcoin:bc1qexample': 'app',
    'line://ti/p/@example': 'chat',
    'ご注文の番号 250-1234567-7654321': 'text',
    'note: read this': 'text',
  };
  for (const [text, kind] of Object.entries(kinds)) {
    const { codes } = await find(drawCode(makeModules(text)));
    assert.deepEqual(codes.map((code) => [code.kind, code.text]), [[kind, text]]);
  }
});

test('Shift_JIS, as old readers of phones write it, is text; bytes that are none are called so', async () => {
  const japanese = new Uint8Array([0x83, 0x41, 0x83, 0x7d, 0x83, 0x5d, 0x83, 0x93, 0x81, 0x40, 0x8a, 0x6d, 0x94, 0x46]);
  assert.deepEqual(await textsIn(drawCode(makeModules(japanese))), ['アマゾン　確認']);
  const binary = Uint8Array.from({ length: 2900 }, (_, at) => (at * 37 + 11) % 256);
  const { codes } = await find(drawCode(makeModules(binary, 'L'), { cell: 4 }));
  assert.deepEqual(codes.map(({ kind, text, bytes }) => [kind, text, bytes]), [['binary', '', 2900]]);
});

test('several codes in one picture, up to the limit, each content once', async () => {
  const many = Array.from({ length: 50 }, (_, at) => `https://host-${at}.example/`);
  const sheet = tile(many.map((text) => drawCode(makeModules(text), { cell: 4 })), 8);
  assert.deepEqual((await textsIn(sheet)).sort(), [...many].sort());
  const more = Array.from({ length: 70 }, (_, at) => `https://host-${at}.example/`);
  const found = await find(tile(more.map((text) => drawCode(makeModules(text), { cell: 4 })), 8));
  assert.equal(found.codes.length, 64);
  assert.equal(found.more, true);
  const twins = tile([0, 1, 2].map(() => drawCode(makeModules(address), { cell: 4 })), 3);
  assert.deepEqual(await textsIn(twins), [address]);
});

test('a code is found where it stands', async () => {
  const picture = tile([{ grey: new Uint8Array(300 * 300).fill(255), width: 300, height: 300 }, drawCode(makeModules('https://a.example/'), { cell: 6 })], 2);
  const { codes: [{ corners }] } = await find(picture);
  const [left, right] = [Math.min(...corners.filter((_, at) => at % 2 === 0)), Math.max(...corners.filter((_, at) => at % 2 === 0))];
  assert.ok(left > 290 && right < 560, String(corners));
});

test('pictures without a code, empty ones and those that are too large', async () => {
  assert.deepEqual((await core.codes(new Uint8Array(0), 0, 0)).codes, []);
  assert.deepEqual((await core.codes(new Uint8Array(40000).fill(128), 200, 200)).codes, []);
  assert.deepEqual((await core.codes(Uint8Array.from({ length: 90000 }, (_, at) => (at * 2654435761) >>> 24), 300, 300)).codes, []);
  await assert.rejects(core.codes(new Uint8Array(8_000_001), 8_000_001, 1), { status: 'too_large' });
  await assert.rejects(core.codes(new Uint8Array(10), 3, 3), { status: 'bad_options' });
});
