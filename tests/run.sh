#!/usr/bin/env bash
# Runs the tests and ends with one line: N passed, N failed.
#
#   tests/run.sh [--quick | --lint | --fuzz]
#
#   (nothing)  all suites: native under ASan and UBSan, the same as WebAssembly under Node, interface on the null backend,
#              architecture, same bytes everywhere, the page in headless Chromium and, where installed, in Firefox and WebKit
#   --quick    only the native ones, without sanitizers, for work
#   --lint     clang-format on all files, clang-tidy on the changed ones (against LINT_BASE, default origin/main)
#   --fuzz     each fuzz target for FUZZ_SECONDS (default 60), from the corpus in tests/fuzz
#
# A suite is a program whose last lines tell its counts: doctest's summary, or "N passed, N failed". One that ends without
# them, or does not build, counts as one failure.
set -uo pipefail
cd "$(dirname "$0")/.."
. cmake/machine.sh

export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
passed=0 failed=0 report=""

count() {  # <suite> <passed> <failed>
  passed=$((passed + $2)) failed=$((failed + $3))
  report+=$(printf '%-56s %6d passed %4d failed' "$1" "$2" "$3")$'\n'
}

suite() {  # <name> <command>...
  local name=$1 log status summary
  shift
  log=$(mktemp)
  echo "== $name"
  timeout --kill-after=10 "${SUITE_SECONDS:-1500}" "$@" >"$log" 2>&1
  status=$?
  summary=$(sed -nE -e 's/^\[doctest\] test cases: .*\| *([0-9]+) passed \| *([0-9]+) failed.*/\1 \2/p' \
    -e 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" | tail -n 1)
  if [ -z "$summary" ]; then
    tail -n 40 "$log"
    count "$name (ended with $status, no counts)" 0 1
  elif [ $status -ne 0 ] && [ "${summary#* }" = 0 ]; then
    tail -n 40 "$log"
    count "$name (ended with $status)" "${summary% *}" 1
  else
    [ "${summary#* }" = 0 ] || tail -n 200 "$log"
    count "$name" ${summary}
  fi
  grep ': skipped: ' "$log"
  rm -f "$log"
}

built() { (build "$@"); }  # a build that fails does not end the run

finish() {
  printf '\n%s\n%d passed, %d failed\n' "$report" "$passed" "$failed"
  [ "$failed" = 0 ]
  exit
}

native_suites() {  # <preset>
  local dir=build/$1
  if ! built "$1" all; then count "native build ($1)" 0 1; return; fi
  suite "unit tests, native ($1)" "$dir/newsloupe_tests" --no-colors=true
  [ ! -x "$dir/newsloupe_ui_tests" ] || suite "interface tests, null backend ($1)" "$dir/newsloupe_ui_tests" --no-colors=true
  suite "fuzz targets on their corpus ($1)" tests/fuzz/replay.sh "$dir"
}

script_suites() {
  suite "architecture" node tests/arch/run.mjs
  if [ -f tests/support/check_samples.py ]; then suite "samples" python3 tests/support/check_samples.py; fi
  if [ -f tests/stories/check_keys.py ]; then suite "stories" python3 tests/stories/check_keys.py; fi
}

contract_suites() {  # <preset>
  [ -x "build/$1/newsloupe" ] || return 0
  installed tests/contract || return
  suite "invented stories against their keys ($1)" python3 tests/stories/measure.py --cli "build/$1/newsloupe"
  suite "contract of the command line ($1)" node tests/contract/contract.test.mjs "build/$1/newsloupe"
}

# The npm packages of a folder's lock file, once.
installed() {  # <folder>
  [ "$1/node_modules" -nt "$1/package-lock.json" ] || (cd "$1" && npm ci --silent --no-audit --no-fund) ||
    { count "npm ci in $1" 0 1; return 1; }
  touch "$1/node_modules"
}

wasm_suites() {
  if ! built wasm all; then count "WebAssembly build" 0 1; return; fi
  suite "unit tests, WebAssembly under Node" node build/wasm/newsloupe_tests.js --no-colors=true
  if [ -f build/wasm/cli/newsloupe.js ] && [ -x build/asan/newsloupe ]; then
    suite "same bytes natively and in WebAssembly" node tests/arch/same_bytes.mjs build/asan/newsloupe build/wasm/cli/newsloupe.js
  fi
}

page_suites() {
  [ -f tests/web/run.mjs ] && [ -f build/wasm/newsloupe.wasm ] || return 0
  [ -n "${NEWSLOUPE_CHROMIUM:-}" ] || command -v chromium-browser google-chrome >/dev/null || require chromium:chromium
  if ! ./build-wasm.sh >build/page.log 2>&1; then tail -n 20 build/page.log; count "page assembly" 0 1; return; fi
  installed tests/web || return
  suite "page in headless Chromium" node tests/web/run.mjs
  suite "page in Firefox and WebKit, where installed" node tests/web/other_browsers.mjs
}

lint() {
  require clang-format-14:clang-format-14 clang-tidy-19:clang-tidy-19 cmake:cmake ninja:ninja-build
  local file files base
  mapfile -t files < <(git ls-files '*.cpp' '*.h')
  for file in "${files[@]}"; do
    if clang-format-14 --dry-run --Werror "$file" 2>/dev/null; then count_quietly 1 0; else
      echo "$file: not formatted; run clang-format-14 -i $file"
      count_quietly 0 1
    fi
  done
  base=$(git merge-base HEAD "${LINT_BASE:-origin/main}" 2>/dev/null) || base=$(git rev-parse HEAD)
  [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse HEAD~1)
  cmake --preset dev >/dev/null || fail "cmake --preset dev failed"
  mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- '*.cpp')
  for file in "${files[@]}"; do
    grep -q "\"file\": \".*/$file\"" build/dev/compile_commands.json || continue
    if clang-tidy-19 --quiet --warnings-as-errors='*' -p build/dev "$file" 2>/dev/null; then count_quietly 1 0; else count_quietly 0 1; fi
  done
}
count_quietly() { passed=$((passed + $1)) failed=$((failed + $2)); }

fuzz() {
  require clang++:clang
  built fuzz all || { count "fuzz build" 0 1; return; }
  local target corpus
  for target in build/fuzz/newsloupe_fuzz_*; do
    [ -x "$target" ] || continue
    corpus=build/fuzz/corpus/${target##*_fuzz_}
    mkdir -p "$corpus"
    echo "== ${target##*/}"
    if "$target" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix="build/fuzz/" "$corpus" $(find "tests/fuzz/${target##*_fuzz_}" -maxdepth 0 -type d 2>/dev/null) 2>&1 | tail -n 12; then
      count "${target##*/}" 1 0
    else
      count "${target##*/}" 0 1
    fi
  done
}

main() {
  case ${1:-} in
    --lint) lint ;;
    --fuzz) fuzz ;;
    --quick) require "${build_needs[@]}"; native_suites dev; script_suites; contract_suites dev ;;
    "") require "${build_needs[@]}"; native_suites asan; script_suites; contract_suites asan; wasm_suites; page_suites ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d'; exit 2 ;;
  esac
  finish
}

main "$@"
