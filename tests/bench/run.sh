#!/usr/bin/env bash
# Prints milliseconds a megabyte for every stage, natively and as WebAssembly, over generated articles, and the sizes of the page.
#
#   tests/bench/run.sh [ARTICLES] [PASSES]
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/machine.sh
articles=${1:-1000} passes=${2:-5}

corpus=$(mktemp)
trap 'rm -f "$corpus"' EXIT
node tests/bench/corpus.mjs "$articles" >"$corpus"

(build release newsloupe_bench)
echo "== native"
build/release/newsloupe_bench "$passes" <"$corpus"
(build wasm newsloupe_bench)
echo "== WebAssembly under Node"
node build/wasm/bench/newsloupe_bench.js "$passes" <"$corpus"
