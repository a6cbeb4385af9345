#include "core/resolve/phrase_words.h"

namespace newsloupe {

bool is_adverb(const TokenReader& tokens, std::uint32_t t) {
  return tokens.ends_in(t, "ly") ||
         tokens.says_any(t, {"also",  "then",  "later",     "earlier",   "further",   "again",      "once",    "often",
                             "even",  "still", "now",       "already",   "just",      "only",       "instead", "never",
                             "today", "too",   "yesterday", "both",      "once",      "twice",      "all",     "not",
                             "long",  "soon",  "first",     "himself",   "herself",   "themselves", "itself",  "ever",
                             "since", "there", "always",    "sometimes", "afterwards"});
}

bool is_subject_pronoun(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(t, {"he", "she", "they", "it", "we", "i", "you", "one", "many", "some", "others", "most",
                             "both", "several", "another", "someone"});
}

static bool is_number(const TokenReader& tokens, std::uint32_t t) {
  return tokens.has_shape(t, TokenShape::kNumber) || tokens.is(t, WordClass::kNumberWord);
}

bool is_share(const TokenReader& tokens, std::uint32_t head) {
  if (head == 0) return false;
  if (tokens.says_any(head, {"percent", "%"})) return is_number(tokens, head - 1);
  return head > 1 && is_number(tokens, head) && tokens.says(head - 1, "in") && is_number(tokens, head - 2);
}

bool is_compound(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says(t - 1, "-") && !tokens.space_before(t);
}

bool joins_noun_phrases(const TokenReader& tokens, std::uint32_t t) {
  if (is_compound(tokens, t)) return false;
  return tokens.says_any(t, {"of", "for", "from", "with", "in", "at", "on", "to", "by", "near", "behind", "against",
                             "inside", "outside", "within", "over", "about"});
}

bool opens_participle(const TokenReader& tokens, std::uint32_t t) {
  return (tokens.ends_in(t, "ed") || tokens.says_any(t, {"seen", "given", "made", "written", "sent", "shown"})) &&
         tokens.says_any(t + 1, {"by", "to", "in", "on", "from", "after", "at", "with", "under", "for"});
}

// "short-term", "Veteran volunteers said", "three reports say": what can be a verb is a noun or a part of one here.
static bool is_verb(const TokenReader& tokens, std::uint32_t t) {
  if (!tokens.is(t, WordClass::kReportingVerb) || is_compound(tokens, t)) return false;
  return !tokens.is(t, WordClass::kPersonNoun | WordClass::kReportingNoun | WordClass::kAnonymousSource) ||
         !tokens.is(t + 1, WordClass::kReportingVerb | WordClass::kAuxiliary);
}

bool breaks_phrase(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(
             t, {"that",   "but",  "as",     "when",    "while", "if",    "because",   "although", "though",  "since",
                 "where",  "so",   "or",     "than",    "and",   "after", "before",    "until",    "whether", "how",
                 "why",    "what", "who",    "which",   "whom",  "whose", "nor",       "yet",      "then",    "once",
                 "unless", "amid", "during", "despite", "like",  "not",   "meanwhile", "however"}) ||
         tokens.is(t, WordClass::kAuxiliary | WordClass::kWeekday) || is_verb(tokens, t);
}

bool joins_peoples(const TokenReader& tokens, std::uint32_t t) {
  return t > 0 && tokens.says(t, "and") && tokens.is(t - 1, WordClass::kDemonym) &&
         tokens.is(t + 1, WordClass::kDemonym);
}

bool is_one_of_things(const TokenReader& tokens, std::uint32_t first) {
  constexpr WordClasses kSpeakers = kSpeakerNouns | WordClass::kReportingNoun | WordClass::kPronoun;
  if (!tokens.says(first + 1, "of")) return false;
  constexpr std::uint32_t kReach = 6;
  std::uint32_t noun = first + 1;
  for (std::uint32_t t = first + 2; t < first + kReach && tokens.is_word(t); ++t) {
    if (breaks_phrase(tokens, t) || joins_noun_phrases(tokens, t)) break;
    if (tokens.is(t, kSpeakers) || tokens.is_capitalized(t)) return false;
    noun = t;
  }
  return tokens.ends_in(noun, "s") && !tokens.ends_in(noun, "ss");
}

}  // namespace newsloupe
