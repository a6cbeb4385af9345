#include "core/compare/figure_slot.h"

#include <algorithm>

#include "core/base/closed_list.h"
#include "core/compare/word_forms.h"

namespace newsloupe {
namespace {

// Words of the news for one thing, under the first of each group.
struct Synonym {
  std::string_view word, noun;
};
constexpr Synonym kSynonyms[] = {
    {"sales", "revenue"},   {"turnover", "revenue"},  {"revenues", "revenue"}, {"income", "profit"},
    {"earnings", "profit"}, {"profits", "profit"},    {"bid", "offer"},        {"takeover", "offer"},
    {"positions", "jobs"},  {"posts", "jobs"},        {"roles", "jobs"},       {"redundancies", "jobs"},
    {"layoffs", "jobs"},    {"ballots", "votes"},     {"cost", "cost"},        {"costs", "cost"},
    {"price", "price"},     {"fine", "fine"},         {"penalty", "fine"},     {"employees", "workers"},
    {"staff", "workers"},   {"workforce", "workers"}, {"damage", "damage"},    {"losses", "loss"}};

constexpr std::string_view kLinking[] = {
    "was",       "were",      "is",       "are",      "stood",    "stands",   "totalled",
    "totaled",   "came",      "hit",      "reached",  "rose",     "fell",     "climbed",
    "grew",      "dropped",   "at",       "in",       "alone",    "to",       "of",
    "by",        "about",     "around",   "roughly",  "nearly",   "almost",   "some",
    "over",      "estimated", "worth",    "under",    "just",     "only",     "more",
    "than",      "less",      "least",    "up",       "an",       "a",        "has",
    "had",       "been",      "put",      "amounted", "averaged", "jumped",   "approximately",
    "increased", "decreased", "declined", "slipped",  "edged",    "exceeded", "topped"};
constexpr std::string_view kBefore[] = {"from", "against", "versus", "compared", "previous", "earlier", "previously"};
constexpr std::string_view kPlanning[] = {
    "aim",      "aims", "aiming",   "target",    "targets", "forecast", "forecasts", "expect",   "expects", "expected",
    "plans",    "plan", "planned",  "hopes",     "goal",    "would",    "will",      "could",    "promise", "promised",
    "guidance", "sees", "predicts", "predicted", "wants",   "seeks",    "aimed",     "projected"};
constexpr std::string_view kPeriods[] = {"quarter", "half", "year", "month", "week", "day", "annual", "daily"};

// Of the linking words those that say nothing without a verb: "the damage to the pier at $43 million" is no pier's.
constexpr std::string_view kBesideVerbs[] = {"at",     "to",      "by",     "in",           "a",    "an",   "about",
                                             "around", "roughly", "up",     "just",         "only", "more", "than",
                                             "less",   "least",   "nearly", "almost",       "some", "over", "under",
                                             "alone",  "has",     "had",    "approximately"};
constexpr std::string_view kNoNouns[] = {"higher", "lower", "same", "alone", "ahead", "open", "down", "closed",
                                         "stronger", "weaker", "best", "worst", "first", "last", "next", "late",
                                         "early", "far",
                                         // A change says nothing without what changed, a verb nothing at all.
                                         "increase", "rise", "fall", "drop", "decrease", "decline", "gain", "makes",
                                         "make", "made", "means", "gives", "takes", "brings"};

class SlotReader {
 public:
  SlotReader(const Article& article, const SetWords& set, const ArticleWords& words, TextSpan sentence, TextSpan clause,
             TextSpan amount)
      : article_(article),
        set_(set),
        words_(words),
        all_(words.words_in(sentence)),
        clause_(words.words_in(clause)),
        own_(words.words_in(amount)) {}

  [[nodiscard]] FigureSlot read() const {
    FigureSlot slot;
    if (all_.empty() || own_.empty()) return slot;
    slot.sentence = is_sentence();
    std::uint32_t at = noun_behind();
    if (at == kNoWord) at = noun_before();
    if (at != kNoWord) {
      slot.noun = noun(at);
      slot.phrase = phrase(at);
    }
    slot.stage = stage();
    slot.period = period();
    return slot;
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t w) const { return set_.text(words_.words[w].word); }
  [[nodiscard]] bool joined(std::uint32_t w) const {  // no mark between the word and the one before it
    const std::string_view between = article_.text({words_.words[w - 1].span.end, words_.words[w].span.begin});
    return between.find_first_of(",;:()\"") == std::string_view::npos;
  }
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  [[nodiscard]] TextSpan phrase(std::uint32_t w) const {
    const bool more = w > all_.begin && joined(w) && words_.words[w - 1].content && !words_.words[w - 1].number &&
                      !words_.words[w - 1].name;
    return {words_.words[more ? w - 1 : w].span.begin, words_.words[w].span.end};
  }
  [[nodiscard]] WordId noun(std::uint32_t w) const { return slot_noun(set_, words_.words[w].stem); }
  [[nodiscard]] bool can_be_noun(std::uint32_t w) const {
    return words_.words[w].content && !words_.words[w].number && !text(w).ends_with("ly");
  }

  // "Jailed for four years", "a sentence of 42 months", "three years in prison"
  [[nodiscard]] bool is_sentence() const {
    static constexpr std::string_view kJailing[] = {"jailed", "sentenced", "sentence", "imprisoned", "term"};
    static constexpr std::string_view kJail[] = {"prison", "jail", "bars", "custody", "imprisonment"};
    constexpr std::uint32_t kReachBefore = 4, kReachBehind = 2;
    for (std::uint32_t w = own_.begin; w > all_.begin && own_.begin - w < kReachBefore; --w) {
      if (is_one_of(kJailing, text(w - 1))) return true;
    }
    for (std::uint32_t w = own_.end; w < std::min(all_.end, own_.end + kReachBehind); ++w) {
      if (is_one_of(kJail, text(w))) return true;
    }
    return false;
  }

  // "20 billion euros in sales", "62 euros for each share", "51 per cent of the vote"
  [[nodiscard]] std::uint32_t noun_behind() const {
    static constexpr std::string_view kJoints[] = {"in", "of", "per", "for"};
    static constexpr std::string_view kSmall[] = {"the",  "its",   "their",      "his",    "her", "all",
                                                  "each", "every", "a",          "total",  "net", "new",
                                                  "old",  "extra", "additional", "further"};
    std::uint32_t w = own_.end;
    if (w >= all_.end || !joined(w) || !is_one_of(kJoints, text(w))) return kNoWord;
    for (++w; w < all_.end && joined(w) && is_one_of(kSmall, text(w)); ++w) continue;
    if (w >= all_.end || !joined(w) || !can_be_noun(w) || words_.words[w].name) return kNoWord;
    // "62 euros for each share" is offered, asked or paid: the share does not say what it is the amount of.
    return text(w) == "share" || text(w) == "shares" ? kNoWord : w;
  }

  // "revenue rose to", "net profit of", "turnout was about"
  [[nodiscard]] std::uint32_t noun_before() const {
    constexpr std::uint32_t kReach = 6;
    bool linked = false;
    for (std::uint32_t w = own_.begin; w > all_.begin && own_.begin - w < kReach; --w) {
      if (!joined(w)) break;
      if (const std::uint32_t first = other_amount(w - 1); first < w) {  // "rose by 6.2 per cent to 4.97 billion"
        w = first + 1;
        continue;
      }
      if (is_one_of(kLinking, text(w - 1))) {
        linked = linked || !is_one_of(kBesideVerbs, text(w - 1));
        continue;
      }
      const bool noun_like = can_be_noun(w - 1) && !words_.words[w - 1].name && !is_one_of(kNoNouns, text(w - 1));
      return linked && noun_like ? w - 1 : kNoWord;
    }
    return kNoWord;
  }

  // The first word of the amount that holds the word, or a number behind it.
  [[nodiscard]] std::uint32_t other_amount(std::uint32_t w) const {
    for (const Quantity& quantity : article_.resolution.quantities) {
      if (quantity.span.contains(words_.words[w].span))
        return std::max(all_.begin, words_.words_in(quantity.span).begin);
    }
    return w + 1;
  }

  [[nodiscard]] FigureStage stage() const {
    constexpr std::uint32_t kReach = 4;
    for (std::uint32_t w = own_.begin; w > all_.begin && own_.begin - w < kReach; --w) {
      if (is_one_of(kBefore, text(w - 1))) return FigureStage::kBefore;
      if (!joined(w) || words_.words[w - 1].content) break;
    }
    constexpr std::uint32_t kPlanReach = 7;
    for (std::uint32_t w = own_.begin; w > clause_.begin && own_.begin - w < kPlanReach; --w) {
      if (other_amount(w - 1) < w) break;
      if (is_one_of(kPlanning, text(w - 1))) return FigureStage::kPlanned;
    }
    return FigureStage::kActual;
  }

  [[nodiscard]] std::uint32_t period() const {
    std::uint32_t bits = 0;
    for (std::uint32_t w = clause_.begin; w < clause_.end; ++w) {
      for (std::size_t p = 0; p < std::size(kPeriods); ++p) {
        if (text(w) == kPeriods[p]) bits |= 1U << p;
      }
    }
    return bits;
  }

  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  WordSpan all_, clause_, own_;
};

}  // namespace

WordId slot_noun(const SetWords& set, WordId stem) {
  if (stem == FigureSlot::kNone) return stem;
  const std::string_view word = set.text(stem);
  const auto* const row = std::ranges::find_if(
      kSynonyms, [&](const Synonym& s) { return word_stem(s.word) == word || word_stem(s.noun) == word; });
  if (row == std::ranges::end(kSynonyms)) return stem;
  WordId first = stem;  // of all words for it that the set has: the same for each of them
  for (const Synonym& other : kSynonyms) {
    if (other.noun != row->noun) continue;
    for (const std::string_view form : {other.word, other.noun}) {
      if (const WordId id = set.find(word_stem(form)); id != set.size()) first = std::min(first, id);
    }
  }
  return first;
}

FigureSlot slot_of(const Article& article, const SetWords& set, const ArticleWords& words, TextSpan sentence,
                   TextSpan clause, TextSpan amount) {
  return SlotReader(article, set, words, sentence, clause, amount).read();
}

}  // namespace newsloupe
