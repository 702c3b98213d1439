// states: every state the page can be in, and how a person gets there. The one
// list for whoever looks at all of them: axe.test.mjs and pictures.mjs.
//
// Out: states, name -> { reach(person), settings }. They are reached by ids and
//   not by words, so that they are the same in every language.

import { readFileSync } from 'node:fs';
import { drawCode, makeModules, tile } from '../../pictures/codes.mjs';
import { pngOf } from '../../pictures/png.mjs';
import { ask, drop, expectVerdict, open, paste } from './ask.mjs';
import {
  alertHtml, alertSource, alertText, awkwardSource, dispatchHtml, dispatchText, fakeSource, friendSource, provenAlert, provenDispatch,
} from './messages.mjs';

const CONVERSATION = new URL('../../cases/whole/pages/gmail-conversation-one-fake.html', import.meta.url);

const SCREENSHOT = new URL('../../pictures/samples/sms.png', import.meta.url);

const openPicture = async (person, bytes) => {
  await person.openFiles({ name: 'a.png', bytes, type: 'image/png' });
  await person.wait('.picture-screen');
};

const openAll = (person) =>
  person.run(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

async function opened(person, source, verdict) {
  await open(person, source);
  await expectVerdict(person, [verdict]);
}

async function answered(person, verdict, ...answers) {
  await paste(person, { plain: alertText, html: alertHtml() });
  await expectVerdict(person, ['unproven']);
  for (const answer of answers) {
    await ask(person, answer.split('-')[0]);
    await person.click(`#answer-${answer}`);
    await person.wait(`#answer-${answer}[aria-pressed=true]`);
  }
  await expectVerdict(person, [verdict]);
}

const fake = (act) => async (person) => {
  await opened(person, fakeSource, 'fake');
  await act(person);
};

/* What is sent to the core waits as long as window.delay says. */
const slowly = () => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...args) {
    setTimeout(() => post.apply(this, args), window.delay ?? 0);
  };
};
const neverAnswer = (person) =>
  person.run(() => {
    window.delay = 3600000;
  });

const later = () => {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...args) {
      super(...(args.length ? args : [Real.now() + 300 * 86400000]));
    }
  };
};

const refuseClipboard = () => {
  if (navigator.clipboard) navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'));
};

const manyFiles = (person) =>
  person.openFiles(
    { name: 'a.eml', bytes: Buffer.from(fakeSource) },
    { name: 'b.eml', bytes: Buffer.from(alertSource()) },
    { name: 'c.eml', bytes: Buffer.from(friendSource) },
    { name: 'd.eml', bytes: Buffer.from(awkwardSource) },
    { name: 'e.msg', bytes: Buffer.from('d0cf11e0', 'hex') },
  );

const LINKS = [
  'https://www.amazon.co.jp/',
  'https://www.amazon.co.jp@evil.example/ap/signin',
  'https://xn--amazn-vye.example/',
  'https://amzn.to/x',
  'mailto:a@b.example',
].join('\n');

const list = {
  'first screen': () => {},
  'first screen, all open': openAll,
  'first screen, old data': { settings: { prepare: later }, reach: () => {} },
  'paste refused': {
    settings: { prepare: refuseClipboard },
    reach: async (person) => {
      await person.click('#paste');
      await person.run(async () => {
        while (!document.querySelector('.hint').textContent) await new Promise((resolve) => setTimeout(resolve, 20));
      });
    },
  },
  'a problem': (person) => drop(person, { files: [{ name: 'a.png', content: 'x', type: 'image/png' }] }),
  'a picture read': (person) => openPicture(person, readFileSync(SCREENSHOT)),
  'the codes of a picture': (person) =>
    openPicture(
      person,
      pngOf(tile(['https://amazon-login.example/x', 'WIFI:S:cafe;;', 'a1'].map((text) => drawCode(makeModules(text), { cell: 5 })), 3)),
    ),
  'a file held over the page': (person) =>
    person.run(() => {
      document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }));
    }),
  working: {
    settings: { prepare: slowly },
    reach: async (person) => {
      await neverAnswer(person);
      await manyFiles(person);
      await person.wait('#cancel');
    },
  },
  'judging again': {
    settings: { prepare: slowly },
    reach: async (person) => {
      await answered(person, 'unproven');
      await neverAnswer(person);
      await person.click('#answer-delivered_to-mine');
      await person.wait('.busy');
    },
  },
  fake: (person) => opened(person, fakeSource, 'fake'),
  'fake, all open': fake(openAll),
  'fake, hidden text shown, guide open': fake(async (person) => {
    await person.click('#show-hidden');
    await person.click('#safe');
  }),
  'fake, a place lit': fake(async (person) => {
    await person.click('#point-links summary');
    await person.click('#point-links .show-place');
  }),
  'fake, a reason below its place': {
    settings: { width: 390 },
    reach: fake(async (person) => {
      await person.click('.body button.number');
      await person.wait('.reason-here');
    }),
  },
  'fake, a link explained': fake(async (person) => {
    await person.focus('.link-text');
    await person.wait('.link-card');
    await person.click('.card-button');
  }),
  'fake, long words and hostile names': (person) => opened(person, awkwardSource, 'fake'),
  suspicious: (person) => answered(person, 'suspicious', 'message_center-not_found'),
  unproven: (person) => answered(person, 'unproven'),
  'unproven, some answered': (person) => answered(person, 'unproven', 'delivered_to-mine', 'greeting-my_name'),
  'account at risk': (person) =>
    answered(person, 'account_at_risk', 'delivered_to-mine', 'greeting-my_name', 'sign_in-not_me'),
  consistent: (person) => answered(person, 'consistent', 'delivered_to-mine', 'greeting-my_name', 'sign_in-me'),
  'consistent by the message centre': (person) =>
    answered(person, 'consistent', 'sign_in-me', 'message_center-found'),
  'consistent by proof': (person) => opened(person, provenDispatch({ to: 'second@mail.example' }), 'consistent'),
  'sent by Amazon, was it you': (person) => opened(person, provenAlert, 'unproven'),
  'order history asked, a sentence not known': async (person) => {
    await paste(person, { plain: dispatchText, html: dispatchHtml({ more: '<p>品物は係員が箱ごと預かります。</p>' }) });
    await expectVerdict(person, ['unproven']);
    await person.click('#answer-delivered_to-mine');
    await openAll(person);
  },
  'several messages of one page': async (person) => {
    await paste(person, { plain: 'x', html: readFileSync(CONVERSATION, 'utf8') });
    await expectVerdict(person, ['fake']);
    await openAll(person);
  },
  'the message marked by hand': async (person) => {
    await paste(person, { plain: 'x', html: readFileSync(CONVERSATION, 'utf8') });
    await expectVerdict(person, ['fake']);
    await person.click('#mark');
    await person.click('#mark-line-3');
  },
  'no claim': (person) => opened(person, friendSource, 'no_claim'),
  'a sample': async (person) => {
    await person.click('#sample-sign_in');
    await expectVerdict(person, ['unproven']);
  },
  'link box': (person) => person.click('#to-links'),
  'links judged': async (person) => {
    await paste(person, { plain: LINKS });
    await person.wait('article');
  },
  list: async (person) => {
    await manyFiles(person);
    await person.wait('#item-1');
  },
  'help after the fact': (person) => person.click('#to-entered'),
  'help after the fact, all open': async (person) => {
    await person.click('#to-entered');
    await openAll(person);
  },
  'practice, before the answer': async (person) => {
    await person.click('#to-practice');
    await person.click('#pick-line-1');
  },
  'practice, a wrong answer': async (person) => {
    await person.click('#to-practice');
    await person.click('#pick-subject');
    await person.click('#guess-genuine');
  },
  settings: (person) => person.click('#open-settings'),
  about: (person) => person.click('#open-about'),
  'about, all open': async (person) => {
    await person.click('#open-about');
    await openAll(person);
  },
};

export const states = Object.fromEntries(
  Object.entries(list).map(([name, state]) => [name, typeof state === 'function' ? { reach: state } : state]),
);

/** The page in this language; a browser whose own language is fixed is asked by the button. */
export async function speak(person, language) {
  if ((await person.run(() => document.documentElement.lang)) !== language) await person.click('#language');
  await person.wait(`html[lang=${language}]`);
}

export const setTheme = (person, theme) =>
  person.run((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
