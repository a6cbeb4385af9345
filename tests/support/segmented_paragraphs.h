// A text whose lines are paragraphs, for tests of what reads more than one of them. Empty lines part nothing more.
#pragma once

#include "tests/support/segmented_text.h"

namespace newsloupe {

// All paragraphs are body.
inline SegmentedDocument segmented_paragraphs(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  OffsetMap map;
  map.append({0, size}, {0, size});
  CleanDocument clean;
  clean.document = std::make_unique<Document>(std::string(text), std::move(map));
  std::uint32_t begin = 0;
  while (begin < size) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), size));
    if (end > begin) {
      Paragraph paragraph;
      paragraph.span = {begin, end};
      clean.paragraphs.push_back(paragraph);
    }
    begin = end + 1;
  }
  return segment(std::move(clean), shared_resources());
}

}  // namespace newsloupe
