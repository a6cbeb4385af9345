#include "core/compare/figure_candidates.h"

#include <algorithm>
#include <array>

#include "core/compare/clause.h"

namespace newsloupe {
namespace {

struct OutcomeWord {
  std::string_view word;
  Outcome outcome;
};
constexpr std::array<OutcomeWord, 40> kOutcomeWords = {
    {{"killed", Outcome::kKilled},        {"kills", Outcome::kKilled},         {"kill", Outcome::kKilled},
     {"killing", Outcome::kKilled},       {"died", Outcome::kKilled},          {"die", Outcome::kKilled},
     {"dies", Outcome::kKilled},          {"dead", Outcome::kKilled},          {"deaths", Outcome::kKilled},
     {"death", Outcome::kKilled},         {"fatalities", Outcome::kKilled},    {"perished", Outcome::kKilled},
     {"injured", Outcome::kInjured},      {"injures", Outcome::kInjured},      {"injuring", Outcome::kInjured},
     {"injuries", Outcome::kInjured},     {"wounded", Outcome::kInjured},      {"wounding", Outcome::kInjured},
     {"wounds", Outcome::kInjured},       {"hurt", Outcome::kInjured},         {"hurting", Outcome::kInjured},
     {"missing", Outcome::kMissing},      {"unaccounted", Outcome::kMissing},  {"evacuated", Outcome::kSafe},
     {"evacuating", Outcome::kSafe},      {"rescued", Outcome::kSafe},         {"safety", Outcome::kSafe},
     {"arrested", Outcome::kArrested},    {"arrests", Outcome::kArrested},     {"arrest", Outcome::kArrested},
     {"detained", Outcome::kArrested},    {"homeless", Outcome::kHomeless},    {"displaced", Outcome::kHomeless},
     {"displacing", Outcome::kHomeless},  {"infected", Outcome::kInfected},    {"infections", Outcome::kInfected},
     {"hospitalized", Outcome::kInjured}, {"hospitalised", Outcome::kInjured}, {"lives", Outcome::kKilled},
     {"fatally", Outcome::kKilled}}};

Outcome outcome_of(std::string_view folded) {
  for (const OutcomeWord& entry : kOutcomeWords) {
    if (entry.word == folded) return entry.outcome;
  }
  return Outcome::kNone;
}

bool is_comparable(const Quantity& quantity) {
  return quantity.kind != QuantityKind::kOrdinal && quantity.kind != QuantityKind::kDuration &&
         quantity.confidence != Confidence::kGuess;
}

class Reader {
 public:
  Reader(const Comparison& comparison, const SetWords& set, const Resources& resources, std::uint32_t article)
      : comparison_(comparison),
        article_(*comparison.articles[article].article),
        set_(set),
        words_(set[article]),
        lexicon_(resources.lexicon),
        index_(article) {}

  [[nodiscard]] FigureCandidate read(const Quantity& quantity, std::size_t sentence) const {
    FigureCandidate c;
    c.article = index_;
    c.story = comparison_.articles[index_].story;
    c.quantity = &quantity;
    c.sentence = words_.sentences[sentence].span;
    c.clause = clause_around(article_, words_, c.sentence, hull_of(quantity));
    c.published = article_.metadata.published.date;
    read_counted(quantity, c);
    c.outcome = outcome_near(quantity, c.sentence);
    c.people = c.people || (c.outcome != Outcome::kNone && c.head == FigureCandidate::kNoHead);
    c.context = content_without(c.sentence, quantity.span);
    c.near = content_without(c.clause, quantity.span);
    c.occasion = occasion_in(c.clause, quantity.span);
    c.said_by = speaker_of(quantity.span);
    return c;
  }

 private:
  static TextSpan hull_of(const Quantity& quantity) {
    return quantity.counted.empty() ? quantity.span : hull(quantity.span, quantity.counted);
  }

  void read_counted(const Quantity& quantity, FigureCandidate& c) const {
    if (quantity.counted.empty()) return;
    const std::span<const Word> counted = words_.at(words_.words_in(quantity.counted));
    for (const Word& word : counted) {
      if (word.content) c.head = word.stem;
    }
    for (const Word& word : counted) {
      const TermId term = lexicon_.find(set_.text(word.word));
      c.people = c.people || lexicon_.classes(term).has(WordClass::kPersonNoun);
    }
    static constexpr std::array<std::string_view, 4> kPeople = {"people", "persons", "person", "residents"};
    for (const Word& word : counted) {
      c.people = c.people || std::find(kPeople.begin(), kPeople.end(), set_.text(word.word)) != kPeople.end();
    }
  }

  // The outcome word that belongs to the amount: inside what is counted, else after it in the same part of the clause,
  // else before it with no other amount between.
  [[nodiscard]] Outcome outcome_near(const Quantity& quantity, TextSpan sentence) const {
    const WordSpan own = words_.words_in(hull_of(quantity)), all = words_.words_in(sentence);
    for (std::uint32_t w = own.begin; w < own.end; ++w) {
      if (const Outcome o = outcome_of(set_.text(words_.words[w].word)); o != Outcome::kNone) return o;
    }
    constexpr std::uint32_t kReach = 6;
    for (std::uint32_t w = own.end; w < std::min(all.end, own.end + kReach); ++w) {
      const Word& word = words_.words[w];
      if (word.number || ends_part(w)) break;
      if (const Outcome o = outcome_of(set_.text(word.word)); o != Outcome::kNone) return o;
    }
    for (std::uint32_t w = own.begin; w > all.begin && own.begin - w < kReach; --w) {
      const Word& word = words_.words[w - 1];
      if (word.number) break;
      if (const Outcome o = outcome_of(set_.text(word.word)); o != Outcome::kNone) return o;
    }
    return Outcome::kNone;
  }

  // A conjunction, or a comma before the word.
  [[nodiscard]] bool ends_part(std::uint32_t w) const {
    const std::string_view text = set_.text(words_.words[w].word);
    if (text == "and" || text == "but" || text == "while") return true;
    if (w == 0) return false;  // an amount made of signs may have no word
    const TextSpan between{words_.words[w - 1].span.end, words_.words[w].span.begin};
    return article_.text(between).find_first_of(",;") != std::string_view::npos;
  }

  [[nodiscard]] std::vector<WeightedWord> content_without(TextSpan span, TextSpan amount) const {
    std::vector<WeightedWord> content = content_of(set_, index_, words_.words_in({span.begin, amount.begin}));
    for (const WeightedWord& word : content_of(set_, index_, words_.words_in({amount.end, span.end}))) {
      content.push_back(word);
    }
    return content;
  }

  [[nodiscard]] std::optional<Occasion> occasion_in(TextSpan clause, TextSpan amount) const {
    for (const Timex& time : article_.resolution.times.beginning_in(clause)) {
      if (time.span.overlaps(amount) || !time.first || !time.last) continue;
      if (time.type == TimexType::kDate || time.type == TimexType::kTime) return Occasion{*time.first, *time.last};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string speaker_of(TextSpan amount) const {
    const Resolution& r = article_.resolution;
    for (std::size_t q = 0; q < r.quotes.size() && q < r.attributions.size(); ++q) {
      const Attribution& who = r.attributions[q];
      if (!r.quotes[q].span.contains(amount) || who.kind == SpeakerKind::kNone) continue;
      return article_.speaker_name(who);
    }
    return {};
  }

  const Comparison& comparison_;
  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  const Lexicon& lexicon_;
  std::uint32_t index_;
};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "", "killed", "injured", "missing", "brought to safety", "arrested", "homeless", "infected"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::vector<FigureCandidate> find_figure_candidates(const Comparison& comparison, const SetWords& words,
                                                    const Resources& resources) {
  std::vector<FigureCandidate> result;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const Reader reader(comparison, words, resources, a);
    for (const Quantity& quantity : comparison.articles[a].article->resolution.quantities) {
      const std::size_t sentence = words[a].sentence_at(quantity.span.begin);
      if (!is_comparable(quantity) || sentence == words[a].sentences.size()) continue;
      result.push_back(reader.read(quantity, sentence));
    }
  }
  return result;
}

}  // namespace newsloupe
