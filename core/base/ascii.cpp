#include "core/base/ascii.h"

namespace newsloupe {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

bool starts_like(std::string_view text, std::string_view part) {
  if (text.size() < part.size()) return false;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (lower_ascii(text[i]) != part[i]) return false;
  }
  return true;
}

bool ends_like(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && starts_like(text.substr(text.size() - part.size()), part);
}

std::size_t occurrences(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++count;
  return count;
}

std::string_view trimmed_ascii(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace newsloupe
