/* picture: what a program read in a picture, beside the picture, for the person to put
 * right: above all the letters of addresses. Codes in it are judged here already. */
import { create, icon, replaceChildren } from '../dom.js';
import { say } from '../words.js';
import { codeArticle } from '../parts/codes.js';
import { hostsIn, spell } from '../picture/letters.js';

const ROWS_MIN = 8;
const DOUBTS_MAX = 6;

export function pictureScreen(controller) {
  const { picture } = controller.state;
  return create(
    'div',
    { class: 'picture-screen' },
    create(
      'button',
      { class: 'back', id: 'back', on: { click: () => controller.goTo('start') } },
      icon('back'),
      say('verdict.again'),
    ),
    create('h1', { tabindex: '-1', 'data-start': '' }, say(picture.text ? 'reading.heading' : 'reading.heading_codes')),
    codesSection(picture.codes, picture.more),
    picture.text && words(controller, picture),
    !picture.text && shown(picture),
  );
}

/* The pictures as they were handed in. */
const shown = ({ previews }) =>
  create(
    'div',
    { class: 'picture-shown' },
    previews.map((preview) => {
      const canvas = create('canvas', { role: 'img', 'aria-label': say('reading.shown') });
      canvas.width = preview.width;
      canvas.height = preview.height;
      canvas.getContext('2d').drawImage(preview, 0, 0);
      return canvas;
    }),
  );

function words(controller, picture) {
  const box = create('textarea', {
    id: 'picture-text',
    rows: Math.max(ROWS_MIN, picture.text.split('\n').length + 4),
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'picture-lead',
    on: { input: () => changed() },
  });
  box.value = picture.text;
  const letters = create('section', { class: 'picture-letters', 'aria-labelledby': 'letters-heading' });
  const put = (text) => {
    box.value = text;
    changed();
  };
  function changed() {
    controller.keepPicture({ text: box.value });
    replaceChildren(letters, lettersOf(controller, put));
  }
  replaceChildren(letters, lettersOf(controller, put));
  return create(
    'div',
    {},
    create('p', { class: 'lead', id: 'picture-lead' }, say('reading.lead')),
    create(
      'div',
      { class: 'picture-beside' },
      shown(picture),
      create('div', { class: 'picture-words' }, create('label', { for: 'picture-text' }, say('reading.box')), box, doubtsOf(picture)),
    ),
    letters,
    create(
      'button',
      { class: 'primary', id: 'check-picture', on: { click: () => controller.checkPicture() } },
      say('reading.check'),
    ),
    create('p', { class: 'dim' }, say('reading.limits')),
  );
}

function doubtsOf({ doubts }) {
  if (doubts.length === 0) return null;
  return create(
    'div',
    { class: 'picture-doubts' },
    create('p', {}, say('reading.doubts')),
    create('ul', {}, doubts.slice(0, DOUBTS_MAX).map((line) => create('li', {}, create('mark', {}, line)))),
  );
}

/* Every address, letter by letter; what looks alike in print is asked for. */
function lettersOf(controller, put) {
  const { text, compared } = controller.state.picture;
  const hosts = hostsIn(text);
  if (hosts.length === 0) return null;
  return [
    create('h2', { id: 'letters-heading' }, say('reading.letters')),
    create('p', {}, say('reading.letters_lead')),
    hosts.map((host, index) => hostRow(controller, put, host, index, compared.includes(host))),
  ];
}

function hostRow(controller, put, host, index, isCompared) {
  const pieces = spell(host);
  const replace = (at, sign) => {
    const other = pieces.map((piece, place) => (place === at ? sign : piece.text)).join('');
    put(controller.state.picture.text.replaceAll(host, other));
  };
  const tick = create('input', {
    type: 'checkbox',
    id: `compared-${index}`,
    checked: isCompared,
    on: { change: () => controller.comparePicture(host, tick.checked) },
  });
  return create(
    'div',
    { class: 'letter-row', 'data-host': host },
    create(
      'p',
      { class: 'letters' },
      pieces.map(({ text, others }, at) =>
        others.length === 0 ? text : choice(text, others, `${index}-${at}`, (sign) => replace(at, sign)),
      ),
    ),
    create('label', { class: 'letter-same', for: `compared-${index}` }, tick, say('reading.same', { host })),
  );
}

const nameOf = (sign) => `${sign} ${say(`reading.signs.${sign}`)}`;

function choice(sign, others, id, onChange) {
  const list = create(
    'select',
    { id: `letter-${id}`, 'aria-label': say('reading.which', { sign: nameOf(sign) }), on: { change: () => onChange(list.value) } },
    [sign, ...others].map((one) => create('option', { value: one }, nameOf(one))),
  );
  return list;
}

function codesSection(codes, more) {
  if (codes.length === 0) return null;
  return create(
    'section',
    { class: 'picture-codes', 'aria-labelledby': 'codes-heading' },
    create('h2', { id: 'codes-heading' }, say('reading.codes', { count: codes.length })),
    create('p', { class: 'lead' }, say('reading.codes_lead')),
    codes.map(codeArticle),
    more && create('p', {}, say('reading.more')),
  );
}
