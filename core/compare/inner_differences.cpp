#include "core/compare/inner_differences.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "core/compare/amounts.h"

namespace newsloupe {
namespace {

class ArticleChecker {
 public:
  // `figures`: those of the article, in text order.
  ArticleChecker(const Article& article, const SetWords& set, const ArticleWords& words,
                 std::span<const FigureCandidate> figures)
      : article_(article), set_(set), words_(words), figures_(figures) {}

  void check(std::vector<InnerDifference>& out) const {
    check_headline(out);
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      check_parts(i, out);
      check_percentage(i, out);
    }
  }

 private:
  [[nodiscard]] std::string words_of(const FigureCandidate& c) const {
    return std::string(article_.text(c.quantity->span));
  }
  [[nodiscard]] std::string_view word(std::uint32_t w) const { return set_.text(words_.words[w].word); }

  // A toll of the headline that no number of the text's lead is or may be.
  void check_headline(std::vector<InnerDifference>& out) const {
    for (const FigureCandidate& c : figures_) {
      if (!c.disputed) continue;
      InnerDifference difference{InnerKind::kHeadlineBody, words_of(c) + " in the headline, ", {figure_member(c)}};
      std::string values;
      for (const FigureCandidate& other : figures_) {
        if (other.in_headline || !other.in_lead || other.outcome != c.outcome || !other.anybody) continue;
        difference.members.push_back(figure_member(other));
        values += (values.empty() ? "" : ", ") + words_of(other);
      }
      difference.label += values + " in the text: people " + std::string(outcome_name(c.outcome));
      out.push_back(std::move(difference));
    }
  }

  // "Sixteen of the victims died in Maren, seven in Lisk and four in Harrow": bare counts that go on from the first.
  void check_parts(std::size_t first, std::vector<InnerDifference>& out) const {
    if (!begins_parts(figures_[first])) return;
    const FigureCandidate* total = total_before(first);
    if (total == nullptr || total->quantity->bound != Bound::kNone || total->quantity->low) return;
    Decimal sum = figures_[first].quantity->value;
    std::size_t end = first + 1;
    for (; end < figures_.size() && goes_on(figures_[end], figures_[first]); ++end)
      sum = sum + figures_[end].quantity->value;
    if (end - first < 2 || !(total->quantity->value < sum)) return;
    InnerDifference difference{
        InnerKind::kPartsTotal, words_of(*total) + " in all, but the parts make " + sum.to_string(), {}};
    difference.members.push_back(figure_member(*total));
    for (std::size_t i = first; i < end; ++i) difference.members.push_back(figure_member(figures_[i]));
    out.push_back(std::move(difference));
  }

  // "sixteen of the victims", "eleven of them"
  [[nodiscard]] bool begins_parts(const FigureCandidate& c) const {
    static constexpr std::string_view kWholes[] = {"victims", "dead", "them", "those", "injured", "wounded", "missing"};
    if (c.quantity->kind != QuantityKind::kCount || c.quantity->low || c.quantity->bound != Bound::kNone) return false;
    const std::uint32_t end = words_.words_in(c.sentence).end;
    std::uint32_t w = words_.words_in(c.quantity->span).end;
    if (w + 1 >= end || word(w) != "of") return false;
    ++w;
    if (word(w) == "the" && w + 1 < end) ++w;
    return std::ranges::find(kWholes, word(w)) != std::ranges::end(kWholes);
  }

  [[nodiscard]] bool goes_on(const FigureCandidate& c, const FigureCandidate& first) const {
    const std::uint32_t end = words_.words_in(c.sentence).end, w = words_.words_in(c.quantity->span).end;
    const bool bare = c.quantity->kind == QuantityKind::kCount && c.head == FigureCandidate::kNoHead;
    const bool place = w < end && (word(w) == "in" || word(w) == "at" || word(w) == "from");
    return c.sentence == first.sentence && (bare || c.anybody) && place && c.quantity->bound == Bound::kNone &&
           !c.quantity->low;
  }

  // The last toll before, in the sentence or the one before it.
  [[nodiscard]] const FigureCandidate* total_before(std::size_t first) const {
    const std::size_t sentence = words_.sentence_at(figures_[first].sentence.begin);
    for (std::size_t i = first; i > 0; --i) {
      const FigureCandidate& c = figures_[i - 1];
      if (words_.sentence_at(c.sentence.begin) + 1 < sentence) break;
      if (c.outcome != Outcome::kNone && c.anybody && c.quantity->kind == QuantityKind::kCount) return &c;
    }
    return nullptr;
  }

  // "450 of its 9,000 jobs, or 8 percent"; "12 of the 48 schools (25%)"
  void check_percentage(std::size_t i, std::vector<InnerDifference>& out) const {
    if (i + 2 >= figures_.size()) return;
    const FigureCandidate &part = figures_[i], &base = figures_[i + 1], &percent = figures_[i + 2];
    const bool kinds = part.quantity->kind == QuantityKind::kCount && base.quantity->kind == QuantityKind::kCount &&
                       percent.quantity->kind == QuantityKind::kPercent && percent.quantity->unit == "%";
    if (!kinds || base.sentence != part.sentence || percent.sentence != part.sentence) return;
    if (!is_of(part, base) || !is_restated(base, percent)) return;
    for (const FigureCandidate* c : {&part, &base, &percent}) {
      if (c->quantity->low || c->quantity->bound != Bound::kNone) return;
    }
    // |part * 100 - percent * base| > base: more than one point away, whatever was rounded.
    const Decimal hundred(1, 2), whole = base.quantity->value, said = percent.quantity->value * whole,
                                 counted = part.quantity->value * hundred;
    const Decimal distance = said < counted ? counted - said : said - counted;
    if (!(whole < distance)) return;
    out.push_back({InnerKind::kPercentBase,
                   words_of(part) + " of " + words_of(base) + " is not " + words_of(percent),
                   {figure_member(base), figure_member(part), figure_member(percent)}});
  }

  [[nodiscard]] bool is_of(const FigureCandidate& part, const FigureCandidate& base) const {
    static constexpr std::string_view kSmall[] = {"its", "the", "their", "his", "her", "all", "some"};
    std::uint32_t w = words_.words_in(part.quantity->span).end;
    const std::uint32_t end = words_.words_in(base.quantity->span).begin;
    if (w >= end || word(w) != "of") return false;
    for (++w; w < end; ++w) {
      if (std::ranges::find(kSmall, word(w)) == std::ranges::end(kSmall)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_restated(const FigureCandidate& base, const FigureCandidate& percent) const {
    constexpr std::uint32_t kReach = 5;
    const TextSpan between{base.quantity->span.end, percent.quantity->span.begin};
    if (words_.words_in(between).size() > kReach) return false;
    const std::string_view text = article_.text(between);
    return text.find(", or ") != std::string_view::npos || text.find('(') != std::string_view::npos;
  }

  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  std::span<const FigureCandidate> figures_;
};

}  // namespace

std::vector<InnerDifference> find_inner_differences(const Comparison& comparison, const SetWords& words,
                                                    const FigureCandidates& candidates) {
  std::vector<InnerDifference> result;
  const std::span<const FigureCandidate> all(candidates.all);
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first;
    while (end < all.size() && all[end].article == all[first].article) ++end;
    const std::uint32_t a = all[first].article;
    ArticleChecker(*comparison.articles[a].article, words, words[a], all.subspan(first, end - first)).check(result);
    first = end;
  }
  return result;
}

}  // namespace newsloupe
