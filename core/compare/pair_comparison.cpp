#include "core/compare/pair_comparison.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/compare/quote_alignment.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Side {
  const Article* article = nullptr;
  ArticleWords words;
  std::vector<std::uint32_t> body;         // sentences of the body
  std::vector<std::uint32_t> of_sentence;  // place in `body`, kNone outside it

  Side(const Article& read, Vocabulary& vocabulary) : article(&read), words(read_words(read, vocabulary)) {
    for (std::uint32_t s = 0; s < words.sentences.size(); ++s) {
      const bool inside = is_body(words.sentences[s].paragraph_class) && !words.sentences[s].words.empty();
      of_sentence.push_back(inside ? static_cast<std::uint32_t>(body.size()) : kNone);
      if (inside) body.push_back(s);
    }
  }

  [[nodiscard]] const WordSentence& sentence(std::uint32_t at) const { return words.sentences[body[at]]; }
  [[nodiscard]] std::uint32_t length(std::uint32_t at) const { return sentence(at).words.size(); }
  // Place in `body` of the sentence at a text offset.
  [[nodiscard]] std::uint32_t at(std::uint32_t offset) const {
    const std::size_t sentence = words.sentence_at(offset);
    return sentence < of_sentence.size() ? of_sentence[sentence] : kNone;
  }
  [[nodiscard]] Stretch stretch(std::uint32_t first, std::uint32_t end) const {
    Stretch out{{sentence(first).span.begin, sentence(end - 1).span.end}, first, end, sentence(first).paragraph};
    for (std::uint32_t i = first; i < end; ++i) out.words += length(i);
    return out;
  }
};

struct Link {
  std::uint32_t a = 0, b = 0;  // sentences of the bodies
  std::uint32_t shared = 0;    // words in common runs
  std::uint32_t aligned = 0;   // score of the alignment
  std::uint32_t strength = 0;
};

// Neighbouring sentences that stand for each other; half-open.
struct Group {
  std::uint32_t a = 0, a_end = 0, b = 0, b_end = 0, shared = 0;
};

// Exchanges the sides.
void turn(PairPassage& passage) {
  std::swap(passage.a, passage.b);
  for (QuoteEdit& edit : passage.edits) {
    std::swap(edit.a, edit.b);
    if (edit.kind == EditKind::kInsert || edit.kind == EditKind::kDelete) {
      edit.kind = edit.kind == EditKind::kInsert ? EditKind::kDelete : EditKind::kInsert;
    }
  }
}

class PairReader {
 public:
  PairReader(const Comparison& comparison, ArticleIndex a, ArticleIndex b)
      : comparison_(comparison),
        index_a_(a),
        index_b_(b),
        a_(comparison.article(a), vocabulary_),
        b_(comparison.article(b), vocabulary_) {
    for (const Reuse& pair : comparison.reuse) {
      if (pair.a == a && pair.b == b) reuse_ = &pair;
    }
  }

  // `turned`: what is a here comes out as b.
  PairComparison read(bool turned) {
    std::vector<PairPassage> both;
    for (const Group& group : joined(links())) {
      PairPassage next = passage(group);
      if (turned) turn(next);
      auto place = both.end();
      while (place != both.begin() && next.a.first < (place - 1)->a.first) --place;
      both.insert(place, std::move(next));
    }
    const Side &a = turned ? b_ : a_, &b = turned ? a_ : b_;
    PairComparison result;
    result.reuse = reuse_;
    put_in_order(a, b, std::move(both), result.passages);
    result.a = totals(a, result.passages, &PairPassage::a, PassageRelation::kOnlyA);
    result.b = totals(b, result.passages, &PairPassage::b, PassageRelation::kOnlyB);
    return result;
  }

 private:
  // The strongest first.
  [[nodiscard]] std::vector<Link> links() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Link> found;
    if (reuse_ != nullptr) {
      for (const ReuseRun& run : reuse_->runs) count_run(run, found);
    }
    for (const Alignment& pair : comparison_.alignments) {
      if (pair.a.article != index_a_ || pair.b.article != index_b_) continue;
      const std::uint32_t a = a_.at(pair.a.span.begin), b = b_.at(pair.b.span.begin);
      if (a != kNone && b != kNone) found[{a, b}].aligned = pair.score;
    }
    std::vector<Link> links;
    for (auto& [place, link] : found) {
      link.a = place.first, link.b = place.second;
      const std::uint32_t shorter = std::min(a_.length(link.a), b_.length(link.b));
      if (link.aligned == 0 && link.shared * 2 < shorter) continue;
      link.strength = link.shared * 1000 / shorter + link.aligned;
      auto next = links.end();
      while (next != links.begin() && (next - 1)->strength < link.strength) --next;
      links.insert(next, link);
    }
    return links;
  }

  // Word n of a run on one side is word n on the other.
  void count_run(const ReuseRun& run, std::map<std::pair<std::uint32_t, std::uint32_t>, Link>& found) const {
    const WordSpan in_a = a_.words.words_in(run.a), in_b = b_.words.words_in(run.b);
    for (std::uint32_t n = 0; n < std::min(in_a.size(), in_b.size()); ++n) {
      const std::uint32_t a = a_.at(a_.words.words[in_a.begin + n].span.begin);
      const std::uint32_t b = b_.at(b_.words.words[in_b.begin + n].span.begin);
      if (a != kNone && b != kNone) ++found[{a, b}].shared;
    }
  }

  [[nodiscard]] std::vector<Group> joined(const std::vector<Link>& links) const {
    std::vector<Group> groups;
    std::vector<std::uint32_t> group_a(a_.body.size(), kNone), group_b(b_.body.size(), kNone);
    for (const Link& link : links) {
      std::uint32_t &of_a = group_a[link.a], &of_b = group_b[link.b];
      if (of_a == kNone && of_b == kNone) {
        of_a = of_b = static_cast<std::uint32_t>(groups.size());
        groups.push_back({link.a, link.a + 1, link.b, link.b + 1, link.shared});
      } else if (of_b == kNone && holds(b_, link.b, groups[of_a].b, groups[of_a].b_end, link.shared)) {
        of_b = of_a;
        grow(groups[of_b].b, groups[of_b].b_end, link.b);
        groups[of_b].shared += link.shared;
      } else if (of_a == kNone && holds(a_, link.a, groups[of_b].a, groups[of_b].a_end, link.shared)) {
        of_a = of_b;
        grow(groups[of_a].a, groups[of_a].a_end, link.a);
        groups[of_a].shared += link.shared;
      }
    }
    return groups;
  }

  // A sentence beside the group, in its paragraph, most of whose words lie in what the group stands for.
  static bool holds(const Side& side, std::uint32_t at, std::uint32_t begin, std::uint32_t end, std::uint32_t shared) {
    if (at + 1 != begin && at != end) return false;
    return side.sentence(at).paragraph == side.sentence(begin).paragraph && shared * 2 >= side.length(at);
  }
  static void grow(std::uint32_t& begin, std::uint32_t& end, std::uint32_t at) {
    begin = std::min(begin, at);
    end = std::max(end, at + 1);
  }

  // Those that stand in one order on both sides, as many words of them as possible.
  static std::vector<bool> in_order(const std::vector<PairPassage>& both) {
    std::vector<std::uint32_t> best(both.size()), before(both.size(), kNone);
    std::uint32_t last = kNone;
    for (std::uint32_t i = 0; i < both.size(); ++i) {
      for (std::uint32_t j = 0; j < i; ++j) {
        if (both[j].b.first < both[i].b.first && best[j] > best[i]) best[i] = best[j], before[i] = j;
      }
      best[i] += both[i].a.words + both[i].b.words;
      if (last == kNone || best[i] > best[last]) last = i;
    }
    std::vector<bool> chosen(both.size());
    for (; last != kNone; last = before[last]) chosen[last] = true;
    return chosen;
  }

  static void put_in_order(const Side& a, const Side& b, std::vector<PairPassage> both, std::vector<PairPassage>& out) {
    const std::vector<bool> ordered = in_order(both);
    std::vector<bool> taken(b.body.size());
    for (const PairPassage& p : both) {
      for (std::uint32_t i = p.b.first; i < p.b.end; ++i) taken[i] = true;
    }
    std::uint32_t next_a = 0, next_b = 0;
    for (std::size_t i = 0; i < both.size(); ++i) {
      put_single(a, next_a, both[i].a.first, {}, PassageRelation::kOnlyA, out);
      next_a = both[i].a.end;
      if (ordered[i]) {
        put_single(b, next_b, both[i].b.first, taken, PassageRelation::kOnlyB, out);
        next_b = both[i].b.end;
      }
      out.push_back(std::move(both[i]));
    }
    put_single(a, next_a, static_cast<std::uint32_t>(a.body.size()), {}, PassageRelation::kOnlyA, out);
    put_single(b, next_b, static_cast<std::uint32_t>(b.body.size()), taken, PassageRelation::kOnlyB, out);
  }

  // The sentences of one side from `begin` that stand for nothing, neighbours of a paragraph together.
  static void put_single(const Side& side, std::uint32_t begin, std::uint32_t end, const std::vector<bool>& taken,
                         PassageRelation relation, std::vector<PairPassage>& out) {
    const auto free = [&](std::uint32_t at) { return taken.empty() || !taken[at]; };
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!free(i)) continue;
      std::uint32_t last = i + 1;
      while (last < end && free(last) && side.sentence(last).paragraph == side.sentence(i).paragraph) ++last;
      PairPassage& single = out.emplace_back();
      single.relation = relation;
      (relation == PassageRelation::kOnlyA ? single.a : single.b) = side.stretch(i, last);
      i = last - 1;
    }
  }

  [[nodiscard]] PairPassage passage(const Group& group) const {
    PairPassage out;
    out.a = a_.stretch(group.a, group.a_end);
    out.b = b_.stretch(group.b, group.b_end);
    const QuoteComparison words =
        compare_renderings({a_.article, &a_.words, out.a.span, QuoteForm::kDirect},
                           {b_.article, &b_.words, out.b.span, QuoteForm::kDirect}, vocabulary_);
    out.edits = words.edits;
    const bool alike = words.relation == VariantRelation::kIdentical || words.relation == VariantRelation::kStyle;
    const bool shares = group.shared * 5 >= std::min(out.a.words, out.b.words) * 2;
    out.relation = alike || shares ? PassageRelation::kSameWords : PassageRelation::kOtherWords;
    return out;
  }

  static PairTotals totals(const Side& side, const std::vector<PairPassage>& passages, Stretch PairPassage::*which,
                           PassageRelation only) {
    PairTotals out;
    out.sentences = static_cast<std::uint32_t>(side.body.size());
    for (std::uint32_t i = 0; i < side.body.size(); ++i) out.words += side.length(i);
    for (const PairPassage& passage : passages) {
      if (passage.relation != only) continue;
      out.only_sentences += (passage.*which).end - (passage.*which).first;
      out.only_words += (passage.*which).words;
    }
    return out;
  }

  const Comparison& comparison_;
  ArticleIndex index_a_, index_b_;
  Vocabulary vocabulary_;
  Side a_, b_;
  const Reuse* reuse_ = nullptr;
};

}  // namespace

PairComparison compare_pair(const Comparison& comparison, ArticleIndex a, ArticleIndex b) {
  const bool turned = b < a;
  return PairReader(comparison, turned ? b : a, turned ? a : b).read(turned);
}

const Reuse* most_shared(const Comparison& comparison) {
  const Reuse* best = nullptr;
  std::uint64_t most = 0;
  for (const Reuse& pair : comparison.reuse) {
    std::uint64_t words = 0;
    for (const ReuseRun& run : pair.runs) words += run.words;
    if (words > most) most = words, best = &pair;
  }
  return best;
}

}  // namespace newsloupe
