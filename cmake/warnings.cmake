# What every target of ours is compiled with. -ffp-contract=off: the same sums on every machine.
add_library(newsloupe_options INTERFACE)
target_compile_features(newsloupe_options INTERFACE cxx_std_20)
target_include_directories(newsloupe_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(newsloupe_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror -ffp-contract=off)
