#pragma once

#include <span>
#include <string_view>

namespace newsloupe {

// One file of assets/, as it was when the program was built.
struct Asset {
  std::string_view path;     // below assets/, with '/': "lexicon/en/months.tsv"
  std::string_view content;  // the file's bytes
};

// Every embedded file, sorted by path as bytes. Views live as long as the program.
std::span<const Asset> embedded_assets();

}  // namespace newsloupe
