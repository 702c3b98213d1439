// install.test: what `cmake --install` copies is all that another program needs: the
// C program and the Python of core/embedding.md, from a folder outside the checkout.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { freshFolder, needs, rootDir, run, shownPrograms } from './taking.mjs';

const folder = freshFolder();
const prefix = join(folder, 'moved', 'honmono');
const { version } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'));
const path = (...names) => join(prefix, ...names);
const pkg = { env: { PKG_CONFIG_PATH: path('lib', 'pkgconfig') } };
const [program] = shownPrograms('c');
const publicNames = readFileSync(join(rootDir, 'core/include/honmono.h'), 'utf8').match(/\bhonmono_\w+(?=\()/g);
const declared = [...new Set(publicNames.filter((name) => new RegExp(`HONMONO_API [^;(]*\\b${name}\\(`)
  .test(readFileSync(join(rootDir, 'core/include/honmono.h'), 'utf8'))))].sort();

before(() => {
  run('cmake', ['--install', join(rootDir, 'build/native'), '--prefix', join(folder, 'first')]);
  mkdirSync(join(folder, 'moved'));
  renameSync(join(folder, 'first'), prefix); // nothing in it may remember where it was
  writeFileSync(join(folder, 'program.c'), program);
});

function assertFake(text) {
  const answer = JSON.parse(text);
  assert.equal(answer.verdict, 'fake');
  assert.equal(answer.honmono, version);
}

const flags = (...words) => run('pkg-config', [...words, 'honmono'], pkg).trim().split(/\s+/);
const compile = (compiler, name, ...more) =>
  run(compiler, ['-std=c11', '-Wall', '-Wextra', '-Werror', join(folder, 'program.c'), '-o', join(folder, name), ...more]);

for (const compiler of ['gcc', 'clang']) {
  describe(`a C program by ${compiler}`, { skip: needs(compiler, 'pkg-config') }, () => {
    test('pkg-config and the shared library, whose file has the version', () => {
      assert.equal(run('pkg-config', ['--modversion', 'honmono'], pkg).trim(), version);
      compile(compiler, 'shared', ...flags('--cflags', '--libs'));
      assertFake(run(join(folder, 'shared'), [], { env: { LD_LIBRARY_PATH: path('lib') } }));
      assert.match(run('readelf', ['-d', join(folder, 'shared')]), /NEEDED.*\[libhonmono\.so\.\d+(\.\d+)?\]/);
      assert.ok(readFileSync(path('lib', `libhonmono.so.${version}`)).length);
      const [major, minor] = version.split('.');
      const soname = run('readelf', ['-d', path('lib', 'libhonmono.so')]).match(/SONAME.*\[(.*)\]/)[1];
      assert.equal(soname, `libhonmono.so.${major === '0' ? `0.${minor}` : major}`, '0.x: a minor version may break the interface');
    });
    test('the static library, which needs nothing but the C library', () => {
      compile(compiler, 'static', ...flags('--cflags'), path('lib', 'libhonmono.a'), '-lm');
      assertFake(run(join(folder, 'static'), []));
      const needed = run('readelf', ['-d', join(folder, 'static')]).match(/NEEDED.*/g);
      assert.deepEqual(needed.map((line) => line.match(/\[(.*)\]/)[1]).filter((name) => name !== 'libm.so.6'), ['libc.so.6']);
    });
    test('a program with a cJSON of its own keeps it', () => {
      writeFileSync(join(folder, 'own.c'), 'int cJSON_Parse(void) { return 7; }\nint arena_alloc(void) { return cJSON_Parse(); }\n');
      compile(compiler, 'own', join(folder, 'own.c'), ...flags('--cflags'), path('lib', 'libhonmono.a'), '-lm');
      assertFake(run(join(folder, 'own'), []));
    });
  });
}

test('C++ takes the header', { skip: needs('g++') }, () => {
  writeFileSync(join(folder, 'program.cc'), '#include <honmono.h>\n#include <cstdio>\nint main() { std::puts(honmono_version()); }\n');
  run('g++', ['-Wall', '-Werror', join(folder, 'program.cc'), '-o', join(folder, 'cc'), ...flags('--cflags'), path('lib', 'libhonmono.a'), '-lm']);
  assert.equal(run(join(folder, 'cc'), []).trim(), version);
});

test('both libraries show the names of honmono.h and no other', () => {
  const names = (...words) => run('nm', words).split('\n').map((line) => line.match(/ [A-Z] (\S+)$/)?.[1]).filter(Boolean).sort();
  assert.ok(declared.length >= 7);
  assert.deepEqual(names('-D', '--defined-only', path('lib', 'libhonmono.so')), declared);
  assert.deepEqual(names('-g', '--defined-only', path('lib', 'libhonmono.a')), declared);
});

describe('find_package', () => {
  const [found] = shownPrograms('cmake');
  function configure(name, lines, status = 0) {
    const source = join(folder, name);
    rmSync(source, { recursive: true, force: true });
    mkdirSync(source);
    writeFileSync(join(source, 'program.c'), program);
    writeFileSync(join(source, 'CMakeLists.txt'),
      `cmake_minimum_required(VERSION 3.25)\nproject(other C)\nadd_executable(program program.c)\n${lines}`);
    const said = run('sh', ['-c', 'exec cmake "$@" 2>&1', 'sh', '-S', source, '-B', join(source, 'build'), `-DCMAKE_PREFIX_PATH=${prefix}`], { status });
    if (status) return said;
    run('cmake', ['--build', join(source, 'build')]);
    return join(source, 'build', 'program');
  }
  test('as the document shows it: the shared library', () => {
    const built = configure('found', found);
    assertFake(run(built, []));
    assert.match(run('readelf', ['-d', built]), /libhonmono\.so\.\d/);
  });
  test('COMPONENTS static', () => {
    const built = configure('found-static', found.replace('REQUIRED', 'REQUIRED COMPONENTS static'));
    assertFake(run(built, []));
    assert.doesNotMatch(run('readelf', ['-d', built]), /libhonmono/);
  });
  test('another minor version is refused', () => {
    const [major, minor] = version.split('.').map(Number);
    for (const other of [minor + 1, minor - 1]) {
      assert.match(configure('found-other', found.replace(/honmono \d\S*/, `honmono ${major}.${other}`), 1), /compatible with requested\s+version/);
    }
  });
});

before(() => writeFileSync(join(folder, 'honmono_example.py'), shownPrograms('python')[0]));
test('Python by ctypes', { skip: needs('python3') }, () => {
  const said = run('python3', [join(folder, 'honmono_example.py')], { env: { HONMONO_LIBRARY: path('lib', 'libhonmono.so') } });
  assert.match(said, /^fake\n.*leads to evil\.example\n/);
});

describe('the command line', () => {
  const help = () => run(path('bin', 'honmono'), ['--help']);
  const optionsOf = (text) => [...new Set(text.match(/--[a-z]+/g))].sort();

  test('runs, and says the version', () => assert.equal(run(path('bin', 'honmono'), ['version']).trim(), version));
  test('honmono(1) is well-formed and names every option of --help', { skip: needs('man') }, () => {
    for (const page of ['honmono.1', 'honmono-mark.1']) {
      const { MANPAGER, ...env } = process.env;
      const text = run('man', ['--warnings', '-l', path('share/man/man1', page)], { env: { ...env, MANWIDTH: '100', MAN_KEEP_FORMATTING: '' } });
      assert.match(text, /NAME/);
      if (page === 'honmono.1') assert.deepEqual(optionsOf(text.replace(/.\x08/g, '')), optionsOf(help()));
    }
  });
  test('bash completes commands, options, words and files', { skip: needs('bash') }, () => {
    const script = path('share/bash-completion/completions/honmono');
    const complete = (...words) => run('bash', ['-c',
      'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _honmono; printf "%s\\n" "${COMPREPLY[@]}"', script, ...words], { cwd: folder }).trim().split('\n');
    assert.deepEqual(complete('honmono', 'ch'), ['check']);
    assert.deepEqual(complete('honmono', 'check', '--kind', 'so'), ['source']);
    assert.deepEqual(complete('honmono', 'check', 'honmono_ex'), ['honmono_example.py']);
    const offered = [...complete('honmono', 'check', '--'), ...complete('honmono', '--')];
    assert.deepEqual([...new Set(offered)].sort(), optionsOf(help()));
  });
  for (const [shell, file] of [['zsh', 'zsh/site-functions/_honmono'], ['fish', 'fish/vendor_completions.d/honmono.fish']]) {
    test(`${shell} reads its completion, which knows every option`, { skip: needs(shell) }, () => {
      run(shell, ['-n', path('share', file)]);
    });
    test(`the completion for ${shell} names every option`, () => {
      const text = readFileSync(path('share', file), 'utf8').replace(/^set .*/gm, '').replace(/ -l (\w+)/g, ' --$1');
      assert.deepEqual(optionsOf(text), optionsOf(help()));
    });
  }
});
