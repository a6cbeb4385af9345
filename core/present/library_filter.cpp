#include "core/present/library_filter.h"

#include <algorithm>

#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

// "2025", "2025-05" or "2025-05-01": the first day of it.
std::optional<CivilDate> first_day_of(std::string_view text) {
  constexpr std::size_t kYear = 4, kMonth = 7;
  std::string day(text);
  if (day.size() == kYear) day += "-01";
  if (day.size() == kMonth) day += "-01";
  return day.size() == 10 ? parse_iso_date(day) : std::nullopt;
}

bool contains(std::string_view text, const std::string& word) { return text.find(word) != std::string_view::npos; }

}  // namespace

LibraryFilter::LibraryFilter(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    if (end > begin) read(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void LibraryFilter::read(std::string_view part) {
  const std::string folded = fold_word(part);
  const auto value_of = [&](std::string_view key) -> std::optional<std::string> {
    if (!folded.starts_with(key)) return std::nullopt;
    return folded.substr(key.size());
  };
  if (const auto outlet = value_of("outlet:")) {
    if (!outlet->empty()) outlets_.push_back(*outlet);
  } else if (const auto after = value_of("after:")) {
    read_date("after:", *after, from_);
  } else if (const auto before = value_of("before:")) {
    read_date("before:", *before, until_);
  } else {
    words_.push_back(folded);
  }
}

void LibraryFilter::read_date(std::string_view key, std::string_view value, std::optional<CivilDate>& date) {
  if (value.empty()) return;
  if (const std::optional<CivilDate> day = first_day_of(value)) {
    date = day;
  } else if (note_.empty()) {
    note_ = std::string(key) + std::string(value) + " is no date: write it as 2025-05-01 or 2025-05";
  }
}

bool LibraryFilter::matches_words(std::string_view folded) const {
  return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) { return contains(folded, word); });
}

bool LibraryFilter::lets_through(const ArticleCard& article, std::string_view folded_label) const {
  const std::optional<CivilDate>& day = article.metadata.published.date;
  if ((from_ && (!day || *day < *from_)) || (until_ && (!day || !(*day < *until_)))) return false;
  const std::string outlet = fold_word(article.metadata.outlet);
  const bool outlets_fit =
      std::all_of(outlets_.begin(), outlets_.end(), [&](const std::string& o) { return contains(outlet, o); });
  if (!outlets_fit) return false;
  if (words_.empty()) return true;
  const std::string own = fold_word(article.metadata.headline) + "\n" + outlet + "\n" + fold_word(article.source.id);
  return std::all_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return contains(own, word) || contains(folded_label, word); });
}

}  // namespace newsloupe
