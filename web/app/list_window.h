#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

namespace newsloupe {

// The rows of a long list that the worker is asked for: those on the screen and some before and after them, so that
// scrolling rarely meets a row that is not there yet.
struct ListWindow {
  std::uint32_t first = 0, count = 120;

  // Moves where [begin, end) is not inside; true when it moved.
  bool cover(std::uint32_t begin, std::uint32_t end, std::uint32_t total) {
    constexpr std::uint32_t kMargin = 96, kStep = 32;
    end = std::min(end, total);
    if (begin >= end || (first <= begin && end <= first + count)) return false;
    first = begin > kMargin ? (begin - kMargin) / kStep * kStep : 0;
    count = end - first + kMargin;
    return true;
  }
};

// Which rows the screen wants of each long list; the panels know, the app asks.
struct ListQueries {
  ListWindow library, stories, import;
  std::string stories_filter;
  bool import_only_needing = false;
};

}  // namespace newsloupe
