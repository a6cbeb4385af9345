#include "core/ingest/file_name.h"

#include <algorithm>
#include <string>

#include "core/ingest/date_text.h"

namespace newsloupe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Without folders and the ending.
std::string_view stem_of(std::string_view name) {
  name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

// "2025-08-26", "2025_08_26" or "20250826": its length at the beginning of `text`, with no digit behind it.
std::size_t date_length(std::string_view text) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    return at + count <= text.size() && std::ranges::all_of(text.substr(at, count), is_digit);
  };
  std::size_t length = 0;
  if (digits(0, 4) && text.size() >= 10 && (text[4] == '-' || text[4] == '_') && text[7] == text[4] && digits(5, 2) &&
      digits(8, 2)) {
    length = 10;
  } else if (digits(0, 8)) {
    length = 8;
  }
  return length > 0 && length < text.size() && is_digit(text[length]) ? 0 : length;
}

// "meridian-post" as "Meridian Post"; empty where the part is no name of up to five words.
std::string name_of(std::string_view part) {
  std::string out;
  std::size_t words = 0;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find_first_of("-. ", at), part.size());
    if (end > at) {
      if (is_digit(part[at])) return {};
      if (!out.empty()) out += ' ';
      out += is_small(part[at]) ? static_cast<char>(part[at] - 'a' + 'A') : part[at];
      out += part.substr(at + 1, end - at - 1);
      ++words;
    }
    at = end + 1;
  }
  return words <= 5 && out.size() >= 3 ? out : std::string();
}

}  // namespace

void read_file_name(std::string_view name, const Lexicon& lexicon, std::vector<MetadataCandidate>& candidates) {
  constexpr std::string_view kMarks = "-_. ";
  const std::string_view stem = stem_of(name);
  std::size_t begin = 0, length = date_length(stem);
  const bool first = length > 0 && (length == stem.size() || kMarks.find(stem[length]) != std::string_view::npos);
  for (const std::size_t size : {std::size_t{10}, std::size_t{8}}) {
    if (first || stem.size() <= size) break;
    begin = stem.size() - size;
    const bool marked = kMarks.find(stem[begin - 1]) != std::string_view::npos;
    length = marked && date_length(stem.substr(begin)) == size ? size : 0;
    if (length > 0) break;
  }
  if (length == 0) return;
  std::string written(stem.substr(begin, length));
  std::ranges::replace(written, '_', '-');
  const std::vector<DateReading> dates = find_dates(written, lexicon);
  if (dates.size() != 1 || dates[0].date.year < 1900 || dates[0].date.year > 2100) return;
  candidates.push_back({"published", to_iso(dates[0].date), "file name", {}});
  // The part beside the date, where the name goes on after it.
  std::string_view beside = first ? stem.substr(std::min(length + 1, stem.size())) : stem.substr(0, begin - 1);
  const std::size_t bar = beside.find('_');
  if (first && bar == std::string_view::npos) return;  // a title
  if (!first && bar != std::string_view::npos) return;
  if (std::string outlet = name_of(beside.substr(0, bar)); !outlet.empty()) {
    candidates.push_back({"outlet", std::move(outlet), "file name", {}});
  }
}

}  // namespace newsloupe
