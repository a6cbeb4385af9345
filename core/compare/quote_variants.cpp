#include "core/compare/quote_variants.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/compare/overlap.h"
#include "core/compare/quote_alignment.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostVariants = 6;    // members up to which every pair is compared
constexpr std::uint32_t kLeastSpliced = 5;  // words in a row that come from elsewhere
constexpr std::uint32_t kLeastContent = 2;  // of them with a sense of their own
constexpr std::uint32_t kLeastCore = 3;     // words

class Variants {
 public:
  Variants(const Comparison& comparison, const SetWords& words, const std::vector<MemberOrigin>& origins,
           QuoteGroup& group)
      : comparison_(comparison), words_(words), origins_(origins), group_(group) {
    translated_ = std::any_of(origins.begin(), origins.end(), [](const MemberOrigin& o) { return o.translated; });
  }

  void fill() {
    group_.reference = reference();
    const auto n = static_cast<std::uint32_t>(group_.members.size());
    for (std::uint32_t i = 0; i < n; ++i) {
      if (i != group_.reference) add(group_.reference, i, true);
    }
    for (std::uint32_t a = 0; a < n && n <= kMostVariants; ++a) {
      for (std::uint32_t b = a + 1; b < n; ++b) {
        if (a != group_.reference && b != group_.reference) add(a, b, false);
      }
    }
    group_.core = core();
  }

 private:
  [[nodiscard]] bool is_quoted(std::uint32_t m) const {
    return group_.members[m].form == QuoteForm::kDirect || group_.members[m].form == QuoteForm::kMixed;
  }

  [[nodiscard]] std::uint32_t reference() const {
    const auto rank = [&](std::uint32_t m) {
      const bool direct = group_.members[m].form == QuoteForm::kDirect;
      const int form = direct ? 3 : is_quoted(m) ? 2 : origins_[m].spoken ? 1 : 0;
      const bool given = group_.members[m].member.article == comparison_.reference && (form > 1 || origins_[m].spoken);
      return std::tuple(given, origins_[m].primary && origins_[m].spoken, form, group_.members[m].member.span.size());
    };
    std::uint32_t best = 0;
    for (std::uint32_t m = 1; m < group_.members.size(); ++m) {
      if (rank(m) > rank(best)) best = m;
    }
    return best;
  }

  [[nodiscard]] Rendering rendering_of(std::uint32_t m) const {
    const QuoteMember& member = group_.members[m];
    const std::size_t article = member.member.article.index();
    return {comparison_.articles[article].article.get(), &words_[article], member.member.span, member.form,
            translated_};
  }

  // Pairs without the reference are given where they differ and have words in common.
  void add(std::uint32_t a, std::uint32_t b, bool with_reference) {
    QuoteComparison compared = compare_renderings(rendering_of(a), rendering_of(b), words_.vocabulary());
    const bool same_article = group_.members[a].member.article == group_.members[b].member.article;
    const bool nothing = compared.relation == VariantRelation::kIdentical || compared.shared_content < kLeastContent;
    if (!with_reference && (nothing || same_article)) return;
    // Two pieces of one utterance that lie apart: neither is a rendering of the other.
    const bool apart = compared.relation == VariantRelation::kParaphrase && compared.shared_content < kLeastContent;
    if (apart && origins_[a].spoken && origins_[b].spoken) return;
    if (is_spliced(a, b, compared) || is_spliced(b, a, compared)) compared.relation = VariantRelation::kSpliced;
    group_.variants.push_back({a, b, compared.relation, std::move(compared.edits)});
  }

  // What `printed` has beside the words of `primary` stands elsewhere in the latter's article.
  [[nodiscard]] bool is_spliced(std::uint32_t primary, std::uint32_t printed, const QuoteComparison& compared) const {
    if (!origins_[primary].primary || !origins_[primary].spoken || !is_quoted(printed)) return false;
    if (group_.members[printed].member.article == group_.members[primary].member.article) return false;
    if (compared.shared_content < kLeastContent) return false;
    return comes_from_elsewhere(primary, printed);
  }

  // A run of the printed words that the source has only outside of what it is compared with, and not right beside it.
  [[nodiscard]] bool comes_from_elsewhere(std::uint32_t primary, std::uint32_t printed) const {
    const ArticleWords& source = words_[group_.members[primary].member.article.index()];
    const ArticleWords& from = words_[group_.members[printed].member.article.index()];
    const WordSpan known = source.words_in(group_.members[primary].member.span);
    const std::span<const Word> said = from.at(from.words_in(group_.members[printed].member.span));
    const std::span<const Word> all(source.words);
    const auto foreign = [&](std::span<const Word> before_or_after) {
      const SharedRun run = longest_shared_run(said, before_or_after);
      if (run.length < kLeastSpliced || run.content < kLeastContent) return false;
      const bool beside = before_or_after.data() + run.b == all.data() + known.end ||
                          before_or_after.data() + run.b + run.length == all.data() + known.begin;
      return !beside && longest_shared_run(said.subspan(run.a, run.length), source.at(known)).length < run.length;
    };
    return foreign(all.subspan(0, known.begin)) || foreign(all.subspan(known.end));
  }

  // Cuts the reference wherever a direct rendering departs from it, and takes the longest piece.
  [[nodiscard]] TextSpan core() const {
    const TextSpan whole = group_.members[group_.reference].member.span;
    std::set<std::uint32_t> cuts = {whole.begin, whole.end};
    std::set<TextSpan> missing;
    std::uint32_t direct = 0;
    for (const QuoteVariant& v : group_.variants) {
      if (v.a != group_.reference || !is_quoted(v.b) || v.relation == VariantRelation::kSpliced) continue;
      ++direct;
      for (const QuoteEdit& e : v.edits) {
        if (e.kind == EditKind::kSpelling || e.kind == EditKind::kPunctuation) continue;
        cuts.insert({e.a.begin, e.a.end});
        if (!e.a.empty()) missing.insert(e.a);
      }
    }
    const ArticleWords& words = words_[group_.members[group_.reference].member.article.index()];
    TextSpan best;
    std::uint32_t most = kLeastCore - 1;
    for (auto cut = cuts.begin(); direct > 0 && std::next(cut) != cuts.end(); ++cut) {
      const TextSpan piece{*cut, *std::next(cut)};
      const bool lost = std::any_of(missing.begin(), missing.end(), [&](TextSpan m) { return m.overlaps(piece); });
      const WordSpan inside = words.words_in(piece);
      if (lost || inside.size() <= most) continue;
      most = inside.size();
      best = {words.words[inside.begin].span.begin, words.words[inside.end - 1].span.end};
    }
    return best;
  }

  const Comparison& comparison_;
  const SetWords& words_;
  const std::vector<MemberOrigin>& origins_;
  QuoteGroup& group_;
  bool translated_ = false;
};

}  // namespace

void compare_members(const Comparison& comparison, const SetWords& words, const std::vector<MemberOrigin>& origins,
                     QuoteGroup& group) {
  Variants(comparison, words, origins, group).fill();
}

}  // namespace newsloupe
