// Chooses among the readings of each metadata field.
#pragma once

#include "core/clean/piece.h"
#include "core/resources/resources.h"

namespace newsloupe {

// `from` of a date whose weekday is another: chosen only where the dateline names the same day.
inline constexpr const char* kOtherWeekday = "date with another weekday";

// What a person typed goes before what the record says, that before the page's own metadata, that before what the text
// states, that before an address. A publication date later than the day of receipt stays a candidate and is not chosen.
ArticleMetadata choose_metadata(const Draft& draft, const AnalysisOptions& options, const Resources& resources);

// The title that metadata gives, empty where it gives none: known before the text is judged.
[[nodiscard]] std::string title_from_metadata(const RawArticle& raw);

}  // namespace newsloupe
