#include "core/resolve/gender.h"

namespace newsloupe {
namespace {

Gender gender_of(const LexiconEntry* entry) {
  if (entry == nullptr || entry->columns.empty()) return Gender::kUnknown;
  return entry->columns[0] == "f" ? Gender::kFemale : Gender::kMale;
}

}  // namespace

Gender gender_of_name(const TokenReader& tokens, TokenSpan name) {
  return name.size() < 2 ? Gender::kUnknown : gender_of(tokens.entry(WordClass::kGivenName, name.begin));
}

Gender gender_of_single_name(const TokenReader& tokens, TokenSpan name) {
  if (name.size() != 1 || tokens.is(name.begin, WordClass::kFamilyName)) return Gender::kUnknown;
  return gender_of(tokens.entry(WordClass::kGivenName, name.begin));
}

Gender gender_of_address(const TokenReader& tokens, TokenSpan role) {
  Gender gender = Gender::kUnknown;
  for (std::uint32_t i = role.begin; i < role.end; ++i) {
    if (const Gender said = gender_of(tokens.entry(WordClass::kHonorific, i)); said != Gender::kUnknown) gender = said;
  }
  return gender;
}

}  // namespace newsloupe
