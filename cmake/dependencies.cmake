# The one list of what Newsloupe is built from: name, version, and where its source can be had, each place with its own
# SHA-256. Places are tried in order; a later version is never taken silently. To move to another version, change it here.
#
#   newsloupe_dependency(<name> VERSION <version> LICENCE <SPDX> LICENCE_FILE <file in the source>
#     DEBIAN <source package>=<version> <tarball> <sha256>      # a source tarball of Debian's, see debian_packages.sh
#     UPSTREAM <address> <sha256>                               # the maker's own release, by tag
#     NPM <package>@<version> <tarball> <sha256>)               # a package of npm's
#
# A folder in NEWSLOUPE_DEPENDENCIES_DIR goes before all of them: a tarball found there under one of the names below (or
# <name>-<version>.tar.gz) is used when its hash is one of the listed ones.

newsloupe_dependency(imgui VERSION 1.92.2b LICENCE MIT LICENCE_FILE LICENSE.txt
  DEBIAN imgui=1.92.2b+ds-1 imgui_1.92.2b+ds.orig.tar.xz
    e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
  UPSTREAM https://codeload.github.com/ocornut/imgui/tar.gz/45acd5e0e82f4c954432533ae9985ff0e1aad6d5
    97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090)

newsloupe_dependency(re2 VERSION 2024-07-02 LICENCE BSD-3-Clause LICENCE_FILE LICENSE
  DEBIAN re2=20240702-3 re2_20240702.orig.tar.gz
    eb2df807c781601c14a260a507a5bb4509be1ee626024cb45acbd57cb9d4032b
  UPSTREAM https://github.com/google/re2/archive/refs/tags/2024-07-02.tar.gz
    eb2df807c781601c14a260a507a5bb4509be1ee626024cb45acbd57cb9d4032b)

newsloupe_dependency(abseil VERSION 20240722.0 LICENCE Apache-2.0 LICENCE_FILE LICENSE
  DEBIAN abseil=20240722.0-4 abseil_20240722.0.orig.tar.gz
    df6d1f5ef540725f3851201176a60486aab332410788465c9877910bb471c34a
  UPSTREAM https://github.com/abseil/abseil-cpp/releases/download/20240722.0/abseil-cpp-20240722.0.tar.gz
    f50e5ac311a81382da7fa75b97310e4b9006474f9560ac46f54a9967f07d4ae3)

newsloupe_dependency(json VERSION 3.11.3 LICENCE MIT LICENCE_FILE LICENSE.MIT
  DEBIAN nlohmann-json3=3.11.3-2.1 nlohmann-json3_3.11.3.orig.tar.gz
    0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
  UPSTREAM https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz
    0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406)

newsloupe_dependency(doctest VERSION 2.4.11 LICENCE MIT LICENCE_FILE LICENSE.txt
  DEBIAN doctest=2.4.11-1 doctest_2.4.11.orig.tar.gz
    632ed2c05a7f53fa961381497bf8069093f0d6628c5f26286161fbd32a560186
  UPSTREAM https://github.com/doctest/doctest/archive/refs/tags/v2.4.11.tar.gz
    632ed2c05a7f53fa961381497bf8069093f0d6628c5f26286161fbd32a560186)

newsloupe_dependency(gumbo VERSION 0.13.0 LICENCE Apache-2.0 LICENCE_FILE doc/COPYING
  DEBIAN gumbo-parser=0.13.0+dfsg-2 gumbo-parser_0.13.0+dfsg.orig.tar.xz
    1d01316617df9cefcd3f43235b519f606a5465a526a768734714fcc51ccb79e4
  UPSTREAM https://codeberg.org/gumbo-parser/gumbo-parser/archive/0.13.0.tar.gz
    7ad2ee259f35e8951233e4c9ad80968fb880f20d8202cb9c48f0b65f67d38e61)

newsloupe_dependency(utf8proc VERSION 2.8.0 LICENCE MIT LICENCE_FILE LICENSE.md
  DEBIAN utf8proc=2.8.0-1 utf8proc_2.8.0.orig.tar.gz
    a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc
  UPSTREAM https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz
    a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)

# Only what inflate needs: archives and office documents are unpacked, nothing is packed.
newsloupe_dependency(zlib VERSION 1.3.1 LICENCE Zlib LICENCE_FILE LICENSE
  DEBIAN zlib=1:1.3.dfsg+really1.3.1-1 zlib_1.3.dfsg+really1.3.1.orig.tar.gz
    60dd315c07f616887caa029408308a018ace66e3d142726a97db164b3b8f69fb
  UPSTREAM https://github.com/madler/zlib/releases/download/v1.3.1/zlib-1.3.1.tar.gz
    9a93b2b7dfdac77ceba5a558a580e74667dd6fede4585b91eefb60f03b72df23)

# Unpacks the page's own files in the browser; its opening comment is its licence.
newsloupe_dependency(xz_decompress VERSION 0.2.3 LICENCE MIT LICENCE_FILE dist/package/xz-decompress.min.js
  NPM xz-decompress@0.2.3 xz-decompress-0.2.3.tgz
    b590b7ea774bd82e812d74c572d6c9fcd4abef4da752c974e8d335439f63e69c)
