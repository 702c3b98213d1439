/* share: the result for the family, for print, for a file, for a report. */
import { create, download, icon } from '../dom.js';
import { say, tell } from '../words.js';
import { reportHtml } from '../report_html.js';
import { reportForAuthority, reportInShort, reportText } from '../report.js';
import { sharePicture } from '../picture_of_result.js';
import { copyButton } from './copy_button.js';
import { printReport } from './paper.js';

export function shareFold(controller) {
  const { state } = controller;
  const isBad = ['fake', 'suspicious'].includes(state.result.verdict);
  const button = (id, name, act) =>
    create('button', { class: 'secondary', id, on: { click: act } }, icon(name), say(`share.${name}`));
  return create(
    'details',
    { class: 'fold share', id: 'share' },
    create('summary', {}, say('share.heading')),
    create('p', { class: 'dim' }, say('share.lead')),
    create(
      'div',
      { class: 'share-row' },
      copyButton({ id: 'share-copy', label: say('share.copy'), className: 'secondary', text: () => reportInShort(state) }),
      button('share-picture', 'picture', () => sharePicture(state)),
      button('share-print', 'print', printReport),
      button('share-save', 'save', () => download(`${say('share.file')}.html`, 'text/html', reportHtml(state))),
    ),
    copyButton({ id: 'share-whole', label: say('share.whole'), text: () => reportText(state) }),
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
