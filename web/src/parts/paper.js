/* paper: what is printed. Of a result the report, and nothing else of the page:
 * it fits a sheet and holds no data of the person. Of the help after the fact
 * the lists that stand open, or all when none does. */
import { create } from '../dom.js';
import { reportOf } from '../report.js';

export function paper({ state }) {
  const { heading, verdict, sentence, parts, made } = reportOf(state);
  return create(
    'section',
    { class: `paper tone-${state.result.verdict}`, 'aria-hidden': 'true' },
    create('p', {}, heading),
    create('p', { class: 'paper-verdict' }, verdict),
    create('p', {}, sentence),
    parts.map((part) => [
      create('p', { class: 'subhead' }, part.heading),
      create(
        'ul',
        {},
        part.lines.map((line) => create('li', {}, line)),
      ),
    ]),
    create('p', { class: 'paper-made' }, made),
  );
}

export const printReport = () => print();

export function printSteps(section) {
  const folds = [...section.querySelectorAll('details')];
  const opened = folds.some(({ open }) => open) ? [] : folds;
  for (const fold of opened) fold.open = true;
  addEventListener(
    'afterprint',
    () => {
      for (const fold of opened) fold.open = false;
    },
    { once: true },
  );
  print();
}
