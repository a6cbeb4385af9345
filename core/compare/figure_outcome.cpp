#include "core/compare/figure_outcome.h"

#include <algorithm>
#include <array>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

struct OutcomeWord {
  std::string_view word;
  Outcome outcome;
};
constexpr OutcomeWord kOutcomeWords[] = {{"killed", Outcome::kKilled},
                                         {"kills", Outcome::kKilled},
                                         {"kill", Outcome::kKilled},
                                         {"killing", Outcome::kKilled},
                                         {"died", Outcome::kKilled},
                                         {"die", Outcome::kKilled},
                                         {"dies", Outcome::kKilled},
                                         {"dead", Outcome::kKilled},
                                         {"deaths", Outcome::kKilled},
                                         {"death", Outcome::kKilled},
                                         {"fatalities", Outcome::kKilled},
                                         {"perished", Outcome::kKilled},
                                         {"injured", Outcome::kInjured},
                                         {"injures", Outcome::kInjured},
                                         {"injuring", Outcome::kInjured},
                                         {"injuries", Outcome::kInjured},
                                         {"wounded", Outcome::kInjured},
                                         {"wounding", Outcome::kInjured},
                                         {"wounds", Outcome::kInjured},
                                         {"hurt", Outcome::kInjured},
                                         {"hurting", Outcome::kInjured},
                                         {"missing", Outcome::kMissing},
                                         {"unaccounted", Outcome::kMissing},
                                         {"evacuated", Outcome::kSafe},
                                         {"evacuating", Outcome::kSafe},
                                         {"rescued", Outcome::kSafe},
                                         {"safety", Outcome::kSafe},
                                         {"arrested", Outcome::kArrested},
                                         {"arrests", Outcome::kArrested},
                                         {"arrest", Outcome::kArrested},
                                         {"detained", Outcome::kArrested},
                                         {"forced", Outcome::kSafe},
                                         {"fled", Outcome::kSafe},
                                         {"homeless", Outcome::kHomeless},
                                         {"displaced", Outcome::kHomeless},
                                         {"displacing", Outcome::kHomeless},
                                         {"infected", Outcome::kInfected},
                                         {"infections", Outcome::kInfected},
                                         {"hospitalized", Outcome::kInjured},
                                         {"hospitalised", Outcome::kInjured},
                                         {"lives", Outcome::kKilled},
                                         {"fatally", Outcome::kKilled},
                                         {"marched", Outcome::kAttending},
                                         {"rallied", Outcome::kAttending},
                                         {"attended", Outcome::kAttending},
                                         {"gathered", Outcome::kAttending},
                                         {"demonstrated", Outcome::kAttending},
                                         {"protested", Outcome::kAttending},
                                         {"crowd", Outcome::kAttending},
                                         {"drew", Outcome::kAttending}};

// Between an amount and the outcome behind it: "12 people are now feared dead", "12 others remain missing".
constexpr std::string_view kThenWords[] = {
    "also",   "are",     "be",       "been",     "being",  "believed", "brought",  "confirmed", "feared",
    "found",  "had",     "has",      "have",     "is",     "known",    "led",      "left",      "listed",
    "lost",   "lost",    "more",     "moved",    "now",    "of",       "other",    "others",    "people",
    "person", "persons", "presumed", "reported", "remain", "remained", "still",    "taken",     "the",
    "their",  "them",    "to",       "was",      "were",   "who",      "residents"};
// Between an outcome and the amount behind it: "killing at least 12", "a death toll of about 12".
constexpr std::string_view kBeforeWords[] = {
    "a",       "about",   "above", "all",     "almost", "an",     "another",   "approximately", "are",    "around",
    "as",      "at",      "been",  "climbed", "climbs", "close",  "estimated", "exceeded",      "fewer",  "further",
    "had",     "has",     "high",  "hit",     "is",     "jumped", "least",     "less",          "many",   "more",
    "most",    "nearly",  "no",    "now",     "of",     "other",  "over",      "passed",        "people", "put",
    "reached", "reaches", "rise",  "risen",   "rises",  "rose",   "roughly",   "some",          "stands", "stood",
    "than",    "the",     "to",    "toll",    "up",     "was",    "were"};

// Verbs by which a toll comes to its number.
constexpr std::string_view kRising[] = {"rose",    "rises",   "risen",   "climbed",  "climbs", "reached",  "reaches",
                                        "jumped",  "settled", "settles", "stood",    "stands", "bringing", "brought",
                                        "raising", "raised",  "rising",  "climbing", "put",    "puts"};

Outcome outcome_named(std::string_view folded) {
  const auto* const found = std::ranges::find(kOutcomeWords, folded, &OutcomeWord::word);
  return found == std::ranges::end(kOutcomeWords) ? Outcome::kNone : found->outcome;
}

class OutcomeReader {
 public:
  OutcomeReader(const Article& article, const SetWords& set, const ArticleWords& words, TextSpan sentence,
                TextSpan amount)
      : article_(article), set_(set), words_(words), all_(words.words_in(sentence)), own_(words.words_in(amount)) {}

  [[nodiscard]] Outcome read() const {
    if (all_.empty() || own_.empty()) return Outcome::kNone;
    for (std::uint32_t w = own_.begin; w < own_.end; ++w) {
      if (const Outcome o = outcome_named(text(w)); o != Outcome::kNone) return o;
    }
    if (is_the_whole_of_a_part()) return Outcome::kNone;
    if (const Outcome o = behind(); o != Outcome::kNone) return o;
    return before();
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t w) const { return set_.text(words_.words[w].word); }
  [[nodiscard]] std::string_view between(std::uint32_t w) const {  // the word w and the one before it
    return article_.text({words_.words[w - 1].span.end, words_.words[w].span.begin});
  }
  [[nodiscard]] bool part_ends_before(std::uint32_t w) const {
    return between(w).find_first_of(",;:()\"") != std::string_view::npos ||
           between(w).find("\xE2\x80") != std::string_view::npos;  // dashes and curly marks
  }

  // "of the three victims": what happened is said of a part of them.
  [[nodiscard]] bool is_the_whole_of_a_part() const {
    if (own_.begin < all_.begin + 2) return false;
    const bool article = text(own_.begin - 1) == "the" || text(own_.begin - 1) == "those";
    return article && text(own_.begin - 2) == "of";
  }

  [[nodiscard]] Outcome behind() const {
    constexpr std::uint32_t kReach = 8;
    for (std::uint32_t w = own_.end; w < std::min(all_.end, own_.end + kReach); ++w) {
      if (w > 0 && part_ends_before(w)) break;
      const std::string_view word = text(w);
      if (const Outcome o = outcome_named(word); o != Outcome::kNone) return stands_for_itself(w) ? o : Outcome::kNone;
      if (!is_one_of(kThenWords, word) && !word.ends_with("ly") && !words_.words[w].name) break;
    }
    return Outcome::kNone;
  }

  // "nearly killed"; "were killed by", not "lives" of the verb to live.
  [[nodiscard]] bool stands_for_itself(std::uint32_t w) const {
    const std::string_view word = text(w), previous = w > all_.begin ? text(w - 1) : std::string_view();
    if (previous == "nearly" || previous == "almost" || previous == "not") return false;
    if (word == "lives") return previous == "lost" || previous == "their";
    if (word == "crowd" || word == "drew") return false;
    if (word == "death" || word == "safety") return previous == "to" || w == own_.end;
    if (word == "kill" || word == "kills" || word == "killing" || word.ends_with("ing")) return word == "missing";
    return true;
  }

  [[nodiscard]] Outcome before() const {
    constexpr std::uint32_t kReach = 7;
    for (std::uint32_t w = own_.begin; w > all_.begin && own_.begin - w < kReach; --w) {
      if (part_ends_before(w)) break;
      const std::string_view word = text(w - 1);
      if (is_one_of(kRising, word)) return toll_before(w - 1);
      const Outcome o = outcome_named(word);
      if (o != Outcome::kNone) return gives_itself_to_what_follows(w - 1) ? o : Outcome::kNone;
      if (!is_one_of(kBeforeWords, word) || words_.words[w - 1].number) break;
    }
    return Outcome::kNone;
  }

  // "The number of people killed by the quake rose to 26": the subject says of what.
  [[nodiscard]] Outcome toll_before(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 14;
    for (std::uint32_t w = verb; w > all_.begin && verb - w < kReach; --w) {
      if (words_.words[w - 1].number || part_ends_before(w)) break;
      const std::string_view word = text(w - 1);
      if (word == "toll") return Outcome::kKilled;
      if (const Outcome o = outcome_named(word); o != Outcome::kNone && word != "drew" && word != "crowd") return o;
    }
    return Outcome::kNone;
  }

  // "killed 12" and "were killed 12 km away"; "missing" and "dead" stand behind what they are said of.
  [[nodiscard]] bool gives_itself_to_what_follows(std::uint32_t w) const {
    static constexpr std::string_view kPassive[] = {"was", "were", "been", "be", "being", "is", "are"};
    const std::string_view word = text(w), previous = w > all_.begin ? text(w - 1) : std::string_view();
    if (previous == "nearly" || previous == "almost" || previous == "not") return false;
    if (word == "died" || word == "missing" || word == "dead" || word == "homeless" || word == "safety" ||
        word == "die")
      return false;
    if (word == "crowd") return w + 1 < own_.begin;
    if (word == "marched" || word == "rallied" || word == "gathered" || word == "demonstrated" || word == "protested")
      return false;
    if (word == "death" || word == "deaths") return w + 1 < own_.begin;  // "death toll of 12", "deaths rose to 12"
    return !is_one_of(kPassive, previous);
  }

  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  WordSpan all_, own_;
};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "", "killed", "injured", "missing", "brought to safety", "arrested", "homeless", "infected", "taking part"};
  return kNames[static_cast<std::size_t>(outcome)];
}

bool is_outcome(std::string_view folded) { return outcome_named(folded) != Outcome::kNone; }

Outcome outcome_of(const Article& article, const SetWords& set, const ArticleWords& words, TextSpan sentence,
                   TextSpan amount) {
  return OutcomeReader(article, set, words, sentence, amount).read();
}

}  // namespace newsloupe
