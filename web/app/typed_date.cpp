#include "web/app/typed_date.h"

#include <array>
#include <cctype>
#include <vector>

namespace newsloupe {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

struct Part {
  int number = 0;  // of digits
  int month = 0;   // 1..12 for a month's name or its first three letters and more
  std::size_t digits = 0;
};

int month_from(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].starts_with(word) || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
  }
  return 0;
}

// Numbers and month names; nothing where anything else stands there.
std::optional<std::vector<Part>> parts_from(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isdigit(c) != 0) {
      Part part;
      for (; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0 && part.digits < 9;
           ++i, ++part.digits) {
        part.number = part.number * 10 + (text[i] - '0');
      }
      parts.push_back(part);
    } else if (std::isalpha(c) != 0) {
      std::string word;
      for (; i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0; ++i) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
      }
      if (const int month = month_from(word)) {
        parts.push_back({0, month, 0});
      } else if (word != "st" && word != "nd" && word != "rd" && word != "th" && word != "of") {
        return std::nullopt;
      }
    } else if (std::string_view(" ,.-/\t").find(text[i]) != std::string_view::npos) {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return parts;
}

std::optional<CivilDate> valid(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const CivilDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                       static_cast<std::uint8_t>(day)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<CivilDate> date_from_typed(std::string_view text) {
  const auto parts = parts_from(text);
  if (!parts || parts->size() != 3) return std::nullopt;
  const Part &a = (*parts)[0], &b = (*parts)[1], &c = (*parts)[2];
  if (a.digits == 4 && b.month == 0 && c.month == 0) return valid(a.number, b.number, c.number);
  if (c.digits != 4) return std::nullopt;
  if (b.month > 0 && a.digits > 0) return valid(c.number, b.month, a.number);
  if (a.month > 0 && b.digits > 0) return valid(c.number, a.month, b.number);
  if (a.month > 0 || b.month > 0) return std::nullopt;
  const bool slashes = text.find('/') != std::string_view::npos;
  if (slashes && a.number <= 12 && b.number <= 12 && a.number != b.number)
    return std::nullopt;  // 4/5/2025: which is it?
  if (slashes && a.number <= 12) return valid(c.number, a.number, b.number);
  return valid(c.number, b.number, a.number);
}

std::string typed_from_date(CivilDate date) {
  std::string month(kMonths[date.month - std::size_t{1}].substr(0, 3));
  month[0] = static_cast<char>(month[0] - 'a' + 'A');
  return std::to_string(date.day) + " " + month + " " + std::to_string(date.year);
}

}  // namespace newsloupe
