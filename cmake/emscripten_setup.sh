#!/usr/bin/env bash
# Prints the folder of an Emscripten of 3.1.60 or newer. One on the PATH is used as it is; else, on Debian and its kin, one
# is put into a private prefix in the cache folder, without touching the machine's suites or its libc:
# Debian's own clang-19 with Emscripten and Binaryen of a later suite, Binaryen run with the libraries of that suite.
set -euo pipefail

readonly minimum=3.1.60
readonly emscripten=3.1.69+dfsg-3 emscripten_hash=d2ac788b952c56ab6736b4db2ac0825aa63cfb4c08b8abaefe19e324779d1b2d
readonly binaryen=120-4 binaryen_hash_amd64=47be56009e56170f4338a0154fbff2028bd607bc3c8b6a5414658a985bef6470
readonly packages="clang-19 lld-19 llvm-19 node-acorn python3"

here=$(cd "$(dirname "$0")" && pwd)
cache=${NEWSLOUPE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsloupe}
prefix=$cache/emscripten-$emscripten
say() { echo "emscripten: $*" >&2; }
fail() {
  say "$*"
  say "or install Emscripten $minimum or newer (emsdk, Homebrew, a distribution) and put its emcc on the PATH"
  exit 1
}

# Is the emcc on the PATH new enough?
if command -v emcc >/dev/null; then
  version=$(emcc --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p')
  if [ -n "$version" ] && [ "$(printf '%s\n' "$minimum" "$version" | sort -V | head -n 1)" = "$minimum" ]; then
    em-config EMSCRIPTEN_ROOT 2>/dev/null || dirname "$(readlink -f "$(command -v emcc)")"
    exit 0
  fi
  say "passing over emcc ${version:-of unknown version} on the PATH: older than $minimum"
fi

install_packages() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "these packages are missing: sudo apt-get install ${missing[*]}"
  say "installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
    >/dev/null || fail "apt-get could not install ${missing[*]}"
}

check_hash() { echo "$2  $1" | sha256sum --check --quiet >&2 || fail "$(basename "$1") is not the file that was listed"; }

unpack() { dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "${@:3}"; }

# Binaryen's tools need the C library of their own suite: each is started through that suite's loader.
wrap_binaryen() {
  local loader
  loader=$(find "$1/runtime" -name 'ld-linux-*.so.*' | head -n 1)
  local libraries
  libraries=$(find "$1/runtime" -name libbinaryen.so -printf '%h\n' | head -n 1)
  mkdir -p "$1/binaryen/bin"
  for tool in "$1"/runtime/usr/bin/*; do
    cat >"$1/binaryen/bin/$(basename "$tool")" <<EOF
#!/bin/sh
exec "${loader/#$1/$prefix}" --library-path "${libraries/#$1/$prefix}" "${tool/#$1/$prefix}" "\$@"
EOF
  done
  chmod +x "$1"/binaryen/bin/*
}

build_prefix() {
  local debs=$cache/emscripten-debs part=$prefix.part
  say "setting up Emscripten $emscripten in $prefix (once)"
  rm -rf "$part" "$debs" && mkdir -p "$part/runtime" "$debs"
  NEWSLOUPE_CACHE=$cache "$here/debian_packages.sh" binary "$debs" "emscripten=$emscripten" "binaryen=$binaryen" \
    libc6 libstdc++6 libgcc-s1 || fail "no private copy could be set up here"
  check_hash "$debs"/emscripten_*.deb "$emscripten_hash"
  if [ "$(dpkg --print-architecture)" = amd64 ]; then check_hash "$debs"/binaryen_*.deb "$binaryen_hash_amd64"; fi

  # Only the plain wasm32 libraries: 1.6 GB of link-time-optimised, position-independent and wasm64 ones stay behind.
  unpack "$debs"/emscripten_*.deb "$part" --wildcards --strip-components=3 './usr/share/emscripten/*' \
    --exclude '*/lib/wasm64-emscripten' --exclude '*/wasm32-emscripten/lto*' --exclude '*/wasm32-emscripten/pic' \
    --exclude './usr/share/emscripten/test'
  for deb in "$debs"/{binaryen,libc6,libstdc++6,libgcc-s1}_*.deb; do unpack "$deb" "$part/runtime"; done
  # Debian's libraries lie partly under /lib, partly under /usr/lib: one folder for the loader's search path.
  local libraries
  libraries=$(find "$part/runtime" -name libbinaryen.so -printf '%h\n' | head -n 1)
  find "$part/runtime" \( -name '*.so' -o -name '*.so.*' \) -not -path "$libraries/*" -exec cp -a -n -t "$libraries" {} +
  wrap_binaryen "$part"

  local root=$part/emscripten
  mkdir -p "$root/node_modules"
  ln -sfn /usr/share/nodejs/acorn "$root/node_modules/acorn"
  cat >"$root/.emscripten" <<EOF
LLVM_ROOT = '/usr/bin'
BINARYEN_ROOT = '$prefix/binaryen'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
EOF
  rm -rf "$debs" "$prefix" && mv "$part" "$prefix"
}

if [ ! -x "$prefix/emscripten/emcc" ]; then
  command -v apt-get >/dev/null || fail "no private copy can be set up here without apt-get"
  mkdir -p "$cache"
  exec 8>"$prefix.lock"
  flock 8
  [ -x "$prefix/emscripten/emcc" ] || { install_packages && build_prefix; } >&2
fi
for tool in clang-19 wasm-ld-19 llvm-ar-19; do command -v $tool >/dev/null || install_packages >&2; done
echo "$prefix/emscripten"
