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

bool TokenReader::ends_folded(std::string_view word, std::string_view ending) {
  return equal_folded(word.substr(word.size() - ending.size()), ending);
}

bool TokenReader::is_dash(std::uint32_t token) const {
  if (says_any(token, {"\u2014", "\u2013", "\u2015", "--"})) return true;
  return says(token, "-") && (space_before(token) || space_before(token + 1));
}

bool TokenReader::is_capitalized(std::uint32_t token) const {
  if (token >= size()) return false;
  const TokenShape shape = doc_.tokens[token].shape;
  if (shape == TokenShape::kCapitalized || shape == TokenShape::kAllCaps || shape == TokenShape::kInitial) return true;
  const std::string_view word = text(token);
  return shape == TokenShape::kMixed && !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

PhraseMatch TokenReader::longest_match(WordClass c, std::uint32_t token, std::uint32_t limit) const {
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
