#!/usr/bin/env bash
# Measures: stages and whole pipeline, natively and as WebAssembly, beside the peers in one run; sets of many articles; page size.
# A table, and JSON in build/bench/last.json that the next run compares itself with.
#
#   tests/bench/run.sh [ARTICLES] [PASSES]     default 400 and 3; SCALE="1000 10000" for the sizes of the sets
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/machine.sh
require "${build_needs[@]}"

(build release newsloupe_bench)
(build wasm newsloupe_bench newsloupe)
[ tests/bench/peers/node_modules -nt tests/bench/peers/package-lock.json ] ||
  (cd tests/bench/peers && npm ci --silent --no-audit --no-fund && touch node_modules)
node tests/bench/run.mjs "${1:-400}" "${2:-3}"

for count in ${SCALE:-1000 10000}; do
  node tests/bench/corpus.mjs "$count" >build/bench/set.jsonl
  echo; echo "== a set of $count articles, native"
  build/release/newsloupe_bench scale <build/bench/set.jsonl
  echo; echo "== a set of $count articles, WebAssembly"
  node build/wasm/bench/newsloupe_bench.js scale <build/bench/set.jsonl
done
rm -f build/bench/set.jsonl
