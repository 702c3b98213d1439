/* open_file: a message file from disk, one or many. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';

export function openFileButton(controller) {
  const input = create('input', {
    type: 'file',
    id: 'file',
    class: 'unseen',
    multiple: true,
    tabindex: '-1',
    'aria-hidden': 'true',
    'aria-label': say('start.open'),
    accept: '.eml,.emlx,.txt,.html,.htm,.mbox,.msg,.mht,.mhtml,.zip,message/rfc822,text/plain,text/html,image/*',
    on: {
      change: () => {
        controller.checkFiles([...input.files]);
        input.value = '';
      },
    },
  });
  return create(
    'div',
    { class: 'file' },
    input,
    create(
      'button',
      { class: 'secondary', id: 'open-file', on: { click: () => input.click() } },
      icon('file'),
      say('start.open'),
    ),
  );
}
