// The clean text of one article and its way back to the source. Made once, by clean/; never moves or changes.
#pragma once

#include <string>
#include <string_view>

#include "core/base/span.h"
#include "core/text/offset_map.h"

namespace newsloupe {

// Neither copies nor moves, because views point into its text (short strings would move with their bytes). Held by
// unique_ptr where it must travel.
class Document {
 public:
  // `text` is valid UTF-8 in NFC, at most 4 GB; `source_map` covers it.
  Document(std::string text, OffsetMap source_map) : text_(std::move(text)), source_map_(std::move(source_map)) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // Views live as long as the document. A view of a temporary does not compile.
  [[nodiscard]] std::string_view text() const& { return text_; }
  std::string_view text() const&& = delete;
  // Precondition: `span` lies inside the text.
  [[nodiscard]] std::string_view view(TextSpan span) const& {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  std::string_view view(TextSpan span) const&& = delete;
  [[nodiscard]] TextSpan whole() const { return {0, static_cast<std::uint32_t>(text_.size())}; }

  [[nodiscard]] SourceSpan source_from_text(TextSpan span) const { return source_map_.source_from_text(span); }

 private:
  std::string text_;
  OffsetMap source_map_;
};

}  // namespace newsloupe
