/* paste_button: takes the clipboard where the browser allows it, and where not
 * says how to paste by hand. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';

async function readClipboard() {
  const found = { plain: '', html: '', picture: false };
  for (const item of await navigator.clipboard.read()) {
    for (const type of item.types) {
      if (type === 'text/plain') found.plain = await (await item.getType(type)).text();
      else if (type === 'text/html') found.html = await (await item.getType(type)).text();
      else if (type.startsWith('image/')) found.picture = true;
    }
  }
  return found;
}

export function pasteButton(controller, box) {
  const hint = create('p', { class: 'hint', role: 'status' });
  async function paste() {
    hint.textContent = '';
    try {
      const { plain, html, picture } = await readClipboard();
      if (plain.trim() || html.trim()) controller.checkPaste({ plain, html });
      else if (picture) controller.refuse('picture');
      else hint.textContent = say('start.paste_empty');
    } catch {
      hint.textContent = say('start.paste_blocked');
      box.focus();
    }
  }
  return create(
    'div',
    { class: 'paste' },
    create('button', { class: 'primary', id: 'paste', on: { click: paste } }, icon('paste'), say('start.paste')),
    hint,
  );
}
