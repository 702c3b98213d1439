// judges: npm run bench:judges: a whole verdict beside those who judge mail too.
//
//   node tests/bench/judges.mjs [FOLDER] [--mails=N]
//
// In: mails. Out: milliseconds per mail of `honmono check --lines` and of
// SpamAssassin (judges.pl: local rules only), each one process that is asked mail
// by mail in turn, over a pipe. What is not installed is said in one line and left
// out; rspamd judges in a daemon only, so it is measured where one answers.

import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { here, main, median, needed, quantile, readMails, readNumber, root, sizeOf } from './common.mjs';

const MAILS = 200;

/** A process that answers each line with one line. */
async function startJudge(command, words, { ready = false } = {}) {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ended`);
    return value;
  };
  if (ready) await read();
  return {
    ask: async (line) => {
      child.stdin.write(`${line}\n`);
      return read();
    },
    stop: () => child.kill(),
  };
}

const has = (command, ...words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

/** rspamd's own command line asks its daemon: without one there is nothing to measure. */
function findRspamd() {
  if (!has('rspamc', '--version')) return 'rspamd is not installed: apt-get install rspamd';
  return has('rspamc', 'stat') ? '' : 'rspamd is installed and its daemon does not run: not measured';
}

export async function run({ folder, words }) {
  const all = readMails(folder);
  const wanted = readNumber(words, 'mails', MAILS);
  const step = Math.max(1, Math.floor(all.length / wanted));
  const mails = all.filter((_, at) => at % step === 0).slice(0, wanted);
  const notes = [];
  const judges = {
    honmono: { ...(await startJudge(needed(join(root, 'build/native/honmono')), ['check', '--lines'])), spent: [],
      line: ({ bytes }) => JSON.stringify({ id: '0', message_base64: bytes.toString('base64') }) },
  };
  if (has('perl', '-MMail::SpamAssassin', '-e', '1')) {
    judges.spamassassin = { ...(await startJudge('perl', [join(here, 'judges.pl')], { ready: true })), spent: [], line: ({ name }) => name };
  } else notes.push('SpamAssassin is not installed: apt-get install spamassassin');
  const rspamd = findRspamd();
  if (rspamd) notes.push(rspamd);
  else {
    judges.rspamd = { spent: [], line: ({ name }) => name, stop: () => {},
      ask: async (name) => { if (spawnSync('rspamc', ['symbols', name], { stdio: 'ignore' }).status !== 0) throw new Error('rspamc failed'); } };
    notes.push('rspamd: with the start of rspamc for each mail');
  }
  try {
    for (const { ask, line } of Object.values(judges)) await ask(line(mails[0]));
    for (const mail of mails) {
      for (const { ask, line, spent } of Object.values(judges)) {
        const text = line(mail), from = performance.now();
        await ask(text);
        spent.push(performance.now() - from);
      }
    }
  } finally {
    for (const { stop } of Object.values(judges)) stop();
  }
  const own = median(judges.honmono.spent);
  const rows = Object.entries(judges).map(([name, { spent }]) => [name, median(spent), quantile(spent, 0.99), median(spent) / own]);
  return {
    title: `Who judges mail too: ${mails.length} mails of ${(sizeOf(mails) / 1e6).toFixed(1)} MB, asked in turn over a pipe`,
    ratios: rows.slice(1).map(([name, , , ratio]) => [`judges: ${name}, in the time of Honmono's whole verdict`, ratio]),
    tables: [{ head: ['one mail', 'median, ms', '99th percentile, ms', 'x honmono'], rows }],
    notes,
    data: { mails: mails.length, rows },
  };
}

await main(import.meta.url, 'judges', run);
