#include "core/annotate/name_bodies.h"

namespace newsloupe {

bool heads_chief(const NameTokens& tokens, TokenSpan run) {
  for (std::uint32_t k = run.begin + 3; k < run.end; ++k) {
    if (tokens.phrase(WordClass::kOffice, k, run.end) > 0 && tokens.phrase(WordClass::kOffice, run.begin, k) == 0 &&
        tokens.ends_in(WordClass::kOrganizationHead, run.begin, k, 2))
      return true;
  }
  return false;
}

bool follows_body(const NameTokens& tokens, std::uint32_t i, TokenSpan run) {
  for (std::uint32_t of = run.begin + 1; of + 1 < i; ++of) {
    if (tokens.writes(of, "of") && tokens.ends_in(WordClass::kOrganizationHead, run.begin, of, 0)) return true;
  }
  return false;
}

bool follows_head_of(const NameTokens& tokens, std::uint32_t i, TokenSpan run) {
  return i > run.begin + 1 && tokens.writes(i - 1, "of") &&
         tokens.ends_in(WordClass::kOrganizationHead, run.begin, i - 1, 0) != nullptr;
}

bool begins_body(const NameTokens& tokens, std::uint32_t i, std::uint32_t after, TokenSpan run) {
  return i > run.begin && after < run.end && tokens.common(i) &&
         tokens.phrase(WordClass::kOrganizationHead, after, run.end) > 0;
}

}  // namespace newsloupe
