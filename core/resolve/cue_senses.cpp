// Words that look like a cue of speech and are none: nouns, participles before nouns, verbs of another sense.
#include <algorithm>
#include <array>

#include "core/resolve/frame_reader.h"
#include "core/resolve/phrase_words.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kReach = 4;  // tokens before a noun in which its determiner is looked for

// Verbs whose base and "-s" forms are everyday nouns.
constexpr std::array<std::string_view, 17> kNounLike = {"order",  "report",  "claim",  "demand",   "request", "stress",
                                                        "charge", "promise", "pledge", "vow",      "remark",  "comment",
                                                        "boast",  "joke",    "dream",  "estimate", "state"};

}  // namespace

bool FrameReader::is_no_verb(const Draft& draft) const {
  if (draft.frame.kind != ReportingCue::Kind::kVerb) return false;
  const TokenSpan cue = draft.frame.cue;
  // "a think tank".
  if (draft.verb.lemma == "think" && (tokens_.text(cue.end) == "tank" || tokens_.text(cue.end) == "tanks")) return true;
  // "the Velda Blog"
  if (draft.verb.lemma == "blog" && tokens_.is_capitalized(cue.begin) && cue.begin > sentence_.begin) return true;
  // "added to the canvas", "added during the night".
  if (draft.verb.lemma == "add" && tokens_.says_any(cue.end, {"to", "during", "by"}) &&
      !tokens_.is(cue.end + 1, WordClass::kAnonymousSource))
    return true;
  // "memos rated "secret"", "a plan dubbed "Open Sea"", "described as a wall", "must contend with the sea".
  const std::string_view lemma = draft.verb.lemma;
  if ((lemma == "rate" || lemma == "dub") && map_.quote(cue.end).valid()) return true;
  constexpr WordClasses kCritics = WordClass::kPersonNoun | WordClass::kAnonymousSource | WordClass::kOffice |
                                   WordClass::kPronoun | WordClass::kAuxiliary;
  if (lemma == "dub" && tokens_.says_any(cue.end, {"a", "an", "the"}) &&
      tokens_.has_shape(cue.begin - 1, TokenShape::kLower) && !tokens_.is(cue.begin - 1, kCritics))
    return true;
  // "The losses reported by the firm were large."
  if (draft.verb.tense == "past" && tokens_.says(cue.end, "by") && cue.begin > sentence_.begin &&
      tokens_.has_shape(cue.begin - 1, TokenShape::kLower) && !tokens_.is(cue.begin - 1, kCritics) &&
      !is_adverb(tokens_, cue.begin - 1))
    return true;
  if (lemma == "post" && tokens_.says_any(cue.end, {"to", "on"})) return true;
  if (lemma == "describe" && draft.verb.tense == "past" && tokens_.is_comma(cue.begin - 1) &&
      tokens_.says(cue.end, "as"))
    return true;
  if (lemma == "contend" && tokens_.says(cue.end, "with")) return true;
  // "to bring down stress and worry".
  if (lemma == "stress" && tokens_.says_any(cue.begin - 1, {"down", "of", "under", "less", "more", "and"})) return true;
  // "Consider the sea, which ..."
  if (cue.begin == sentence_.begin) return draft.verb.tense == "base" || lemma == "read";
  // "It is worth noting that ...": the writer does.
  return tokens_.text(cue.begin - 1) == "worth" || is_noun(draft) || is_attribute(draft);
}

// "That warning does not", "the executive order that", "his infrequent jokes that".
bool FrameReader::is_noun(const Draft& draft) const {
  const std::uint32_t cue = draft.frame.cue.begin;
  if (draft.verb.tense == "ing") {
    return tokens_.is(cue - 1, WordClass::kDeterminer) && !tokens_.is(cue - 1, WordClass::kPronoun) &&
           !tokens_.says(cue + 1, "that");
  }
  // "a lingering thought"
  if (tokens_.text(cue) == "thought" && cue >= sentence_.begin + 2 && tokens_.ends_in(cue - 1, "ing") &&
      tokens_.is(cue - 2, WordClass::kDeterminer))
    return true;
  if (std::ranges::find(kNounLike, draft.verb.lemma) == kNounLike.end()) return false;
  const bool base = draft.verb.tense == "base", plural = draft.verb.tense == "present";
  if (!base && !plural) return false;
  // "Democratic claims as", "estimates of".
  if (plural && tokens_.says_any(cue + 1, {"as", "of", "about", "by", "from", "against", "made"})) return true;
  // "its 2021 report on the sea", but "they report on the sea"
  const bool acts = tokens_.is(cue - 1, WordClass::kPronoun | WordClass::kAuxiliary) || tokens_.says(cue - 1, "to") ||
                    tokens_.ends_in(cue - 1, "s") || tokens_.says_any(cue - 1, {"people", "men", "women"});
  if (base && !acts && tokens_.says_any(cue + 1, {"of", "on", "about", "by", "from", "into"})) return true;
  // Who could be its subject stands right before it.
  if (map_.mention(cue - 1).valid()) {
    // "The council report says"
    return base && tokens_.is(cue + 1, WordClass::kReportingVerb | WordClass::kAuxiliary);
  }
  const SpeakerPhrase subject = speakers_.ending_at(cue - 1, sentence_.begin);
  // "Initial estimates put it at".
  if (plural && subject.found() && subject.speaker.size() == 1 && !speakers_.can_speak(subject)) return true;
  const bool agrees = base ? tokens_.ends_in(cue - 1, "s") || tokens_.says_any(cue - 1, {"people", "men", "women"})
                           : speakers_.can_speak(subject);
  if (agrees || tokens_.is(cue - 1, WordClass::kAuxiliary | WordClass::kPronoun) || tokens_.says(cue - 1, "to"))
    return false;
  for (std::uint32_t t = cue - 1; t >= sentence_.begin && cue - t <= kReach; --t) {
    if (base && tokens_.says_any(t, {"a", "an", "the", "this", "that"})) return true;
    if (plural && tokens_.says_any(t, {"his", "her", "their", "its", "my", "our", "your"})) return true;
    if (map_.mention(t).valid() || !tokens_.is_word(t)) return false;
    if (t == sentence_.begin) break;
  }
  return false;
}

// "the most commonly reported drugs", "publicly maintained roads", "of all reported gifts".
bool FrameReader::is_attribute(const Draft& draft) const {
  const TokenSpan cue = draft.frame.cue;
  if (draft.verb.tense == "past" && draft.verb.lemma != "say" && tokens_.has_shape(cue.end, TokenShape::kLower) &&
      (tokens_.says_any(cue.begin - 1, {"the", "a", "an", "most"}) ||
       (tokens_.says(cue.begin - 1, "all") && tokens_.says(cue.begin - 2, "of"))))
    return true;
  if (draft.verb.tense != "past" || draft.verb.lemma == "say" || cue.begin < sentence_.begin + 2 ||
      !tokens_.ends_in(cue.begin - 1, "ly"))
    return false;
  const std::uint32_t before = cue.begin - 2;
  const bool led = tokens_.is(before, WordClass::kPreposition | WordClass::kDeterminer) ||
                   tokens_.says_any(before, {"most", "more"});
  return led && tokens_.has_shape(cue.end, TokenShape::kLower) &&
         !tokens_.is(cue.end, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition |
                                  WordClass::kConjunction | WordClass::kAuxiliary | WordClass::kRelative) &&
         !tokens_.says(cue.end, "that");
}

// "One could argue", "It is important to note": nobody in particular.
bool FrameReader::is_anyone(const SpeechFrame& frame) const {
  if (frame.kind != ReportingCue::Kind::kVerb || frame.speaker.speaker.size() != 1) return false;
  const std::uint32_t subject = frame.speaker.speaker.begin, before = frame.cue.begin - 1;
  // "no one is suggesting", "reports are the one which explains"
  if (tokens_.says(subject, "one") && tokens_.says_any(subject - 1, {"no", "the"})) return true;
  if (tokens_.says(subject, "one"))
    return tokens_.says_any(before, {"could", "might", "may", "can", "would", "must"}) && before > subject;
  return tokens_.says(subject, "it") && tokens_.says(before, "to") &&
         tokens_.says_any(subject + 1, {"is", "was", "'s"});
}

}  // namespace newsloupe
