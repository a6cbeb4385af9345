// Tables and small readings that the readers of time expressions share.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/civil_date.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

inline constexpr int kEarliestYear = 1200, kLatestYear = 2100;

using WordPair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view look_up(const WordPair (&table)[N], std::string_view word) {
  const auto* const found = std::ranges::find(table, word, &WordPair::first);
  return found == std::ranges::end(table) ? std::string_view() : found->second;
}

inline constexpr WordPair kPartsOfDay[] = {
    {"morning", "TMO"}, {"afternoon", "TAF"}, {"evening", "TEV"}, {"night", "TNI"}};

inline constexpr WordPair kPositions[] = {
    {"early", "START"}, {"earlier", "START"}, {"beginning", "START"}, {"start", "START"}, {"mid", "MID"},
    {"middle", "MID"},  {"late", "END"},      {"later", "END"},       {"end", "END"},     {"close", "END"}};

inline constexpr WordPair kBounds[] = {{"more", "MORE_THAN"},   {"over", "MORE_THAN"},      {"just", "APPROX"},
                                       {"less", "LESS_THAN"},   {"fewer", "LESS_THAN"},     {"under", "LESS_THAN"},
                                       {"nearly", "LESS_THAN"}, {"almost", "LESS_THAN"},    {"at", "EQUAL_OR_MORE"},
                                       {"up", "EQUAL_OR_LESS"}, {"about", "APPROX"},        {"around", "APPROX"},
                                       {"roughly", "APPROX"},   {"approximately", "APPROX"}};

inline constexpr std::pair<std::string_view, int> kSteps[] = {
    {"this", 0},  {"current", 0}, {"last", -1},  {"past", -1},     {"previous", -1}, {"preceding", -1}, {"before", -1},
    {"after", 1}, {"next", 1},    {"coming", 1}, {"following", 1}, {"upcoming", 1},  {"the", 0}};

// Words before a month or a year that leave no other reading.
inline constexpr std::string_view kTimePrepositions[] = {
    "in",      "since",   "by",   "until",  "till",  "before", "after", "during", "from", "of",
    "through", "between", "for",  "around", "circa", "about",  "early", "late",   "mid",  "throughout",
    "year",    "to",      "than", "and",    "or",    "not",    "but",   "beyond"};

inline bool is_time_preposition(std::string_view word) {
  return std::ranges::find(kTimePrepositions, word) != std::ranges::end(kTimePrepositions);
}

inline bool is_capital(const RuleToken& token) {
  return token.shape == TokenShape::kCapitalized || token.shape == TokenShape::kAllCaps;
}

inline int digits_at(std::string_view text) {
  int value = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 5 && text[i] >= '0' && text[i] <= '9'; ++i) value = value * 10 + (text[i] - '0');
  return i == 0 ? -1 : value;
}

inline bool is_number(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

inline int weeks_in(int year) { return iso_week({static_cast<std::int16_t>(year), 12, 28}).week; }

inline CivilDate date_of(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace newsloupe
