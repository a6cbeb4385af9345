# Every file under assets/ becomes part of newsloupe_core, so that page and command line read the same bytes and need no
# files at run time: all but fonts/, which the page carries itself, and the answer keys of samples, which only tests read.
# Also a script: cmake -DINPUT= -DOUTPUT= -P turns one file into a C++ string literal.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" hex "${hex}")
  file(WRITE "${OUTPUT}" "std::string_view(\"${hex}\", ${bytes})\n")
  return()
endif()

# Adds the generated table to `target`.
function(newsloupe_embed_assets target)
  file(GLOB_RECURSE assets CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/assets ${PROJECT_SOURCE_DIR}/assets/*)
  list(FILTER assets EXCLUDE REGEX "^fonts/|(^|/)\\.|/key\\.json$")
  list(SORT assets COMPARE STRING)
  set(folder ${PROJECT_BINARY_DIR}/generated/assets)
  set(rows)
  set(literals)
  foreach(asset IN LISTS assets)
    set(literal ${folder}/${asset}.inc)
    get_filename_component(literal_folder ${literal} DIRECTORY)
    file(MAKE_DIRECTORY ${literal_folder})
    add_custom_command(OUTPUT ${literal}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/assets/${asset} -DOUTPUT=${literal}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake
      DEPENDS ${PROJECT_SOURCE_DIR}/assets/${asset} ${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake
      COMMENT "Embedding ${asset}")
    list(APPEND literals ${literal})
    string(APPEND rows "    Asset{\"${asset}\",\n#include \"${asset}.inc\"\n    },\n")
  endforeach()
  list(LENGTH assets count)
  file(CONFIGURE OUTPUT ${folder}/asset_table.cpp @ONLY CONTENT [[
#include "core/resources/asset_table.h"

#include <array>

namespace newsloupe {
namespace {

constexpr std::array<Asset, @count@> kAssets{{
@rows@}};

}  // namespace

std::span<const Asset> embedded_assets() { return kAssets; }

}  // namespace newsloupe
]])
  target_sources(${target} PRIVATE ${folder}/asset_table.cpp)
  target_include_directories(${target} PRIVATE ${folder})
  set_source_files_properties(${folder}/asset_table.cpp PROPERTIES OBJECT_DEPENDS "${literals}")
endfunction()
