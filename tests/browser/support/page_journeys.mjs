// page_journeys: the pages of five web mailers, opened, selected as a whole, copied
// and pasted by keys: what the browser itself puts on the clipboard is judged.
//
// In: tests/cases/whole/pages. A genuine message is never bad and, answered,
// consistent; a fake one is fake; so is one with a form of somebody's inside.

import { readFileSync } from 'node:fs';
import { expectVerdict, register } from './ask.mjs';

const page = (name) => readFileSync(new URL(`../../cases/whole/pages/${name}.html`, import.meta.url), 'utf8');
const person = { emails: 'minami.sato@mail.example', names: '佐藤 みなみ' };

async function copyAndPaste(someone, name) {
  await register(someone, person);
  await someone.copy(page(name));
  await someone.focus('#box');
  await someone.key('Control+V');
}

export const pageJourneys = ['gmail', 'outlook', 'yahoo-jp', 'icloud', 'docomo'].flatMap((mailer) => [
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
