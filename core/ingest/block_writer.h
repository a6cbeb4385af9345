// Builds the text of one block: white space collapsed to one space, invisible characters left out, every byte mapped.
#pragma once

#include <string>
#include <string_view>

#include "core/ingest/raw_article.h"
#include "core/text/offset_map.h"

namespace newsloupe {

// Offsets given are those of the decoded text; `to_source` (which must outlive the writer) leads from there to the
// source bytes.
class BlockWriter {
 public:
  explicit BlockWriter(const OffsetMap& to_source) : to_source_(to_source) {}

  // Text that stands in the decoded text at `at`, byte for byte. White space at the block's edges is dropped.
  void copy(std::string_view text, std::uint32_t at);
  // Text that stands for `decoded` there: a character reference. A no-break space counts as white space here too.
  void replace(std::string_view text, TextSpan decoded);

  [[nodiscard]] bool empty() const { return block_.text.empty(); }
  [[nodiscard]] std::size_t size() const { return block_.text.size(); }
  // True where the block so far ends like a sentence.
  [[nodiscard]] bool ends_sentence() const;
  // The block so far; the writer starts anew.
  RawBlock take();

 private:
  void put(std::string_view text, TextSpan decoded, bool copied);
  void flush_space();

  const OffsetMap& to_source_;
  RawBlock block_;
  TextSpan space_;  // white space waiting for what follows
  bool space_pending_ = false;
};

}  // namespace newsloupe
