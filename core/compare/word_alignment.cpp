#include "core/compare/word_alignment.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/compare/word_forms.h"

namespace newsloupe {
namespace {

constexpr std::int32_t kSame = 4, kSameSpelling = 3, kSameStem = 1, kOther = -3, kGap = -2;
constexpr std::uint32_t kLeastMoved = 2;  // words; fewer are met anywhere
constexpr std::uint32_t kStrayWords = 2;  // so few small words between two changes are chance
constexpr std::uint32_t kWideChange = 4;  // words of both changes together

class Aligner {
 public:
  Aligner(std::span<const Word> a, std::span<const Word> b, const Vocabulary& set) : set_(set), a_(a), b_(b) {}

  [[nodiscard]] WordAlignment align() const {
    WordAlignment result;
    result.pairs = best_pairs();
    drop_stray_pairs(result.pairs);
    result.gaps = gaps_between(result.pairs);
    take_moves(result);
    return result;
  }

 private:
  [[nodiscard]] std::int32_t similarity(std::size_t i, std::size_t j) const {
    if (a_[i].word == b_[j].word) return kSame;
    const std::string_view x = set_.text(a_[i].word), y = set_.text(b_[j].word);
    if ((x.front() == '\'' || y.front() == '\'') && same_contraction(x, y)) return kSameSpelling;
    if (a_[i].stem != b_[j].stem && x.front() != y.front()) return kOther;
    if (spelling_key(x) == spelling_key(y)) return kSameSpelling;
    return a_[i].stem == b_[j].stem ? kSameStem : kOther;
  }

  [[nodiscard]] std::vector<WordPair> best_pairs() const {
    const std::vector<std::int32_t> score = fill();
    const std::size_t width = b_.size() + 1;
    std::vector<WordPair> pairs;
    // Back from the end. Ties prefer the pair, then the gap in b, so that the answer is one.
    for (std::size_t i = a_.size(), j = b_.size(); i > 0 && j > 0;) {
      const std::int32_t here = score[i * width + j], alike = similarity(i - 1, j - 1);
      if (here == score[(i - 1) * width + j - 1] + alike) {
        --i;
        --j;
        if (alike >= kSameSpelling) {
          pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), alike != kSame});
        }
      } else if (here == score[(i - 1) * width + j] + kGap) {
        --i;
      } else {
        --j;
      }
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
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

  // One or two small words between two changes, one of which replaces words.
  void drop_stray_pairs(std::vector<WordPair>& pairs) const {
    std::vector<WordPair> kept;
    for (std::size_t begin = 0; begin < pairs.size();) {
      std::size_t end = begin + 1;
      while (end < pairs.size() && pairs[end].a == pairs[end - 1].a + 1 && pairs[end].b == pairs[end - 1].b + 1) ++end;
      const WordGap before = gap(kept.empty() ? nullptr : &kept.back(), &pairs[begin]);
      const WordGap after = gap(&pairs[end - 1], end < pairs.size() ? &pairs[end] : nullptr);
      const bool small = end - begin <= kStrayWords && std::none_of(&pairs[begin], &pairs[begin] + (end - begin),
                                                                    [&](const WordPair& p) { return a_[p.a].content; });
      const bool in_a = before.in_a() > 0 && after.in_a() > 0, in_b = before.in_b() > 0 && after.in_b() > 0;
      const bool wide = before.in_a() + before.in_b() + after.in_a() + after.in_b() >= kWideChange;
      const auto from = pairs.begin() + static_cast<std::ptrdiff_t>(begin);
      if (!(small && in_a && in_b && wide))
        kept.insert(kept.end(), from, from + static_cast<std::ptrdiff_t>(end - begin));
      begin = end;
    }
    pairs = std::move(kept);
  }

  // What lies between two pairs; null stands for the beginning and the end.
  [[nodiscard]] WordGap gap(const WordPair* last, const WordPair* next) const {
    return {last != nullptr ? last->a + 1 : 0, next != nullptr ? next->a : static_cast<std::uint32_t>(a_.size()),
            last != nullptr ? last->b + 1 : 0, next != nullptr ? next->b : static_cast<std::uint32_t>(b_.size())};
  }

  [[nodiscard]] std::vector<WordGap> gaps_between(const std::vector<WordPair>& pairs) const {
    std::vector<WordGap> gaps;
    for (std::size_t p = 0; p <= pairs.size(); ++p) {
      const WordGap found = gap(p > 0 ? &pairs[p - 1] : nullptr, p < pairs.size() ? &pairs[p] : nullptr);
      if (found.in_a() + found.in_b() > 0) gaps.push_back(found);
    }
    return gaps;
  }

  // The longest run of words that one gap has in a and another has in b.
  [[nodiscard]] MovedWords longest_move(const std::vector<WordGap>& gaps) const {
    MovedWords best;
    for (const WordGap& from : gaps) {
      for (const WordGap& to : gaps) {
        if (&from == &to) continue;
        for (std::uint32_t i = from.a_begin; i < from.a_end; ++i) {
          for (std::uint32_t j = to.b_begin; j < to.b_end; ++j) {
            const std::uint32_t length = run_at(i, from.a_end, j, to.b_end);
            if (length > best.length) best = {i, j, length};
          }
        }
      }
    }
    return best;
  }

  // Words that follow each other on both sides; 0 where none of them carries sense.
  [[nodiscard]] std::uint32_t run_at(std::uint32_t i, std::uint32_t a_end, std::uint32_t j, std::uint32_t b_end) const {
    std::uint32_t length = 0;
    bool content = false;
    while (i + length < a_end && j + length < b_end && a_[i + length].word == b_[j + length].word) {
      content = content || a_[i + length].content;
      ++length;
    }
    return content ? length : 0;
  }

  void take_moves(WordAlignment& result) const {
    for (;;) {
      const MovedWords move = longest_move(result.gaps);
      if (move.length < kLeastMoved) break;
      result.moves.push_back(move);
      std::vector<WordGap> rest;
      for (const WordGap& gap : result.gaps) cut(gap, move, rest);
      result.gaps = std::move(rest);
    }
    sort_items(result.moves, [](const MovedWords& x, const MovedWords& y) { return x.a < y.a; });
  }

  // The gap without the moved words; what stands before them goes with the other side.
  static void cut(const WordGap& gap, const MovedWords& move, std::vector<WordGap>& out) {
    const auto add = [&](const WordGap& part) {
      if (part.in_a() + part.in_b() > 0) out.push_back(part);
    };
    if (move.a >= gap.a_begin && move.a + move.length <= gap.a_end) {
      add({gap.a_begin, move.a, gap.b_begin, gap.b_end});
      add({move.a + move.length, gap.a_end, gap.b_end, gap.b_end});
    } else if (move.b >= gap.b_begin && move.b + move.length <= gap.b_end) {
      add({gap.a_begin, gap.a_end, gap.b_begin, move.b});
      add({gap.a_end, gap.a_end, move.b + move.length, gap.b_end});
    } else {
      out.push_back(gap);
    }
  }

  const Vocabulary& set_;
  std::span<const Word> a_, b_;
};

}  // namespace

WordAlignment align_words(std::span<const Word> a, std::span<const Word> b, const Vocabulary& set) {
  return Aligner(a, b, set).align();
}

}  // namespace newsloupe
