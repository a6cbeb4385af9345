#!/usr/bin/env bash
# Gets packages of Debian's without touching the machine's own package lists: a private apt root in the cache folder knows
# the later suites, with the mirror and the keys this machine already uses.
#
#   debian_packages.sh source <package>=<version> <tarball> <folder>    the upstream tarball of a source package
#   debian_packages.sh binary <folder> <package>[=<version>]...         .deb files, not installed
#
# The caller checks hashes. Exits 3 where the machine has no apt.
set -euo pipefail

fail() { echo "debian_packages: $*" >&2; exit 1; }

cache=${NEWSLOUPE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsloupe}
command -v apt-get >/dev/null || exit 3
[ -f /usr/share/keyrings/debian-archive-keyring.gpg ] || exit 3
root=$cache/apt
mkdir -p "$root"/{etc/apt.conf.d,etc/preferences.d,etc/sources.list.d,state/lists/partial,cache/archives/partial}

write_configuration() {
  local mirror
  mirror=$(apt-get indextargets --format '$(CREATED_BY) $(ORIGIN) $(LABEL) $(SITE)' |
    awk '$1 == "Packages" && $2 == "Debian" && $3 == "Debian" {print $4; exit}')
  [ -n "$mirror" ] || fail "apt knows no Debian mirror: run 'apt-get update' first, or set NEWSLOUPE_DEPENDENCIES_DIR"
  # Released suites are signed once and testing is signed daily: a mirror that lags is good enough where hashes are pinned.
  local options="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg check-valid-until=no]"
  {
    echo "deb $options $mirror trixie main"
    for suite in bookworm trixie testing; do echo "deb-src $options $mirror $suite main"; done
  } >"$root/etc/sources.list"
  cat >"$root/apt.conf" <<EOF
Dir::Etc "$root/etc";
Dir::Etc::parts "/etc/apt/apt.conf.d";
Dir::State "$root/state";
Dir::State::status "/dev/null";
Dir::Cache "$root/cache";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
EOF
}

exec 9>"$root/lock"
flock 9
if [ ! -f "$root/updated" ] || [ -n "$(find "$root/updated" -mmin +720)" ]; then
  write_configuration
  APT_CONFIG=$root/apt.conf apt-get update -qq >&2 || fail "apt could not read the package lists"
  touch "$root/updated"
fi
export APT_CONFIG=$root/apt.conf

case ${1:-} in
  source)
    work=$(mktemp -d "$root/source.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    (cd "$work" && apt-get source -qq --download-only --tar-only --only-source "$2" >&2) ||
      fail "no source of $2 to be had from the mirror"
    [ -f "$work/$3" ] || fail "$2 came without $3"
    mkdir -p "$4" && mv "$work/$3" "$4/$3"
    ;;
  binary)
    mkdir -p "$2" && cd "$2" && shift 2 && apt-get download -qq "$@" >&2 || fail "could not get $*"
    ;;
  *) fail "say 'source' or 'binary'" ;;
esac
