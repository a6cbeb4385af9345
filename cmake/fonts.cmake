# NEWSLOUPE_FONT_DIR: the folder with the cut faces (fonts.py, assets/fonts/fonts.txt). The page needs it; a native build
# without it runs with Dear ImGui's own face in its tests.

set(python_candidates python3 /usr/bin/python3)
set(NEWSLOUPE_FONT_DIR "")
set(font_failure "python3 is missing")
foreach(python IN LISTS python_candidates)
  execute_process(
    COMMAND ${python} ${PROJECT_SOURCE_DIR}/cmake/fonts.py --list ${PROJECT_SOURCE_DIR}/assets/fonts/fonts.txt
            --cache ${NEWSLOUPE_CACHE}
    OUTPUT_VARIABLE NEWSLOUPE_FONT_DIR OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_VARIABLE errors RESULT_VARIABLE failed)
  if(NOT failed)
    break()
  endif()
  set(NEWSLOUPE_FONT_DIR "")
  if(errors)
    set(font_failure "${errors}")
  endif()
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/cmake/fonts.py ${PROJECT_SOURCE_DIR}/assets/fonts/fonts.txt)
if(NOT NEWSLOUPE_FONT_DIR AND EMSCRIPTEN)
  message(FATAL_ERROR "The page's faces could not be made. ${font_failure}")
elseif(NOT NEWSLOUPE_FONT_DIR)
  message(WARNING "The page's faces could not be made; interface tests run without them. ${font_failure}")
else()
  message(STATUS "Faces: ${NEWSLOUPE_FONT_DIR}")
endif()
set(NEWSLOUPE_FONT_DIR "${NEWSLOUPE_FONT_DIR}" CACHE INTERNAL "Folder with the cut faces")
