#include "core/compare/figure_candidates.h"

#include <algorithm>

#include "core/base/closed_list.h"
#include "core/base/sorting.h"
#include "core/compare/amounts.h"
#include "core/compare/clause.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLeadSentences = 3;

// Nouns for persons of any kind.
constexpr std::string_view kAnybody[] = {"people", "person",  "persons",    "others", "lives",
                                         "souls",  "victims", "casualties", "bodies"};
// Words of what may be or may not have been.
constexpr std::string_view kSupposing[] = {"could", "might", "may",    "would",   "should",   "if",     "feared",
                                           "fear",  "fears", "unless", "whether", "possibly", "perhaps"};
// A sentence that begins so goes on about what the one before it spoke of.
constexpr std::string_view kGoingOn[] = {"it", "they", "that", "this", "those", "these", "he", "she", "there"};

bool is_comparable(const Quantity& quantity) {
  return quantity.kind != QuantityKind::kOrdinal && quantity.confidence != Confidence::kGuess;
}

// "three years and six months" are two durations in the text and one in the news.
bool is_part_of_duration(const Article& article, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kDuration) return false;
  const std::string_view text = article.doc.document->text();
  if (quantity.span.begin > 0 && text[quantity.span.begin - 1] == '/') return true;  // the end of "4 1/2 months"
  return std::ranges::any_of(article.resolution.quantities, [&](const Quantity& other) {
    if (other.kind != QuantityKind::kDuration || other.span == quantity.span) return false;
    const TextSpan between = other.span.begin > quantity.span.end ? TextSpan{quantity.span.end, other.span.begin}
                                                                  : TextSpan{other.span.end, quantity.span.begin};
    return between.begin <= between.end && article.text(between) == " and ";
  });
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
    c.head = slot_noun(set_, c.head);
    c.slot = slot_of(article_, set_, words_, c.sentence, c.clause, quantity.span);
    if (quantity.kind == QuantityKind::kCount) {
      c.outcome = outcome_of(article_, set_, words_, c.sentence, hull_of(quantity));
      c.anybody = c.anybody || (c.outcome != Outcome::kNone && c.head == FigureCandidate::kNoHead);
      c.people = c.people || c.anybody;
    }
    c.context = content_without(c.sentence, quantity.span);
    c.near = content_without(c.clause, quantity.span);
    c.supposed = is_supposed(c.clause);
    c.in_headline = words_.sentences[sentence].paragraph_class == ParagraphClass::kHeadline;
    c.in_lead = c.in_headline || is_in_lead(sentence);
    read_occasion(quantity.span, sentence, c);
    read_speaker(quantity.span, c);
    return c;
  }

 private:
  static TextSpan hull_of(const Quantity& quantity) {
    return quantity.counted.empty() ? quantity.span : hull(quantity.span, quantity.counted);
  }

  void read_counted(const Quantity& quantity, FigureCandidate& c) const {
    if (quantity.counted.empty()) {
      read_noun_before(quantity, c);
      if (c.head == FigureCandidate::kNoHead) read_noun_of_whole(quantity, c);
      return;
    }
    const std::span<const Word> counted = words_.at(words_.words_in(quantity.counted));
    for (const Word& word : counted) {
      if (lexicon_.classes(lexicon_.find(set_.text(word.word))).has(WordClass::kDemonym)) c.nation = word.stem;
      if (is_outcome(set_.text(word.word))) continue;  // "80 wounded" counts people, "14 missing hikers" hikers
      if (word.content) c.head = word.stem;
      const TermId term = lexicon_.find(set_.text(word.word));
      c.people = c.people || lexicon_.classes(term).has(WordClass::kPersonNoun) || set_.text(word.word) == "residents";
    }
    c.anybody = !counted.empty() && is_one_of(kAnybody, set_.text(counted.back().word));
    c.people = c.people || c.anybody;
  }

  // "a mother of 12", "a population of 120,000"
  void read_noun_before(const Quantity& quantity, FigureCandidate& c) const {
    std::uint32_t w = words_.words_in(quantity.span).begin;
    const std::uint32_t first = words_.words_in(c.sentence).begin;
    while (w > first && !words_.words[w - 1].content && set_.text(words_.words[w - 1].word) != "of") --w;
    if (w < first + 2 || set_.text(words_.words[w - 1].word) != "of" || !words_.words[w - 2].content) return;
    if (outcome_of(article_, set_, words_, c.sentence, quantity.span) == Outcome::kNone)
      c.head = words_.words[w - 2].stem;
  }

  // "450 of its 9,000 jobs"
  void read_noun_of_whole(const Quantity& quantity, FigureCandidate& c) const {
    static constexpr std::string_view kSmall[] = {"its", "the", "their", "his", "her", "our", "those", "these"};
    if (quantity.kind != QuantityKind::kCount) return;
    const std::uint32_t end = words_.words_in(c.sentence).end;
    std::uint32_t w = words_.words_in(quantity.span).end;
    if (w >= end || set_.text(words_.words[w].word) != "of") return;
    for (++w; w < end && (is_one_of(kSmall, set_.text(words_.words[w].word)) || words_.words[w].number); ++w) continue;
    if (w >= end || !words_.words[w].content || words_.words[w].name) return;
    c.head = words_.words[w].stem;
    const std::string_view noun = set_.text(words_.words[w].word);
    c.anybody = is_one_of(kAnybody, noun);
    c.people = c.anybody || lexicon_.classes(lexicon_.find(noun)).has(WordClass::kPersonNoun);
  }

  [[nodiscard]] std::vector<WeightedWord> content_without(TextSpan span, TextSpan amount) const {
    std::vector<WeightedWord> content = content_of(set_, index_, words_.words_in({span.begin, amount.begin}));
    for (const WeightedWord& word : content_of(set_, index_, words_.words_in({amount.end, span.end}))) {
      content.push_back(word);
    }
    return content;
  }

  [[nodiscard]] bool is_supposed(TextSpan clause) const {
    const std::span<const Word> words = words_.at(words_.words_in(clause));
    return std::ranges::any_of(words, [&](const Word& word) { return is_one_of(kSupposing, set_.text(word.word)); });
  }

  [[nodiscard]] bool is_in_lead(std::size_t sentence) const {
    std::uint32_t body = 0;
    for (std::size_t s = 0; s < sentence; ++s) body += is_body(words_.sentences[s].paragraph_class) ? 1 : 0;
    return body < kLeadSentences;
  }

  // A date right behind an amount is the date of that amount: "up from 298 million in 2024".
  [[nodiscard]] bool belongs_to_other(const Timex& time, TextSpan amount) const {
    constexpr std::uint32_t kBehind = 5;  // words
    const std::uint32_t at = words_.words_in(time.span).begin;
    for (const Quantity& other : article_.resolution.quantities) {
      if (other.span.overlaps(amount) || other.span.overlaps(time.span) || other.span.end > time.span.begin) continue;
      const std::uint32_t end = words_.words_in(other.span).end;
      const bool between = amount.begin >= other.span.end && amount.end <= time.span.begin;
      if (end <= at && at - end <= kBehind && !between) return true;
    }
    return false;
  }

  // The first date of the piece that is no part of the amount and belongs to no other.
  [[nodiscard]] std::optional<Occasion> occasion_in(TextSpan piece, TextSpan amount) const {
    for (const Timex& time : article_.resolution.times.beginning_in(piece)) {
      if (time.span.overlaps(amount) || !time.first || !time.last || belongs_to_other(time, amount)) continue;
      if (time.type == TimexType::kDate || time.type == TimexType::kTime) return Occasion{*time.first, *time.last};
    }
    return std::nullopt;
  }

  // The date with which the sentence begins: it holds for all of it ("In February, a quake hit ..., killing 612").
  [[nodiscard]] std::optional<Occasion> introduced(TextSpan sentence, TextSpan amount) const {
    constexpr std::uint32_t kReach = 5;  // words
    const WordSpan words = words_.words_in(sentence);
    const std::uint32_t last = std::min(words.end, words.begin + kReach);
    if (words.begin >= last) return std::nullopt;
    return occasion_in({sentence.begin, words_.words[last - 1].span.end}, amount);
  }

  void read_occasion(TextSpan amount, std::size_t sentence, FigureCandidate& c) const {
    c.occasion = occasion_in(c.clause, amount);
    if (!c.occasion) c.occasion = introduced(c.sentence, amount);
    if (c.occasion || sentence == 0 || c.sentence.size() == 0) return;
    const WordSentence &here = words_.sentences[sentence], &before = words_.sentences[sentence - 1];
    if (here.paragraph != before.paragraph || here.words.empty()) return;
    if (is_one_of(kGoingOn, set_.text(words_.words[here.words.begin].word)))
      c.occasion = occasion_in(before.span, amount);
  }

  void read_speaker(TextSpan amount, FigureCandidate& c) const {
    const Resolution& r = article_.resolution;
    TextSpan speaker;
    for (std::size_t q = 0; q < r.quotes.size() && q < r.attributions.size(); ++q) {
      const Attribution& who = r.attributions[q];
      if (!r.quotes[q].span.contains(amount) || who.kind == SpeakerKind::kNone) continue;
      c.said_by = article_.known_speaker(who);
      speaker = who.speaker;
      break;
    }
    for (const Word& word : words_.at(words_.words_in(c.sentence))) {
      if (word.name && !speaker.contains(word.span)) c.names.push_back(word.stem);
    }
    sort_items(c.names);
    c.names.erase(std::unique(c.names.begin(), c.names.end()), c.names.end());
  }

  const Comparison& comparison_;
  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  const Lexicon& lexicon_;
  std::uint32_t index_;
};

// One noun, unit and stage.
bool share_a_place(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.slot.sentence != b.slot.sentence) return false;
  if (a.slot.sentence) return true;
  return a.quantity->kind == b.quantity->kind && base_unit(a.quantity->unit) == base_unit(b.quantity->unit) &&
         a.noun() == b.noun() && a.slot.stage == b.slot.stage;
}

// Of one article, the last in the list.
void mark_sole(std::vector<FigureCandidate>& all, std::uint32_t article) {
  const auto first = std::ranges::find(all, article, &FigureCandidate::article);
  for (auto c = first; c != all.end(); ++c) {
    c->sole = std::all_of(first, all.end(), [&](const FigureCandidate& other) {
      return !share_a_place(*c, other) || tell_the_same(*c->quantity, *other.quantity);
    });
  }
}

void mark_disputed(std::vector<FigureCandidate>& all, std::uint32_t article) {
  const auto first = std::ranges::find(all, article, &FigureCandidate::article);
  for (auto c = first; c != all.end(); ++c) {
    if (!c->in_headline || c->outcome == Outcome::kNone || !c->anybody) continue;
    std::size_t others = 0, agreeing = 0;
    for (auto other = first; other != all.end(); ++other) {
      if (other->in_headline || other->outcome != c->outcome || !other->anybody || !other->in_lead) continue;
      ++others;
      agreeing += can_agree(*c->quantity, *other->quantity) ? 1 : 0;
    }
    c->disputed = others > 0 && agreeing == 0;
  }
}

}  // namespace

FigureMember figure_member(const FigureCandidate& candidate) {
  const Quantity& quantity = *candidate.quantity;
  FigureMember member;
  member.member = {ArticleIndex(std::size_t{candidate.article}), quantity.span, quantity.rule};
  member.value = quantity.value;
  member.low = quantity.low;
  member.high = quantity.high;
  member.unit = quantity.unit;
  member.bound = quantity.bound;
  if (candidate.published) member.as_of = to_iso(*candidate.published);
  member.said_by = candidate.said_by;
  return member;
}

FigureCandidates find_figure_candidates(const Comparison& comparison, const SetWords& words,
                                        const Resources& resources) {
  FigureCandidates result;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const Reader reader(comparison, words, resources, a);
    for (const Quantity& quantity : comparison.articles[a].article->resolution.quantities) {
      const std::size_t sentence = words[a].sentence_at(quantity.span.begin);
      if (!is_comparable(quantity) || sentence == words[a].sentences.size()) continue;
      if (is_part_of_duration(*comparison.articles[a].article, quantity)) continue;
      result.all.push_back(reader.read(quantity, sentence));
    }
    mark_sole(result.all, a);
    mark_disputed(result.all, a);
    std::vector<WordId>& names = result.names_of.emplace_back();
    for (const Word& word : words[a].words) {
      if (word.name) names.push_back(word.stem);
    }
    sort_items(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  return result;
}

}  // namespace newsloupe
