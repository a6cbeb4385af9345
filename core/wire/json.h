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
