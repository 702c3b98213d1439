// page_journeys: the pages of five web mailers, opened, selected as a whole, copied
// and pasted by keys: what the browser itself puts on the clipboard is judged.
//
// In: tests/cases/whole/pages. A genuine message is never bad and, answered,
// consistent; a fake one is fake; so is one with a form of somebody's inside.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expectVerdict, open as openMessage, paste, register, verdictOf } from './ask.mjs';
import { provenDispatch } from './messages.mjs';

const page = (name) => readFileSync(new URL(`../../cases/whole/pages/${name}.html`, import.meta.url), 'utf8');
const nested = (name) => readFileSync(new URL(`../../cases/whole/nested/${name}.eml`, import.meta.url));
const provenSource = provenDispatch({}).toString();
const person = { emails: 'minami.sato@mail.example', names: '佐藤 みなみ' };

async function copyAndPaste(someone, name) {
  await register(someone, person);
  await someone.copy(page(name));
  await someone.focus('#box');
  await someone.key('Control+V');
}

const mailerPages = ['gmail', 'outlook', 'yahoo-jp', 'icloud', 'docomo'].flatMap((mailer) => [
  {
    name: `the whole page of ${mailer}, genuine: asked, then consistent`,
    async run(someone) {
      await copyAndPaste(someone, `${mailer}-genuine`);
      await expectVerdict(someone, ['unproven']);
      await someone.wait('[data-oddity=mailer-page]');
      await someone.click('#answer-delivered_to-mine');
      await expectVerdict(someone, ['consistent']);
    },
  },
  ...['fake', 'form-inside'].map((kind) => ({
    name: `the whole page of ${mailer}, ${kind}: fake`,
    async run(someone) {
      await copyAndPaste(someone, `${mailer}-${kind}`);
      await expectVerdict(someone, ['fake']);
    },
  })),
]);

const textOf = (someone, selector) =>
  someone.run((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

/* A source that was copied from the page that shows it, or from a message. */
const shown = (markup) => ({ plain: provenSource, html: markup });
const escaped = provenSource.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const escapedFake = `<div style="font-size:0"><pre style="font-size:0">${escaped}</pre></div><h2>Amazon.co.jp</h2>
<p>Amazonアカウントのお支払い方法を更新してください。</p><a href="https://order-check.example/pay">更新する</a>`;

const sources = [
  {
    name: 'a source copied from the page that shows it is proof',
    async run(someone) {
      await paste(someone, shown(`<meta charset="utf-8"><pre>${escaped}</pre>`));
      await expectVerdict(someone, ['consistent']);
    },
  },
  {
    name: 'a genuine source that a fake hides in itself, copied with it, is no proof',
    async run(someone) {
      await paste(someone, shown(escapedFake));
      await expectVerdict(someone, ['fake']);
    },
  },
];

/* What the browsers carry and what they leave out (web/README, "What a copy carries"). */
const SPECIMENS = {
  carried: {
    'opacity:0': '<p style="opacity:0">SPECIMEN</p>',
    'font-size:0': '<p style="font-size:0">SPECIMEN</p>',
    'moved out of the window': '<p style="position:absolute;left:-9999px">SPECIMEN</p>',
    'hidden from screen readers': '<p aria-hidden="true">SPECIMEN</p>',
    'an open shadow root': '<div><template shadowrootmode="open">SPECIMEN</template></div>',
    'a closed shadow root': '<div><template shadowrootmode="closed">SPECIMEN</template></div>',
    'a picture’s other text': '<img alt="SPECIMEN" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  },
  'left out': {
    'display:none': '<p style="display:none">SPECIMEN</p>',
    'the hidden attribute': '<p hidden>SPECIMEN</p>',
    'visibility:hidden': '<p style="visibility:hidden">SPECIMEN</p>',
    'user-select:none': '<p style="user-select:none">SPECIMEN</p>',
    'details that are closed': '<details><summary>x</summary>SPECIMEN</details>',
    'words of style sheets': '<style>p::after{content:"SPECIMEN"}</style><p>x</p>',
    'a comment': '<!--SPECIMEN--><p>x</p>',
  },
};

async function carriedBy(someone, html) {
  await someone.run(() => {
    document.addEventListener('paste', (event) => {
      event.stopImmediatePropagation();
      window.carried = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
    }, { capture: true, once: true });
  });
  await someone.copy(`<p>before</p>${html}<p>after</p>`);
  await someone.focus('#box');
  await someone.key('Control+V');
  return someone.run(async () => {
    while (!window.carried) await new Promise((resolve) => setTimeout(resolve, 20));
    const found = window.carried;
    window.carried = null;
    return found;
  });
}

const copies = [
  {
    name: 'what a copy carries and what it leaves out',
    async run(someone) {
      for (const [fate, specimens] of Object.entries(SPECIMENS)) {
        for (const [name, html] of Object.entries(specimens)) {
          const [markup, text] = await carriedBy(someone, html);
          assert.equal(markup.includes('SPECIMEN'), fate === 'carried', name);
          assert.equal(text.includes('SPECIMEN'), fate === 'carried', name);
        }
      }
      const [markup, text] = await carriedBy(someone, '<h2 class="hP" id="i" role="heading" email="a@b">x</h2><iframe srcdoc="SPECIMEN"></iframe>');
      assert.match(markup, /class="hP" id="i" role="heading" email="a@b"/);
      assert.doesNotMatch(text, /SPECIMEN/);
    },
  },
  {
    name: 'a page whose message stands in a frame of its own: how to copy it is told',
    async run(someone) {
      await copyAndPaste(someone, 'gmail-head-without-a-body');
      await expectVerdict(someone, ['unproven']);
      await someone.wait('[data-note=no-body]');
    },
  },
];

const conversations = [
  {
    name: 'a page with two messages: the fake one is shown, the other one can be chosen and is no yes',
    async run(someone) {
      await copyAndPaste(someone, 'gmail-conversation-one-fake');
      await expectVerdict(someone, ['fake']);
      assert.equal(await someone.run(() => document.querySelector('#page-message-1').checked), true);
      await someone.click('#page-message-0');
      await expectVerdict(someone, ['unproven']);
      await someone.click('#answer-delivered_to-mine');
      await someone.wait('#answer-delivered_to-mine[aria-pressed=true]');
      await expectVerdict(someone, ['unproven']);
      assert.match(await textOf(someone, 'main'), /同じページにあるほかのメッセージ/);
    },
  },
  {
    name: 'a conversation of three genuine messages: asked once, then consistent',
    async run(someone) {
      await copyAndPaste(someone, 'gmail-conversation-of-three');
      await expectVerdict(someone, ['unproven']);
      assert.match(await textOf(someone, '#page-messages'), /3通/);
      await someone.click('#answer-delivered_to-mine');
      await expectVerdict(someone, ['consistent']);
    },
  },
  {
    name: 'the message is marked by hand in a page that was not known: by keys, and undone',
    async run(someone) {
      await copyAndPaste(someone, 'imitation-menu-of-a-look-alike');
      const before = await verdictOf(someone);
      await someone.click('#mark');
      await someone.wait('.mark-line');
      assert.equal(await someone.run(() => document.querySelector('#mark-use').disabled), true);
      const lines = await someone.run(() => [...document.querySelectorAll('.mark-line')].map((line) => line.id));
      await someone.focus(`#${lines.at(5)}`);
      await someone.key('Enter');
      await someone.focus(`#${lines.at(-3)}`);
      await someone.key('Enter');
      assert.match(await textOf(someone, '.marked-range'), new RegExp(`${lines.length - 7}行`));
      await someone.focus('#mark-use');
      await someone.key('Enter');
      await someone.wait('#unmark');
      await expectVerdict(someone, ['unproven']);
      assert.match(await textOf(someone, '#left-out'), /Gmail/);
      await someone.click('#unmark');
      await someone.wait('#mark');
      await expectVerdict(someone, [before]);
    },
  },
  {
    name: 'what was left out can be opened; a message handed on names its own sender',
    async run(someone) {
      await copyAndPaste(someone, 'gmail-genuine');
      await expectVerdict(someone, ['unproven']);
      assert.match(await textOf(someone, '#left-out'), /受信トレイ[\s\S]*利用規約/);
      await someone.click('#back');
      await someone.wait('#box');
      await openMessage(someone, nested('html-pre-genuine'), 'forwarded.eml');
      await someone.wait('[data-note=forwarded]');
      assert.match(await textOf(someone, '[data-note=forwarded]'), /auto-confirm@amazon\.co\.jp/);
    },
  },
];

export const pageJourneys = [...mailerPages, ...copies, ...sources, ...conversations];
