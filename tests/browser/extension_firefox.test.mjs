// extension_firefox.test: the extension in Firefox ESR: its button, sidebar, context menu and
// cards, pressed as a hand presses them.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HOST, until } from './support/extension.mjs';
import { mailerPage } from './support/mailers.mjs';
import { noFirefoxExtension, openFirefoxExtension } from './support/marionette.mjs';

const FAKE = 'a[href*="order-check"]';

describe('the extension in Firefox', { skip: noFirefoxExtension() }, () => {
  let person;
  before(async () => {
    person = await openFirefoxExtension();
  });
  after(() => person?.close());

  const sidebarText = (selector) => person.side(`return document.querySelector(arguments[0])?.textContent ?? ''`, selector);
  const cards = () => person.run(`return document.querySelectorAll('html > div').length`);

  for (const mailer of ['gmail', 'outlook', 'yahoo-jp']) {
    for (const [kind, expected] of [['genuine', 'unproven'], ['fake', 'fake']]) {
      test(`button, ${mailer}, ${kind}: ${expected} in the sidebar`, async () => {
        await person.open(`/${mailer}-${kind}`, mailerPage(mailer, kind));
        await person.press();
        await until(async () => (await person.verdict()) === expected, expected);
      });
    }
  }

  test('hover, focus and a long press show the card on a link in a frame; Escape takes it away', async () => {
    await person.open('/cards', mailerPage('yahoo-jp', 'fake'));
    await person.press();
    await until(async () => (await person.verdict()) === 'fake', 'fake');
    await until(async () => /触れると/.test(await sidebarText('#tab-bar')), 'explaining');
    const inFrame = async (act) => {
      await person.into(await person.find('iframe'));
      await act(await person.find(FAKE));
      await person.into(null);
    };
    await inFrame((link) => person.act('mouse', person.to(link), person.to(link, 3, 1)));
    await until(async () => (await cards()) === 1, 'card on hover');
    await until(async () => /order-check\.example/.test(await sidebarText('#tab-link')), 'the link in the sidebar');
    await person.act('mouse', person.to('viewport', 2, 2));
    await until(async () => (await cards()) === 0, 'card gone');

    await inFrame((link) => person.send('WebDriver:ElementSendKeys', { id: Object.values(link)[0], text: '\uE008' })); /* Shift: focus by keys */
    await until(async () => (await cards()) === 1, 'card on focus');
    await person.into(await person.find('iframe'));
    await person.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: '\uE00C' }, { type: 'keyUp', value: '\uE00C' }] }] });
    await person.into(null);
    await until(async () => (await cards()) === 0, 'card dismissed');

    await inFrame((link) => person.act('touch', person.to(link), { type: 'pointerDown', button: 0 }, { type: 'pause', duration: 900 }, { type: 'pointerUp', button: 0 }));
    await until(async () => (await cards()) === 1, 'card on a long press');
  });

  test('a press on the fake link is stopped', async () => {
    await person.open('/stop', mailerPage('gmail', 'fake'));
    await person.press();
    await until(async () => (await person.verdict()) === 'fake', 'fake');
    await until(async () => /触れると/.test(await sidebarText('#tab-bar')), 'explaining');
    const link = await person.find(FAKE);
    await until(async () => {
      await person.act('mouse', person.to(link), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 });
      return (await cards()) === 1;
    }, 'card of a stopped press');
    assert.equal(await person.run('return location.pathname'), '/stop');
  });

  test('the context menu checks a link, and what is selected', async () => {
    await person.open('/menu', mailerPage('gmail', 'fake'));
    const rightClick = (link) => person.act('mouse', person.to(link), { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 });
    await rightClick(await person.find(FAKE));
    assert.match(await person.menu(), /^(このリンクを調べる|Check this link)$/); /* in Firefox’s own language */
    await until(async () => /order-check\.example/.test(await sidebarText('.link-results')), 'the link in the sidebar');
    await person.run(`getSelection().selectAllChildren(document.querySelectorAll('h2')[1].parentNode)`);
    await rightClick(await person.find('body > div:nth-of-type(2) > div'));
    assert.match(await person.menu(), /^(この文を調べる|Check this text)$/);
    await until(async () => (await person.verdict()) === 'fake', 'the selection judged');
  });

  test('where the browser refuses, one line says so', async () => {
    await person.open('about:support');
    await person.press();
    await until(async () => /ブラウザの決まりで読めません/.test(await sidebarText('main')), 'the line');
  });

  test('nobody was asked for anything', () => {
    const own = /mozilla|firefox|detectportal/;
    assert.deepEqual(person.world.asked.filter((address) => !address.startsWith(`${HOST}/`) && !own.test(address)), []);
  });
});
