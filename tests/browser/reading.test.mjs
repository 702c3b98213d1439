// reading.test: pictures at the page, in Chromium and Firefox, offline from file://: a
// screenshot with a letter put right, a picture from the clipboard, QR codes, bad ones.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { rootDir } from '../cases/cases.mjs';
import { drawCode, looks, makeModules, tile } from '../pictures/codes.mjs';
import { openDrawer } from '../pictures/draw.mjs';
import { forms } from '../pictures/drawn.mjs';
import { listScreens } from '../pictures/screens.mjs';
import { expectVerdict } from './support/ask.mjs';
import { openChromium } from './support/chromium.mjs';
import { openFirefox } from './support/firefox.mjs';
import { missing } from './support/page.mjs';
import { makeOutlookFile } from '../unit/outlook_file.mjs';
import { makeZip } from '../unit/zip_file.mjs';
import { pngOf } from '../pictures/png.mjs';

const screen = (name) => listScreens().find((one) => one.name.startsWith(name));
const shots = {};
const codePng = (text) => pngOf(drawCode(makeModules(text), { cell: 6 }));
const PATIENCE = { timeout: 240_000 };

/* Reading takes seconds, on a busy machine many. */
async function openPicture(person, ...files) {
  await person.openFiles(...files);
  await person.run(
    () =>
      new Promise((resolve, reject) => {
        const started = Date.now();
        const look = () => {
          if (document.querySelector('.picture-screen, .problem, [data-problem]')) resolve();
          else if (Date.now() - started > 200_000) reject(new Error('not read'));
          else setTimeout(look, 100);
        };
        look();
      }),
  );
}

before(async () => {
  if (missing('chromium')) return;
  const drawer = await openDrawer();
  shots.fake = await drawer.draw(screen('payment-ios-light-2x'));
  shots.genuine = await drawer.draw(screen('delivered-ios-dark-3x'));
  await drawer.close();
});

for (const [name, openBrowser] of [['chromium', openChromium], ['firefox', openFirefox]]) {
  describe(`pictures in ${name}`, { skip: missing('chromium') || missing(name) }, () => {
    let browser;
    before(async () => (browser = await openBrowser()));
    after(() => browser?.close());

    const journey = (title, walk) =>
      test(title, PATIENCE, async () => {
        const person = await browser.open();
        try {
          await walk(person);
          assert.deepEqual(person.complaints, []);
        } finally {
          await person.close();
        }
      });

    journey('a screenshot of a fake is read, a letter put right, the verdict given', async (person) => {
      await openPicture(person, { name: 'shot.png', bytes: shots.fake.file, type: 'image/png' });
      const text = await person.run(() => document.getElementById('picture-text').value);
      assert.match(text, /お支払い方法/);
      assert.match(text, /https:\/\/amazon-co-jp\.kakunin\.example\/pay/);
      const drawn = await person.run(() => document.querySelector('.picture-shown canvas').width);
      assert.ok(drawn > 300);
      await person.run(() => {
        const box = document.getElementById('picture-text');
        box.value = box.value.replace('kakunin', 'kakun1n');
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await person.run(() => {
        const list = [...document.querySelectorAll('.letters select')].find((one) => one.value === '1');
        list.value = 'l';
        list.dispatchEvent(new Event('change', { bubbles: true }));
      });
      assert.match(await person.run(() => document.getElementById('picture-text').value), /kakunln\.example/);
      await person.click('#check-picture');
      await expectVerdict(person, 'fake');
      await person.click('#correct-picture');
      await person.wait('#picture-text');
    });

    journey('a screenshot of a genuine message is never called genuine', async (person) => {
      await openPicture(person, { name: 'shot.png', bytes: shots.genuine.file, type: 'image/png' });
      await person.click('#check-picture');
      await expectVerdict(person, 'unproven');
      const points = await person.run(() => [...document.querySelectorAll('[data-state]')].map(({ dataset }) => dataset.state));
      assert.ok(points.length > 0 && !points.includes('good'), points.join(' '));
    });

    journey('a picture of QR codes says where each leads, and opens none', async (person) => {
      const sheet = tile(['https://www.amazon.co.jp/', 'https://amazon-login.example/x', 'WIFI:S:cafe;;'].map((one) => drawCode(makeModules(one), { cell: 6 })), 3);
      await openPicture(person, { name: 'codes.png', bytes: pngOf(sheet), type: 'image/png' });
      const found = await person.run(() =>
        [...document.querySelectorAll('[data-code]')].map(({ dataset }) => [dataset.code, dataset.standing ?? '']));
      assert.deepEqual(found.sort(), [['link', 'impersonating'], ['link', 'official'], ['wifi', '']]);
    });

    journey('a picture is pasted from the clipboard', async (person) => {
      await person.run((bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: transfer }); /* Firefox takes none in the constructor */
        document.body.dispatchEvent(event);
      }, [...codePng('tel:+81312345678')]);
      await person.wait('[data-code=telephone]');
    });

    /* The clipboard of a Firefox without a screen holds words only. */
    if (name === 'chromium') journey('a picture in the browser’s own clipboard is pasted by keys', async (person) => {
      await person.run(async (bytes) => {
        const item = new ClipboardItem({ 'image/png': new Blob([new Uint8Array(bytes)], { type: 'image/png' }) });
        await navigator.clipboard.write([item]);
      }, [...codePng('https://amazon-login.example/x')]);
      await person.key('Control+V');
      await person.wait('[data-code=link][data-standing=impersonating]');
    });

    journey('a code that a mail draws in cells is a link, and decides', async (person) => {
      const drawing = forms['runs of cells'](makeModules('https://pay.kakunin.example/amazon', 'L'));
      const source = ['From: "Amazon.co.jp" <account-update@amazon.co.jp>', 'To: suzuki@mail.example', 'Subject: Amazon', 'Message-ID: <1@mail.example>',
        'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', `<p>Amazonアカウントの確認のため、下のコードを読み取ってください。</p>${drawing}`, ''].join('\r\n');
      await person.openFiles({ name: 'mail.eml', bytes: Buffer.from(source), type: 'message/rfc822' });
      await expectVerdict(person, 'fake');
      assert.match(await person.run(() => document.querySelector('.top-reason').textContent), /QRコードのリンクの行き先は kakunin\.example/);
      await person.click('#hidden-links summary');
      await person.see('升目や記号で描かれたもの');
    });

    const mailWith = (png) => ['From: "Amazon.co.jp" <account-update@amazon.co.jp>', 'To: suzuki@mail.example', 'Subject: Amazon', 'Message-ID: <1@mail.example>',
      'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', '', '--b', 'Content-Type: text/html; charset=utf-8', '',
      '<p>Amazonをご利用いただきありがとうございます。お知らせがあります。</p><img src="cid:code">', '--b', 'Content-Type: image/png',
      'Content-ID: <code>', 'Content-Transfer-Encoding: base64', '', png.toString('base64').replace(/.{76}/g, '$&\r\n'), '--b--', ''].join('\r\n');

    journey('a QR code that a mail carries is read when asked, and decides', async (person) => {
      const source = mailWith(codePng('https://pay.kakunin.example/amazon'));
      await person.openFiles({ name: 'mail.eml', bytes: Buffer.from(source), type: 'message/rfc822' });
      await expectVerdict(person, 'unproven');
      await person.click('#read-pictures');
      await expectVerdict(person, 'fake', 120000);
      await person.wait('[data-code=link][data-standing=unrelated]');
    });

    /* All of them with HONMONO_DEEP=1: a minute. */
    if (name === 'chromium') journey('codes of many looks in mail are read by the page, and decide', async (person) => {
      const some = process.env.HONMONO_DEEP ? looks : looks.filter((_, at) => at % 8 === 7);
      const missed = [];
      for (const [level, look] of some) {
        const png = pngOf(drawCode(makeModules('https://pay.kakunin.example/amazon', level), look));
        await person.openFiles({ name: 'mail.eml', bytes: Buffer.from(mailWith(png)), type: 'message/rfc822' });
        await expectVerdict(person, 'unproven');
        await person.click('#read-pictures');
        await person.wait('[data-code], .problem');
        const verdict = await person.run(() => document.querySelector('[data-verdict]').dataset.verdict);
        if (verdict !== 'fake') missed.push(JSON.stringify([level, look, verdict]));
        await person.reload();
      }
      console.log(`note: ${some.length - missed.length} of ${some.length} codes decide the verdict of the page`);
      assert.ok(missed.length <= 1, missed.join('\n'));
    });

    journey('a file of Outlook’s and a zip of messages are read', async (person) => {
      const headers = 'From: "Amazon.co.jp" <no-reply@account.example>\r\nMessage-ID: <1@account.example>\r\nSubject: Amazon';
      const html = '<p>Amazonのアカウントを確認してください。</p><a href="https://amazon-login.example/x">サインイン</a>';
      await person.openFiles({ name: 'mail.msg', bytes: makeOutlookFile({ headers, html }) });
      await expectVerdict(person, 'fake', 60000);
      await person.reload();
      await person.openFiles({ name: 'all.zip', bytes: makeZip([['a.eml', `${headers}\r\n\r\n${html}`], ['b.eml', 'From: a@b.example\n\nhello']]) });
      await person.wait('button.item');
      assert.equal(await person.run(() => document.querySelectorAll('button.item').length), 2);
    });

    journey('a photograph that lies on its side stands upright', async (person) => {
      const jpeg = readFileSync(join(rootDir, 'tests/pictures/samples/code.jpg')); /* 240 x 220 pixels */
      const turned = [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'), 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
      const bytes = Buffer.concat([jpeg.subarray(0, 2), Buffer.from(turned), jpeg.subarray(2)]);
      await openPicture(person, { name: 'photo.jpg', bytes, type: 'image/jpeg' });
      const sides = await person.run(() => [...document.querySelectorAll('.picture-shown canvas')].map(({ width, height }) => [width, height]));
      assert.deepEqual(sides, [[220, 240]]);
      await person.wait('[data-code=link][data-standing=impersonating]');
    });

    journey('bad pictures are answered by a sentence', async (person) => {
      const png = codePng('https://a.example/');
      const bomb = Uint8Array.from(png);
      new DataView(bomb.buffer).setUint32(16, 20000);
      new DataView(bomb.buffer).setUint32(20, 10000);
      /* Firefox shows what has come of a picture that is cut off, Chromium none of it. */
      const bad = [
        ['6400万画素', bomb],
        [person.engine === 'firefox' ? '見つかりませんでした' : '画像を開けませんでした', png.subarray(0, 60)],
        ['見つかりませんでした', pngOf({ grey: Uint8Array.from({ length: 90000 }, (_, at) => 128 + 60 * Math.sin(at / 900)), width: 300, height: 300 })],
      ];
      for (const [sentence, bytes] of bad) {
        await openPicture(person, { name: 'bad.png', bytes, type: 'image/png' });
        await person.see(sentence);
        await person.reload();
      }
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="run"</script><text>Amazon</text></svg>';
      await person.openFiles({ name: 'a.svg', bytes: Buffer.from(svg), type: 'image/svg+xml' });
      await person.wait('[data-verdict], .problem');
      assert.notEqual(await person.run(() => document.title), 'run');
    });

    journey('reading is cancelled at once, and the page goes on', async (person) => {
      await person.openFiles({ name: 'shot.png', bytes: shots.fake.file, type: 'image/png' });
      await person.click('#cancel');
      await person.wait('#box');
      await openPicture(person, { name: 'code.png', bytes: codePng('mailto:a@example.com'), type: 'image/png' });
      await person.wait('[data-code=mail]');
    });
  });
}
