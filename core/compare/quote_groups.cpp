#include "core/compare/quote_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/compare/overlap.h"
#include "core/compare/quote_alignment.h"
#include "core/compare/utterances.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostPieces = 400;  // a word in more utterances proposes no pair
constexpr std::size_t kMostVariants = 6;  // members up to which every pair is compared

// What two utterances must share to be one, from sure to loose; shares in thousandths. Reported speech has to share
// more words, because a reporter's own sentence on the same matter shares some by nature.
struct Threshold {
  std::uint32_t words, of_lighter, of_heavier;
};
constexpr std::array<Threshold, 3> kQuoted = {{{2, 950, 0}, {3, 620, 150}, {5, 420, 300}}};
constexpr std::array<Threshold, 3> kReported = {{{3, 850, 300}, {5, 520, 200}, {7, 450, 350}}};
// The same named speaker said both: fewer words will do.
constexpr std::array<Threshold, 3> kQuotedBySame = {{{2, 950, 0}, {3, 550, 150}, {5, 400, 280}}};
constexpr std::array<Threshold, 3> kReportedBySame = {{{3, 600, 200}, {4, 450, 250}, {6, 330, 250}}};
constexpr std::uint32_t kTurnOfPhrase = 3;  // content words in a row that one speaker is quoted and reported with
// So many words in a row are one utterance, whoever is named as the speaker.
constexpr std::uint32_t kTellingWords = 7;
// Two quotations whose words, small ones too, stand in one order.
constexpr std::uint32_t kVerbatimWords = 5, kVerbatimShare = 650;
// Speakers that the texts name differently, or stories apart: only the very words will do.
constexpr Threshold kVerbatim = {5, 850, 700};
// Two places of one article that say the same thing twice.
constexpr Threshold kRepeated = {3, 600, 250};

bool is_quoted(const Utterance& u) { return u.form == QuoteForm::kDirect || u.form == QuoteForm::kMixed; }

bool reaches(const Overlap& overlap, const Threshold& least) {
  return overlap.words >= least.words && overlap.of_lighter >= least.of_lighter &&
         overlap.of_heavier >= least.of_heavier;
}

struct Link {
  std::uint32_t score = 0, a = 0, b = 0;
};

class Grouper {
 public:
  Grouper(const Comparison& comparison, const SetWords& words, const LinkedEntities& entities)
      : comparison_(comparison),
        words_(words),
        entities_(entities),
        said_(find_utterances(comparison, words, entities)) {
    for (const Utterance& u : said_) content_.push_back(content_of(words, u.article, u.words));
    cluster_.resize(said_.size());
    for (std::uint32_t i = 0; i < said_.size(); ++i) {
      cluster_[i] = i;
      members_.push_back({i});
    }
  }

  std::vector<QuoteGroup> run() {
    for (const Link& link : links()) join(link.a, link.b);
    join_nested();
    std::vector<QuoteGroup> several, single;
    for (const std::vector<std::uint32_t>& members : members_) {
      QuoteGroup group = group_of(members);
      if (group.members.empty()) continue;
      (group.members.size() > 1 ? several : single).push_back(std::move(group));
    }
    add_leftovers(single);
    const auto by_first = [](const QuoteGroup& x, const QuoteGroup& y) {
      return x.members.front().member < y.members.front().member;
    };
    std::stable_sort(several.begin(), several.end(), by_first);
    std::stable_sort(single.begin(), single.end(), by_first);
    several.insert(several.end(), std::make_move_iterator(single.begin()), std::make_move_iterator(single.end()));
    return several;
  }

 private:
  // The score of a pair that may be one utterance, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> score(std::uint32_t a, std::uint32_t b) const {
    const Utterance &x = said_[a], &y = said_[b];
    const bool quoted = is_quoted(x) && is_quoted(y);
    if (!quoted && !is_quoted(x) && !is_quoted(y) &&
        (x.form == QuoteForm::kUnattributed || y.form == QuoteForm::kUnattributed)) {
      return std::nullopt;  // two plain sentences are a matter of alignments
    }
    if (!may_be_one_occasion(x, y)) return std::nullopt;
    const Overlap overlap = overlap_of(content_[a], content_[b]);
    const std::uint32_t value = overlap.of_lighter + overlap.of_heavier / 2 + std::min(overlap.words, 20U);
    if (reaches(overlap, kVerbatim)) return value;
    if (quoted && overlap.words >= 3 && longer_than(kTellingWords, a, b) && verbatim_inside(a, b)) return value;
    if (!may_be_one_speaker(x, y) || x.story != y.story) return std::nullopt;
    const bool by_same = is_one_speaker(x, y);
    for (const Threshold& least : quoted    ? (by_same ? kQuotedBySame : kQuoted)
                                  : by_same ? kReportedBySame
                                            : kReported) {
      if (!reaches(overlap, least)) continue;
      if (least.words < 3 && !verbatim_inside(a, b)) continue;
      return value;
    }
    if (quoted && overlap.words >= 2 && nearly_verbatim(a, b)) return value;
    if (!quoted && by_same && common_run(content_[a], content_[b]) >= kTurnOfPhrase) return value;
    return std::nullopt;
  }

  // Most words of the shorter one, small ones too, stand in the other in one order.
  [[nodiscard]] bool nearly_verbatim(std::uint32_t a, std::uint32_t b) const {
    const std::vector<WeightedWord> x = all_words(a), y = all_words(b);
    const Overlap overlap = overlap_of(x, y);
    return overlap.words >= kVerbatimWords && overlap.of_lighter >= kVerbatimShare;
  }

  [[nodiscard]] std::vector<WeightedWord> all_words(std::uint32_t u) const {
    std::vector<WeightedWord> result;
    for (const Word& word : words_[said_[u].article].at(said_[u].words))
      result.push_back({word.stem, word.word, 1000, word.name});
    return result;
  }

  [[nodiscard]] bool longer_than(std::uint32_t words, std::uint32_t a, std::uint32_t b) const {
    return said_[a].words.size() >= words && said_[b].words.size() >= words;
  }

  // The shorter one stands in the other word by word.
  [[nodiscard]] bool verbatim_inside(std::uint32_t a, std::uint32_t b) const {
    std::span<const Word> part = words_[said_[a].article].at(said_[a].words);
    std::span<const Word> whole = words_[said_[b].article].at(said_[b].words);
    if (part.size() > whole.size()) std::swap(part, whole);
    const auto same = [](const Word& x, const Word& y) { return x.word == y.word; };
    return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
  }

  std::vector<Link> links() {
    PieceIndex index(content_, words_.size(), kMostPieces);
    std::vector<Link> result;
    for (std::uint32_t a = 0; a < said_.size(); ++a) {
      for (const PieceIndex::Proposal& proposal : index.later_than(a, 2)) {
        if (said_[a].article == said_[proposal.piece].article) continue;
        if (const auto value = score(a, proposal.piece)) result.push_back({*value, a, proposal.piece});
      }
    }
    std::sort(result.begin(), result.end(), [](const Link& x, const Link& y) {
      if (x.score != y.score) return x.score > y.score;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    return result;
  }

  // Sentences of one article may stand in one group without resembling each other: it breaks what others print whole.
  [[nodiscard]] bool one_quotation(std::uint32_t a, std::uint32_t b) const {
    return said_[a].article == said_[b].article && said_[a].quote.valid() && said_[a].quote == said_[b].quote;
  }

  // Quoted words and the reported clause that holds them.
  [[nodiscard]] bool one_inside_other(std::uint32_t a, std::uint32_t b) const {
    return said_[a].span.contains(said_[b].span) || said_[b].span.contains(said_[a].span);
  }

  [[nodiscard]] bool repeats(std::uint32_t a, std::uint32_t b) const {
    return reaches(overlap_of(content_[a], content_[b]), kRepeated);
  }

  void join(std::uint32_t a, std::uint32_t b) {
    std::uint32_t first = cluster_[a], second = cluster_[b];
    if (first == second) return;
    std::size_t alike = 0, pairs = 0;
    for (const std::uint32_t x : members_[first]) {
      for (const std::uint32_t y : members_[second]) {
        if (said_[x].article == said_[y].article) {
          // An article that renders one utterance twice repeats itself; two sayings that a third resembles stay two.
          if (!one_quotation(x, y) && !one_inside_other(x, y) && !repeats(x, y)) return;
          continue;
        }
        ++pairs;
        alike += score(x, y).has_value() ? 1U : 0U;
        if (!may_be_one_occasion(said_[x], said_[y])) return;
      }
    }
    if (alike * 2 >= pairs) merge(first, second);
  }

  // Quoted words and the reported clause around them are one utterance, so what renders either renders both.
  void join_nested() {
    for (std::uint32_t u = 1; u < said_.size(); ++u) {
      for (std::uint32_t outer = u; outer-- > 0 && said_[outer].article == said_[u].article;) {
        if (said_[outer].span.end <= said_[u].span.begin) break;
        const bool both_shared = members_[cluster_[u]].size() > 1 && members_[cluster_[outer]].size() > 1;
        if (said_[outer].span.contains(said_[u].span) && both_shared) merge(cluster_[u], cluster_[outer]);
      }
    }
  }

  void merge(std::uint32_t first, std::uint32_t second) {
    if (first == second) return;
    if (second < first) std::swap(first, second);
    for (const std::uint32_t member : members_[second]) cluster_[member] = first;
    members_[first].insert(members_[first].end(), members_[second].begin(), members_[second].end());
    members_[second].clear();
    std::sort(members_[first].begin(), members_[first].end());
  }

  // Empty for what is no group: reported speech and plain sentences alone.
  QuoteGroup group_of(const std::vector<std::uint32_t>& members) {
    QuoteGroup group;
    if (members.size() < 2) return group;
    for (const std::uint32_t u : members) add_member(group, u);
    used_.insert(used_.end(), members.begin(), members.end());
    finish(group, members);
    return group;
  }

  // Joins neighbouring sentences of one quotation, and keeps the quoted words where a clause around them matches, too.
  void add_member(QuoteGroup& group, std::uint32_t u) const {
    const Utterance& said = said_[u];
    const QuoteMember member{
        {ArticleIndex(std::size_t{said.article}), said.span, rule_of(said)}, said.quote, said.form};
    if (!group.members.empty()) {
      QuoteMember& last = group.members.back();
      const bool same_article = last.member.article == member.member.article;
      if (same_article && last.quote.valid() && last.quote == member.quote) {
        last.member.span = hull(last.member.span, said.span);
        return;
      }
      if (same_article && last.member.span.contains(said.span)) return;
    }
    group.members.push_back(member);
  }

  [[nodiscard]] RuleId rule_of(const Utterance& said) const {
    if (!said.quote.valid()) return RuleId("quote.same_words");
    return comparison_.articles[said.article].article->resolution.quotes[said.quote].rule;
  }

  void finish(QuoteGroup& group, const std::vector<std::uint32_t>& members) const {
    group.speaker = speaker_of(members);
    const std::size_t reference = reference_of(group);
    compare_with(group, reference);
  }

  // The speaker most members agree on; by the name of the set where it has one.
  [[nodiscard]] std::string speaker_of(const std::vector<std::uint32_t>& members) const {
    std::map<std::uint32_t, std::uint32_t> votes;
    for (const std::uint32_t u : members) {
      if (said_[u].speaker) ++votes[*said_[u].speaker];
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    if (best != votes.end()) return entities_.entities[best->first].name;
    for (const std::uint32_t u : members) {
      if (!said_[u].speaker_words.empty()) return said_[u].speaker_words;
    }
    return {};
  }

  // The longest direct rendering; the longest of all where none is direct.
  [[nodiscard]] static std::size_t reference_of(const QuoteGroup& group) {
    std::size_t best = 0;
    const auto rank = [](const QuoteMember& m) {
      const bool direct = m.form == QuoteForm::kDirect, quoted = direct || m.form == QuoteForm::kMixed;
      return std::pair(direct ? 2 : quoted ? 1 : 0, m.member.span.size());
    };
    for (std::size_t i = 1; i < group.members.size(); ++i) {
      if (rank(group.members[i]) > rank(group.members[best])) best = i;
    }
    return best;
  }

  [[nodiscard]] Rendering rendering_of(const QuoteMember& member) const {
    const std::size_t article = member.member.article.index();
    return {comparison_.articles[article].article.get(), &words_[article], member.member.span, member.form};
  }

  // Against the reference first; then, in small groups, the other pairs that differ.
  void compare_with(QuoteGroup& group, std::size_t reference) const {
    const std::size_t n = group.members.size();
    const auto add = [&](std::size_t a, std::size_t b, bool also_equal) {
      QuoteComparison compared =
          compare_renderings(rendering_of(group.members[a]), rendering_of(group.members[b]), words_.vocabulary());
      if (!also_equal && compared.relation == VariantRelation::kIdentical) return;
      group.variants.push_back(
          {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), compared.relation, std::move(compared.edits)});
    };
    for (std::size_t i = 0; i < n; ++i) {
      if (i != reference) add(reference, i, true);
    }
    if (n > kMostVariants) return;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = a + 1; b < n; ++b) {
        if (a != reference && b != reference) add(a, b, false);
      }
    }
  }

  // Direct and mixed quotes, or the sentences of them, that nobody else renders.
  void add_leftovers(std::vector<QuoteGroup>& single) {
    std::vector<bool> used(said_.size());
    for (const std::uint32_t u : used_) used[u] = true;
    for (std::uint32_t u = 0; u < said_.size(); ++u) {
      if (used[u] || !is_quoted(said_[u])) continue;
      if (u > 0 && !used[u - 1] && one_quotation(u - 1, u)) {
        TextSpan& span = single.back().members.back().member.span;
        span = hull(span, said_[u].span);
        continue;
      }
      QuoteGroup& group = single.emplace_back();
      add_member(group, u);
      group.speaker = speaker_of({u});
    }
  }

  const Comparison& comparison_;
  const SetWords& words_;
  const LinkedEntities& entities_;
  std::vector<Utterance> said_;
  std::vector<std::vector<WeightedWord>> content_;  // parallel to said_
  std::vector<std::uint32_t> cluster_;              // utterance -> cluster
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> used_;
};

}  // namespace

std::vector<QuoteGroup> find_quote_groups(const Comparison& comparison, const SetWords& words,
                                          const LinkedEntities& entities) {
  return Grouper(comparison, words, entities).run();
}

}  // namespace newsloupe
