#include "core/compare/quote_facts.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/sorting.h"
#include "core/compare/clause.h"
#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kParaphraseSaid = 600;  // thousandths of a paraphrase that stand in the reference
constexpr std::size_t kDenyingWords = 3;        // "do not": a longer stretch says more than that it denies
constexpr std::size_t kLongCore = 8;
constexpr std::size_t kCoreWords = 4;  // a common stretch of fewer words is no label

std::string_view relation_word(VariantRelation relation) {
  static constexpr std::array<std::string_view, 8> kWords = {"exact",    "exact",   "trimmed",    "extended",
                                                             "reworded", "spliced", "paraphrase", "translated"};
  return kWords[static_cast<std::size_t>(relation)];
}

// The better a rendering shows the words themselves, the lower.
int rank_of(VariantRelation relation) {
  static constexpr std::array<int, 8> kRanks = {0, 1, 2, 3, 4, 7, 6, 5};
  return kRanks[static_cast<std::size_t>(relation)];
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.push_back(fold_word(name.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

// Two full names of which neither holds the other: "Mary Cheney" and "Dick Cheney".
bool speak_of_two(std::string_view a, std::string_view b) {
  const auto is_name = [](std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; };
  if (!is_name(a) || !is_name(b)) return false;
  const std::vector<std::string> x = name_words(a), y = name_words(b);
  const auto holds = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return std::all_of(some.begin(), some.end(),
                       [&](const std::string& word) { return std::find(all.begin(), all.end(), word) != all.end(); });
  };
  return x.size() > 1 && y.size() > 1 && !holds(x, y) && !holds(y, x);
}

class Statements {
 public:
  Statements(const Comparison& comparison, const SetWords& words, const QuoteGroup& group, StatementSupport& support)
      : comparison_(comparison), words_(words), group_(group), support_(support) {}

  std::vector<QuoteStatement> make() {
    std::vector<QuoteStatement> result;
    if (QuoteStatement denied = denial(); denied.cells.size() > 1) result.push_back(std::move(denied));
    if (QuoteStatement agreed = agreement(); agreed.cells.size() > 1) result.push_back(std::move(agreed));
    return result;
  }

 private:
  [[nodiscard]] bool is_quoted(std::uint32_t m) const {
    return group_.members[m].form == QuoteForm::kDirect || group_.members[m].form == QuoteForm::kMixed;
  }
  [[nodiscard]] const Article& article_of(std::uint32_t m) const {
    return comparison_.article(group_.members[m].member.article);
  }
  [[nodiscard]] Passage passage_of(std::uint32_t m) const {
    const Member& member = group_.members[m].member;
    const auto a = static_cast<std::uint32_t>(member.article.index());
    return {a, words_[a].words_in(member.span)};
  }
  [[nodiscard]] const QuoteVariant* against_reference(std::uint32_t m) const {
    for (const QuoteVariant& v : group_.variants) {
      if (v.a == group_.reference && v.b == m) return &v;
    }
    return nullptr;
  }
  static bool changes_sense(const QuoteVariant& variant) {
    return std::any_of(variant.edits.begin(), variant.edits.end(), [](const QuoteEdit& e) {
      return e.kind == EditKind::kNegation || e.kind == EditKind::kNumber || e.kind == EditKind::kName;
    });
  }

  // The article gives the very words to somebody else, who may have said them, too.
  [[nodiscard]] bool is_of_another(std::uint32_t m) const {
    const QuoteMember& member = group_.members[m];
    if (!member.quote.valid()) return false;
    const Article& article = article_of(m);
    const Attribution& who = article.resolution.attributions[member.quote.index()];
    return !goes_by(member.member.article, who.entity, group_.speaker) &&
           speak_of_two(group_.speaker, article.speaker_name(who));
  }

  // The set calls the entity of the article by this name ("Joe Moss" may be "Joseph Moss" there).
  [[nodiscard]] bool goes_by(ArticleIndex article, Id<Entity> entity, std::string_view name) const {
    return entity.valid() &&
           std::any_of(comparison_.entities.begin(), comparison_.entities.end(), [&](const SetEntity& e) {
             return e.name == name && std::any_of(e.articles.begin(), e.articles.end(), [&](const auto& in) {
                      return in.article == article && in.entity == entity;
                    });
           });
  }

  // Nothing for a member that does not bear out the reference's words.
  [[nodiscard]] std::optional<VariantRelation> rendering(std::uint32_t m) {
    if (m == group_.reference) return VariantRelation::kIdentical;
    if (is_of_another(m)) return {};
    const QuoteVariant* variant = against_reference(m);
    if (variant == nullptr || variant->relation == VariantRelation::kSpliced || changes_sense(*variant)) return {};
    // "Important pillar" bears no sentence out.
    const std::size_t words = words_in(m, group_.members[m].member.span);
    if (words < kCoreWords && 2 * words < words_in(group_.reference, group_.members[group_.reference].member.span)) {
      return {};
    }
    const bool own_words = variant->relation == VariantRelation::kParaphrase || !is_quoted(m);
    if (own_words && support_.covered(passage_of(m), passage_of(group_.reference)) < kParaphraseSaid) return {};
    return variant->relation;
  }

  QuoteStatement agreement() {
    QuoteStatement result;
    std::map<ArticleIndex, std::pair<std::uint32_t, VariantRelation>> best;
    for (std::uint32_t m = 0; m < group_.members.size(); ++m) {
      const std::optional<VariantRelation> relation = rendering(m);
      if (!relation) continue;
      const auto [known, added] = best.try_emplace(group_.members[m].member.article, std::pair(m, *relation));
      if (!added && rank_of(*relation) < rank_of(known->second.second)) known->second = {m, *relation};
    }
    for (const auto& [article, rendered] : best) {
      result.cells.push_back({group_.members[rendered.first].member, std::string(relation_word(rendered.second))});
    }
    put_label(result);
    const bool identical = std::all_of(best.begin(), best.end(), [](const auto& rendered) {
      return rendered.second.second == VariantRelation::kIdentical;
    });
    result.verbatim = result.verbatim || identical;
    return result;
  }

  // The words that all print, where they are enough to stand alone; else those of the reference.
  void put_label(QuoteStatement& statement) const {
    const Member& named = group_.members[group_.reference].member;
    const ArticleWords& words = words_[named.article.index()];
    // Of a shorter piece nobody would know what was said.
    const std::size_t core = words.words_in(group_.core).size();
    statement.verbatim = core >= kLongCore || (core >= kCoreWords && 2 * core >= words.words_in(named.span).size());
    const TextSpan span = statement.verbatim ? whole_sentences(words) : named.span;
    std::string text = label_of(article_of(group_.reference), span, kLongestStatement);
    if (statement.verbatim) text = with_ellipses(std::move(text), span);
    statement.label = speaker() + (is_quoted(group_.reference) ? "“" + text + "”" : text);
    if (!statement.verbatim) return;
    const std::string_view words_there = article_of(group_.reference).text(span);
    for (FactCell& cell : statement.cells) {  // of a longer rendering the place where they stand
      TextSpan& whole = cell.member.span;
      const std::size_t at = comparison_.article(cell.member.article).text(whole).find(words_there);
      if (at == std::string_view::npos) continue;
      whole.begin += static_cast<std::uint32_t>(at);
      whole.end = whole.begin + static_cast<std::uint32_t>(words_there.size());
    }
  }

  // Of "it. He has got the money" the sentence, where it is long enough to stand alone.
  [[nodiscard]] TextSpan whole_sentences(const ArticleWords& words) const {
    const TextSpan core = group_.core;
    const std::size_t s = words.sentence_at(core.begin);
    if (s + 1 >= words.sentences.size() || words.sentences[s].span.begin >= core.begin) return core;
    const TextSpan rest{words.sentences[s + 1].span.begin, core.end};
    if (rest.begin >= rest.end || words.words_in(rest).size() < kCoreWords) return core;
    const TextSpan before{core.begin, rest.begin};
    return words.words_in(before).size() < kCoreWords ? rest : core;
  }

  // Where the common stretch begins or ends inside a sentence: "… every day that passes …".
  [[nodiscard]] std::string with_ellipses(std::string text, TextSpan stretch) const {
    const Article& article = article_of(group_.reference);
    const TextSpan whole = group_.members[group_.reference].member.span;
    const auto ends_sentence = [](std::string_view before) {
      const std::size_t last = before.find_last_not_of(" \n\t\"”’'");
      return last == std::string_view::npos || before[last] == '.' || before[last] == '?' || before[last] == '!';
    };
    if (!ends_sentence(article.text({whole.begin, stretch.begin}))) {
      if (text[0] >= 'A' && text[0] <= 'Z' && article.text(stretch)[0] != text[0])
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
      text = "… " + text;
    }
    const TextSpan rest{std::min(stretch.end, whole.end), whole.end};
    const bool closed = words_[group_.members[group_.reference].member.article.index()].words_in(rest).empty() ||
                        ends_sentence(article.text({whole.begin, stretch.end + 1}));
    return closed || text.ends_with("…") ? text : text + " …";
  }

  // A long phrase is what stands before the words rather than who says them.
  [[nodiscard]] std::string speaker() const {
    constexpr std::ptrdiff_t kMostSpaces = 4;
    const std::string& name = group_.speaker;
    const bool named = !name.empty() && !(name[0] >= 'a' && name[0] <= 'z');
    return !named || std::count(name.begin(), name.end(), ' ') > kMostSpaces ? "" : name + ": ";
  }

  // One prints "not" where another does not, in words that are the same otherwise.
  QuoteStatement denial() {
    QuoteStatement result;
    result.differs = true;
    result.label = "What " + (speaker().empty() ? "one speaker" : group_.speaker) + " said";
    if (group_.members[group_.reference].form == QuoteForm::kIndirect) return result;
    TextSpan changed;
    for (std::uint32_t m = 0; m < group_.members.size(); ++m) {
      const QuoteEdit* edit = denying(m);
      if (edit == nullptr) continue;
      changed = changed.empty() ? edit->a : hull(changed, edit->a);
      result.cells.push_back({group_.members[m].member, with_next(m, edit->b)});
    }
    if (changed.empty()) return {};
    for (std::uint32_t m = 0; m < group_.members.size(); ++m) {
      if (prints(m, changed)) result.cells.push_back({group_.members[m].member, with_next(group_.reference, changed)});
    }
    sort_items(result.cells, [](const FactCell& x, const FactCell& y) { return x.member < y.member; });
    return result;
  }

  // The edit by which the member denies what the reference says, or the other way round.
  [[nodiscard]] const QuoteEdit* denying(std::uint32_t m) const {
    const QuoteVariant* variant = against_reference(m);
    if (variant == nullptr || !is_quoted(m) || variant->relation == VariantRelation::kSpliced ||
        variant->relation == VariantRelation::kParaphrase || variant->relation == VariantRelation::kTranslated) {
      return nullptr;
    }
    const auto edit = std::find_if(variant->edits.begin(), variant->edits.end(), [&](const QuoteEdit& e) {
      return e.kind == EditKind::kNegation && words_in(group_.reference, e.a) + words_in(m, e.b) <= kDenyingWords;
    });
    return edit != variant->edits.end() && stands_alone(*variant) ? &*edit : nullptr;
  }

  [[nodiscard]] std::size_t words_in(std::uint32_t m, TextSpan span) const {
    return words_[group_.members[m].member.article.index()].words_in(span).size();
  }

  // The member prints the reference's words there as they are.
  [[nodiscard]] bool prints(std::uint32_t m, TextSpan there) const {
    if (m == group_.reference) return true;
    const QuoteVariant* variant = against_reference(m);
    if (variant == nullptr || !is_quoted(m) || variant->relation > VariantRelation::kReworded) return false;
    return std::none_of(variant->edits.begin(), variant->edits.end(),
                        [&](const QuoteEdit& e) { return e.a.overlaps(there) || e.a == there; });
  }

  // What else was changed is style: the same sentence, denied.
  static bool stands_alone(const QuoteVariant& variant) {
    return std::none_of(variant.edits.begin(), variant.edits.end(), [](const QuoteEdit& e) {
      return e.kind == EditKind::kReplace || e.kind == EditKind::kMove || e.kind == EditKind::kNumber;
    });
  }

  // "“do not believe”": the changed words and the next one.
  [[nodiscard]] std::string with_next(std::uint32_t m, TextSpan changed) const {
    const ArticleWords& words = words_[group_.members[m].member.article.index()];
    const auto next = std::find_if(words.words.begin(), words.words.end(),
                                   [&](const Word& w) { return w.span.begin >= changed.end; });
    if (next != words.words.end()) changed = changed.empty() ? next->span : hull(changed, next->span);
    return "“" + std::string(article_of(m).text(changed)) + "”";
  }

  const Comparison& comparison_;
  const SetWords& words_;
  const QuoteGroup& group_;
  StatementSupport& support_;
};

}  // namespace

std::vector<QuoteStatement> quote_statements(const Comparison& comparison, const SetWords& words,
                                             const QuoteGroup& group, StatementSupport& support) {
  return Statements(comparison, words, group, support).make();
}

}  // namespace newsloupe
