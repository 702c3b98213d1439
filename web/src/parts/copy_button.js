/* copy_button: puts our own text on the clipboard and says so. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';

/* Where the asynchronous clipboard is refused, the old way still works. */
function copyBySelection(text) {
  const box = create('textarea', { class: 'unseen', 'aria-hidden': 'true', readonly: true });
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

export function copyButton({ id, label, text, className = 'quiet' }) {
  const status = create('span', { class: 'copied', role: 'status' });
  async function copy() {
    status.textContent = say((await copyText(text())) ? 'page.copied' : 'page.copy_failed');
    button.focus();
    setTimeout(() => {
      status.textContent = '';
    }, 4000);
  }
  const button = create('button', { class: className, id, on: { click: copy } }, icon('copy'), label);
  return create('span', { class: 'copy' }, button, status);
}
