#!/bin/sh
# ccache with paths relative to this checkout, so that a fresh clone finds what another one has compiled.
export CCACHE_BASEDIR="${0%/cmake/ccache.sh}" CCACHE_NOHASHDIR=1
exec ccache "$@"
