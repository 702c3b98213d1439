// ways.test: ways to act other than a link, tried as an attacker and as an honest
// sender, in mail that is otherwise honest and that nothing proves.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { rootDir } from './cases.mjs';
import { checkNative } from './native.mjs';

const rows = readFileSync(join(rootDir, 'tests/cases/ways.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));

const mail = (more) => `<h2>小野寺澪様、ご注文ありがとうございます。</h2><p>明日8:00 午前～12:00 午後に到着予定</p>
<p>小野寺　澪 - 山形県</p><p>注文番号 250-1234567-7654321</p>
<p><a href="https://www.amazon.co.jp/gp/css/order-details">注文内容の表示と変更</a></p><p>ステンレス水筒 500ml</p><p>数量: 1</p>${more}<p>合計 ￥2,480</p>
<p>送信者：アマゾンジャパン合同会社</p>`;
const known = { profile: { emails: ['mio@example.jp'], names: ['小野寺 澪'] }, answers: { delivered_to: 'mine' } };

/* A row with a part is a source: the part beside the mail, or alone ("-"). */
function source(markup, type, body) {
  const head = [
    'From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>', 'To: mio@example.jp',
    `Subject: =?utf-8?B?${Buffer.from('注文済み: ステンレス水筒 500ml').toString('base64')}?=`,
    'Date: Tue, 24 Nov 2026 10:02:00 +0900', 'MIME-Version: 1.0',
  ];
  const part = body.replaceAll('\\n', '\n');
  if (markup === '-') return [...head, `Content-Type: ${type}; charset=utf-8`, '', part].join('\n');
  const name = /name=("[^"]*")/.exec(type);
  return [
    ...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/html; charset=utf-8', '', mail(markup), '--b',
    `Content-Type: ${type}`, `Content-Disposition: attachment${name ? `; filename=${name[1]}` : ''}`, '', part, '--b--', '',
  ].join('\n');
}

const message = ([, , markup, type, body]) => (type
  ? { bytes: Buffer.from(source(markup, type, body)), options: known }
  : { bytes: Buffer.from(mail(markup)), options: { kind: 'html', origin: 'paste', ...known } });
const BAD = ['decisive', 'strong'];

describe('ways to act', () => {
  let results;
  before(async () => {
    results = (await checkNative([['', '', ''], ...rows].map(message))).map((json) => JSON.parse(json));
  });
  test('without any of them the mail is consistent', () => assert.equal(results[0].verdict, 'consistent'));
  const right = {
    fake: ({ verdict }) => verdict === 'fake',
    suspicious: ({ verdict }) => verdict === 'suspicious' || verdict === 'fake',
    open: ({ verdict }) => verdict === 'unproven',
    quiet: ({ verdict, findings }) => verdict !== 'fake' && verdict !== 'suspicious' &&
      !findings.some(({ check, weight }) => check === 'other-way-to-act' && BAD.includes(weight)),
  };
  for (const means of [...new Set(rows.map(([name]) => name))]) {
    test(means, () => {
      const wrong = rows.map(([name, wanted, markup], index) => [name, wanted, markup, results[index + 1]])
        .filter(([name, wanted, , result]) => name === means && !right[wanted](result))
        .map(([, wanted, markup, { verdict }]) => `${verdict}, not ${wanted}: ${markup}`);
      assert.deepEqual(wrong, []);
    });
  }
});
