// Small pieces that article_json and comparison_json share. The only headers besides core/ingest that know nlohmann.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/annotate/annotations.h"
#include "core/base/span.h"
#include "core/resolve/resolution.h"

namespace newsloupe::wire {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline Json json_from_span(std::uint32_t begin, std::uint32_t end) { return Json::array({begin, end}); }
[[nodiscard]] inline Json json_from_span(SourceSpan span) { return json_from_span(span.begin, span.end); }
[[nodiscard]] inline Json json_from_span(TextSpan span) { return json_from_span(span.begin, span.end); }

// [begin, end], both in range and in order; nothing for anything else.
template <class Span>
[[nodiscard]] std::optional<Span> span_from(const Json& json) {
  constexpr std::uint64_t kMost = 0xFFFFFFFF;
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned()) return {};
  const auto begin = json[0].template get<std::uint64_t>(), end = json[1].template get<std::uint64_t>();
  if (begin > end || end > kMost) return {};
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Null for an empty string.
[[nodiscard]] Json string_or_null(const std::string& text);
// An integer where it is one and fits 53 bits; else the nearest double, which every IEEE machine rounds alike.
[[nodiscard]] Json json_from_decimal(const Decimal& value);

// Words of formats.md.
[[nodiscard]] std::string_view name_of(EntityType type);
[[nodiscard]] std::string_view name_of(MentionForm form);
[[nodiscard]] std::string_view name_of(QuoteKind kind);
[[nodiscard]] std::string_view name_of(SpeakerKind kind);
[[nodiscard]] std::string_view name_of(TimexType type);
[[nodiscard]] std::string_view name_of(Basis basis);
[[nodiscard]] std::string_view name_of(QuantityKind kind);
[[nodiscard]] std::string_view name_of(Bound bound);  // empty for kNone
[[nodiscard]] std::string_view name_of(EventStatus status);
[[nodiscard]] std::string_view name_of(Confidence confidence);

// One compact line; text that is not UTF-8 (there should be none) comes out with U+FFFD instead of an exception.
[[nodiscard]] std::string to_line(const Json& json);

}  // namespace newsloupe::wire
