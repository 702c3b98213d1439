/* links: one or several links by themselves, without a message. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { notice } from '../parts/announce.js';
import { linkDetails } from '../parts/link_card.js';
import { guide } from '../parts/guide.js';

export function linksScreen(controller) {
  const { links } = controller.state;
  const box = create('textarea', {
    id: 'link-box',
    rows: 3,
    spellcheck: 'false',
    autocomplete: 'off',
    inputmode: 'url',
    'aria-describedby': 'link-lead',
  });
  const check = () => {
    const lines = box.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > 0) controller.checkLinks(lines.slice(0, 100));
    else box.focus();
  };
  return create(
    'div',
    { class: 'links-screen' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: () => controller.goTo('start') } },
      icon('back'),
      say('page.home'),
    ),
    links && results(links),
    create(links ? 'h2' : 'h1', links ? {} : { tabindex: '-1', 'data-start': '' }, say('link.box_heading')),
    notice(controller),
    create('p', { class: 'lead', id: 'link-lead' }, say('link.box_lead')),
    create(
      'div',
      { class: 'paste-box' },
      create('label', { for: 'link-box' }, say('link.box')),
      box,
      create(
        'button',
        { class: 'primary', id: 'check-links', on: { click: check } },
        icon('link'),
        say('link.box_check'),
      ),
    ),
  );
}

function results(links) {
  const allOfficial = links.every(({ link }) => link.standing === 'official');
  return create(
    'section',
    { class: 'link-results', 'aria-labelledby': 'links-heading' },
    create('h1', { id: 'links-heading', tabindex: '-1', 'data-start': '' }, say('link.result_heading')),
    create('p', { class: 'lead' }, say(allOfficial ? 'link.official_only' : 'link.do_not_open')),
    links.map(({ input, link }, index) =>
      create(
        'article',
        { class: `link-result standing-${link.standing}`, 'data-standing': link.standing },
        linkDetails({ ...link, shown: input }, `result-${index}`, true),
      ),
    ),
    create('p', {}, say('link.no_verdict')),
    guide('h2'),
  );
}
