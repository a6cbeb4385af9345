#include "core/compare/brief_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newsloupe {

std::string number_word(std::size_t n) {
  static constexpr std::array<const char*, 13> kWords = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return n < kWords.size() ? kWords[n] : std::to_string(n);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string in_sentence(std::string label) {
  const bool plain = label.starts_with("People ") || label.starts_with("Who ") || label.starts_with("What ");
  if (label.starts_with("Day: ")) return "the day: " + label.substr(5);
  const auto is_small = [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; };
  const bool noun = label.size() > 1 && label.size() < 30 && std::all_of(label.begin() + 1, label.end(), is_small);
  if (plain || noun) label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return label;
}

std::string counted_in_words(std::size_t n, const std::string& one, const std::string& several) {
  return number_word(n) + " " + (n == 1 ? one : several);
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string shortly_listed(std::vector<std::string> items) {
  constexpr std::size_t kMost = 4;
  if (items.size() > kMost) {
    const std::size_t rest = items.size() - (kMost - 1);
    items.resize(kMost - 1);
    items.push_back(number_word(rest) + " more");
  }
  return listed(items);
}

std::string day_text(CivilDate date) {
  static constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  return std::to_string(date.day) + " " + kMonths[date.month - 1U] + " " + std::to_string(date.year);
}

std::string day_word(CivilDate date) {
  static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::to_string(date.day) + " " + kMonths[date.month - 1U];
}

std::string initials_of(std::string_view name) {
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] >= 'A' && name[i] <= 'Z' && (i == 0 || name[i - 1] == ' ')) initials += name[i];
  }
  return initials;
}

std::string ended(std::string text) {
  for (const std::string_view end : {"…", "…”", ".”", "?”", "!”", "?", "!", ".", ".\"", "?\"", "!\"", ".''"}) {
    if (text.ends_with(end)) return text;
  }
  return text + ".";
}

std::string in_words(const std::string& value) {
  static constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"~", "about "}, {"≥ ", "at least "}, {"≤ ", "at most "}, {"> ", "more than "}, {"< ", "less than "}};
  for (const auto& [sign, words] : kSigns) {
    if (value.starts_with(sign)) return std::string(words) + value.substr(sign.size());
  }
  return value;
}

std::vector<std::string> amounts_in(std::string_view value) {
  constexpr std::string_view kJoint = " / ";
  std::vector<std::string> amounts;
  for (;;) {
    const std::size_t end = value.find(kJoint);
    std::string amount = in_words(std::string(value.substr(0, end)));
    if (std::find(amounts.begin(), amounts.end(), amount) == amounts.end()) amounts.push_back(std::move(amount));
    if (end == std::string_view::npos) return amounts;
    value.remove_prefix(end + kJoint.size());
  }
}

}  // namespace newsloupe
