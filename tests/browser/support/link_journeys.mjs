// link_journeys: twenty links of the link table, each explained where it stands:
// the real domain in bold and one sentence, by hover, by keyboard focus and by tap.
//
// In: tests/cases/links.tsv (link, standing, ...). Twenty web links are taken at
// even distances, so that every part of the table is among them; those written
// for people ("[.]") are text and no href.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { open } from './ask.mjs';

const LINKS = 20;

function readLinks() {
  const rows = readFileSync(new URL('../../cases/links.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^https?:\/\/[\x21-\x5a\x5e-\x7e]+\t(official|impersonating|hosting|shortener|unrelated)/.test(line))
    .map((line) => line.split('\t'));
  const step = rows.length / LINKS;
  return Array.from({ length: LINKS }, (_, i) => rows[Math.floor(i * step)]);
}

const links = readLinks();
const escape = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const message = `From: "Amazon.co.jp" <info@kx9.example>
To: taro@example.jp
Subject: Amazon
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

${links.map(([link], i) => `<p><a href="${escape(link)}">リンク${i + 1}</a></p>`).join('\n')}
`;

async function explains(person, i) {
  await person.wait('.link-card');
  const card = await person.run(() => ({
    domain: document.querySelector('.link-card .host strong').textContent,
    weight: Number(getComputedStyle(document.querySelector('.link-card .host strong')).fontWeight),
    sentence: document.querySelector('.link-card .card-sentence').textContent,
    standing: document.querySelector('.link-card [class*="standing-"]').className,
  }));
  const expected = await person.run(async (link) => {
    const { inner_domain, inner, domain, host_unicode } = await window.honmono.link(link);
    return (inner ? inner_domain || new URL(inner).hostname : domain) || host_unicode;
  }, links[i][0]);
  assert.equal(card.domain, expected, links[i][0]);
  assert.ok(card.weight >= 600, 'in bold');
  assert.ok(card.sentence.length > 5, links[i][0]);
  assert.match(card.standing, new RegExp(`standing-${links[i][1].split('/')[0]}`), links[i][0]);
  await person.key('Escape');
  await person.gone('.link-card');
}

/** Opens the message; the n-th link is then `[data-nth="n"]`. */
async function show(person) {
  await open(person, message);
  await person.wait('.link-text');
  const count = await person.run(() => {
    const all = [...document.querySelectorAll('.link-text')].filter((link) => /^リンク\d+/.test(link.textContent));
    all.forEach((link, i) => link.setAttribute('data-nth', i));
    return all.length;
  });
  assert.equal(count, LINKS);
}

const center = (person, i) =>
  person.run((nth) => document.querySelector(`[data-nth="${nth}"]`).scrollIntoView({ block: 'center' }), i);

function journey(way, settings, act) {
  return {
    name: `twenty links of the table explain themselves: ${way}`,
    settings,
    async run(person) {
      await show(person);
      for (let i = 0; i < LINKS; i += 1) {
        await center(person, i);
        await act(person, `[data-nth="${i}"]`);
        await explains(person, i);
      }
    },
  };
}

export const linkJourneys = [
  journey('hover', undefined, async (person, selector) => {
    await person.page.mouse.move(2, 2); /* a pointer that comes from elsewhere */
    await person.hover(selector);
  }),
  journey('keyboard focus', undefined, (person, selector) => person.focus(selector)),
  journey('tap', { touch: true, width: 360, height: 740 }, (person, selector) => person.tap(selector)),
];
