// mime_cases: messages that programs read differently, or might.
//
// Each has a name that says what is odd about it, and its source as one
// character per byte. What the core should read is in the unit tests
// (tests/unit/read_mime_test.c and its neighbours); here it is compared.
const utf8 = (text) => Buffer.from(text).toString('latin1');
const FROM = 'From: Taro <taro@example.jp>\nTo: hana@example.jp\nSubject: x\nMessage-ID: <1@example.jp>\n';
const message = (head, body) => `${FROM}${head}\n${body}`;
const mixed = (body, head = 'Content-Type: multipart/mixed; boundary=b\n') => message(head, body);
const part = (text, head = '') => `--b\n${head}\n${text}\n`;
const from = (value) => `From: ${value}\nTo: hana@example.jp\nMessage-ID: <1@example.jp>\n\nx\n`;
const subject = (value) => `From: a@example.jp\nSubject: ${value}\nMessage-ID: <1@example.jp>\n\nx\n`;
const crlf = (text) => text.replaceAll('\n', '\r\n');
const HTML = 'Content-Type: text/html; charset=utf-8\n';
const BASE64 = 'Content-Transfer-Encoding: base64\n';
const QUOTED = 'Content-Transfer-Encoding: quoted-printable\n';
const pdf = (disposition) => `Content-Type: application/pdf\nContent-Disposition: ${disposition}\n`;

const heads = {
  'one line': message('', 'hello\n'),
  'CRLF': crlf(message('', 'hello\n')),
  'CR only': message('', 'hello\n').replaceAll('\n', '\r'),
  'no body': FROM,
  'no empty line before the text': `${FROM}hello there\nsecond line\n`,
  'junk line in the head': `From: a@example.jp\njunk junk\nTo: b@example.jp\nMessage-ID: <1@x>\n\nhello\n`,
  'space before the colon': `From : a@example.jp\nMessage-ID: <1@x>\n\nhello\n`,
  'field folded over many lines': subject('one\n two\n\tthree\n   four'),
  'folded with an empty continuation': subject('one\n \n two'),
  'field name alone': `From: a@example.jp\nSubject:\nMessage-ID: <1@x>\n\nhello\n`,
  'duplicate From': `From: a@example.jp\nFrom: b@evil.example\nMessage-ID: <1@x>\n\nhello\n`,
  'duplicate Subject': `From: a@example.jp\nSubject: one\nSubject: two\nMessage-ID: <1@x>\n\nhello\n`,
  'bare CR in a field': `From: a@example.jp\nSubject: one\rFrom: b@evil.example\nMessage-ID: <1@x>\n\nhello\n`,
  'mbox line first': `From a@example.jp Sat Nov  1 14:05:00 2025\n${message('', 'hello\n')}`,
  'raw UTF-8 in a field': subject(utf8('アマゾン')),
};

const words = {
  'encoded word B': subject('=?UTF-8?B?44Ki44Oe44K+44Oz?='),
  'encoded word Q': subject('=?utf-8?Q?a_b=3Dc?='),
  'encoded words apart by folding': subject('=?utf-8?B?44Ki?=\n =?utf-8?B?44Oe?='),
  'character split between words': subject('=?utf-8?B?44I=?= =?utf-8?B?og==?='),
  'ISO-2022-JP word': subject('=?ISO-2022-JP?B?GyRCJSIlXiU+JXMbKEI=?='),
  'word glued to text': subject('x=?utf-8?Q?y?=z'),
  'word with a language': subject('=?utf-8*ja?Q?y?='),
  'unknown charset': subject('=?x-none?Q?y?='),
  'broken word': subject('=?utf-8?B?44K'),
};

const senders = {
  'display name in quotes': from('"Taro, Yamada" <a@example.jp>'),
  'comment as name': from('a@example.jp (Taro)'),
  'two mailboxes': from('a@example.jp, b@evil.example'),
  'two angle addresses': from('Amazon <a@amazon.example> <b@evil.example>'),
  'address as name': from('"a@amazon.example" <b@evil.example>'),
  'unclosed angle': from('Amazon <b@evil.example'),
  'group': from('Friends: a@example.jp, b@example.jp;'),
  'obsolete route': from('Joe <@relay.example:joe@example.jp>'),
  'dots of docomo': from('hana <a..b.@docomo.ne.jp>'),
  'spaces inside': from('Joe <joe @ example.jp>'),
  'encoded line with its address': from('=?utf-8?q?Shop_=3Cinfo=40shop=2Eexample=3E?='),
  'encoded name with an address inside': from('=?utf-8?q?A_=3Ca=40amazon=2Eexample=3E?= <b@evil.example>'),
  'name before a comma': from('Amazon Gutschein, <b@evil.example>'),
  'no address': from('Amazon'),
  'nested comments': from('Pete(A nice \\) (nested) chap) <pete(his)@silly.test(host)>'),
};

const multiparts = {
  'alternative': mixed(`${part('plain')}${part('<p>html</p>', HTML)}--b--\n`, 'Content-Type: multipart/alternative; boundary="b"\n'),
  'preamble and epilogue': mixed(`before\n${part('one')}--b--\nafter\n`),
  'no final boundary': mixed(`${part('one')}${part('two')}`),
  'white space behind boundaries': mixed('--b \t\n\none\n--b\t\n\ntwo\n--b-- \n'),
  'boundary with specials in quotes': mixed("--a b'()=?:+/x\n\none\n--a b'()=?:+/x--\n", "Content-Type: multipart/mixed; boundary=\"a b'()=?:+/x\"\n"),
  'boundary that begins another': mixed(`--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\none\n--bb--\n--b\n\ntwo\n--b--\n`),
  'same boundary twice': mixed(`--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n--b--\n`),
  'boundary missing': mixed(`${part('one')}--b--\n`, 'Content-Type: multipart/mixed\n'),
  'boundary wrong': mixed(`${part('one', HTML)}--b--\n`, 'Content-Type: multipart/mixed; boundary=c\n'),
  'no part at all': mixed('only text\n'),
  'empty part': mixed(`${part('')}${part('two')}--b--\n`),
  'part without an empty line': mixed('--b\nContent-Type: text/plain\n--b\n\ntwo\n--b--\n'),
  'parts behind the final boundary': mixed(`${part('one')}--b--\n${part('two')}--b--\n`),
  'inner multipart unclosed': mixed(`--b\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\none\n${part('two')}--b--\n`),
  'duplicate Content-Type': message('Content-Type: text/plain\nContent-Type: text/html\n', '<p>x</p>\n'),
  'comment in the type': message('Content-Type: text/html (really); charset=utf-8\n', '<p>x</p>\n'),
  'type without a slash': message('Content-Type: html\n', '<p>x</p>\n'),
  'semicolon forgotten': message('Content-Type: text/html charset=utf-8\n', '<p>x</p>\n'),
  'unknown multipart': mixed(`${part('one')}--b--\n`, 'Content-Type: multipart/x-new; boundary=b\n'),
  'attached message': mixed(`--b\nContent-Type: message/rfc822\n\nFrom: i@example.jp\nSubject: inner\n\ninner text\n--b--\n`),
  'attached message in base64': mixed(`--b\nContent-Type: message/rfc822\n${BASE64}\nU3ViamVjdDogaW5uZXIKCmlubmVyCg==\n--b--\n`),
  'digest': mixed('--b\n\nSubject: one\n\nfirst\n--b--\n', 'Content-Type: multipart/digest; boundary=b\n'),
  'multipart in base64': mixed('LS1iCkNvbnRlbnQtVHlwZTogdGV4dC9odG1sCgo8cD5odG1sPC9wPgotLWItLQo=\n', `Content-Type: multipart/mixed; boundary=b\n${BASE64}`),
};

const bodies = {
  'base64': message(BASE64, 'aGVsbG8=\n'),
  'base64 with junk': message(BASE64, 'aGV!sb\n*G8=\n'),
  'base64 cut off': message(BASE64, 'aGVsbG'),
  'base64 padded inside': message(BASE64, 'aGU=bGxv\n'),
  'quoted-printable': message(QUOTED, 'h=65llo=\n there\n'),
  'quoted-printable broken': message(QUOTED, 'a=ZZ b=4 c=\n'),
  'encoding with a comment': message('Content-Transfer-Encoding: base64 (yes)\n', 'aGVsbG8=\n'),
  'unknown encoding': message('Content-Transfer-Encoding: x-new\n', 'hello\n'),
  'ISO-2022-JP': message('Content-Type: text/plain; charset=iso-2022-jp\n', '\x1b$B%"%^%>%s\x1b(B\n'),
  'Shift_JIS': message('Content-Type: text/plain; charset=Shift_JIS\n', '\x83\x41\x83\x7d\x83\x5d\x83\x93\n'),
  'EUC-JP': message('Content-Type: text/plain; charset=euc-jp\n', '\xa5\xa2\xa5\xde\xa5\xbe\xa5\xf3\n'),
  'undeclared UTF-8': message('', utf8('アマゾン\n')),
  'undeclared Shift_JIS': message('', '\x83\x41\x83\x7d\x83\x5d\x83\x93\n'),
  'UTF-8 said to be Shift_JIS': message('Content-Type: text/plain; charset=shift_jis\n', utf8('これはUTF-8の文章です。\n')),
  'charset of a meta element': message('Content-Type: text/html\n', '<meta charset=shift_jis><p>\x83\x41\x83\x7d\n'),
  'format=flowed': message('Content-Type: text/plain; format=flowed\n', 'one \ntwo\n\nthree\n'),
};

const files = {
  'RFC 2231 name': mixed(`${part('x')}${part('pdf', pdf("attachment; filename*=utf-8''%E8%AB%8B.pdf"))}--b--\n`),
  'RFC 2231 continued': mixed(`${part('x')}${part('pdf', pdf("attachment; filename*0*=utf-8''%E8%AB; filename*1*=%8B; filename*2=.pdf"))}--b--\n`),
  'RFC 2231 out of order': mixed(`${part('x')}${part('pdf', pdf('attachment; filename*1=b.pdf; filename*0=a'))}--b--\n`),
  'encoded word as name': mixed(`${part('x')}${part('pdf', pdf('attachment; filename="=?utf-8?B?6KuL?=.pdf"'))}--b--\n`),
  'raw UTF-8 name': mixed(`${part('x')}${part('pdf', pdf(utf8('attachment; filename="請.pdf"')))}--b--\n`),
  'name with a quote': mixed(`${part('x')}${part('pdf', pdf('attachment; filename="a\\"b.pdf"'))}--b--\n`),
  'name of the type': mixed(`${part('x')}${part('pdf', 'Content-Type: application/pdf; name=c.pdf\n')}--b--\n`),
  'inline picture': mixed(`${part('<img src=cid:p>', HTML)}${part('AAAA', `Content-Type: image/png\nContent-ID: <p>\nContent-Disposition: inline\n${BASE64}`)}--b--\n`,
    'Content-Type: multipart/related; boundary=b\n'),
  'attached page': mixed(`${part('x')}${part('<p>page</p>', 'Content-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\n')}--b--\n`),
};

/** Every case: its name and its source, one character per byte. */
export const cases = Object.entries({ heads, words, senders, multiparts, bodies, files })
  .flatMap(([group, members]) => Object.entries(members).map(([name, source]) => ({ name: `${group}: ${name}`, source })));
