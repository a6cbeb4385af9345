# thirdparty::imgui, re2, json, doctest, gumbo, utf8proc, zlib: SYSTEM libraries, built once for each compiler and set of flags
# into ${NEWSLOUPE_CACHE}/built/<key>, so that a fresh build tree links them at once.

include(${PROJECT_SOURCE_DIR}/cmake/fetch_dependencies.cmake)

set(imgui_DEFINITIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_USE_WCHAR32)
if(EMSCRIPTEN)  # without what the page never shows: demo, debug windows, ini and log files, a face of its own
  list(APPEND imgui_DEFINITIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS
    IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT)
endif()
set(third_party_flags "${NEWSLOUPE_THIRD_PARTY_FLAGS}")
string(REPLACE ";" "," imgui_definitions_argument "${imgui_DEFINITIONS}")  # a list would fall apart among the arguments

set(arguments -G Ninja -DCMAKE_BUILD_TYPE=None "-DCMAKE_C_FLAGS=${third_party_flags}" "-DCMAKE_CXX_FLAGS=${third_party_flags}"
  "-Dimgui_DEFINITIONS=${imgui_definitions_argument}")
if(CMAKE_TOOLCHAIN_FILE)
  list(APPEND arguments "-DCMAKE_TOOLCHAIN_FILE=${CMAKE_TOOLCHAIN_FILE}")
else()
  list(APPEND arguments "-DCMAKE_C_COMPILER=${CMAKE_C_COMPILER}" "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
    "-DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}")
endif()
foreach(name IN LISTS newsloupe_dependency_names)
  list(APPEND arguments "-D${name}_SOURCE_DIR=${${name}_SOURCE_DIR}")
endforeach()

set(key "${arguments};${CMAKE_CXX_COMPILER};${CMAKE_CXX_COMPILER_ID};${CMAKE_CXX_COMPILER_VERSION};${CMAKE_SYSTEM_PROCESSOR}")
list(FILTER key EXCLUDE REGEX "CMAKE_TOOLCHAIN_FILE|_LAUNCHER")
foreach(file CMakeLists.txt re2_sources.cmake)
  file(SHA256 ${PROJECT_SOURCE_DIR}/cmake/third_party/${file} hash)
  list(APPEND key ${hash})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/third_party/${file})
endforeach()
string(SHA256 key "${key}")
string(SUBSTRING ${key} 0 16 key)
set(third_party_built "${NEWSLOUPE_CACHE}/built/${CMAKE_CXX_COMPILER_ID}-${key}")

if(NOT EXISTS "${third_party_built}/complete")
  file(LOCK "${NEWSLOUPE_CACHE}/built/${key}.lock" RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "Cannot lock ${NEWSLOUPE_CACHE}/built: ${failed}. Set NEWSLOUPE_CACHE to a folder that can be written.")
  endif()
  if(NOT EXISTS "${third_party_built}/complete")
    file(REMOVE_RECURSE "${third_party_built}")
    message(STATUS "Building third-party libraries once, into ${third_party_built}")
    execute_process(
      COMMAND ${CMAKE_COMMAND} -S ${PROJECT_SOURCE_DIR}/cmake/third_party -B ${third_party_built} ${arguments}
      OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${third_party_built} COMMAND_ERROR_IS_FATAL ANY)
    file(TOUCH "${third_party_built}/complete")
  endif()
  file(LOCK "${NEWSLOUPE_CACHE}/built/${key}.lock" RELEASE)
endif()

# thirdparty::<name> from a built archive.
function(newsloupe_built_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "INCLUDE;DEFINE")
  add_library(thirdparty::${name} STATIC IMPORTED GLOBAL)
  set_target_properties(thirdparty::${name} PROPERTIES IMPORTED_LOCATION "${third_party_built}/lib/lib${name}.a")
  target_include_directories(thirdparty::${name} SYSTEM INTERFACE ${arg_INCLUDE})
  target_compile_definitions(thirdparty::${name} INTERFACE ${arg_DEFINE})
endfunction()

newsloupe_built_library(imgui INCLUDE ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/backends DEFINE ${imgui_DEFINITIONS})
newsloupe_built_library(re2 INCLUDE ${re2_SOURCE_DIR} ${abseil_SOURCE_DIR})
newsloupe_built_library(gumbo INCLUDE ${gumbo_SOURCE_DIR}/src)
newsloupe_built_library(utf8proc INCLUDE ${utf8proc_SOURCE_DIR} DEFINE UTF8PROC_STATIC)
newsloupe_built_library(zlib INCLUDE ${zlib_SOURCE_DIR})
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(thirdparty::re2 INTERFACE Threads::Threads)
endif()

add_library(thirdparty_json INTERFACE)
add_library(thirdparty::json ALIAS thirdparty_json)
target_include_directories(thirdparty_json SYSTEM INTERFACE ${json_SOURCE_DIR}/single_include)
target_compile_definitions(thirdparty_json INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0)

add_library(thirdparty_doctest INTERFACE)
add_library(thirdparty::doctest ALIAS thirdparty_doctest)
target_include_directories(thirdparty_doctest SYSTEM INTERFACE ${doctest_SOURCE_DIR})
if(EMSCRIPTEN)
  # Without exceptions a failed REQUIRE ends the test program, which the exit code shows.
  target_compile_definitions(thirdparty_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()
