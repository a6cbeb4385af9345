# Sourced by build-wasm.sh and tests/run.sh: what a machine must have, and getting it.

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# require <program>:<Debian package>...  Installs what is missing with apt where that is allowed, else says what to install.
# A program written as python3(<module>) stands for a Python 3 that has the module.
require() {
  local missing=() entry program
  for entry in "$@"; do
    program=${entry%%:*}
    case $program in
      python3\(*) local module=${program#python3(}
        python3 -c "import ${module%)}" 2>/dev/null || /usr/bin/python3 -c "import ${module%)}" 2>/dev/null ||
          missing+=("${entry#*:}") ;;
      *) command -v "$program" >/dev/null || missing+=("${entry#*:}") ;;
    esac
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    fail "please install (names of Debian's packages): ${missing[*]}"
  elif [ "$(id -u)" != 0 ]; then
    fail "please run: sudo apt-get install ${missing[*]}"
  fi
  echo "Installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
    >/dev/null 2>&1 || fail "apt-get install ${missing[*]} failed; run it by hand to see why"
}

readonly build_needs=(cmake:cmake ninja:ninja-build g++:g++ ccache:ccache node:nodejs npm:npm xz:xz-utils python3:python3
  "python3(fontTools):python3-fonttools")

# build <preset> <target>...  Configures and builds; prints little unless something fails.
build() {
  local preset=$1 log
  shift
  mkdir -p "build/$preset"
  log=build/$preset/build.log
  echo "Building $preset: $*"
  if ! { cmake --preset "$preset" && cmake --build "build/$preset" --target "$@"; } >"$log" 2>&1; then
    grep -vE '^(\[[0-9]+/[0-9]+\] (Building|Embedding|Linking)|-- )' "$log" | tail -n 60 >&2
    fail "building $preset failed; all of it is in $log"
  fi
}
