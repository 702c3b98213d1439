// use: TypeScript that uses what the package declares; package.test compiles it.

import { check, link, loadCore, startWorker, type Finding, type HonmonoError, type Options, type Verdict } from 'honmono';

const options: Options = { kind: 'auto', profile: { emails: ['me@example.com'] }, answers: { sign_in: 'me' } };
const verdict: Verdict = await check('From: a@example.com\n\nx', options);
const strong: Finding[] = verdict.findings.filter(({ weight }) => weight === 'strong' || weight === 'decisive');
const state: 'good' | 'bad' | 'unknown' | 'none' | undefined = verdict.points[0]?.state;
const page: number | null | undefined = verdict.message.page?.judged;
const only = await check(new Uint8Array(0), { only: 'link-off-brand' });
const standing: string = (await link('https://example.com/')).standing;
const worker = startWorker();
worker.close();
try {
  await check('x', {});
} catch (error) {
  const { status, problem }: HonmonoError = error as HonmonoError;
  console.log(status, problem);
}
console.log(strong.length, state, page, only.findings.length, standing, (await loadCore(new Uint8Array(0))).version);

// @ts-expect-error no such kind
await check('x', { kind: 'mail' });
// @ts-expect-error no such key
await check('x', { answer: {} });
// @ts-expect-error an answer about one check has no verdict
console.log(only.verdict);
// @ts-expect-error a closed list: this word is not in it
console.log(verdict.verdict === 'genuine');
