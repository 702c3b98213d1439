/* share: the result for the family, for print, for a file, for a report. */
import { create, download, icon } from '../dom.js';
import { say, tell } from '../words.js';
import { reportHtml } from '../report_html.js';
import { reportForAuthority, reportText } from '../report.js';
import { copyButton } from './copy_button.js';
import { printReport } from './paper.js';

export function shareSection(controller) {
  const { state } = controller;
  const isBad = ['fake', 'suspicious'].includes(state.result.verdict);
  return create(
    'section',
    { class: 'share', 'aria-labelledby': 'share-heading' },
    create('h2', { id: 'share-heading', tabindex: '-1' }, say('share.heading')),
    create('p', { class: 'dim' }, say('share.lead')),
    create(
      'div',
      { class: 'share-row' },
      copyButton({ id: 'share-copy', label: say('share.copy'), className: 'secondary', text: () => reportText(state) }),
      create(
        'button',
        { class: 'secondary', id: 'share-print', on: { click: printReport } },
        icon('print'),
        say('share.print'),
      ),
      create(
        'button',
        {
          class: 'secondary',
          id: 'share-save',
          on: { click: () => download(`${say('share.file')}.html`, 'text/html', reportHtml(state)) },
        },
        icon('save'),
        say('share.save'),
      ),
    ),
    isBad &&
      ['amazon', 'council'].map((where) =>
        create(
          'div',
          { class: 'report-to' },
          copyButton({
            id: `share-${where}`,
            label: say(`share.${where}`),
            text: () => reportForAuthority(state, where),
          }),
          create('p', { class: 'dim' }, tell(`share.${where}_where`)),
        ),
      ),
  );
}
