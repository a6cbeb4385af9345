#include "core/annotate/tense.h"

#include <algorithm>
#include <string_view>

namespace newsloupe {
namespace {

constexpr std::uint32_t kReach = 25;  // tokens looked at on each side
// Before "to", these speak of what is planned: "is to meet", "are set to meet".
constexpr std::string_view kPlanning[] = {"is",      "are",     "be",     "set",   "due",    "scheduled", "expected",
                                          "planned", "slated",  "plans",  "going", "plan",   "hopes",     "aims",
                                          "intends", "expects", "poised", "ready", "likely", "bound"};
constexpr std::string_view kExpectation[] = {"upcoming", "forthcoming", "planned", "scheduled", "proposed"};

class Looker {
 public:
  Looker(const SegmentedDocument& doc, TokenSpan sentence, const Lexicon& lexicon)
      : doc_(doc), sentence_(sentence), lexicon_(lexicon) {}

  [[nodiscard]] Tense at(std::uint32_t i) const {
    const RuleToken& token = doc_.tokens[i];
    if (token.shape == TokenShape::kPunct) return Tense::kUnknown;
    const std::string_view word = lexicon_.word(token.term);
    if (word == "to" && i > sentence_.begin &&
        std::ranges::find(kPlanning, lexicon_.word(doc_.tokens[i - 1].term)) != std::ranges::end(kPlanning)) {
      return Tense::kFuture;
    }
    if (std::ranges::find(kExpectation, word) != std::ranges::end(kExpectation)) return Tense::kFuture;
    if (token.classes.has(WordClass::kAuxiliary) && token.shape == TokenShape::kLower) return auxiliary(token.term);
    if (token.classes.has(WordClass::kPastForm)) return Tense::kPast;
    const std::string_view text = doc_.token_text(i);
    return token.shape == TokenShape::kLower && text.size() > 4 && text.ends_with("ed") ? Tense::kPast
                                                                                        : Tense::kUnknown;
  }

 private:
  [[nodiscard]] Tense auxiliary(TermId term) const {
    const LexiconEntry* entry = lexicon_.entry(WordClass::kAuxiliary, term);
    if (entry == nullptr || entry->columns.empty()) return Tense::kUnknown;
    return entry->columns[0] == "past"     ? Tense::kPast
           : entry->columns[0] == "future" ? Tense::kFuture
                                           : Tense::kUnknown;
  }

  const SegmentedDocument& doc_;
  TokenSpan sentence_;
  const Lexicon& lexicon_;
};

}  // namespace

Tense tense_near(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token, const Lexicon& lexicon) {
  const Looker looker(doc, sentence, lexicon);
  const std::uint32_t floor = token - std::min(token - sentence.begin, kReach);
  for (std::uint32_t i = token; i > floor; --i) {
    if (const Tense tense = looker.at(i - 1); tense != Tense::kUnknown) return tense;
  }
  // Forward no further than the clause; a comma after an opening "On Tuesday" does not end it.
  const bool opening = token <= sentence.begin + 2;
  const std::uint32_t ceiling = std::min(sentence.end, token + kReach);
  for (std::uint32_t i = token; i < ceiling; ++i) {
    if (const Tense tense = looker.at(i); tense != Tense::kUnknown) return tense;
    const bool mark = doc.tokens[i].shape == TokenShape::kPunct && !opening;
    if (mark || (i > token && lexicon.word(doc.tokens[i].term) == "and")) break;
  }
  return Tense::kUnknown;
}

}  // namespace newsloupe
