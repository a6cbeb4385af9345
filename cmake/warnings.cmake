# What every target of ours is compiled with. -ffp-contract=off: the same sums on every machine.
add_library(newsloupe_options INTERFACE)
target_compile_features(newsloupe_options INTERFACE cxx_std_20)
target_include_directories(newsloupe_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(newsloupe_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # False alarms of GCC 12 where it inlines std::optional and std::string (GCC bugs 80635, 105651). Clang and the sanitizers
  # watch for the real ones.
  target_compile_options(newsloupe_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
