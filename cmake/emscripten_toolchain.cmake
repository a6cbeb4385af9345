# Finds or sets up Emscripten (emscripten_setup.sh), then hands over to its own toolchain file.

if(NOT NEWSLOUPE_EMSCRIPTEN_ROOT)
  set(NEWSLOUPE_EMSCRIPTEN_ROOT "$ENV{NEWSLOUPE_EMSCRIPTEN_ROOT}")  # set below, for the compiler checks of CMake
endif()
if(NOT NEWSLOUPE_EMSCRIPTEN_ROOT)
  execute_process(COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/emscripten_setup.sh
    OUTPUT_VARIABLE NEWSLOUPE_EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "Emscripten could not be set up; the lines above say what to install.")
  endif()
  set(ENV{NEWSLOUPE_EMSCRIPTEN_ROOT} "${NEWSLOUPE_EMSCRIPTEN_ROOT}")
endif()
set(EMSCRIPTEN_ROOT_PATH "${NEWSLOUPE_EMSCRIPTEN_ROOT}" CACHE PATH "Folder of Emscripten")

# emcc is slow to start and ccache does not know it: Emscripten puts ccache before its own clang instead.
find_program(NEWSLOUPE_CCACHE ccache)
if(NEWSLOUPE_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env EM_COMPILER_WRAPPER=${CMAKE_CURRENT_LIST_DIR}/ccache.sh)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()

include(${NEWSLOUPE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
