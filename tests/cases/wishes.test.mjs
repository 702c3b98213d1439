// wishes.test: whoever knows name and address can ask for anything in words.
//
// Each wish of wishes.tsv is put into three mails that are otherwise honest (right
// name, right address, links to Amazon only, answered truly) and that nothing
// proves. None may be called consistent, or a genuine warning; without the wish
// all three are.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { rootDir } from './cases.mjs';
import { checkNative } from './native.mjs';

const wishes = readFileSync(join(rootDir, 'tests/cases/wishes.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));

const top = `<p><a href="https://www.amazon.co.jp/gp/css/order-history">注文履歴</a>
<a href="https://www.amazon.co.jp/gp/css/homepage.html">アカウントサービス</a></p><p><img src="https://m.media-amazon.com/images/G/09/l.png" alt="Amazon.co.jp"></p>`;
const foot = `<p>©2026 Amazon.com. All rights reserved. Amazonのロゴ、Amazon.co.jpおよび、Amazon.co.jpのロゴは、 Amazon.com, Inc.またはその関連会社の商標です。</p>
<p>送信者：アマゾンジャパン合同会社</p>`;
const carriers = {
  order: (wish) => `${top}<h2>小野寺澪様、ご注文ありがとうございます。</h2><p>明日8:00 午前～12:00 午後に到着予定</p>
<p>小野寺　澪 - 山形県</p><p>注文番号 &#x202B;250-1234567-7654321</p>
<p><a href="https://www.amazon.co.jp/gp/css/order-details">注文内容の表示と変更</a></p><p>ステンレス水筒 500ml</p><p>数量: 1</p>${wish}<p>合計 ￥2,480</p>${foot}`,
  dispatch: (wish) => `${top}<h2>荷物が発送されました。</h2><p>小野寺　澪 - 山形県</p><p>注文番号 250-1234567-7654321</p>${wish}
<p><a href="https://www.amazon.co.jp/gp/css/shiptrack">配送状況を確認</a></p>${foot}`,
  alert: (wish) => `${top}<h2>サインイン試行</h2><p>小野寺 澪,</p><p>パスワードを知っているユーザーがあなたのアカウントにサインインしようとしています。</p>
<p>日時: Nov 24, 2026 09:58 AM Japan Standard Time<br>デバイス: Google Chrome Windows (デスクトップ)<br>付近: Yamagata, Japan</p>${wish}
<p><a href="https://www.amazon.co.jp/a/c/r/Q7rXw2">承認または否認してください。</a></p>${foot}`,
};
const profile = { emails: ['mio@example.jp'], names: ['小野寺 澪'] };
const answers = {
  order: { delivered_to: 'mine' }, dispatch: { delivered_to: 'mine', order_history: 'found' }, alert: { delivered_to: 'mine', sign_in: 'me' },
};

describe('wishes', () => {
  const verdicts = {};
  const ask = async (name, list, sign_in) => (await checkNative(list.map((wish) => ({
    bytes: Buffer.from(carriers[name](wish)),
    options: { kind: 'html', origin: 'paste', profile, answers: { ...answers[name], ...(sign_in ? { sign_in } : {}) } },
  })))).map((json) => JSON.parse(json).verdict);
  before(async () => {
    for (const name of Object.keys(carriers)) verdicts[name] = await ask(name, ['', ...wishes.map(([, wish]) => wish)]);
    verdicts['alert that was not me'] = await ask('alert', ['', ...wishes.map(([, wish]) => wish)], 'not_me');
  });
  test('there are sixty wishes in ten classes and more', () => {
    assert.ok(wishes.length >= 60);
    assert.ok(new Set(wishes.map(([name]) => name)).size >= 10);
  });
  for (const name of [...Object.keys(carriers), 'alert that was not me']) {
    test(name, () => {
      const [honest, ...asking] = verdicts[name];
      assert.equal(honest, name === 'alert that was not me' ? 'account_at_risk' : 'consistent');
      const blessed = wishes.filter((_, index) => ['consistent', 'account_at_risk'].includes(asking[index])).map(([, wish]) => wish);
      assert.deepEqual(blessed, []);
    });
  }
});
