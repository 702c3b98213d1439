// url_tricks: a grammar of what people do to links, for the URL oracle.
//
// In: a seeded generator of numbers. Out: one URL after the other. Each place
// of a URL is mostly ordinary and sometimes a trick, so that tricks meet each
// other; then a few characters are moved, doubled or dropped.

const SCHEMES = ['https:', 'https:', 'https:', 'http:', 'http:', 'HTTPS:', 'hTtP:', 'ftp:', 'ws:', 'wss:', 'file:', 'foo:',
  'x-safari-https:', 'mailto:', 'javascript:', 'data:', 'h\tttps:', ' https:', '\u0000http:', 'https\n:', 'https::', ''];
const SLASHES = ['//', '//', '//', '//', '//', '//', '/', '', '///', '\\\\', '/\\', '\\/', '//\\/', '/\t/', '////', '/ /'];
const USERS = ['', '', '', '', '', 'user@', 'www.amazon.co.jp@', 'a:b@', 'a@b@', 'amazon%40x@', '@', ':@', 'amazon.co.jp\\@',
  'amazon.co.jp/@', 'amazon.co.jp?@', 'amazon.co.jp#@', 'amazon.co.jp%2F@', 'www.amazon.co.jp&x=1;@', '\u3042:\u{1f512}@', ' @'];
const LABELS = ['www', 'amazon', 'co', 'jp', 'com', 'example', 'evil', 'a', 'x-y', '-a', 'a-', 'a--b', 'ab--c', '_dmarc', '1', '0x',
  '0xff', '08', 'xn--a', 'xn--zca', 'xn--amzon-3nf', 'xn--', 'xn--a-ecp', 'XN--ZCA', 'xn--1ug', 'xn--80ak6aa92e', 'xn--xn---epa',
  'xn--ls8h', 'xn--8v9b', 'xn--4dbcagdahymbxekheh6e0a7fei0b', 'a'.repeat(63), 'a'.repeat(64), '', 'am\u00e4zon', 'AMAZON', 'Amazon', 'localhost',
  '\u0430mazon', 'ama\u00adzon', 'ama\u200bzon', 'ama\u200dzon', 'ama\u200czon', '\uff41\uff4d\uff41zon', '\u24d0mazon', 'amaz%6fn',
  '%61mazon', 'am%C3%A4', 'am%c3', '%00', '%2e', 'a%2Eb', 'a%40b', 'a b', 'a<b', 'a^b', 'a|b', 'a[b', 'a]b', 'a{b}', "a'b", 'a!b', 'a"b', 'a`b',
  'a*b', 'a~b', 'a+b', 'a,b', 'a;b', 'a=b', 'a$b', 'a&b', 'a(b)', 'a%b', 'a%zz', 'a:b', 'a\u202eb', '\ufe0f', '\u00df', '\u03c2', '\u1e9e',
  '\u0130', '\u212a', '\ufb01', '\u2260', '=\u0338', '\u00b2', '\u2488', '\u3002', '\u33c2', '\u05d0\u05d1', '\u0627\u0644', '\u0661', '\u0967',
  '\u05d01', '1\u05d0', '\u05d0a', '\u0915\u094d\u200d\u0937', '\u0628\u200c\u0628', '\u30a2\u30de\u30be\u30f3', '\u3042', '\u30fc', '\ud83d\ude00',
  '\u{1d41a}', '\u{1f1e6}', '\u0301a', 'e\u0301', '\u1100\u1161', '\uac00\u11a8', '\u0dc1\u0dca\u200d\u0dbb\u0dd3', '\ufffd', '\ufeff', '\u2024', '\u2025'];
const DOTS = ['.', '.', '.', '.', '.', '.', '\u3002', '\uff0e', '\uff61', '%2e', '..', '%E3%80%82'];
const ADDRESSES = ['127.0.0.1', '2130706433', '0x7f000001', '017700000001', '0x7f.1', '127.1', '127.0.1', '0177.0.0.1', '1.2.3.4.5', '256.1.1.1',
  '1.2.3.256', '4294967295', '4294967296', '0x100000000', '1..2', '1.2.3.4.', '1.2.3.4..', '0x', '0x.0x.0', '00', '09', '1.2.3.09', '1e3', '0b1',
  '\uff11\uff12\uff17.1', '\u2460.\u2461.3.4', '%31%32%37.1', '0X7F.1', '1.2.0x', 'a.1', 'a.0x1', 'a.1.', '1.2.3.a', '+1', '-1', '1_000',
  '[::1]', '[::]', '[1::8]', '[1:2:3:4:5:6:7:8]', '[1:2:3:4:5:6:7::]', '[::1.2.3.4]', '[::ffff:0102:304]', '[1:0:0:2:0:0:0:3]', '[::1%25en0]',
  '[::1%en0]', '[1:2:3]', '[:1]', '[1:]', '[::12345]', '[::1.2.3]', '[::01.2.3.4]', '[::1]x', 'x[::1]', '[', ']', '[]', '[::g]', '[v1.a]',
  '[2001:DB8::A]', '[::1', '::1', '[1:2:3:4:5:6:1.2.3.4]', '[1:2:3:4:5:6:7:1.2.3.4]', '[1::2::3]', '[\u0661::]'];
const PORTS = ['', '', '', '', '', '', ':', ':80', ':443', ':8080', ':21', ':0', ':65535', ':65536', ':00443', ':8a', ':\uff18', ': 80', ':8\t0', ':-1',
  ':99999999999999999999'];
const PATHS = ['', '/', '/a', '/a/../b', '/../..', '/./a/.', '/%2e%2E/a', '/a/.%2e', '/a\\b', '\\a', '/a b', '/\u3042', '/%', '/%zz', '/%41', '//a',
  '/a//b/..', '/C|/x', '/c:/..', '/{a}^b|`', "/<'\">", '/a;b=c', '/\u202ea', '/\u007f', '/gp/css/order-history', '/\ufffd', '/\ud83d\ude00', '/..\\a', '/a?b/..'];
const TAILS = ['', '', '', '', '?', '#', '?q=1', '?https://www.amazon.co.jp/', '#www.amazon.co.jp', "?'\"<>`{}", '#"<>`{} ', '?\u3042#\u3044',
  '?a b#c d', '?%zz#%', '?\u0001', '# ', '?a#b#c?d', ' ', '\u0000', '\t'];
const BASES = ['https://base.example/dir/file?q#f', 'http://u:p@base.example:8080/a/b/', 'file:///C:/dir/file', 'mailto:a@b', 'foo://h/p/q', 'foo:/a//b',
  'https://[::1]/', 'ftp://x/y'];
const ODD = ['\t', '\n', '\r', ' ', '\u0000', '\u001f', '/', '\\', ':', '@', '?', '#', '.', '%', '[', ']', '|', '^', '<', '\u00ad', '\u200b', '\u3000',
  '\uff0f', '\uff1a', '\u2044', '\u2215', '\u2100', '\u2048', '\ufe0f', '\u180e', '\u00a0', '0', 'x', '%2f', '%00', '%0a', '-', '_', '\udc00', '\ud800'];
// Where characters behave in their own ways: first, last.
const RANGES = [[0x20, 0x7e], [0xa0, 0x17f], [0x180, 0x24f], [0x250, 0x36f], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x58f], [0x591, 0x5f4],
  [0x600, 0x6ff], [0x700, 0x7ff], [0x900, 0x97f], [0xd80, 0xdff], [0xe00, 0xeff], [0x1000, 0x109f], [0x10a0, 0x11ff], [0x13a0, 0x13fd],
  [0x1780, 0x180f], [0x1b00, 0x1bff], [0x1c80, 0x1cff], [0x1d00, 0x1dff], [0x1e00, 0x1fff], [0x2000, 0x206f], [0x2070, 0x218f], [0x2190, 0x245f],
  [0x2460, 0x24ff], [0x2c00, 0x2dff], [0x2e80, 0x2fff], [0x3000, 0x30ff], [0x3100, 0x33ff], [0x4e00, 0x4eff], [0xa640, 0xa7ff], [0xa800, 0xabff],
  [0xac00, 0xacff], [0xe000, 0xe00f], [0xf900, 0xfaff], [0xfb00, 0xfdff], [0xfe00, 0xfe6f], [0xfe70, 0xfeff], [0xff00, 0xffff], [0x10000, 0x103ff],
  [0x10400, 0x107ff], [0x10800, 0x10fff], [0x11000, 0x11fff], [0x16e00, 0x16fff], [0x1b000, 0x1b2ff], [0x1d000, 0x1d7ff], [0x1e000, 0x1eeff],
  [0x1f000, 0x1faff], [0x1fb00, 0x1fbff], [0x20000, 0x2ffff], [0xe0000, 0xe01ff], [0x110, 0x10ffff]];

function makeWords(random) {
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const chance = (part) => random() < part;
  const anyCharacter = () => {
    const [first, last] = pick(RANGES);
    return String.fromCodePoint(first + below(last - first + 1));
  };
  const label = () => {
    if (chance(0.5)) return LABELS[below(9)];
    if (chance(0.75)) return pick(LABELS);
    return Array.from({ length: 1 + below(4) }, () => (chance(0.4) ? 'a' : anyCharacter())).join('');
  };
  const host = () => {
    if (chance(0.12)) return pick(ADDRESSES);
    let text = label();
    for (let more = below(4); more > 0; more--) text += pick(DOTS) + label();
    return chance(0.06) ? `${text}.` : text;
  };
  return { below, pick, chance, anyCharacter, host };
}

function mutate(text, { below, pick, chance, anyCharacter }) {
  const characters = [...text];
  for (let times = below(3) + 1; times > 0; times--) {
    const at = below(characters.length + 1);
    const odd = () => (chance(0.8) ? pick(ODD) : anyCharacter());
    [
      () => characters.splice(at, 0, odd()),
      () => characters.splice(at, 1),
      () => characters.splice(at, 1, odd()),
      () => characters.splice(at, 0, ...characters.slice(at, at + 1 + below(8))),
      () => (characters[at] = encodeURIComponent(characters[at]?.toWellFormed?.() ?? 'a')),
    ][below(5)]();
  }
  return characters.join('');
}

/** `count` pairs [input, base or null]; the same ones for the same generator and seeds. */
export function makeTricks(random, count, seeds = []) {
  const words = makeWords(random);
  const { pick, chance, host } = words;
  return Array.from({ length: count }, () => {
    const base = chance(0.15) ? pick(BASES) : null;
    if (seeds.length && chance(0.1)) return [mutate(pick(seeds), words), base];
    const start = chance(0.6) ? 'https://' : pick(SCHEMES) + pick(SLASHES);
    const text = start + (chance(0.7) ? '' : pick(USERS)) + host() + pick(PORTS) + pick(PATHS) + pick(TAILS);
    return [chance(0.25) ? mutate(text, words) : text, base];
  });
}
