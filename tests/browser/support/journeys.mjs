// journeys: what people do with the page, by role and label, in any browser.
//
// Each is { name, settings, run(person) }; engines: only these can do it (what a
// driver cannot is said there). A journey ends with no complaint of the browser.

import assert from 'node:assert/strict';
import { makeZip } from '../../unit/zip_file.mjs';
import { ask, drop, expectVerdict, open, paste, register, textOf, verdictOf, widthOf } from './ask.mjs';
import {
  alertHtml, alertSource, alertText, dispatchHtml, dispatchText, fakeSource, friendSource, hanako, provenAlert, provenDispatch,
} from './messages.mjs';

const ONLY_CHROMIUM = ['chromium'];
const ME = 'はい、私です';
const NOT_ME = 'いいえ、心当たりがありません';
const BAD = ['fake', 'suspicious'];

/* What is for print holds for the screen from now on. */
const asPrinted = (person) =>
  person.run(() => {
    for (const { media } of document.styleSheets[0].cssRules) if (media?.mediaText === 'print') media.mediaText = 'all';
  });
const shown = (person, selector) =>
  person.run(
    (one) => [...document.querySelectorAll(one)].filter((element) => element.checkVisibility()).length,
    selector,
  );
/* Words that end outside the window, where nothing scrolls to them. */
const cutOff = (person) =>
  person.run(() =>
    [...document.querySelectorAll('main *, header *')]
      .filter((element) => element.checkVisibility() && !element.closest('.unseen, dialog'))
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.textContent.slice(0, 40)),
  );
const pagesOf = async (person) =>
  (Buffer.from(await person.printed()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

/* Tab until the element has the focus, then Enter; what stands above the verdict is reached backwards. */
async function pressByKeys(person, id) {
  for (let step = 0; step < 80; step++) {
    if (await person.run(() => document.activeElement.id).then((now) => now === id)) return person.key('Enter');
    await person.key(id === 'back' ? 'Shift+Tab' : 'Tab');
  }
  return assert.fail(`Tab does not lead to ${id}`);
}

/* Each of the six verdicts, from the first screen, by pressing what has these ids. */
async function reachEveryVerdict(person, press) {
  await press('sample-fake');
  await expectVerdict(person, ['fake']);
  await press('back');
  await person.wait('#sample-sign_in');
  await press('sample-sign_in');
  await expectVerdict(person, ['unproven']);
  await press('answer-sign_in-not_me');
  await expectVerdict(person, ['account_at_risk']);
  await press('answer-sign_in-me');
  await expectVerdict(person, ['consistent']);
  await press('ask-message_center-title');
  await press('answer-message_center-not_found');
  await expectVerdict(person, ['suspicious']);
  await press('back');
  await person.wait('#box');
  await press('box');
  await person.type('日曜日の件、10時に駅で待っています。');
  await press('check');
  await expectVerdict(person, ['no_claim']);
}

export const journeys = [
  {
    name: 'the article’s example, delivered to the registered address: yes, it was me',
    async run(person) {
      await register(person, hanako);
      await open(person, alertSource());
      await expectVerdict(person, ['unproven']);
      assert.ok(await person.has('button', ME));
      await person.press(ME);
      await expectVerdict(person, ['consistent']);
      assert.match(await textOf(person, '#live'), /まだ判定できません.*本物の特徴と一致/);
    },
  },
  {
    name: 'the article’s example: no, it was not me; the steps to protect the account stand there',
    async run(person) {
      await register(person, hanako);
      await open(person, alertSource());
      await expectVerdict(person, ['unproven']);
      await person.press(NOT_ME);
      await expectVerdict(person, ['account_at_risk']);
      await person.press('アカウントを守る手順を見る');
      assert.equal(await person.run(() => document.activeElement.id), 'protect-heading');
    },
  },
  {
    name: 'a rich paste with an official link: not decided, and a question is on the screen',
    async run(person) {
      await register(person, hanako);
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      await person.wait('.asked-first .question');
    },
  },
  {
    name: 'a rich paste, all questions answered: consistent',
    async run(person) {
      await register(person, hanako);
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      for (const answer of ['delivered_to-mine', 'sign_in-me']) {
        await ask(person, answer.split('-')[0]);
        if (await person.run((id) => document.getElementById(`answer-${id}`) !== null, answer))
          await person.click(`#answer-${answer}`);
        await person.wait(`#answer-${answer}[aria-pressed=true]`);
      }
      await expectVerdict(person, ['consistent']);
    },
  },
  {
    name: 'order mail greets nobody: the order history settles it, and its number stands there to be copied',
    async run(person) {
      await paste(person, { plain: dispatchText, html: dispatchHtml() });
      await expectVerdict(person, ['unproven']);
      assert.match(await textOf(person, '[data-leads-to=amazon_only]'), /本物のAmazon/);
      await person.press('はい、登録しているアドレスです');
      await person.wait('[data-question=order_history]');
      assert.match(await textOf(person, '.order-numbers'), /250-7654321-1234567/);
      await person.click('#answer-order_history-found');
      await expectVerdict(person, ['consistent']);
      await person.click('#answer-order_history-not_found');
      await expectVerdict(person, ['suspicious']);
    },
  },
  {
    name: 'one sentence that Amazon is not known to write: named, with the surest way to know',
    async run(person) {
      await register(person, hanako);
      await paste(person, { plain: dispatchText, html: dispatchHtml({ more: '<p>品物は係員が箱ごと預かります。</p>' }) });
      await expectVerdict(person, ['unproven']);
      assert.match(await textOf(person, '[data-missing=unknown-sentence]'), /品物は係員が箱ごと預かります/);
      for (const answer of ['delivered_to-mine', 'order_history-found']) {
        if (await person.run((id) => document.getElementById(`answer-${id}`) !== null, answer)) await person.click(`#answer-${answer}`);
      }
      await expectVerdict(person, ['unproven']);
    },
  },
  {
    name: 'proven by the mail server that received it: consistent, and nothing need be typed in',
    async run(person) {
      await open(person, provenDispatch());
      await expectVerdict(person, ['consistent']);
      assert.match(await textOf(person, '.verdict-sentence'), /メールサーバー/);
    },
  },
  {
    name: 'proven, to an address that is not registered: never fake, and what that means stands there',
    async run(person) {
      await register(person, hanako);
      await open(person, provenDispatch({ to: 'second@mail.example' }));
      await expectVerdict(person, ['consistent']);
      assert.match(await textOf(person, '[data-message=not-registered-proven]'), /誰かがこのアドレスを登録/);
    },
  },
  {
    name: 'proven, and only "was this you?" is open: the headline says that Amazon sent it, and asks',
    async run(person) {
      await open(person, provenAlert);
      await expectVerdict(person, ['unproven']);
      assert.match(await textOf(person, 'h1[data-verdict]'), /送ったのはAmazon/);
      await person.press(NOT_ME);
      await expectVerdict(person, ['account_at_risk']);
      await person.press(ME);
      await expectVerdict(person, ['consistent']);
    },
  },
  {
    name: 'the same with another target: fake, and the reason names the site',
    async run(person) {
      await register(person, hanako);
      await paste(person, { plain: alertText, html: alertHtml({ link: 'https://account.evil.example/signin' }) });
      await expectVerdict(person, ['fake']);
      await person.see('evil.example');
      assert.match(await textOf(person, '.top-reason'), /evil\.example/);
    },
  },
  {
    name: 'greeted by an address: suspicious or fake',
    async run(person) {
      await paste(person, { plain: alertText, html: alertHtml({ greeting: 'hanako@mail.example 様' }) });
      await expectVerdict(person, BAD);
    },
  },
  {
    name: 'delivered to an address that is not registered: fake; the answer can be taken back',
    async run(person) {
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      await person.press('いいえ、登録していません');
      await expectVerdict(person, ['fake']);
      await person.press('わからない・あとで');
      await expectVerdict(person, ['unproven']);
    },
  },
  {
    name: 'an answer says what it changed, and shows a new verdict',
    settings: { width: 360, height: 740 },
    async run(person) {
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      await person.press('はい、登録しているアドレスです');
      await person.see('判定は「まだ判定できません」のままです。宛先は「本物と一致」になりました。');
      assert.equal(await shown(person, '.changed'), 1);
      assert.match(await person.run(() => document.activeElement.id), /^question-/);
      assert.ok(await person.run(() => document.activeElement.closest('.asked-first') !== null));
      await ask(person, 'sign_in');
      await person.click('#answer-sign_in-me');
      await person.wait('[data-question=sign_in] .changed'); /* it is told where the question stood */
      assert.equal(await shown(person, '.changed'), 1);
      await ask(person, 'message_center');
      await person.press('見当たらなかった');
      await expectVerdict(person, BAD);
      assert.equal(await person.run(() => document.activeElement.id), 'verdict');
      const top = await person.run(() => document.querySelector('.verdict .changed').getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 200, `the note stands at ${top}`);
    },
  },
  {
    name: 'judging again takes long: the screen stays where it is, and it can be cancelled',
    settings: {
      prepare: () => {
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (...args) {
          setTimeout(() => post.apply(this, args), window.delay ?? 0);
        };
      },
    },
    async run(person) {
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      const answer = '#answer-message_center-not_found';
      await ask(person, 'message_center');
      await person.run((one) => {
        window.delay = 1500;
        document.querySelector(one).scrollIntoView({ block: 'center' });
        window.stood = scrollY;
      }, answer);
      await person.click(answer);
      await person.wait('.busy');
      assert.equal(await person.run(() => scrollY - window.stood), 0);
      await person.wait(`${answer}[aria-pressed=true]`);
      await person.click('#busy-cancel');
      await person.gone('.busy');
      assert.equal(await person.run(() => scrollY - window.stood), 0);
      assert.equal(await person.run((one) => document.querySelector(one).ariaPressed, answer), 'false');
      await person.click(answer);
      await person.wait('.busy');
      await expectVerdict(person, BAD);
      await person.gone('.busy');
    },
  },
  {
    name: 'plain text is never consistent before the message centre was found',
    async run(person) {
      await register(person, hanako);
      await paste(person, { plain: alertText });
      await expectVerdict(person, ['unproven']);
      for (const id of ['delivered_to-mine', 'greeting-my_name', 'sign_in-me']) {
        if (!(await person.run((one) => document.getElementById(`answer-${one}`) !== null, id))) continue;
        await ask(person, id.split('-')[0]);
        await person.click(`#answer-${id}`);
        await person.wait(`#answer-${id}[aria-pressed=true]`);
        assert.equal(await verdictOf(person), 'unproven');
      }
      await ask(person, 'message_center');
      await person.press('同じ件名・時刻のものがあった');
      await expectVerdict(person, ['consistent']);
      await person.see('メッセージセンターから手続きする');
    },
  },
  {
    name: 'not in the message centre: suspicious',
    async run(person) {
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      await ask(person, 'message_center');
      await person.press('見当たらなかった');
      await expectVerdict(person, BAD);
    },
  },
  {
    name: 'a link’s real target, copied by hand, settles it',
    async run(person) {
      await paste(person, { plain: alertText });
      await expectVerdict(person, ['unproven']);
      await ask(person, 'link_targets');
      await person.fill('コピーしたリンク（一行に一つ）', 'https://amazon.co.jp.evil.example/x');
      await person.press('この行き先で判定する');
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'somebody’s own mail: no claim, and that it is not called safe',
    async run(person) {
      await open(person, friendSource);
      await expectVerdict(person, ['no_claim']);
      await person.see('安全という意味ではありません');
      await person.press('いいえ、ほかの会社や人です');
      await person.wait('#answer-claim-not_amazon[aria-pressed=true]');
      await expectVerdict(person, ['no_claim']);
      await person.press('別のメッセージを調べる');
      await person.wait('#box');
    },
  },
  {
    name: 'a lure that names nobody: what was seen stands there, and looking like Amazon it is fake',
    async run(person) {
      await paste(person, {
        plain: 'ポイントの有効期限',
        html: '<p>お客様のポイントの有効期限が近づいています。LINEで担当者を追加してください。</p><a href="https://points.example/get">受け取る</a>',
      });
      await expectVerdict(person, ['no_claim']);
      const seen = await person.run(() => document.querySelector('.seen').textContent);
      assert.match(seen, /points\.example/);
      assert.match(seen, /チャット/);
      await person.press('はい、Amazonに見えます');
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'a fake source: verdict, numbered reasons, marks; a reason shows its place and the place its reason',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.click('#point-links summary');
      await person.click('#point-links .show-place');
      await person.wait('.lit');
      assert.equal(await person.run(() => document.querySelector('.sheet .lit') !== null), true);
      await person.click('.sheet button.number');
      await person.wait('.reason.lit');
    },
  },
  {
    name: 'text that was hidden can be shown',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      assert.doesNotMatch(await textOf(person, '.sheet'), /lorem ipsum/);
      await person.click('#show-hidden');
      await person.see('lorem ipsum');
      await person.see('表示されない設定の文字でした');
      await person.click('#show-hidden');
      await person.gone('.hidden-text');
    },
  },
  {
    name: 'a link explains itself on hover; Escape dismisses it',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.hover('.link-text[data-standing=unrelated], .link-text[data-standing=impersonating]');
      await person.wait('.link-card');
      assert.match(await textOf(person, '.link-card .host strong'), /example/);
      assert.match(await textOf(person, '.link-card'), /＠より/);
      await person.key('Escape');
      await person.gone('.link-card');
      await person.hover('#points-heading');
      await person.hover('.link-text');
      await person.wait('.link-card');
      await person.hover('.link-card .card-sentence'); /* it stays while the pointer is on it */
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.equal(await shown(person, '.link-card'), 1);
      await person.hover('#points-heading');
      await person.gone('.link-card');
    },
  },
  {
    name: 'a link’s address is copied in a form that nothing opens',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.focus('.link-text');
      await person.click('.link-card .card-button');
      await person.click('.link-card .copy button');
      await person.see('コピーしました');
      const text = await person.clipboard();
      assert.equal(text, 'hxxps://www[.]amazon[.]co[.]jp@login[.]evil[.]example/ap/signin?mail=hanako%40mail.example');
    },
  },
  {
    name: 'a link explains itself on keyboard focus, with the whole address on demand',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.focus('.link-text');
      await person.wait('.link-card');
      await person.key('Tab');
      await person.key('Enter');
      await person.wait('.card-more:not([hidden])');
      assert.equal(
        await person.run(() => getComputedStyle(document.querySelector('.address-user')).textDecorationLine),
        'line-through',
      );
      await person.key('Escape');
      await person.gone('.link-card');
      assert.equal(await person.run(() => document.activeElement.classList.contains('link-text')), true);
    },
  },
  {
    name: 'a link explains itself on tap; the page stays where it is',
    settings: { touch: true, width: 360, height: 740 },
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.run(() => document.querySelector('.link-text').scrollIntoView({ block: 'center' }));
      await person.tap('.link-text');
      await person.wait('.link-card');
      assert.equal(await widthOf(person), 0);
      const inside = await person.run(() => {
        const box = document.querySelector('.link-card').getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth;
      });
      assert.ok(inside);
    },
  },
  {
    name: 'the three samples',
    async run(person) {
      for (const [name, verdicts] of [
        ['偽物の例', ['fake']],
        ['本物のサインイン通知の例', ['unproven']],
        ['SMSの例', ['unproven']],
      ]) {
        await person.press(name);
        await expectVerdict(person, verdicts);
        await person.see('作り話の例');
        await person.press('別のメッセージを調べる');
        await person.wait('#box');
      }
    },
  },
  {
    name: 'the three samples in English',
    async run(person) {
      await person.press('English');
      for (const [name, verdicts] of [
        ['A fake', ['fake']],
        ['A real sign-in alert', ['unproven']],
        ['A text message', ['unproven']],
      ]) {
        await person.press(name);
        await expectVerdict(person, verdicts);
        await person.see('made-up example');
        await person.press('Check another message');
        await person.wait('#box');
      }
      await person.press('A real sign-in alert');
      await person.press('Yes, that was me');
      await expectVerdict(person, ['consistent']);
    },
  },
  {
    name: 'keyboard alone reaches every verdict',
    run: (person) => reachEveryVerdict(person, (id) => pressByKeys(person, id)),
  },
  {
    name: 'touch alone reaches every verdict',
    settings: { touch: true, width: 360, height: 740 },
    run: (person) => reachEveryVerdict(person, (id) => person.tap(`#${id}`)),
  },
  {
    name: 'a name that turns the direction round leaves its address readable',
    async run(person) {
      await open(person, `From: "Amazon \u202e" <abc@xyz.example>\n${fakeSource.replace(/^From:.*\n/m, '')}`);
      await expectVerdict(person, ['fake']);
      const places = await person.run(() => {
        const address = [...document.querySelectorAll('.head-lines bdi')].find((one) => one.textContent === 'abc@xyz.example');
        const left = (at) => {
          const range = document.createRange();
          range.setStart(address.firstChild, at);
          range.setEnd(address.firstChild, at + 1);
          return range.getBoundingClientRect().left;
        };
        return [...address.textContent].map((_, at) => left(at));
      });
      assert.deepEqual(places, [...places].sort((a, b) => a - b));
    },
  },
  {
    name: 'how to copy a message is told on the first screen, before what a source is',
    async run(person) {
      await person.unfold('メールの写し方がわからないとき');
      const text = await textOf(person, '#how-fold');
      assert.match(text, /長押しして「すべて選択」→「コピー」/);
      assert.ok(text.indexOf('「すべて選択」') < text.indexOf('ソース'));
    },
  },
  {
    name: 'a pasted picture that cannot be opened: what to do instead, and how to open Amazon',
    async run(person) {
      await person.run(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        document.body.dispatchEvent(event);
      });
      await person.see('画像を開けませんでした');
      await person.unfold('Amazonを自分で開いて確かめる');
      await person.see('https://www.amazon.co.jp/gp/message');
    },
  },
  {
    name: 'a short link is not called where it leads',
    async run(person) {
      await paste(person, { plain: 'https://bit.ly/3x' });
      await person.wait('article[data-standing=shortener]');
      assert.equal(await textOf(person, '.link-result .card-value'), '押すまでわかりません');
    },
  },
  {
    name: 'usual devices and places stand beside the question about the sign-in',
    async run(person) {
      await person.unfold('Amazonに登録している情報');
      await person.fill('いつも使う機器', 'iPhone');
      await person.fill('いつも使う場所', '大阪');
      await person.run(() => document.activeElement.blur());
      await paste(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
      const asked = await textOf(person, '[data-question=sign_in] .asked');
      assert.match(asked, /Google Chrome Windows.*iPhone.*大阪/);
    },
  },
  {
    name: 'magnified four times: the card of a link stands in the window, and its end can be reached',
    settings: { width: 320, height: 256 },
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      assert.equal(await widthOf(person), 0);
      await person.run(() => document.querySelector('.link-text').scrollIntoView({ block: 'center' }));
      await person.hover('.link-text');
      await person.wait('.link-card');
      await person.click('.card-button');
      await person.wait('.card-more:not([hidden])');
      const { box, whole, high } = await person.run(() => {
        const card = document.querySelector('.link-card');
        const { top, bottom, left, right } = card.getBoundingClientRect();
        return { box: { top, bottom, left, right }, whole: card.scrollHeight, high: card.clientHeight };
      });
      assert.ok(box.left >= 0 && box.right <= 320, JSON.stringify(box));
      assert.ok(box.bottom - box.top <= 256 && whole > high, JSON.stringify({ box, whole, high }));
    },
  },
  {
    name: 'two links in the link box',
    async run(person) {
      await person.press('リンクだけ調べる');
      await person.fill(
        '調べたいリンク（一行に一つ）',
        'https://www.amazon.co.jp/gp/message\nhttps://www.amazon.co.jp@evil.example/',
      );
      await person.press('リンクを調べる');
      await person.wait('article[data-standing=official]');
      await person.wait('article[data-standing]:not([data-standing=official])');
      await person.see('Amazonを自分で開いて確かめる');
    },
  },
  {
    name: 'a paste that is only a link is judged as a link; so is a dropped one',
    async run(person) {
      await paste(person, { plain: 'https://amazon.co.jp.evil.example/a' });
      await person.wait('article[data-standing=impersonating]');
      await drop(person, { links: 'https://www.amazon.co.jp/\r\n', plain: 'https://www.amazon.co.jp/' });
      await person.wait('article[data-standing=official]');
    },
  },
  {
    name: 'a dropped file, a dropped text',
    async run(person) {
      await drop(person, { files: [{ name: 'a.eml', content: fakeSource, type: 'message/rfc822' }] });
      await expectVerdict(person, ['fake']);
      await drop(person, { plain: alertText, html: alertHtml() });
      await expectVerdict(person, ['unproven']);
    },
  },
  {
    name: 'several files and an mbox become a list; one can be opened, and back',
    async run(person) {
      const mbox = [fakeSource, friendSource]
        .map((source) => `From x@y.example Tue Nov 10 10:02:10 2026\n${source}\n`)
        .join('');
      await person.openFiles(
        { name: 'one.eml', bytes: Buffer.from(alertSource()) },
        { name: 'two.mbox', bytes: Buffer.from(mbox) },
        { name: 'three.msg', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
      );
      await person.see('4通を調べました');
      await person.see('Outlookのファイルを読めませんでした');
      assert.deepEqual(
        await person.run(() => [...document.querySelectorAll('button.item')].map((item) => item.dataset.verdict)),
        ['unproven', 'fake', 'no_claim'],
      );
      await person.click('#item-1');
      await expectVerdict(person, ['fake']);
      await person.press('一覧へ戻る');
      await person.see('4通を調べました');
    },
  },
  {
    name: 'what cannot be read says so: picture, broken .msg, winmail.dat, PST, PDF, .docx, zip, nothing',
    async run(person) {
      const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
      for (const [name, bytes, words] of [
        ['screen.png', picture, '画像を開けませんでした'],
        ['mail.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Outlookのファイルを読めませんでした'],
        ['winmail.dat', Buffer.from('789f3e220000', 'hex'), 'winmail.dat はOutlookだけの形式'],
        ['all.pst', Buffer.from('2142444e0000', 'hex'), '入れ物（PST）'],
        ['mail.pdf', Buffer.from('%PDF-1.7\n'), 'PDFは読めません'],
        ['mail.docx', makeZip([['[Content_Types].xml', '<x/>'], ['word/document.xml', '<x/>']]), 'Wordなどの文書は読めません'],
        ['cut.zip', Buffer.from('504b0304140000000800', 'hex'), '.zip を開けませんでした'],
        ['none.zip', makeZip([['a.exe', 'x']]), 'メールのファイル（.eml、.msg など）がありません'],
        ['mail.bin', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) & 255)), 'メールや文のファイルではない'],
        ['mail.eml', Buffer.alloc(0), '中身が空でした'],
      ]) {
        await person.openFiles({ name, bytes });
        await person.see(words);
      }
      await drop(person, { files: [{ name: 'screen.png', content: 'x', type: 'image/png' }] });
      await person.see('画像を開けませんでした');
      await paste(person, {});
      await person.see('読める文やファイルがありませんでした');
    },
  },
  {
    name: 'a message of more than 32 MiB gets a clear error',
    async run(person) {
      await person.run(() => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(33 * 1024 * 1024).fill(97)], 'big.eml'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await person.see('大きすぎて調べられません');
    },
  },
  {
    name: 'a long check shows that it works, and can be cancelled',
    async run(person) {
      await person.run(() => {
        const line = 'Amazon <a href="https://a.example/x">x</a> '.repeat(700000);
        const data = new DataTransfer();
        data.items.add(new File([`Content-Type: text/html\n\n${line}`], 'long.eml'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await person.click('#cancel');
      await person.see('調べるのをやめました');
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'typed text gets its button',
    async run(person) {
      await person.fill('メールやSMSの文', alertText);
      await person.press('調べる');
      await expectVerdict(person, ['unproven']);
    },
  },
  {
    name: 'another message can be pasted on the result',
    async run(person) {
      await open(person, friendSource);
      await expectVerdict(person, ['no_claim']);
      await paste(person, { plain: fakeSource });
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'a real copy in another window, pasted with the keyboard',
    async run(person) {
      await person.copy(alertHtml({ link: 'https://account.evil.example/signin' }));
      await person.focus('#box');
      await person.key('Control+V');
      await expectVerdict(person, ['fake']);
      await person.see('evil.example');
    },
  },
  {
    name: 'the paste button takes the clipboard',
    engines: ONLY_CHROMIUM,
    async run(person) {
      await person.copy(alertHtml({ link: 'https://account.evil.example/signin' }));
      await person.press('コピーした文を貼り付ける');
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'the paste button, refused, says how to paste by hand',
    settings: {
      prepare: () => {
        navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      },
    },
    engines: ONLY_CHROMIUM,
    async run(person) {
      await person.press('コピーした文を貼り付ける');
      await person.see('自動では貼り付けられませんでした');
      assert.equal(await person.run(() => document.activeElement.id), 'box');
    },
  },
  {
    name: 'keyboard alone: from the first screen to an answer',
    async run(person) {
      await person.focus('#sample-sign_in');
      await person.key('Enter');
      await expectVerdict(person, ['unproven']);
      assert.equal(await person.run(() => document.activeElement.id), 'verdict');
      for (let step = 0; step < 12; step++) {
        await person.key('Tab');
        if (await person.run(() => document.activeElement.id === 'answer-sign_in-me')) break;
      }
      await person.key('Enter');
      await expectVerdict(person, ['consistent', 'unproven']);
      await person.wait('#answer-sign_in-me[aria-pressed=true]');
    },
  },
  {
    name: 'the safe action shows the address to type, and copies it',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.press('Amazonを自分で開いて確かめる');
      await person.see('https://www.amazon.co.jp/gp/message');
      await person.press('アドレスをコピー');
      await person.see('コピーしました');
      if (person.clipboard) assert.equal(await person.clipboard(), 'https://www.amazon.co.jp/gp/message');
      assert.equal(await person.run(() => document.querySelectorAll('main a:not([href^="tel:"])').length), 0);
    },
  },
  {
    name: 'help after the fact is one press away, with telephone numbers that can be tapped',
    async run(person) {
      await person.press('もうリンクを押した・情報を入力した');
      await person.unfold('カード番号を入力した');
      await person.click('#tick-card-0');
      assert.equal(
        await person.run(() => document.querySelector('#entered-card a').getAttribute('href')),
        'tel:%239110',
      );
      assert.equal(await person.run(() => document.querySelectorAll('main details.fold').length), 7);
    },
  },
  {
    name: 'English: the verdict stays, the words change',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.press('English');
      await person.see('This is a fake');
      assert.equal(await person.run(() => document.documentElement.lang), 'en');
      await person.press('日本語');
      await person.see('偽物です');
    },
  },
  {
    name: 'settings by keyboard: text size, colours',
    async run(person) {
      await person.press('設定');
      await person.focus('#setting-size-100');
      await person.key('ArrowDown');
      await person.wait('html[data-size="125"]');
      assert.equal(await person.run(() => document.activeElement.id), 'setting-size-125');
      await person.focus('#setting-theme-system');
      await person.key('ArrowDown');
      await person.key('ArrowDown');
      await person.wait('html[data-theme=dark]');
      await person.key('Escape');
      assert.equal(await person.run(() => document.getElementById('settings').open), false);
    },
  },
  {
    name: 'remember on request, erase by one button',
    async run(person) {
      await register(person, hanako);
      assert.equal(await person.run(() => localStorage.length), 0);
      await person.run(() => {
        document.getElementById('profile').open = true;
      });
      await person.click('#profile-remember');
      assert.ok(await person.run(() => document.getElementById('setting-remember').checked));
      await person.reload();
      assert.equal(await person.run(() => document.getElementById('profile-names').value), '山田 花子');
      await person.run(() => {
        document.getElementById('profile').open = true;
      });
      await person.click('#profile-erase');
      assert.equal(await person.run(() => localStorage.length), 0);
      assert.equal(await person.run(() => document.getElementById('profile-names').value), '');
      await person.reload();
      assert.equal(await person.run(() => document.getElementById('profile-names').value), '');
    },
  },
  {
    name: 'storage that is forbidden: the page says that nothing is kept, and works',
    settings: {
      prepare: () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    },
    async run(person) {
      await person.unfold('Amazonに登録している情報');
      await person.click('#profile-remember');
      await person.wait('#profile .remember .notice');
      assert.match(await textOf(person, '#profile .remember .notice'), /保存できない設定/);
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'storage that is full: the page says that nothing is kept, and works',
    settings: {
      prepare: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    },
    async run(person) {
      await person.unfold('Amazonに登録している情報');
      await person.click('#profile-remember');
      await person.wait('#profile .remember .notice');
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'the shared texts hold no personal data and no link that opens',
    async run(person) {
      await register(person, hanako);
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.unfold('結果を人に見せる・報告する');
      await person.press('短い文でコピー');
      await person.see('コピーしました');
      const short = await person.clipboard();
      assert.ok([...short].length < 500, `${[...short].length} letters`);
      for (const words of ['偽物です', '件名', 'evil[.]example', '→ リンクを押さず']) assert.ok(short.includes(words), words);
      assert.doesNotMatch(short, /hanako|花子|https?:|[a-z]\.example/);
      for (const [button, first] of [
        ['くわしい結果をコピー', '「ほんもの？」の判定結果'],
        ['Amazonへの報告文をコピー', 'Amazonを名乗る不審な'],
        ['フィッシング対策協議会への報告文をコピー', 'Amazonを名乗るフィッシング'],
      ]) {
        await person.press(button);
        await person.see('コピーしました');
        const text = await person.clipboard();
        assert.ok(text.startsWith(first), text.slice(0, 40));
        assert.match(text, /hxxps:\/\//);
        assert.doesNotMatch(text, /hanako|花子|https?:\/\//);
        assert.match(text, /（メールアドレス）/);
      }
    },
  },
  {
    name: 'the saved report is a file without script, link or personal data',
    engines: ONLY_CHROMIUM,
    async run(person) {
      await register(person, hanako);
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.unfold('結果を人に見せる・報告する');
      const { name, text } = await person.download(() => person.press('ファイルに保存'));
      assert.match(name, /\.html$/);
      assert.doesNotMatch(text, /hanako|花子|<script|<a /);
      assert.match(text, /偽物です/);
    },
  },
  {
    name: 'print: one sheet with the verdict and its reasons, no buttons, nothing of the person',
    async run(person) {
      await register(person, hanako);
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      if (person.printed) assert.equal(await pagesOf(person), 1);
      await asPrinted(person);
      assert.equal(await shown(person, 'button'), 0);
      const text = await person.run(() => document.body.innerText);
      for (const words of ['偽物です', '理由', 'evil[.]example', '（メールアドレス）', 'いますること']) {
        assert.ok(text.includes(words), words);
      }
      assert.doesNotMatch(text, /hanako|花子|https?:/);
    },
  },
  {
    name: 'the steps after the fact are printed by themselves, from the result too',
    settings: {
      prepare: () => {
        window.print = () => {
          window.printedFolds = [...document.querySelectorAll('.entered details')].filter(({ open }) => open).length;
        };
      },
    },
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.click('#to-entered');
      await person.unfold('カード番号を入力した');
      await person.click('#print-entered');
      assert.equal(await person.run(() => window.printedFolds), 1);
      await asPrinted(person);
      assert.equal(await shown(person, '.entered details'), 1);
      assert.equal(await shown(person, '.paper'), 0);
      await person.run(() => document.getElementById('back').click());
      await expectVerdict(person, ['fake']);
      assert.equal(await shown(person, '.entered details'), 0);
      assert.equal(await shown(person, '.paper'), 1);
    },
  },
  {
    name: '320 px and text at 200 %: nothing is cut off, nothing scrolls sideways',
    settings: { width: 320, height: 640 },
    async run(person) {
      await person.run(() => document.getElementById('setting-size-200').click());
      await person.wait('html[data-size="200"]');
      assert.equal(await widthOf(person), 0);
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      assert.equal(await widthOf(person), 0);
      await person.run(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      assert.deepEqual(await cutOff(person), []);
      await person.press('English');
      assert.equal(await widthOf(person), 0);
      assert.deepEqual(await cutOff(person), []);
    },
  },
  {
    name: 'dark colours follow the device',
    settings: { dark: true },
    async run(person) {
      assert.equal(await person.run(() => getComputedStyle(document.body).backgroundColor), 'rgb(22, 24, 27)');
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
    },
  },
  {
    name: 'reduced motion: nothing moves',
    settings: { calm: true },
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.click('.point summary');
      await person.click('.show-place');
      await person.wait('.lit');
      assert.equal(await person.run(() => document.getAnimations().length), 0);
    },
  },
  {
    name: 'data older than six months by the page’s own clock says so',
    settings: {
      prepare: () => {
        const Real = Date;
        window.Date = class extends Real {
          constructor(...args) {
            super(...(args.length ? args : [Real.now() + 300 * 86400000]));
          }
        };
      },
    },
    async run(person) {
      await person.see('データが古くなっています');
      await person.press('このページについて ・ 確かめ方');
      await person.see('新しい版は');
    },
  },
  {
    name: 'about: licences, version, how to verify',
    async run(person) {
      await person.wait('#open-about');
      await person.click('#open-about');
      for (const words of ['uriparser', 'cJSON', 'MIT License', '通信を切ってから']) await person.see(words);
    },
  },
  {
    name: 'a large message is judged in a worker: the page keeps answering',
    engines: ONLY_CHROMIUM,
    async run(person) {
      await person.run(() => {
        const line = 'Amazon アカウント <a href="https://a.evil.example/x">確認</a><br>\n'.repeat(60000);
        const data = new DataTransfer();
        data.items.add(
          new File([`From: Amazon <x@evil.example>\nContent-Type: text/html; charset=utf-8\n\n${line}`], 'long.eml'),
        );
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        window.longest = 0;
        let last = performance.now();
        window.watch = setInterval(() => {
          window.longest = Math.max(window.longest, performance.now() - last);
          last = performance.now();
        }, 20);
      });
      await expectVerdict(person, BAD, 60000);
      assert.ok((await person.run(() => window.longest)) < 5000);
    },
  },
];
