// ask: what the journeys want to know about the page.

import assert from 'node:assert/strict';

/** Waits for a verdict; changed() waits for another one than before. */
export async function verdictOf(person) {
  await person.wait('[data-verdict]');
  return person.run(() => document.querySelector('h1[data-verdict]').dataset.verdict);
}

export async function expectVerdict(person, wanted, limit = 15000) {
  const end = Date.now() + limit;
  let seen;
  do {
    seen = await person.run(() => document.querySelector('h1[data-verdict]')?.dataset.verdict ?? null);
    if (wanted.includes(seen) && seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  return assert.fail(`verdict ${seen}, not ${wanted}`);
}

/** Opens the line of a question that does not stand with the verdict. */
export const ask = (person, question) =>
  person.run((id) => {
    const fold = document.getElementById(id);
    if (fold) fold.open = true;
  }, `ask-${question}`);

/** A paste event, as a browser makes it, without a clipboard. Firefox takes no data in the constructor. */
export const paste = (person, { plain = '', html = '' }) =>
  person.run(
    ({ plain: text, html: markup }) => {
      const data = new DataTransfer();
      if (text) data.setData('text/plain', text);
      if (markup) data.setData('text/html', markup);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: data });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { plain, html },
  );

export const drop = (person, { files = [], plain = '', html = '', links = '' }) =>
  person.run(
    ({ files: list, plain: text, html: markup, links: uris }) => {
      const data = new DataTransfer();
      for (const { name, content, type } of list) data.items.add(new File([content], name, { type }));
      if (text) data.setData('text/plain', text);
      if (markup) data.setData('text/html', markup);
      if (uris) data.setData('text/uri-list', uris);
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { files, plain, html, links },
  );

export const open = (person, source, name = 'message.eml') =>
  person.openFiles({ name, bytes: Buffer.from(source), type: 'message/rfc822' });

export async function register(person, { emails, names }) {
  await person.run(() => {
    document.getElementById('profile').open = true;
  });
  if (emails) await person.fill('登録しているメールアドレス', emails);
  if (names) await person.fill('登録している名前', names);
  await person.run(() => document.activeElement.blur());
}

export const textOf = (person, selector) =>
  person.run((one) => document.querySelector(one)?.textContent ?? '', selector);
export const widthOf = (person) =>
  person.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
