// The findings of a comparison as tables for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, one finding
// a row, each with its article, paragraph and range of source bytes. Rows stand in canonical order of the articles.
#pragma once

#include <string>

#include "core/compare/comparison.h"

namespace newsloupe {

[[nodiscard]] std::string quotes_csv(const Comparison& comparison);
[[nodiscard]] std::string figures_csv(const Comparison& comparison);
[[nodiscard]] std::string names_csv(const Comparison& comparison);
[[nodiscard]] std::string events_csv(const Comparison& comparison);

}  // namespace newsloupe
