// Which files of a folder or an archive are looked at. One rule for the command line, the page and what is zipped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

enum class FileFate : std::uint8_t {
  kRead,
  kHidden,      // what systems leave behind: names that begin with a dot, "__MACOSX", "Thumbs.db"
  kPassedOver,  // pictures, sound, scripts, styles, faces by their names, and all that a browser saved beside a page
};

// The fate of each path, which has '/' between its steps. What stands in "ferry_files" is passed over where
// "ferry.html" stands beside it.
[[nodiscard]] std::vector<FileFate> choose_files(const std::vector<std::string>& paths);

// "14 pictures, scripts and the like were passed over.", empty for none.
[[nodiscard]] std::string words_for_passed_over(std::size_t count);

}  // namespace newsloupe
