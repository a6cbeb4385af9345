#!/usr/bin/env bash
# Builds the page: dist/newsloupe.html, one self-contained file, and dist/site/, the same for a static host.
#
#   ./build-wasm.sh [--serve] [--open]
#
#   --serve   afterwards serve dist/site on http://localhost:8000 until Ctrl+C
#   --open    afterwards open the file in the browser
#
# Missing tools are installed (Debian and its kin, as root) or named. Everything fetched and built of others is kept in
# NEWSLOUPE_CACHE (default ~/.cache/newsloupe). NEWSLOUPE_HOME_URL: address of the hosted copy, for links made on file://.
set -euo pipefail
cd "$(dirname "$0")"
. cmake/machine.sh

serve=false open=false
for word in "$@"; do
  case $word in
    --serve) serve=true ;;
    --open) open=true ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d'; [ "$word" = --help ] && exit 0; exit 2 ;;
  esac
done

require "${build_needs[@]}"
build wasm newsloupe_web
fonts=$(sed -n 's/^NEWSLOUPE_FONT_DIR:INTERNAL=//p' build/wasm/CMakeCache.txt)
node web/assemble.mjs --build build/wasm --fonts "$fonts" --out dist
node web/print_sizes.mjs dist/newsloupe.html build/wasm/newsloupe.wasm build/wasm/newsloupe.js "$fonts"/*.?tf

page=$PWD/dist/newsloupe.html
if $open; then
  opener=$(command -v xdg-open || command -v open) || fail "no xdg-open here; open file://$page by hand"
  "$opener" "$page"
fi
echo "file://$page"
if $serve; then
  echo "http://localhost:8000/ (Ctrl+C ends it)"
  exec python3 -m http.server 8000 --bind 127.0.0.1 --directory dist/site
fi
