#include "core/annotate/name_doubts.h"

#include "core/annotate/name_runs.h"

namespace newsloupe {

bool follows_model_number(const NameTokens& tokens, std::uint32_t i) {
  if (i == 0 || !tokens.is(i, WordClass::kGivenName) || !tokens[i].space_before) return false;
  if (tokens.is(i, WordClass::kFamilyName)) return false;  // "some 700 Clinton papers"
  const std::string_view before = tokens.word(i - 1);
  const bool year = before.size() == 4 && (before.front() == '1' || before.front() == '2');
  if (tokens[i - 1].shape == TokenShape::kNumber)
    return before.size() >= 3 && !year && before.find_first_not_of("0123456789") == std::string_view::npos;
  return tokens[i - 1].shape == TokenShape::kAlphanumeric && before.front() >= 'A' && before.front() <= 'Z';
}

bool is_party_and_state(const NameTokens& tokens, TokenSpan name) {
  if (name.size() < 3 || tokens.word(name.begin).size() > 1 || !is_joining_hyphen(tokens, name.begin + 1, name.end))
    return false;
  return tokens.word(name.begin + 2).ends_with('.') || tokens.known_name(name.begin + 2, name.end).weight >= 5;
}

bool is_form_of_address(const NameTokens& tokens, std::uint32_t i) {
  const std::string_view word = tokens.word(i);
  return tokens.is(i, WordClass::kHonorific) && !tokens.is(i, WordClass::kGivenName | WordClass::kFamilyName) &&
         (word.size() <= 3 || word.ends_with('.'));
}

bool follows_handle_sign(const NameTokens& tokens, std::uint32_t i) {
  const std::string_view before = tokens[i].space_before ? std::string_view() : tokens.word(i - 1);
  return before == "@" || before == "#";
}

bool is_everyday_brand(const NameTokens& tokens, std::uint32_t i) {
  const std::string_view word = tokens.word(i);
  if (tokens[i].shape != TokenShape::kMixed || word.front() < 'a' || word.front() > 'z') return false;
  return tokens.lexicon().classes(tokens.lexicon().find(fold_word(word.substr(1)))).has(WordClass::kCommonWord);
}

}  // namespace newsloupe
