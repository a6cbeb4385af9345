#include "core/annotate/token_reader.h"

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_folded(std::string_view text, std::string_view word) {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

}  // namespace

bool TokenReader::says(std::uint32_t token, std::string_view word) const { return equal_folded(text(token), word); }

bool TokenReader::says_any(std::uint32_t token, std::initializer_list<std::string_view> words) const {
  const std::string_view found = text(token);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equal_folded(found, word); });
}

bool TokenReader::ends_in(std::uint32_t token, std::string_view ending) const {
  const std::string_view word = text(token);
  return word.size() > ending.size() + 1 && equal_folded(word.substr(word.size() - ending.size()), ending);
}

bool TokenReader::is_terminal(std::uint32_t token) const {
  const std::string_view mark = text(token);
  return mark == "." || mark == "!" || mark == "?" || mark == "\u2026" || mark == "..." || mark == "?!";
}

bool TokenReader::is_dash(std::uint32_t token) const {
  const std::string_view mark = text(token);
  if (mark == "\u2014" || mark == "\u2013" || mark == "\u2015" || mark == "--") return true;
  return mark == "-" && (space_before(token) || space_before(token + 1));
}

bool TokenReader::is_capitalized(std::uint32_t token) const {
  if (token >= size()) return false;
  const TokenShape shape = doc_.tokens[token].shape;
  if (shape == TokenShape::kCapitalized || shape == TokenShape::kAllCaps || shape == TokenShape::kInitial) return true;
  const std::string_view word = text(token);
  return shape == TokenShape::kMixed && !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

PhraseMatch TokenReader::match(WordClass c, std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongestPhrase = 6;
  std::array<TermId, kLongestPhrase> terms{};
  std::uint32_t count = 0;
  const std::uint32_t end = std::min(limit, size());
  while (count < kLongestPhrase && token + count < end) {
    terms[count] = doc_.tokens[token + count].term;
    ++count;
  }
  return lexicon_.match(c, std::span<const TermId>(terms.data(), count));
}

}  // namespace newsloupe
