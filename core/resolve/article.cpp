#include "core/resolve/article.h"

namespace newsloupe {

bool Article::is_pronoun(TextSpan words) const {
  if (words.empty()) return false;
  const std::uint32_t token = doc.token_from(words.begin);
  return doc.tokens[token].classes.has(WordClass::kPronoun) && doc.token_spans[token].end == words.end;
}

std::string Article::known_speaker(const Attribution& who) const {
  const bool in_words = !who.entity.valid() && who.given.empty();
  return in_words && is_pronoun(who.speaker) ? std::string() : speaker_name(who);
}

}  // namespace newsloupe
