#!/usr/bin/env node
// cli: the command line by the module, for `npx honmono`; the same output as the
// native program's, which is what HONMONO_NATIVE=path runs instead.
//
// Not here: --mbox and --jobs, which need the native program.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkJson, linkJson, catalogueJson, version } from './node.mjs';

const DONE = 0, ITEM_FAILED = 1, USAGE = 2;
const help = `honmono: is this message what it says it is?

  honmono check [--kind K] [--options FILE.json] [FILE|-]   one verdict, pretty JSON
  honmono check --ndjson [...] FILE...       one compact line per file
  honmono check --lines [...]                one {"id","message_base64","options"} per line of
                                             standard input, one line out
  honmono link URL... | -                    one line per link, on standard input one per line
  honmono catalogue                          everything the core can say, and its data's dates
  honmono version
  honmono --help

K is auto, source, html, text or link. FILE.json holds options.
Exit 0: every verdict was written. 1: some item failed, its line says why. 2: usage.
Run by WebAssembly; HONMONO_NATIVE=path runs the native program, which also has --mbox and --jobs.
`;

class Usage extends Error {}

/** Writes all of it, also into a pipe that is full. */
function print(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(DONE);
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const complain = (text) => process.stderr.write(`honmono: ${text}\n`);
const explain = (error) => error.problem ?? error.status ?? error.message;
const pretty = (json) => `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
const behind = (label, json) => `{${label}${json.slice(1)}\n`;

function readArguments(words) {
  const out = { kind: null, optionsFile: null, ndjson: false, lines: false, files: [] };
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === '--') { at++; break; }
    if (!word.startsWith('-') || word === '-') break;
    if (word === '--ndjson') out.ndjson = true;
    else if (word === '--lines') out.lines = true;
    else if (word === '--mbox' || word === '--jobs') throw new Usage(`${word}: needs the native program (HONMONO_NATIVE)`);
    else if (word !== '--kind' && word !== '--options') throw new Usage(`${word}: unknown option`);
    else if (++at >= words.length) throw new Usage(`${word}: needs a value`);
    else out[word === '--kind' ? 'kind' : 'optionsFile'] = words[at];
  }
  out.files = words.slice(at);
  if (out.ndjson && out.lines) throw new Usage('--ndjson, --lines: only one of them');
  if (out.lines && out.files.length) throw new Usage('--lines: reads standard input only');
  if (out.ndjson && !out.files.length) throw new Usage('--ndjson: names at least one file');
  if (!out.ndjson && out.files.length > 1) throw new Usage(`${out.files[1]}: one file (use --ndjson for many)`);
  return out;
}

function readOptions({ kind, optionsFile }) {
  let options = {};
  try {
    if (optionsFile) options = JSON.parse(readFileSync(optionsFile, 'utf8'));
  } catch (error) {
    throw new Usage(`${optionsFile}: ${error.message}`);
  }
  return kind ? { kind, ...options } : options;
}

async function checkFiles(files, options) {
  let status = DONE;
  for (const file of files) {
    const label = `"file":${JSON.stringify(file)},`;
    try {
      print(behind(label, await checkJson(readFileSync(file), options)));
    } catch (error) {
      status = ITEM_FAILED;
      print(`{${label}"error":${JSON.stringify(explain(error))}}\n`);
    }
  }
  return status;
}

async function checkLine(line, options) {
  let id = '';
  try {
    const item = JSON.parse(line);
    if (item === null || typeof item !== 'object' || Array.isArray(item)) throw new Error('not a JSON object');
    id = item.id ?? '';
    if (typeof item.message_base64 !== 'string') throw new Error('message_base64: not a string');
    const json = await checkJson(Buffer.from(item.message_base64, 'base64'), item.options ?? options);
    return [DONE, behind(`"id":${JSON.stringify(id)},`, json)];
  } catch (error) {
    const why = error instanceof SyntaxError ? 'not a JSON object' : (error.status ?? error.message);
    return [ITEM_FAILED, `{"id":${JSON.stringify(id)},"error":${JSON.stringify(why)}}\n`];
  }
}

/** Every line of standard input through `work`, one answer before the next question. */
async function eachLine(work) {
  let status = DONE;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const [failed, text] = await work(line);
    status ||= failed;
    print(text);
  }
  return status;
}

async function runCheck(words) {
  const wanted = readArguments(words);
  const options = readOptions(wanted);
  try {
    await checkJson('', options);
  } catch (error) {
    throw new Usage(`options: ${explain(error)}`);
  }
  if (wanted.lines) return eachLine((line) => (line.trim() ? checkLine(line, options) : [DONE, '']));
  if (wanted.ndjson) return checkFiles(wanted.files, options);
  const [file = '-'] = wanted.files;
  try {
    print(pretty(await checkJson(readFileSync(file === '-' ? 0 : file), options)));
    return DONE;
  } catch (error) {
    complain(`${file}: ${explain(error)}`);
    return ITEM_FAILED;
  }
}

async function judgeLink(text) {
  try {
    return [DONE, `${await linkJson(text)}\n`];
  } catch (error) {
    return [ITEM_FAILED, `{"error":${JSON.stringify(explain(error))}}\n`];
  }
}

async function runLink(urls) {
  if (!urls.length) throw new Usage('link: names a URL, or - for standard input');
  if (urls.length === 1 && urls[0] === '-') {
    return eachLine((line) => {
      try {
        return judgeLink(line.startsWith('"') ? JSON.parse(line) : line);
      } catch {
        return [ITEM_FAILED, '{"error":"not a JSON string"}\n'];
      }
    });
  }
  let status = DONE;
  for (const url of urls) {
    const [failed, text] = await judgeLink(url);
    status ||= failed;
    print(text);
  }
  return status;
}

async function run([command, ...words]) {
  if (command === undefined) return process.stderr.write(help), USAGE;
  if (command === 'check') return runCheck(words);
  if (command === 'link') return runLink(words);
  if (command === 'catalogue' && !words.length) return print(pretty(await catalogueJson())), DONE;
  if (command === 'version' && !words.length) return print(`${await version()}\n`), DONE;
  if (command === '--help' || command === 'help') return print(help), DONE;
  throw new Usage(`${command}: unknown command`);
}

const words = process.argv.slice(2);
if (process.env.HONMONO_NATIVE) {
  const { status, error } = spawnSync(process.env.HONMONO_NATIVE, words, { stdio: 'inherit' });
  if (error) complain(error.message);
  process.exitCode = status ?? ITEM_FAILED;
} else {
  try {
    process.exitCode = await run(words);
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    complain(`${error.message} (try honmono --help)`);
    process.exitCode = USAGE;
  }
}
