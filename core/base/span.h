// Half-open ranges of unsigned 32-bit offsets. The tag says what is counted, so bytes of the source, bytes of the clean
// text and tokens cannot be mixed: assigning one kind to another does not compile.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace newsloupe {

template <class Space>
struct BasicSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  // True where `inner` lies inside this span; an empty span lies inside where its position does.
  [[nodiscard]] constexpr bool contains(BasicSpan inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t position) const { return begin <= position && position < end; }
  [[nodiscard]] constexpr bool overlaps(BasicSpan other) const { return begin < other.end && other.begin < end; }

  // Document order: by begin, then by end.
  friend constexpr auto operator<=>(BasicSpan, BasicSpan) = default;
};

using SourceSpan = BasicSpan<struct SourceBytes>;  // bytes of what came in
using TextSpan = BasicSpan<struct TextBytes>;      // bytes of the clean UTF-8 text
using TokenSpan = BasicSpan<struct TokenIndices>;  // indices into SegmentedDocument::tokens

// The smallest span that covers both.
template <class Space>
constexpr BasicSpan<Space> hull(BasicSpan<Space> a, BasicSpan<Space> b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace newsloupe
