/* link_text: a link of the message, as words that explain themselves.
 *
 * It is a button that opens nothing. On hover, focus and tap a card stands right
 * at it (WCAG 1.4.13: Escape dismisses it, the pointer may move onto it, it stays
 * until the person leaves). Only one card is open at a time. */
import { create, icon } from '../dom.js';
import { say } from '../words.js';
import { linkDetails, ownerOf, toneIcon } from './link_card.js';

const LEAVE_MS = 250;
let open = null; /* { close } of the card on screen */

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') open?.close(true);
});
document.addEventListener('pointerdown', (event) => {
  if (open && !open.holds(event.target)) open.close();
});

export function linkText(link, pieces, id) {
  const label = `${say(`standings.${link.standing}.label`)}${ownerOf(link) ? `: ${ownerOf(link)}` : ''}`;
  const note = create('span', { class: 'unseen', id: `${id}-note` }, label);
  const button = create(
    'span',
    {
      class: `link-text standing-${link.standing}`,
      role: 'button',
      tabindex: '0',
      id,
      'data-standing': link.standing,
      'aria-expanded': 'false',
      'aria-describedby': `${id}-note`,
    },
    pieces.length > 0 ? pieces : say('link.hidden'),
    icon(toneIcon[link.standing], 'link-icon'),
  );
  const holder = create('span', { class: 'link-holder' }, button, note);
  attach(holder, button, link, id);
  return holder;
}

function attach(holder, button, link, id) {
  let card = null;
  let leaving = 0;
  let isDismissed = false; /* until the pointer comes anew */
  const self = { holds: (node) => holder.contains(node), close };

  /* Under a pointer nothing moves; a card opened by tap or key is brought into sight. */
  function show(bring = true) {
    clearTimeout(leaving);
    if (card) return;
    open?.close();
    open = self;
    card = create(
      'span',
      { class: `link-card standing-${link.standing}`, role: 'group', 'aria-label': say('link.card'), id: `${id}-card` },
      linkDetails(link, id, false),
    );
    holder.append(card);
    button.setAttribute('aria-expanded', 'true');
    place(card, button, bring);
    card.addEventListener('click', () => place(card, button, bring)); /* it may have grown */
    if (bring) card.scrollIntoView({ block: 'nearest' });
  }
  function close(refocus = false) {
    clearTimeout(leaving);
    isDismissed = refocus;
    if (refocus && card?.contains(document.activeElement)) button.focus();
    card?.remove();
    card = null;
    button.setAttribute('aria-expanded', 'false');
    if (open === self) open = null;
  }
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!holder.contains(document.activeElement)) close();
    }, LEAVE_MS);
  };

  /* Only a pointer that moves asks for it, not one that the page was scrolled under. */
  holder.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && !isDismissed) show(false);
  });
  holder.addEventListener('pointerenter', () => {
    isDismissed = false;
  });
  holder.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') leave();
  });
  button.addEventListener('focus', () => show());
  holder.addEventListener('focusout', (event) => {
    if (!holder.contains(event.relatedTarget)) leave();
  });
  button.addEventListener('click', (event) => {
    if (!event.target.closest('.number')) show();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    show();
  });
}

const CARD_LEAST = 160;

/* Under the link, inside the sheet; above it where it fits only there. Under a
 * pointer it is never larger than the window's part that it stands in. */
function place(card, button, canScroll) {
  const sheet = button.closest('.sheet').getBoundingClientRect();
  const at = [...button.getClientRects()].at(-1) ?? button.getBoundingClientRect();
  const width = Math.min(440, sheet.width - 16);
  const holder = card.parentElement.getBoundingClientRect();
  const left = Math.max(sheet.left + 8, Math.min(at.left, sheet.right - width - 8));
  card.style.width = `${width}px`;
  card.style.left = `${left - holder.left}px`;
  const first = button.getClientRects()[0] ?? at;
  const below = innerHeight - at.bottom - 8;
  const above = first.top - 8;
  const high = card.offsetHeight;
  card.dataset.side ??= high > below && (high <= above || (!canScroll && above > below)) ? 'above' : 'below';
  const isAbove = card.dataset.side === 'above';
  if (!canScroll) card.style.maxBlockSize = `${Math.max(isAbove ? above : below, CARD_LEAST)}px`;
  const top = isAbove ? first.top - holder.top - card.offsetHeight - 4 : at.bottom - holder.top + 4;
  card.style.top = `${top}px`;
}
