// native: npm run bench:native: the whole check beside GMime and libxml2.
//
//   node tests/bench/native.mjs [FOLDER] [--rounds=N]
//
// In: mails. Out: MB/s and microseconds per mail of honmono_check (bytes in,
// JSON out), of GMime that parses and decodes the text parts and does nothing
// more, and of GMime with libxml2 that also reads the HTML for its links; all
// by native.c in one process, mail by mail in turn, CPU time.
// The peers are Debian's: apt-get install libgmime-3.0-dev libxml2-dev. They
// are for this bench only; without them Honmono is measured alone.

import { execFileSync, spawnSync } from 'node:child_process';
import { compile, main, readMails, readNumber, sizeOf } from './common.mjs';

const PEERS = ['gmime-3.0', 'libxml-2.0'];

function findPeers() {
  const { status, stdout } = spawnSync('pkg-config', ['--cflags', '--libs', ...PEERS]);
  if (status !== 0) return null;
  const words = stdout.toString().trim().split(/\s+/).map((word) => word.replace(/^-I/, '-isystem'));
  return { flags: words.filter((word) => !/^-[lL]/.test(word)), libraries: words.filter((word) => /^-[lL]/.test(word)) };
}

export async function run({ folder, words = [] }) {
  const rounds = String(readNumber(words, 'rounds', 15));
  const mails = readMails(folder);
  const bytes = sizeOf(mails);
  const peers = findPeers();
  const program = peers ? compile('native', ['-DBENCH_PEERS', ...peers.flags], peers.libraries) : compile('native');
  const result = JSON.parse(execFileSync(program, [rounds], { input: mails.map(({ name }) => name).join('\n') }));
  const names = Object.keys(result).filter((name) => name !== 'mails');
  const titles = { honmono: 'honmono: whole verdict', gmime: 'GMime: parse, decode texts', gmime_libxml2: 'the same + libxml2: links' };
  const own = result.honmono;
  const rows = names.map((name) => {
    const { round, median, p99 } = result[name];
    return [titles[name], (1e3 * bytes) / round, round / own.round, median / 1e3, p99 / 1e3, p99 / own.p99];
  });
  const ratio = (what, name) => (result[name] ? [[what, result[name].round / own.round]] : []);
  return {
    title: `Native: ${mails.length} mails of ${(bytes / 1e6).toFixed(1)} MB, CPU time`,
    ratios: [
      ...ratio('a whole verdict: times as fast as GMime that only parses and decodes', 'gmime'),
      ...ratio('the same beside GMime + libxml2 for the links', 'gmime_libxml2'),
    ],
    tables: [{ head: ['', 'MB/s', 'x honmono time', 'median us', 'p99 us', 'x honmono p99'], rows }],
    notes: peers ? [] : ['no peers here, Honmono alone: apt-get install libgmime-3.0-dev libxml2-dev pkg-config'],
    data: { bytes, ...result },
  };
}

await main(import.meta.url, 'native', run);
