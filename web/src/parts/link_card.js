/* link_card: what one link is: says / really leads to, one sentence, the trick,
 * and on demand the whole address with its parts told apart. */
import { create, icon } from '../dom.js';
import { has, say } from '../words.js';
import { defang, splitAddress } from '../address.js';
import { copyButton } from './copy_button.js';
import { lettersPart } from './letters.js';

/* What a link leads to in the end: of a wrapper, the address inside it. */
const endOf = (link) =>
  link.inner
    ? {
        host: splitAddress(link.inner, { host: true }).find(([kind]) => kind === 'host')?.[1] ?? '',
        domain: link.inner_domain,
      }
    : link;

/* The name that tells whose site it is. */
export const ownerOf = (link) => endOf(link).domain || endOf(link).host || '';

export const toneIcon = {
  official: 'good',
  impersonating: 'bad',
  hosting: 'bad',
  unrelated: 'bad',
  shortener: 'unknown',
  not_web: 'unknown',
  unparsable: 'unknown',
};
const span = (attributes, ...children) => create('span', attributes, ...children);

/* The host with the part that shows its owner in bold, the rest dimmed. */
function hostText({ host, domain }) {
  const owner = domain && (host === domain || host.endsWith(`.${domain}`)) ? domain : host;
  return create(
    'bdi',
    { class: 'host' },
    span({ class: 'dim' }, host.slice(0, host.length - owner.length)),
    create('strong', {}, owner),
  );
}

const goal = (link, address) =>
  endOf(link).host
    ? hostText(endOf(link))
    : create('bdi', { class: 'host' }, create('strong', {}, address.slice(0, 200)));

function row(name, ...value) {
  return span(
    { class: 'card-row' },
    span({ class: 'card-name' }, say(`link.${name}`)),
    span({ class: 'card-value' }, ...value),
  );
}

/* A note that a more telling one already says is left out. */
const SAID_BY = {
  userinfo: ['userinfo-like-host', 'brand-in-userinfo', 'several-at'],
  'userinfo-like-host': ['brand-in-userinfo'],
  'international-host': ['punycode', 'mixed-scripts', 'brand-homograph'],
  punycode: ['brand-homograph'],
  'mixed-scripts': ['brand-homograph'],
  'ip-address': ['ip-disguised', 'ipv6'],
  'brand-address-inside': ['brand-as-subdomain'],
  redirector: ['redirects-out', 'opaque-target'],
};

function sentencesOf({ standing, scheme, notes, ...link }) {
  const own =
    standing === 'not_web' && has(`schemes.${scheme}`) ? `schemes.${scheme}` : `standings.${standing}.sentence`;
  const worth = notes.filter((note) => !SAID_BY[note]?.some((other) => notes.includes(other)) && has(`notes.${note}`));
  return [say(own), ...worth.map((note) => say(`notes.${note}`, { domain: ownerOf(link) }))];
}

export function linkDetails(link, id, isOpen) {
  const [sentence, ...tricks] = sentencesOf(link);
  const address = link.url || link.target;
  const isHidden = link.standing === 'shortener' && !link.inner;
  return span(
    { class: `link-details standing-${link.standing}` },
    span(
      { class: 'card-head' },
      icon(toneIcon[link.standing]),
      create('strong', {}, say(`standings.${link.standing}.label`)),
    ),
    link.shown && link.shown !== address && row('says', create('bdi', { class: 'shown' }, link.shown)),
    row('goes_to', isHidden ? say('link.unseen') : goal(link, address)),
    isHidden && row('through', goal(link, address)),
    link.inner && row('through', create('bdi', {}, link.host)),
    link.host_unicode && link.host_unicode !== link.host && row('looks', create('bdi', {}, link.host_unicode)),
    span({ class: 'card-sentence' }, sentence),
    lettersPart(endOf(link) === link ? link : { standing: link.standing, host: endOf(link).host }),
    tricks.length > 0 &&
      span(
        { class: 'tricks', role: 'list' },
        tricks.map((trick) => span({ class: 'trick', role: 'listitem' }, trick)),
      ),
    link.hidden && span({ class: 'card-sentence dim' }, say(`hidden.${link.hidden}`)),
    more(link, address, id, isOpen),
  );
}

function more(link, address, id, isOpen) {
  const body = span(
    { class: 'card-more', id: `${id}-more`, hidden: !isOpen },
    span({ class: 'card-name' }, say('link.full')),
    create(
      'bdi',
      { class: 'whole' },
      splitAddress(address, link).map(([kind, text]) => span({ class: `address-${kind}` }, text)),
    ),
    copyButton({ id: `${id}-copy`, label: say('link.copy'), text: () => defang(address) }),
  );
  if (isOpen) return body;
  const button = create(
    'button',
    {
      class: 'card-button',
      id: `${id}-open`,
      'aria-expanded': 'false',
      'aria-controls': `${id}-more`,
      on: {
        click: () => {
          body.hidden = !body.hidden;
          button.setAttribute('aria-expanded', String(!body.hidden));
        },
      },
    },
    say('link.more'),
  );
  return [button, body];
}
