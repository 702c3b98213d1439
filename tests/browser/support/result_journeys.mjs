// result_journeys: the result in one glance: what stands where, reasons and places
// by keys and by touch, the practice round, what is shared.

import assert from 'node:assert/strict';
import { expectVerdict, open, textOf } from './ask.mjs';
import { fakeSource } from './messages.mjs';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844, touch: true };
const focused = (person) => person.run(() => document.activeElement.id || document.activeElement.className);

/* Lower edges in the page, with nothing scrolled. */
const edges = (person) =>
  person.run(() => {
    const bottom = (selector) => [...document.querySelectorAll(selector)].at(-1).getBoundingClientRect().bottom;
    return {
      page: document.documentElement.scrollHeight,
      verdict: bottom('h1[data-verdict]'),
      why: bottom('.top-reason'),
      action: bottom('#safe'),
      reasons: Math.max(bottom('.brief'), bottom('.point:last-child h3')),
      link: document.querySelector('.sheet .link-text').getBoundingClientRect().bottom,
      shortened: document.querySelectorAll('.brief').length - document.querySelectorAll('.reason').length,
      scrolled: scrollY,
    };
  });

async function openFakeSample(person, language) {
  if ((await person.run(() => document.documentElement.lang)) !== language) await person.click('#language');
  await person.wait(`html[lang=${language}]`);
  await person.click('#sample-fake');
  await expectVerdict(person, ['fake']);
}

const oneGlance = (language) => [
  {
    name: `one glance, 1280 x 900, ${language}: verdict, action, every reason in short and the first link`,
    settings: WIDE,
    async run(person) {
      await openFakeSample(person, language);
      const seen = await edges(person);
      assert.equal(seen.scrolled, 0);
      assert.equal(seen.shortened, 0, 'a reason has no short form');
      for (const part of ['verdict', 'action', 'reasons', 'link']) assert.ok(seen[part] <= 900, `${part} ends at ${seen[part]}`);
      assert.ok(seen.page <= 2600, `the page is ${seen.page} high`);
    },
  },
  {
    name: `one glance, 390 x 844, ${language}: verdict, why and action`,
    settings: PHONE,
    async run(person) {
      await openFakeSample(person, language);
      const seen = await edges(person);
      assert.equal(seen.scrolled, 0);
      for (const part of ['verdict', 'why', 'action']) assert.ok(seen[part] <= 844, `${part} ends at ${seen[part]}`);
      assert.ok(seen.page <= 3900, `the page is ${seen.page} high`);
    },
  },
];

async function tabTo(person, id) {
  for (let step = 0; step < 60; step++) {
    if ((await focused(person)) === id) return;
    await person.key('Tab');
  }
  assert.fail(`Tab does not lead to ${id}`);
}

export const resultJourneys = [
  ...oneGlance('ja'),
  ...oneGlance('en'),
  {
    name: 'reasons by keys: n and p go through them, Enter to the place, Escape back',
    settings: WIDE,
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.key('n');
      assert.equal(await focused(person), 'reason-1');
      await person.key('n');
      assert.equal(await focused(person), 'reason-2');
      await person.key('p');
      assert.equal(await focused(person), 'reason-1');
      await person.key('Enter');
      await person.wait('.sheet .lit');
      assert.ok(await person.run(() => document.activeElement.dataset.reasons.split(' ').includes('1')));
      await person.key('Escape');
      await person.wait('.reason.lit');
      assert.equal(await focused(person), 'reason-1');
    },
  },
  {
    name: 'the keys type letters where something is typed',
    settings: WIDE,
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.run(() => {
        document.getElementById('profile').open = true;
        document.getElementById('profile-names').focus();
      });
      await person.key('n');
      assert.equal(await focused(person), 'profile-names');
      assert.equal(await person.run(() => document.activeElement.value), 'n');
    },
  },
  {
    name: 'side by side: a reason under the pointer marks its place, a place its reason',
    settings: WIDE,
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.hover('.brief');
      await person.wait('.sheet .near');
      await person.hover('.sheet mark');
      await person.wait('.point .near');
      assert.equal(await person.run(() => document.querySelector('.sheet .near')), null);
    },
  },
  {
    name: 'by touch: a place opens its reason right there, from where the list is one touch away',
    settings: PHONE,
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.tap('.body button.number');
      await person.wait('.reason-here');
      const gap = await person.run(() => {
        const here = document.querySelector('.reason-here').getBoundingClientRect();
        return here.top - document.querySelector('.body > :has(+ .reason-here)').getBoundingClientRect().bottom;
      });
      assert.ok(gap >= 0 && gap < 40, `it stands ${gap} px below its place`);
      await person.tap('.reason-here button');
      await person.gone('.reason-here');
      await person.tap('.body button.number');
      await person.tap('.reason-here button:last-child');
      await person.wait('.reason.lit');
      await person.tap('.reason.lit .show-place');
      await person.wait('.sheet .lit');
    },
  },
  {
    name: 'help after the fact opens from the result, goes back to it, and keeps what was done',
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.click('#to-entered');
      await person.unfold('カード番号を入力した');
      await person.click('#tick-card-0');
      await person.press('判定へ戻る');
      await expectVerdict(person, ['fake']);
      assert.equal(await focused(person), 'to-entered');
      await person.click('#to-entered');
      assert.equal(await person.run(() => document.getElementById('tick-card-0').checked), true);
    },
  },
  {
    name: 'a link letter by letter: what differs is marked, and said',
    settings: WIDE,
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.focus('#link-2');
      await person.wait('.link-card .compared');
      const marked = await person.run(() =>
        [...document.querySelectorAll('.link-card .differs > :first-child')].map((letter) => letter.textContent).join(''),
      );
      assert.equal(marked, '.update.example');
      assert.match(await textOf(person, '.letter-words'), /「\.update\.example」は、本物にはない部分/);
    },
  },
  {
    name: 'the result as a picture',
    engines: ['chromium'],
    async run(person) {
      await open(person, fakeSource);
      await expectVerdict(person, ['fake']);
      await person.unfold('結果を人に見せる・報告する');
      const { name, text } = await person.download(() => person.press('画像にする'));
      assert.match(name, /\.png$/);
      assert.ok(text.slice(1, 4) === 'PNG' && text.length > 10000);
    },
  },
  {
    name: 'practice by keys alone: a right answer and a wrong one, to the end of the round',
    settings: WIDE,
    async run(person) {
      await tabTo(person, 'to-practice');
      await person.key('Enter');
      const rounds = [['fake', 'true'], ['fake', 'false'], ['fake', 'true'], ['genuine', 'true'], ['genuine', 'false']];
      for (const [index, [guess, isRight]] of rounds.entries()) {
        await person.wait('#practice-ask');
        if (index === 0) {
          await tabTo(person, 'pick-line-3'); /* the link to another site */
          await person.key('Enter');
          await person.wait('#pick-line-3[aria-pressed=true]');
          assert.equal(await focused(person), 'pick-line-3');
        }
        await tabTo(person, `guess-${guess}`);
        await person.key('Enter');
        await person.wait(`#practice-answer[data-right=${isRight}]`);
        assert.equal(await focused(person), 'practice-answer');
        if (index === 0) assert.match(await textOf(person, '#pick-line-3'), /見つけました/);
        if (index === 4) assert.match(await textOf(person, '.practice-score'), /5問のうち3問/);
        await tabTo(person, 'practice-next');
        await person.key('Enter');
        await person.gone('#practice-answer');
      }
      await person.wait('#box');
    },
  },
  {
    name: 'practice by touch, from a fake result, in English: what was missed is shown; nothing is kept',
    settings: PHONE,
    async run(person) {
      await openFakeSample(person, 'en');
      await person.tap('#to-practice');
      await person.tap('#pick-subject');
      await person.tap('#guess-genuine');
      await person.wait('#practice-answer[data-right=false]');
      assert.match(await textOf(person, '#pick-line-3'), /missed/);
      assert.match(await textOf(person, '#pick-subject'), /fine/);
      await person.reload();
      assert.equal(await person.run(() => localStorage.length), 0);
      await person.wait('#box');
    },
  },
];
