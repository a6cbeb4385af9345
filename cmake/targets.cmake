# Our own targets. A target whose folder holds no sources yet is left out.

# Adds a library or program of ours: newsloupe_target(<name> LIBRARY|PROGRAM SOURCES <globs>... LINK <libraries>...).
# Sets <name>_exists.
function(newsloupe_target name kind)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;LINK")
  list(TRANSFORM arg_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${arg_SOURCES})
  set(${name}_exists FALSE PARENT_SCOPE)
  if(NOT sources)
    return()
  endif()
  if(kind STREQUAL LIBRARY)
    add_library(${name} STATIC ${sources})
  else()
    add_executable(${name} ${sources})
  endif()
  target_link_libraries(${name} PRIVATE newsloupe_options ${arg_LINK})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  set(${name}_exists TRUE PARENT_SCOPE)
endfunction()

add_library(newsloupe_core STATIC)
file(GLOB_RECURSE core_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/*.cpp)
target_sources(newsloupe_core PRIVATE ${core_sources})
target_link_libraries(newsloupe_core PRIVATE newsloupe_options
  PUBLIC thirdparty::re2 thirdparty::json thirdparty::gumbo thirdparty::utf8proc thirdparty::zlib)
newsloupe_embed_assets(newsloupe_core)
if(EMSCRIPTEN)
  # What runs once for a file is built small, what runs once for a frame, a set or a message as small as it can be:
  # together a third of the page's bytes, none of its time.
  file(GLOB_RECURSE small_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/unpack/*.cpp)
  list(FILTER small_sources EXCLUDE REGEX "/charset\\.cpp$")  # walks every text
  set_source_files_properties(${small_sources} PROPERTIES COMPILE_OPTIONS -Oz)
  file(GLOB_RECURSE head_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/ingest/*.cpp ${PROJECT_SOURCE_DIR}/core/clean/*.cpp)
  # What walks every block and line of an article stays fast.
  list(FILTER head_sources EXCLUDE REGEX
    "/(html_blocks|html_tree|html_folding|html_scanner|block_writer|plain_text|mojibake|piece|line_tokens|furniture|text_builder|head|page_zones|content_extractor)\\.cpp$")
  set_source_files_properties(${head_sources} PROPERTIES COMPILE_OPTIONS -Oz)
  # What runs for the few names, quotes and times of an article, not for its tokens: small, but still inlined.
  foreach(name timex_reader timex_value timex_forms score_reader number_label tense name_bodies name_doubts name_possessives)
    list(APPEND small_readers ${PROJECT_SOURCE_DIR}/core/annotate/${name}.cpp)
  endforeach()
  foreach(name corrected_resolution overlap_resolver saying_circumstances reported_words quote_attribution speaker_identity
      cue_senses speech_frames event_participants gender)
    list(APPEND small_readers ${PROJECT_SOURCE_DIR}/core/resolve/${name}.cpp)
  endforeach()
  set_source_files_properties(${small_readers} PROPERTIES COMPILE_OPTIONS -Os)
  list(APPEND seldom_sources ${PROJECT_SOURCE_DIR}/core/resources/rule_syntax.cpp)
  set_source_files_properties(${seldom_sources} PROPERTIES COMPILE_OPTIONS -Oz)
  file(GLOB_RECURSE smallest_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/*.cpp
    ${PROJECT_SOURCE_DIR}/core/present/*.cpp ${PROJECT_SOURCE_DIR}/core/wire/*.cpp
    ${PROJECT_SOURCE_DIR}/core/analysis/*.cpp ${PROJECT_SOURCE_DIR}/core/compare/pair_comparison.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/brief*.cpp ${PROJECT_SOURCE_DIR}/core/compare/inner_differences.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/versions.cpp ${PROJECT_SOURCE_DIR}/core/compare/facts.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/quote_facts.cpp ${PROJECT_SOURCE_DIR}/core/compare/second_sources.cpp ${PROJECT_SOURCE_DIR}/core/compare/amount_words.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/figure*.cpp ${PROJECT_SOURCE_DIR}/core/compare/timeline.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/set_entities.cpp ${PROJECT_SOURCE_DIR}/core/compare/dated_statements.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/set_furniture.cpp ${PROJECT_SOURCE_DIR}/core/compare/story_label.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/compare.cpp ${PROJECT_SOURCE_DIR}/core/compare/reading_corrector.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/clause.cpp ${PROJECT_SOURCE_DIR}/core/compare/statement*.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/quote_variants.cpp ${PROJECT_SOURCE_DIR}/core/compare/outline.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/repeated_facts.cpp ${PROJECT_SOURCE_DIR}/core/compare/clustering.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/office_holders.cpp ${PROJECT_SOURCE_DIR}/core/compare/origins.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/utterances.cpp
    ${PROJECT_SOURCE_DIR}/core/compare/quote_groups.cpp ${PROJECT_SOURCE_DIR}/core/compare/event_differences.cpp)
  set_source_files_properties(${smallest_sources} PROPERTIES COMPILE_OPTIONS -Oz)
endif()

if(EMSCRIPTEN)
  # Emscripten's own stack is 64 KB, too little for a parser. Binaryen's -O3 makes the page smaller than its -O2 or -Os.
  set(newsloupe_wasm_link_options
    -O3 -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH -sMEMORY_GROWTH_GEOMETRIC_STEP=0.05 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=4GB)
endif()

newsloupe_target(newsloupe PROGRAM SOURCES cli/*.cpp LINK newsloupe_core)
if(newsloupe_exists)
  target_compile_definitions(newsloupe PRIVATE NEWSLOUPE_VERSION="${PROJECT_VERSION}")
endif()
if(EMSCRIPTEN AND newsloupe_exists)
  # The command line under Node, to compare its bytes with the native ones.
  target_link_options(newsloupe PRIVATE ${newsloupe_wasm_link_options} -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
  set_target_properties(newsloupe PROPERTIES RUNTIME_OUTPUT_DIRECTORY cli)
endif()

newsloupe_target(newsloupe_bench PROGRAM SOURCES tests/bench/*.cpp LINK newsloupe_core)
if(EMSCRIPTEN AND newsloupe_bench_exists)
  target_link_options(newsloupe_bench PRIVATE ${newsloupe_wasm_link_options} -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
  set_target_properties(newsloupe_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY bench)
endif()

newsloupe_target(newsloupe_tests PROGRAM SOURCES tests/unit/*.cpp tests/support/*.cpp
  LINK newsloupe_core thirdparty::doctest)
target_compile_definitions(newsloupe_tests PRIVATE NEWSLOUPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
if(EMSCRIPTEN)
  # The same tests under Node, with the machine's files, and told when the stack overflows.
  target_link_options(newsloupe_tests PRIVATE ${newsloupe_wasm_link_options} -sENVIRONMENT=node -sNODERAWFS=1
    -sEXIT_RUNTIME=1 -sSTACK_OVERFLOW_CHECK=2 -sASSERTIONS=1)
endif()

newsloupe_target(newsloupe_ui LIBRARY
  SOURCES web/app/*.cpp web/ui/*.cpp web/platform/keys.cpp web/platform/imgui_input.cpp web/platform/page_events.cpp
  LINK newsloupe_core thirdparty::imgui)
if(newsloupe_ui_exists AND NOT EMSCRIPTEN)
  newsloupe_target(newsloupe_ui_tests PROGRAM
    SOURCES tests/ui/*.cpp tests/support/*.cpp web/platform/*_native.cpp
    LINK newsloupe_ui newsloupe_core thirdparty::imgui thirdparty::doctest)
  if(newsloupe_ui_tests_exists)
    target_compile_definitions(newsloupe_ui_tests PRIVATE
      NEWSLOUPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" NEWSLOUPE_FONT_DIR="${NEWSLOUPE_FONT_DIR}")
  endif()
endif()

# The page's module: newsloupe.js and newsloupe.wasm, one module for the page and its worker. The policy of the page forbids
# making code from strings, hence DYNAMIC_EXECUTION=0; assemble.mjs hands the WebAssembly over from inside the file.
if(EMSCRIPTEN AND newsloupe_ui_exists)
  file(COPY_FILE ${xz_decompress_SOURCE_DIR}/dist/package/xz-decompress.min.js ${PROJECT_BINARY_DIR}/xz-decompress.js
    ONLY_IF_DIFFERENT)
  newsloupe_target(newsloupe_web PROGRAM SOURCES web/platform/*_web.cpp web/bridge/*.cpp
    LINK newsloupe_ui newsloupe_core thirdparty::imgui)
  if(newsloupe_web_exists)
    set_target_properties(newsloupe_web PROPERTIES OUTPUT_NAME newsloupe)
    target_link_options(newsloupe_web PRIVATE ${newsloupe_wasm_link_options}
      --no-entry -sENVIRONMENT=web,worker -sMODULARIZE -sEXPORT_NAME=create_newsloupe -sDYNAMIC_EXECUTION=0
      -sFILESYSTEM=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sEXPORTED_FUNCTIONS=_malloc,_free
      -sEXPORTED_RUNTIME_METHODS=HEAPU8)
  endif()
endif()

# Each fuzz target is one file; without libFuzzer it is a program that reads the files named on its command line.
if(NOT EMSCRIPTEN)
  file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
  foreach(source IN LISTS fuzz_sources)
    get_filename_component(stem ${source} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" stem ${stem})
    add_executable(newsloupe_fuzz_${stem} ${source})
    target_link_libraries(newsloupe_fuzz_${stem} PRIVATE newsloupe_options newsloupe_core)
    if(NEWSLOUPE_FUZZER)
      target_link_options(newsloupe_fuzz_${stem} PRIVATE -fsanitize=fuzzer)
    else()
      target_sources(newsloupe_fuzz_${stem} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cpp)
    endif()
  endforeach()
endif()
