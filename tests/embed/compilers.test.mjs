// compilers.test: the core built by every compiler and C library that is here, from a
// fresh folder, says the same bytes of every case; and a project that takes the
// checkout by FetchContent. Only in `npm run test:deep`: each is a whole build.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listCases } from '../cases/cases.mjs';
import { honmono } from '../cases/native.mjs';
import { loadWasm } from '../cases/wasm.mjs';
import { drawCode, makeModules } from '../pictures/codes.mjs';
import { freshFolder, onlyDeep, rootDir, run, shownPrograms } from './taking.mjs';

const folder = freshFolder();
const lines = listCases().map(({ bytes, options }, id) => `${JSON.stringify({ id, message_base64: bytes.toString('base64'), options })}\n`).join('');
const answers = (program) => run(program, ['check', '--lines'], { input: lines });
const [program] = shownPrograms('c');
const [, fetched] = shownPrograms('cmake');

// One program, pictures on standard input as "width height" and their bytes.
const reader = `#include <honmono.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    unsigned width, height;
    while (scanf("%u %u", &width, &height) == 2 && getchar() == 10) {
        unsigned char *grey = malloc((size_t)width * height);
        char *json;
        if (fread(grey, 1, (size_t)width * height, stdin) != (size_t)width * height) return 1;
        if (honmono_codes(&json, grey, width, height) != HONMONO_OK) return 2;
        puts(json);
        honmono_free(json);
        free(grey);
    }
    return 0;
}
`;
const pictures = ['https://evil.example/', 'https://www.amazon.co.jp/gp/css/order-history', 'WIFI:S:x;P:secret;;'].flatMap((text) =>
  [{}, { cell: 6, turn: 0.5 }, { cell: 7, turn: 0.2, tilt: 0.25 }, { mirrored: true }, { dark: 255, light: 0 }].map((look) => drawCode(makeModules(text), look)));

/** Whether the compiler can make a program at all: gcc knows -m32, but has no library for it. */
function canCompile(compiler, flags) {
  const source = join(folder, 'empty.c');
  writeFileSync(source, '#include <stdlib.h>\nint main(void) { return 0; }\n');
  return spawnSync(compiler, [...flags, source, '-o', join(folder, 'empty')]).status === 0;
}

const ways = [
  { name: 'gcc', compiler: 'gcc' },
  { name: 'clang', compiler: 'clang' },
  { name: 'musl', compiler: 'musl-gcc', linker: '-static' },
  { name: '32 bits', compiler: 'gcc', flags: ['-m32'] },
];
for (const { name, compiler, flags = [], linker = '' } of ways) {
  const missing = onlyDeep(compiler) || (!canCompile(compiler, flags) && `${compiler} ${flags.join(' ')} cannot make a program here`);
  describe(name, { skip: missing }, () => {
    const build = join(folder, name.replace(' ', '-'));
    const prefix = join(build, 'taken');
    test('builds and installs', () => {
      run('cmake', ['-S', rootDir, '-B', build, '-G', 'Ninja', '-DHONMONO_TESTS=OFF', `-DCMAKE_C_COMPILER=${compiler}`,
        `-DCMAKE_C_FLAGS=${flags.join(' ')}`, `-DCMAKE_EXE_LINKER_FLAGS=${linker}`, '-DCMAKE_BUILD_TYPE=Release']);
      run('cmake', ['--build', build]);
      run('cmake', ['--install', build, '--prefix', prefix]);
    });
    test('says the same of every case as the build of this checkout', () => {
      assert.ok(answers(join(prefix, 'bin', 'honmono')) === answers(honmono()), 'other bytes');
    });
    test('reads the same codes in pictures as the module', async () => {
      writeFileSync(join(build, 'reader.c'), reader);
      run(compiler, [...flags, '-std=c11', join(build, 'reader.c'), '-o', join(build, 'reader'), `-I${prefix}/include`, `${prefix}/lib/libhonmono.a`, '-lm']);
      const input = Buffer.concat(pictures.flatMap(({ grey, width, height }) => [Buffer.from(`${width} ${height}\n`), Buffer.from(grey)]));
      const core = await loadWasm();
      const wanted = [];
      for (const { grey, width, height } of pictures) wanted.push(await core.codesJson(grey, width, height));
      assert.deepEqual(run(join(build, 'reader'), [], { input }).trimEnd().split('\n'), wanted);
      assert.ok(wanted.filter((json) => JSON.parse(json).codes.length === 1).length > 8);
    });
    test('a program with the static library', () => {
      writeFileSync(join(build, 'program.c'), program);
      run(compiler, [...flags, join(build, 'program.c'), '-o', join(build, 'program'), `-I${prefix}/include`, `${prefix}/lib/libhonmono.a`, '-lm']);
      assert.equal(JSON.parse(run(join(build, 'program'), [])).verdict, 'fake');
    });
  });
}

describe('FetchContent', { skip: onlyDeep('cmake', 'gcc') }, () => {
  test('a project that takes the checkout, with targets of the same names as our libraries', () => {
    const source = join(folder, 'fetched');
    mkdirSync(source);
    writeFileSync(join(source, 'program.c'), program);
    writeFileSync(join(source, 'own.c'), 'int own(void) { return 1; }\n');
    writeFileSync(join(source, 'CMakeLists.txt'), `cmake_minimum_required(VERSION 3.25)
project(other C)
add_library(cjson STATIC own.c)
add_library(uriparser STATIC own.c)
add_executable(program program.c)
${fetched}`);
    const build = join(source, 'build');
    run('cmake', ['-S', source, '-B', build, '-G', 'Ninja', `-DHONMONO_CHECKOUT=${rootDir}`, '-DCMAKE_BUILD_TYPE=Release']);
    run('cmake', ['--build', build]);
    assert.equal(JSON.parse(run(join(build, 'program'), [])).verdict, 'fake');
    assert.doesNotMatch(run('ninja', ['-C', build, '-t', 'targets', 'all']), /_test:/, 'our tests are not theirs');
  });
});
