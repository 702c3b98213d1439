#!/bin/sh
# setup: everything that building (and, when asked, testing) needs, on Debian.
#
#   sh wasm/setup.sh build    compilers, CMake, Emscripten, esbuild
#   sh wasm/setup.sh test     these, the sanitizers, two browsers, fonts, test packages
#   sh wasm/setup.sh packages the npm packages alone, when what is wanted has changed
#   sh wasm/setup.sh deep     these, other C libraries, a job server, a mail filter
#   sh wasm/setup.sh bench    what test has, and what the benchmarks compare with
#
# Quiet and quick when nothing is missing; names what it installs; without
# rights or on another system it says what to install and stops.
set -eu
cd "$(dirname "$0")/.."
level=${1:-build}

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# package:command; a command that is there already is as good as the package.
build="gcc:gcc libc6-dev:- cmake:cmake ninja-build:ninja python3:python3 emscripten:emcc
    libpng-dev:- libturbojpeg0-dev:-"
test="clang:clang libclang-rt-dev:- llvm:llvm-symbolizer chromium:chromium firefox-esr:firefox-esr fonts-noto-cjk:-"
test="$test fonts-ipafont-gothic:- fonts-vlgothic:-"
deep="musl-tools:musl-gcc gcc-multilib:- gearman-job-server:gearmand gearman-tools:gearman parallel:parallel
    procmail:procmail dovecot-sieve:sieve-test zsh:zsh fish:fish"
bench="valgrind:valgrind pkg-config:pkg-config libgmime-3.0-dev:- libxml2-dev:-"

case $level in
packages) needs= ;;
build) needs=$build ;;
test) needs="$build $test" ;;
deep) needs="$build $test $deep" ;;
bench) needs="$build $test $bench" ;;
*) fail "unknown level '$level' (packages, build, test, deep or bench)" ;;
esac

for tool in node npm; do
    command -v $tool >/dev/null || fail "$tool is missing: install Node.js 20 or newer"
done
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
    fail "Node.js $(node --version) is too old: 20 or newer is needed"

has_package() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=
debian=$(command -v apt-get || true)
for need in $needs; do
    package=${need%:*} command=${need#*:}
    [ "$command" != - ] && command -v "$command" >/dev/null && continue
    # Without dpkg only commands can be asked for; the build says the rest.
    if [ "$debian" ]; then has_package "$package" && continue; elif [ "$command" = - ]; then continue; fi
    missing="$missing $package"
done

if [ "$missing" ]; then
    [ "$debian" ] || fail "this is not a Debian system; please install (Debian's names):$missing"
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null; then
        sudo=sudo
    else
        fail "no right to install; as root run: apt-get install --no-install-recommends$missing"
    fi
    echo "setup: installing$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { $sudo apt-get -qq update &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends $missing; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        fail "apt-get could not install:$missing" "the whole log: $log"
    fi
    rm -f "$log"
fi

# npm packages: the bundler and what the page carries to build, all of them to test. The mark holds
# what was installed last, so that a second run costs nothing; what testing
# installed is not taken away again by building.
mark=node_modules/.honmono
lock=$(cksum <package-lock.json)
have=$(cat $mark 2>/dev/null || true)
packages=test omit=
if { [ "$level" = build ] || [ "$level" = packages ]; } && [ "${have%% *}" != test ]; then packages=build omit=--omit=dev; fi
if [ "$have" != "$packages $lock" ]; then
    echo "setup: installing npm packages ($packages)"
    # shellcheck disable=SC2086
    npm ci --silent $omit </dev/null || fail "npm ci $omit failed"
    printf '%s' "$packages $lock" >$mark
fi
