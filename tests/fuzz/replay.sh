#!/usr/bin/env bash
# Runs every fuzz target of a build folder on the files in tests/fuzz/<target>/: each file is one test.
set -uo pipefail
dir=$1 passed=0 failed=0
for target in "$dir"/newsloupe_fuzz_*; do
  [ -x "$target" ] || continue
  for file in "$(dirname "$0")/${target##*_fuzz_}"/*; do
    [ -f "$file" ] || continue
    if timeout 60 "$target" "$file"; then passed=$((passed + 1)); else
      echo "FAIL  $target $file"
      failed=$((failed + 1))
    fi
  done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
