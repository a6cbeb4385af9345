#include "core/resolve/article.h"

namespace newsloupe {

std::string Article::known_speaker(const Attribution& who) const {
  const bool in_words = !who.entity.valid() && who.given.empty() && !who.speaker.empty();
  const std::uint32_t token = in_words ? doc.token_from(who.speaker.begin) : 0;
  const bool pronoun =
      in_words && doc.tokens[token].classes.has(WordClass::kPronoun) && doc.token_spans[token].end == who.speaker.end;
  return pronoun ? std::string() : speaker_name(who);
}

}  // namespace newsloupe
