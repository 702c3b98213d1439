// drawn.test: QR codes that a mail draws in cells, boxes and characters: what Chromium
// shows is what the core reads, and what honest mail draws is no code.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadWasm } from '../cases/wasm.mjs';
import { makeModules } from './codes.mjs';
import { openDrawer } from './draw.mjs';
import { forms, honestForms, plainForms } from './drawn.mjs';

const address = 'https://amazon-co-jp.account-check.example/s?i=9';
const long = `https://www.amazon.co.jp.signin-check.example/ap/signin?openid.pape.max_auth_age=0&session=${'0123456789'.repeat(12)}`;
const codes = { small: makeModules(address, 'L'), 'of 69 rows': makeModules(long, 'Q') };

const core = await loadWasm();
const known = { profile: { emails: ['taro@example.jp'], names: ['山田太郎'] } };
const around = (drawing) => `<h2>Amazonアカウント</h2><p>山田太郎様</p><p>下のコードをスマートフォンで読み取り、本人確認をしてください。</p>${drawing}<p>Amazon カスタマーサービス</p>`;
const check = (kind, message) => core.check(new TextEncoder().encode(message), { kind, origin: 'paste', ...known });
const held = ({ links }) => links.filter(({ source }) => source === 'code').map(({ target }) => target);

for (const [size, modules] of Object.entries(codes)) {
  const target = size === 'small' ? address : long;
  describe(`a code ${size}`, () => {
    for (const [name, draw] of Object.entries(forms))
      test(name, async () => {
        const result = await check('html', around(draw(modules)));
        assert.deepEqual(held(result), [target]);
        assert.equal(result.verdict, 'fake');
      });
    for (const [name, draw] of Object.entries(plainForms))
      test(`plain text: ${name}`, async () => {
        const result = await check('text', `Amazonアカウント\n\n山田太郎様\n\n${draw(modules)}\n\nAmazon`);
        assert.deepEqual(held(result), [target]);
        assert.equal(result.verdict, 'fake');
      });
  });
}

test('two codes on one page', async () => {
  const [first, second] = ['https://a.example/1', 'https://b.example/2'].map((text) => makeModules(text));
  const both = forms['cells with bgcolor'](first) + '<p>または</p>' + forms['half blocks'](second);
  assert.deepEqual(held(await check('html', around(both))).sort(), ['https://a.example/1', 'https://b.example/2']);
});

test('what else a code can open is a link too, and plain words are none', async () => {
  const read = async (text) => held(await check('html', around(forms['cells with style'](makeModules(text)))));
  assert.deepEqual(await read('tel:+815030001234'), ['tel:+815030001234']);
  assert.deepEqual(await read('ご注文の番号 250-1234567-7654321'), []);
});

test('far from other boxes, between a thousand of them', async () => {
  const dust = Array.from({ length: 1500 }, (_, at) => `<i style="position:absolute;left:${(at * 37) % 700}px;top:${3000 + (at * 91) % 400}px;width:1px;height:1px;background:red"></i>`).join('');
  assert.deepEqual(held(await check('html', around(`${forms['cells with style'](codes.small)}<div style="position:relative">${dust}</div>`))), [address]);
});

describe('what honest mail draws', () => {
  for (const [name, drawing] of Object.entries(honestForms))
    test(name, async () => {
      const [plain, drawn] = [await check('html', around('')), await check('html', around(drawing))];
      assert.deepEqual(held(drawn), []);
      assert.equal(drawn.verdict, plain.verdict);
    });
});

/* One page of all, because a photograph of a page takes Chromium seconds. */
describe('Chromium', () => {
  const page = (drawings) => drawings.map((drawing) => `<div style="display:inline-block;vertical-align:top;margin:24px">${drawing}</div>`).join('');
  async function seen(markup) {
    const drawer = await openDrawer();
    const { grey, width, height } = await drawer.draw({ html: `<body style="margin:24px">${markup}`, width: 1100, height: 600, scale: 1, form: 'png' });
    await drawer.close();
    return (await core.codes(grey, width, height)).codes.map(({ text }) => text);
  }
  test('shows a code where we read one', async () => {
    /* A camera sees through gaps between dots, our reader of pictures does not. */
    const drawn = Object.entries(forms).filter(([name]) => name !== 'cells with the gaps of a table as it comes');
    const targets = drawn.map((_, at) => `https://c${at}.example/`);
    const found = await seen(page(drawn.map(([, draw], at) => draw(makeModules(targets[at], 'L')))));
    assert.deepEqual(drawn.filter((_, at) => !found.includes(targets[at])).map(([name]) => name), []);
  });
  test('shows none in what honest mail draws', async () => assert.deepEqual(await seen(page(Object.values(honestForms))), []));
});
