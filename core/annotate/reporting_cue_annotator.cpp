// Words that introduce speech: verbs in any tense, "according to", nouns of saying.
#include "core/annotate/annotate.h"
#include "core/annotate/token_reader.h"

namespace newsloupe {
namespace {

constexpr RuleId kVerbRule{"cue.verb"};
constexpr RuleId kAccordingRule{"cue.according_to"};
constexpr RuleId kNounRule{"cue.noun"};

// "a nervous call", "the racial remarks": behind a determiner and a word that is not their subject.
bool ends_noun_phrase(const TokenReader& tokens, std::uint32_t token, bool base) {
  const std::uint32_t before = token - 1;
  if (token < 2 || !tokens.has_shape(before, TokenShape::kLower) || !tokens.is(token - 2, WordClass::kDeterminer) ||
      tokens.is(before, WordClass::kPersonNoun | WordClass::kOffice | WordClass::kAnonymousSource |
                            WordClass::kGroupNoun | WordClass::kOrganizationHead)) {
    return false;
  }
  // "the officers call", "what they call"
  if (base) return !tokens.ends_in(before, "s") && !tokens.says_any(before, {"they", "we", "you", "i"});
  return tokens.ends_in(before, "al") || tokens.ends_in(before, "ous") || tokens.ends_in(before, "ic") ||
         tokens.ends_in(before, "ive") || tokens.ends_in(before, "ful");
}

// "early reports that", "denied claims that", "amid reports that", "Reports that it would close": no verb of a subject.
bool is_noun_with_clause(const TokenReader& tokens, std::uint32_t token, TokenSpan sentence) {
  if (!tokens.says(token + 1, "that") || !tokens.ends_in(token, "s") ||
      tokens.entry(WordClass::kReportingNoun, token) == nullptr) {
    return false;
  }
  if (token == sentence.begin) return true;
  const std::uint32_t before = token - 1;
  if (tokens.is(before, WordClass::kPreposition)) return true;
  if (!tokens.has_shape(before, TokenShape::kLower) ||
      tokens.is(before, WordClass::kPersonNoun | WordClass::kOffice | WordClass::kAnonymousSource |
                            WordClass::kGroupNoun | WordClass::kOrganizationHead)) {
    return false;
  }
  if (tokens.says_any(before, {"early", "earlier"}) || tokens.text(before) == "news") return true;
  // "the accused claims that", "the defence now claims that"
  const bool told = tokens.ends_in(before, "ed") || tokens.ends_in(before, "ing") || tokens.ends_in(before, "al") ||
                    tokens.ends_in(before, "ous") || tokens.ends_in(before, "ic") || tokens.ends_in(before, "ive") ||
                    tokens.ends_in(before, "ful");
  return told && !tokens.is(token - 2, WordClass::kDeterminer);
}

// Forms like "claims", "reports" and "charge" are nouns as often as verbs.
bool stands_as_noun(const TokenReader& tokens, std::uint32_t token, TokenSpan sentence, const LexiconEntry& verb) {
  if (is_noun_with_clause(tokens, token, sentence)) return true;
  const bool inflected = verb.columns.size() > 1 && (verb.columns[1] == "past" || verb.columns[1] == "ing");
  const std::uint32_t before = token - 1;
  const bool ing = verb.columns.size() > 1 && verb.columns[1] == "ing";
  // "he's claiming": the sign of the possessive is "is" here.
  if (ing && tokens.is_possessive(before)) return false;
  if (tokens.says(token, "called") && tokens.says_any(before, {"so", "-"})) return true;
  if (tokens.is_possessive(before) || tokens.says_any(before, {"a", "an", "the", "this", "these", "those", "any", "no",
                                                               "its", "their", "our", "my", "your", "of", "for"})) {
    // "the accused", "of saying": a form in -ing keeps its verb after a preposition.
    return !(ing && tokens.says_any(before, {"of", "for"}));
  }
  // "the county's reporting station has": it says what kind of thing the next word is.
  const bool kind = tokens.text(token) == "reporting" && tokens.has_shape(token + 1, TokenShape::kLower) &&
                    !tokens.is(token + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition);
  if (kind && (tokens.is(token + 2, WordClass::kAuxiliary) || tokens.ends_in(token + 2, "n't") ||
               tokens.ends_in(token + 2, "n\u2019t"))) {
    return true;
  }
  // "previous alleged involvement": said of the word behind it.
  const bool quality = tokens.text(token) == "alleged" && tokens.has_shape(token + 1, TokenShape::kLower) &&
                       !tokens.says(token + 1, "that") && !tokens.is(before, WordClass::kAuxiliary) &&
                       !tokens.is(token + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition);
  if (quality) return true;
  if (tokens.says(before, "to") && tokens.ends_in(token, "s")) return true;  // "according to reports"
  if (inflected) return !ing && tokens.says_any(before, {"his", "her"});     // "his alleged role"
  if (tokens.says_any(before, {"his", "her", "some", "many", "such", "first", "last", "latest", "new", "recent", "with",
                               "by", "in", "on", "at", "from", "about", "into", "under"})) {
    return true;
  }
  if (ends_noun_phrase(tokens, token, verb.columns.size() > 1 && verb.columns[1] == "base")) return true;
  if (tokens.is(token + 1, WordClass::kAuxiliary)) return true;  // "the comment was"
  return tokens.says(token + 1, "of") && !tokens.says(token, "say");
}

// "Asked whether the minister would go, she ...": she was asked, and what was asked is nobody's statement.
bool opens_as_passive(const TokenReader& tokens, std::uint32_t token, TokenSpan sentence, const LexiconEntry& verb) {
  return token == sentence.begin && verb.columns.size() > 1 && verb.columns[1] == "past" &&
         tokens.says_any(token + 1, {"whether", "if", "about", "by", "why", "how", "what", "when", "where", "to"});
}

}  // namespace

Layer<ReportingCue> annotate_reporting_cues(const TokenReader& tokens) {
  const SegmentedDocument& doc = tokens.doc();
  std::vector<ReportingCue> cues;
  for (const Sentence& sentence : doc.sentences) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (tokens.says(t, "according") && tokens.says(t + 1, "to")) {
        cues.push_back({doc.text_from_tokens({t, t + 2}), ReportingCue::Kind::kAccordingTo, kAccordingRule});
        continue;
      }
      const PhraseMatch verb = tokens.match(WordClass::kReportingVerb, t, sentence.tokens.end);
      if (verb.length > 0 && !stands_as_noun(tokens, t, sentence.tokens, *verb.entry) &&
          !opens_as_passive(tokens, t, sentence.tokens, *verb.entry)) {
        cues.push_back({doc.text_from_tokens({t, t + verb.length}), ReportingCue::Kind::kVerb, kVerbRule});
        t += verb.length - 1;
        continue;
      }
      const LexiconEntry* noun = tokens.entry(WordClass::kReportingNoun, t);
      if (noun != nullptr && !noun->columns.empty() && noun->columns[0] != "medium" && tokens.says(t + 1, "that")) {
        cues.push_back({doc.text_from_tokens({t, t + 1}), ReportingCue::Kind::kNoun, kNounRule});
      }
    }
  }
  return Layer<ReportingCue>(std::move(cues));
}

}  // namespace newsloupe
