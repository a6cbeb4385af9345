#include "core/resolve/saying_circumstances.h"

#include <algorithm>

namespace newsloupe {

// One noun phrase behind a preposition or a verb of telling: a pronoun, a name, or a determiner with its words.
std::uint32_t SayingCircumstances::after_phrase(std::uint32_t t, std::uint32_t end) const {
  if (tokens_.is(t, WordClass::kDeterminer) || tokens_.is(t, WordClass::kPronoun)) {
    const bool determiner =
        tokens_.is(t, WordClass::kDeterminer) || tokens_.says_any(t, {"his", "her", "their", "its"});
    ++t;
    if (!determiner || tokens_.is(t, WordClass::kPronoun)) return t;  // "told her he would"
  }
  // "Prime Minister Weaver's visit": a title before the name.
  std::uint32_t title = t;
  while (title < end && tokens_.is_capitalized(title) && !map_.mention(title).valid()) ++title;
  if (map_.mention(title).valid()) t = title;
  while (map_.mention(t).valid()) {
    t = std::max(t + 1, map_.tokens(map_.mention(t)).end);
    // "Velda MPs"
    const auto hears = [&](std::uint32_t i) {
      constexpr WordClasses kPeople = WordClass::kOffice | WordClass::kAnonymousSource | WordClass::kPersonNoun;
      return tokens_.is(i, kPeople) && (tokens_.is_capitalized(i) || tokens_.ends_in(i, "s"));
    };
    while (t < end && hears(t)) ++t;
    if (!tokens_.is_possessive(t)) return t;
    ++t;
  }
  while (t < end && tokens_.has_shape(t + 1, TokenShape::kLower) && tokens_.is_word(t + 1) &&
         !tokens_.is(t + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition |
                                WordClass::kConjunction | WordClass::kAuxiliary | WordClass::kRelative) &&
         tokens_.is(t + 1, WordClass::kReportingNoun | WordClass::kCommonNoun | WordClass::kPersonNoun)) {
    ++t;
  }
  return std::min(t + 1, end);
}

bool SayingCircumstances::is_preposition(std::uint32_t t) const {
  if (tokens_.says_any(t, {"on", "in", "during", "at", "by", "via", "through", "after", "before"})) return true;
  return tokens_.says(t, "to") &&
         (map_.mention(t + 1).valid() || tokens_.is(t + 1, WordClass::kDeterminer | WordClass::kAnonymousSource));
}

// Over time and place of the saying: "on Tuesday", "in a statement", "earlier this week".
std::uint32_t SayingCircumstances::after_all(std::uint32_t t, std::uint32_t end) const {
  while (t < end) {
    if (tokens_.is(t, WordClass::kWeekday) ||
        tokens_.says_any(t, {"today", "yesterday", "late", "early", "earlier", "later", "recently", "again",
                             "repeatedly", "night", "morning", "afternoon", "evening"})) {
      ++t;
    } else if (tokens_.is(t, WordClass::kMonth)) {
      ++t;
      if (tokens_.has_shape(t, TokenShape::kNumber)) ++t;
    } else if (is_preposition(t) && !map_.quote(t + 1).valid()) {
      const std::uint32_t next = t + 1;
      const bool date = tokens_.is(next, WordClass::kWeekday | WordClass::kMonth);
      t = date ? next : after_phrase(next, end);
    } else if (tokens_.says_any(t, {"this", "last"}) && (tokens_.says_any(t + 1, {"week", "month", "year"}) ||
                                                         tokens_.is(t + 1, WordClass::kWeekday | WordClass::kMonth))) {
      t += 2;
    } else {
      break;
    }
  }
  return std::min(t, end);
}

// A preposition, an adverb or a word of time: what may stand between a cue and its "that".
bool SayingCircumstances::may_begin(std::uint32_t t) const {
  return tokens_.is(t, WordClass::kPreposition | WordClass::kWeekday | WordClass::kMonth) || tokens_.ends_in(t, "ly") ||
         tokens_.is_comma(t) ||
         tokens_.says_any(t, {"earlier", "later", "today", "yesterday", "again", "this", "last", "on", "in", "to", "at",
                              "for", "off", "out", "by", "about", "of", "with", "as"});
}

}  // namespace newsloupe
