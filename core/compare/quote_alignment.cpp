#include "core/compare/quote_alignment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/compare/word_forms.h"

namespace newsloupe {
namespace {

constexpr std::int32_t kSame = 4, kSameSpelling = 3, kSameStem = 1, kOther = -3, kGap = -2;
constexpr std::size_t kMostWords = 400;  // longer renderings are compared up to here

// A stretch of the alignment in which the two differ: half-open ranges of words.
struct Gap {
  std::size_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0;
};

struct Pair {
  std::size_t a = 0, b = 0;
};  // words that stand for each other

struct WordAlignment {
  std::vector<Pair> pairs;  // equal words or spellings of one word
  std::vector<Gap> gaps;    // between the pairs, in order
};

class Aligner {
 public:
  Aligner(const Rendering& a, const Rendering& b, const Vocabulary& set)
      : set_(set),
        a_(first_words(a.words->at(a.words->words_in(a.span)))),
        b_(first_words(b.words->at(b.words->words_in(b.span)))) {}

  [[nodiscard]] std::span<const Word> a() const { return a_; }
  [[nodiscard]] std::span<const Word> b() const { return b_; }
  [[nodiscard]] bool same_word(std::size_t i, std::size_t j) const { return a_[i].word == b_[j].word; }

  [[nodiscard]] WordAlignment align() const {
    const std::vector<std::int32_t> score = fill();
    const std::size_t width = b_.size() + 1;
    std::vector<Pair> pairs;
    // Back from the end. Ties prefer the pair, then the gap in b, so that the answer is one.
    for (std::size_t i = a_.size(), j = b_.size(); i > 0 && j > 0;) {
      const std::int32_t here = score[i * width + j];
      if (here == score[(i - 1) * width + j - 1] + similarity(i - 1, j - 1)) {
        --i;
        --j;
        if (similarity(i, j) >= kSameSpelling) pairs.push_back({i, j});
      } else if (here == score[(i - 1) * width + j] + kGap) {
        --i;
      } else {
        --j;
      }
    }
    std::reverse(pairs.begin(), pairs.end());
    return {pairs, gaps_between(pairs)};
  }

 private:
  static std::span<const Word> first_words(std::span<const Word> words) {
    return words.subspan(0, std::min(words.size(), kMostWords));
  }

  [[nodiscard]] std::int32_t similarity(std::size_t i, std::size_t j) const {
    if (same_word(i, j)) return kSame;
    if (a_[i].stem != b_[j].stem && set_.text(a_[i].word).front() != set_.text(b_[j].word).front()) return kOther;
    if (spelling_key(set_.text(a_[i].word)) == spelling_key(set_.text(b_[j].word))) return kSameSpelling;
    return a_[i].stem == b_[j].stem ? kSameStem : kOther;
  }

  [[nodiscard]] std::vector<std::int32_t> fill() const {
    const std::size_t width = b_.size() + 1;
    std::vector<std::int32_t> score((a_.size() + 1) * width);
    for (std::size_t i = 0; i <= a_.size(); ++i) score[i * width] = static_cast<std::int32_t>(i) * kGap;
    for (std::size_t j = 0; j <= b_.size(); ++j) score[j] = static_cast<std::int32_t>(j) * kGap;
    for (std::size_t i = 1; i <= a_.size(); ++i) {
      for (std::size_t j = 1; j <= b_.size(); ++j) {
        score[i * width + j] = std::max({score[(i - 1) * width + j - 1] + similarity(i - 1, j - 1),
                                         score[(i - 1) * width + j] + kGap, score[i * width + j - 1] + kGap});
      }
    }
    return score;
  }

  [[nodiscard]] std::vector<Gap> gaps_between(const std::vector<Pair>& pairs) const {
    std::vector<Gap> gaps;
    std::size_t i = 0, j = 0;
    const auto close = [&](std::size_t next_i, std::size_t next_j) {
      if (next_i > i || next_j > j) gaps.push_back({i, next_i, j, next_j});
    };
    for (const Pair& pair : pairs) {
      close(pair.a, pair.b);
      i = pair.a + 1;
      j = pair.b + 1;
    }
    close(a_.size(), b_.size());
    return gaps;
  }

  const Vocabulary& set_;
  std::span<const Word> a_, b_;
};

TextSpan span_of(std::span<const Word> words, std::size_t begin, std::size_t end, TextSpan rendering) {
  if (begin < end) return {words[begin].span.begin, words[end - 1].span.end};
  const std::uint32_t at = begin > 0 ? words[begin - 1].span.end : rendering.begin;
  return {at, at};
}

bool is_negation(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kNegations = {"not", "no", "never", "n't", "without", "cannot"};
  return std::find(kNegations.begin(), kNegations.end(), word) != kNegations.end() || word.ends_with("n't");
}

// What stands between two words, without spaces and quotation marks.
std::string marks_between(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kIgnored = {"“", "”", "‘", "’", "«", "»"};
  std::string marks;
  for (std::size_t i = 0; i < text.size();) {
    const auto ignored = std::find_if(kIgnored.begin(), kIgnored.end(),
                                      [&](std::string_view mark) { return text.substr(i).starts_with(mark); });
    if (ignored != kIgnored.end()) {
      i += ignored->size();
      continue;
    }
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '"' && text[i] != '\'') marks += text[i];
    ++i;
  }
  return marks;
}

bool has_ellipsis(std::string_view marks) {
  return marks.find("...") != std::string_view::npos || marks.find("…") != std::string_view::npos;
}
bool has_bracket(std::string_view marks) { return marks.find_first_of("[]") != std::string_view::npos; }

// Reads the gaps of one alignment into edits.
class EditReader {
 public:
  EditReader(const Rendering& a, const Rendering& b, const Vocabulary& set)
      : a_(a), b_(b), set_(set), aligner_(a, b, set) {}

  std::vector<QuoteEdit> read() {
    const WordAlignment alignment = aligner_.align();
    for (const Pair& pair : alignment.pairs) {
      if (!aligner_.same_word(pair.a, pair.b)) {
        edits_.push_back({EditKind::kSpelling, aligner_.a()[pair.a].span, aligner_.b()[pair.b].span});
      }
    }
    for (const Gap& gap : alignment.gaps) edits_.push_back(edit_of(gap));
    read_marks(alignment.pairs);
    std::sort(edits_.begin(), edits_.end(), [](const QuoteEdit& x, const QuoteEdit& y) {
      if (x.a != y.a) return x.a < y.a;
      return x.b != y.b ? x.b < y.b : x.kind < y.kind;
    });
    return std::move(edits_);
  }

 private:
  [[nodiscard]] QuoteEdit edit_of(const Gap& gap) const {
    return {kind_of(gap), span_of(aligner_.a(), gap.a_begin, gap.a_end, a_.span),
            span_of(aligner_.b(), gap.b_begin, gap.b_end, b_.span)};
  }

  [[nodiscard]] EditKind kind_of(const Gap& gap) const {
    const bool only_a = gap.b_begin == gap.b_end, only_b = gap.a_begin == gap.a_end;
    const std::string marks_a = marks_around(a_, aligner_.a(), gap.a_begin, gap.a_end);
    const std::string marks_b = marks_around(b_, aligner_.b(), gap.b_begin, gap.b_end);
    if ((only_a && has_ellipsis(marks_b)) || (only_b && has_ellipsis(marks_a))) return EditKind::kEllipsis;
    if ((!only_b && has_bracket(marks_a)) || (!only_a && has_bracket(marks_b))) return EditKind::kBracket;
    const std::span<const Word> from = aligner_.a().subspan(gap.a_begin, gap.a_end - gap.a_begin);
    const std::span<const Word> to = aligner_.b().subspan(gap.b_begin, gap.b_end - gap.b_begin);
    const auto negated = [this](std::span<const Word> words) {
      return std::any_of(words.begin(), words.end(), [&](const Word& w) { return is_negation(set_.text(w.word)); });
    };
    // Words added or left out with their negation ("not weeks") deny nothing; a bare "not" does.
    const bool bare = from.size() + to.size() == 1;
    if (negated(from) != negated(to) && (bare || (!only_a && !only_b))) return EditKind::kNegation;
    if (only_a) return EditKind::kDelete;
    if (only_b) return EditKind::kInsert;
    const auto all = [](std::span<const Word> words, bool Word::*what) {
      return std::all_of(words.begin(), words.end(), [what](const Word& w) { return w.*what; });
    };
    if (all(from, &Word::number) && all(to, &Word::number)) return EditKind::kNumber;
    return all(from, &Word::name) || all(to, &Word::name) ? EditKind::kName : EditKind::kReplace;
  }

  // The marks from the word before the range to the word after it.
  static std::string marks_around(const Rendering& side, std::span<const Word> words, std::size_t begin,
                                  std::size_t end) {
    std::string marks;
    std::uint32_t from = begin > 0 ? words[begin - 1].span.end : side.span.begin;
    for (std::size_t i = begin; i < end; ++i) {
      marks += marks_between(side.article->text({from, std::max(from, words[i].span.begin)}));
      from = words[i].span.end;
    }
    const std::uint32_t to = end < words.size() ? words[end].span.begin : side.span.end;
    return marks + marks_between(side.article->text({from, std::max(from, to)}));
  }

  // Marks between words that follow each other on both sides. Those at the ends belong to the sentence around.
  void read_marks(const std::vector<Pair>& pairs) {
    for (std::size_t p = 1; p < pairs.size(); ++p) {
      if (pairs[p].a != pairs[p - 1].a + 1 || pairs[p].b != pairs[p - 1].b + 1) continue;
      const TextSpan in_a{aligner_.a()[pairs[p - 1].a].span.end, aligner_.a()[pairs[p].a].span.begin};
      const TextSpan in_b{aligner_.b()[pairs[p - 1].b].span.end, aligner_.b()[pairs[p].b].span.begin};
      const std::string marks_a = marks_between(a_.article->text(in_a));
      const std::string marks_b = marks_between(b_.article->text(in_b));
      if (marks_a == marks_b) continue;
      const EditKind kind = has_ellipsis(marks_a) != has_ellipsis(marks_b) ? EditKind::kEllipsis
                            : has_bracket(marks_a) != has_bracket(marks_b) ? EditKind::kBracket
                                                                           : EditKind::kPunctuation;
      edits_.push_back({kind, in_a, in_b});
    }
  }

  const Rendering &a_, &b_;
  const Vocabulary& set_;
  Aligner aligner_;
  std::vector<QuoteEdit> edits_;
};

bool is_reported(QuoteForm form) { return form == QuoteForm::kIndirect || form == QuoteForm::kUnattributed; }

VariantRelation relation_of(const std::vector<QuoteEdit>& edits, bool reported) {
  bool shorter = false, longer = false, changed = false;
  for (const QuoteEdit& edit : edits) {
    switch (edit.kind) {
      case EditKind::kSpelling:
      case EditKind::kPunctuation:
      case EditKind::kBracket:
        break;
      case EditKind::kEllipsis:
        (edit.a.size() >= edit.b.size() ? shorter : longer) = true;
        break;
      case EditKind::kDelete:
        shorter = true;
        break;
      case EditKind::kInsert:
        longer = true;
        break;
      case EditKind::kReplace:
      case EditKind::kMove:
      case EditKind::kNegation:
      case EditKind::kNumber:
      case EditKind::kName:
        changed = true;
        break;
    }
  }
  if (edits.empty()) return VariantRelation::kIdentical;
  if (!shorter && !longer && !changed) return VariantRelation::kStyle;
  if (reported) return VariantRelation::kParaphrase;
  if (changed || (shorter && longer)) return VariantRelation::kReworded;
  return shorter ? VariantRelation::kTrimmed : VariantRelation::kExtended;
}

}  // namespace

QuoteComparison compare_renderings(const Rendering& a, const Rendering& b, const Vocabulary& set) {
  QuoteComparison result;
  result.edits = EditReader(a, b, set).read();
  result.relation = relation_of(result.edits, is_reported(a.form) != is_reported(b.form));
  return result;
}

}  // namespace newsloupe
