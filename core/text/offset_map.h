// Maps ranges of the clean text back to the bytes they came from.
#pragma once

#include <vector>

#include "core/base/span.h"

namespace newsloupe {

// A piecewise map, written in text order by clean/text_builder alone. A run is either copied byte for byte (both ranges
// have one length) or replaced (a character reference, a repaired character, collapsed white space).
class OffsetMap {
 public:
  // Adds the next run. Precondition: `text` begins where the last run ended. Neighbouring copied runs are joined.
  void append(TextSpan text, SourceSpan source);

  // Adds a copy of the part of `other` that maps `slice`; its text follows the last run. For maps of maps: `other`
  // leads from a middle text to the source.
  void append_slice(const OffsetMap& other, TextSpan slice);

  // The smallest source range that covers `span`. Inside a copied run it is exact to the byte; a replaced run counts
  // whole. An empty span gives an empty range. Spans outside the text are clamped.
  [[nodiscard]] SourceSpan source_from_text(TextSpan span) const;

  [[nodiscard]] std::size_t run_count() const { return runs_.size(); }

 private:
  struct Run {
    TextSpan text;
    SourceSpan source;
    [[nodiscard]] bool copied() const { return text.size() == source.size(); }
  };
  [[nodiscard]] const Run* run_at(std::uint32_t text_offset) const;
  std::vector<Run> runs_;
};

}  // namespace newsloupe
