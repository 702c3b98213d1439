// files.test: messages out of other programs' files: Outlook's, Apple Mail's, archives, pages
// that a browser saved.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadWasm } from '../cases/wasm.mjs';
import { withoutEnvelope } from '../../web/src/files/emlx.js';
import { outlookSource } from '../../web/src/files/outlook_source.js';
import { readRtf } from '../../web/src/files/rtf.js';
import { listZip, readEntry } from '../../web/src/files/zip.js';
import { makeOutlookFile } from './outlook_file.mjs';
import { makeZip } from './zip_file.mjs';

const core = await loadWasm();
const fakeHtml = '<p>Amazonのアカウントを確認してください。</p><a href="https://amazon-login.example/x">サインイン</a>';
const headers = [
  'Received: from mail.example (mail.example [192.0.2.1]) by mx.example; Tue, 1 Dec 2026 08:12:00 +0900',
  'From: "Amazon.co.jp" <no-reply@account.example>', 'To: suzuki@mail.example',
  'Subject: =?utf-8?B?44Ki44Kr44Km44Oz44OI?=', 'Message-ID: <1@account.example>', 'Content-Type: multipart/alternative;\r\n\tboundary="other"',
].join('\r\n');

test('a file of Outlook: header as it arrived, markup, attachments', async () => {
  const file = makeOutlookFile({ headers, subject: 'アカウント', body: 'Amazonのアカウント', html: fakeHtml, attachments: [{ name: '請求書.pdf', bytes: new Uint8Array(40) }] });
  const verdict = await core.check(outlookSource(file.buffer), { kind: 'auto', origin: 'file' });
  assert.equal(verdict.kind, 'source');
  assert.equal(verdict.verdict, 'fake');
  assert.deepEqual(verdict.message.from, [{ name: 'Amazon.co.jp', address: 'no-reply@account.example' }]);
  assert.equal(verdict.message.subject, 'アカウント');
  assert.ok(verdict.links.some(({ host }) => host === 'amazon-login.example'));
  assert.deepEqual(verdict.message.attachments.map(({ name }) => name), ['請求書.pdf']);
});

test('a file of Outlook without a header says who sent it; without a body it is still a message', async () => {
  const file = makeOutlookFile({ subject: '明日の件', body: '10時に駅で。', senderName: '山田 花子', senderAddress: 'hanako@mail.example' });
  const { message, kind } = await core.check(outlookSource(file.buffer), { kind: 'auto' });
  assert.equal(kind, 'source');
  assert.deepEqual(message.from, [{ name: '山田 花子', address: 'hanako@mail.example' }]);
  assert.equal(message.blocks[0].runs[0].text, '10時に駅で。');
  const empty = await core.check(outlookSource(makeOutlookFile({ headers }).buffer), { kind: 'auto' });
  assert.equal(empty.message.from.length, 1);
});

test('what is no file of Outlook’s is refused', () => {
  assert.throws(() => outlookSource(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).buffer));
  const file = makeOutlookFile({ headers, html: fakeHtml });
  for (let cut = 512; cut < file.length; cut += 701) {
    try {
      outlookSource(file.slice(0, cut).buffer);
    } catch (error) {
      assert.ok(error instanceof Error);
    }
  }
});

test('markup that Outlook keeps inside RTF comes out of it', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg932\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}` +
    String.raw`\htmlrtf {\htmlrtf0 \'83\'41\'83\'7d\'83\'5d\'83\'93{\*\htmltag84 <a href="https://a.example/">}\u30906?{\*\htmltag92 </a>}\htmlrtf }\htmlrtf0}`;
  assert.deepEqual(readRtf(rtf), { html: '<html><p>アマゾン<a href="https://a.example/">確</a>' });
  assert.deepEqual(readRtf(String.raw`{\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0 Arial;}}hello\par \'82\'a0}`), { text: 'hello\nあ' });
});

test('Apple Mail’s file is the message between its length and its settings', async () => {
  const source = 'From: a@example.com\nMessage-ID: <1@example.com>\nSubject: hello\n\nHello.\n';
  const file = new Blob([`${source.length}\n${source}<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>`]);
  assert.equal(await (await withoutEnvelope(file)).text(), source);
  assert.equal(await (await withoutEnvelope(new Blob([source]))).text(), source);
});

test('a page saved as .mht is not from the browser that saved it', async () => {
  const page = ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://mail.example/', 'Subject: =?utf-8?Q?Inbox?=', 'Date: Tue, 1 Dec 2026 08:12:00 -0000',
    'MIME-Version: 1.0', 'Content-Type: multipart/related;', '\ttype="text/html";', '\tboundary="b"', '', '', '--b', 'Content-Type: text/html', '', fakeHtml, '--b--', ''].join('\r\n');
  const { message, links } = await core.check(new Uint8Array(await (await withoutEnvelope(new Blob([page]))).arrayBuffer()), { kind: 'auto' });
  assert.deepEqual(message.from, []);
  assert.equal(links[0].host, 'amazon-login.example');
});

test('the messages of a zip are listed and inflated, a bomb is not', async () => {
  const source = 'From: a@example.com\nMessage-ID: <1@example.com>\n\nHello.\n';
  const zip = new Blob([makeZip([['a.eml', source], ['メール/b.eml', source], ['bomb.eml', new Uint8Array(40 << 20)]])]);
  const entries = await listZip(zip);
  assert.deepEqual(entries.map(({ name }) => name), ['a.eml', 'メール/b.eml', 'bomb.eml']);
  assert.equal(await (await readEntry(zip, entries[1])).text(), source);
  await assert.rejects(readEntry(zip, entries[2]), { status: 'too_large' });
  assert.equal(await listZip(new Blob(['no zip at all'])), null);
});
