#include "core/resolve/gender.h"

namespace newsloupe {
namespace {

Gender gender_of(const LexiconEntry* entry) {
  if (entry == nullptr || entry->columns.empty()) return Gender::kUnknown;
  return entry->columns[0] == "f" ? Gender::kFemale : Gender::kMale;
}

}  // namespace

Gender gender_of_name(const TokenReader& tokens, TokenSpan name, const Entity& person) {
  const bool full = name.size() > 1;
  const bool alone = person.name.find(' ') == std::string::npos && !tokens.is(name.begin, WordClass::kFamilyName);
  return full || alone ? gender_of(tokens.entry(WordClass::kGivenName, name.begin)) : Gender::kUnknown;
}

Gender gender_of_address(const TokenReader& tokens, TokenSpan role) {
  Gender gender = Gender::kUnknown;
  for (std::uint32_t i = role.begin; i < role.end; ++i) {
    if (const Gender said = gender_of(tokens.entry(WordClass::kHonorific, i)); said != Gender::kUnknown) gender = said;
  }
  return gender;
}

}  // namespace newsloupe
