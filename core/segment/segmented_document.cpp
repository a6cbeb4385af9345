#include "core/segment/segmented_document.h"

#include <algorithm>

namespace newsloupe {
namespace {

// The last item that begins at or before the offset, if it reaches over it.
template <class A>
const A* covering(const Layer<A>& layer, std::uint32_t offset) {
  const std::size_t after = layer.first_from(offset + 1);
  if (after == 0) return nullptr;
  const A& item = layer[after - 1];
  return offset < item.span.end ? &item : nullptr;
}

}  // namespace

const Sentence* SegmentedDocument::sentence_at(std::uint32_t text_offset) const {
  return covering(sentences, text_offset);
}

const Paragraph* SegmentedDocument::paragraph_at(std::uint32_t text_offset) const {
  return covering(paragraphs, text_offset);
}

std::uint32_t SegmentedDocument::token_from(std::uint32_t text_offset) const {
  const auto at = std::lower_bound(token_spans.begin(), token_spans.end(), text_offset,
                                   [](TextSpan span, std::uint32_t offset) { return span.begin < offset; });
  return static_cast<std::uint32_t>(at - token_spans.begin());
}

}  // namespace newsloupe
