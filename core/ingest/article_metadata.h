// Headline, authors, outlet, dates of one article: every reading found, and the one that was chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/span.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

enum class DateBasis : std::uint8_t { kStated, kMetadata, kGiven, kInferred, kUnknown };

struct Published {
  std::string value;  // ISO 8601, day or day and time with zone; empty when unknown
  std::optional<CivilDate> date;
  DateBasis basis = DateBasis::kUnknown;
  std::optional<SourceSpan> source;
};

struct Dateline {
  std::string place;
  std::string date;    // ISO, "XXXX-07-24" when it has no year; empty when it names no day
  std::string agency;  // empty when it names none
  SourceSpan source;
};

// Chosen values; strings are empty where nothing is known.
struct ArticleMetadata {
  std::string headline, subtitle, outlet, agency, url, language;
  std::vector<std::string> byline;
  Published published;
  std::optional<Dateline> dateline;
  std::vector<MetadataCandidate> candidates;
};

}  // namespace newsloupe
