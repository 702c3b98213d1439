/* letters: addresses in a text that a program read, and the letters in them that look
 * alike in print. A person compares them with the picture, one by one. */

const HOST = /(?:https?:\/\/(?:[!-~]*@)?|[\w.+-]+@|(?<![\w.@-]))((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w-])/giu;
const HOSTS_MAX = 8;

/** Different hosts of addresses and mail addresses, as they stand in the text. */
export function hostsIn(text) {
  const hosts = [...text.matchAll(HOST)].map(([, host]) => host);
  return [...new Set(hosts)].slice(0, HOSTS_MAX);
}

const TWINS = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['l', 'I', '1'],
  ['O', '0', 'o'],
];

/** The host in pieces { text, others }: what each may be instead, [] where it is plain. */
export function spell(host) {
  const pieces = [];
  for (let at = 0; at < host.length; ) {
    const twins = TWINS.find((group) => group.some((sign) => host.startsWith(sign, at)));
    const sign = twins?.find((one) => host.startsWith(one, at)) ?? host[at];
    const others = twins?.filter((one) => one !== sign && !(sign === 'o' && one === 'O') && !(sign === 'O' && one === 'o')) ?? [];
    const last = pieces.at(-1);
    if (others.length === 0 && last && last.others.length === 0) last.text += sign;
    else pieces.push({ text: sign, others });
    at += sign.length;
  }
  return pieces;
}
