#include "core/compare/overlap.h"

#include <algorithm>

#include "core/base/fixed.h"

namespace newsloupe {
namespace {

std::uint64_t total(const std::vector<WeightedWord>& words) {
  std::uint64_t sum = 0;
  for (const WeightedWord& word : words) sum += word.weight;
  return sum;
}

// Marks the words of both sides that lie on the heaviest common subsequence.
void mark_common(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b, std::vector<bool>& in_a,
                 std::vector<bool>& in_b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint64_t> best((a.size() + 1) * width);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::uint64_t& cell = best[i * width + j];
      cell = std::max(best[(i - 1) * width + j], best[i * width + j - 1]);
      if (a[i - 1].stem == b[j - 1].stem) {
        cell = std::max(cell, best[(i - 1) * width + j - 1] + a[i - 1].weight + 1);
      }
    }
  }
  for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    const std::uint64_t here = best[i * width + j];
    if (here == best[(i - 1) * width + j]) {
      --i;
    } else if (here == best[i * width + j - 1]) {
      --j;
    } else {
      in_a[--i] = true;
      in_b[--j] = true;
    }
  }
}

}  // namespace

std::vector<WeightedWord> content_of(const SetWords& set, std::uint32_t article, WordSpan range) {
  std::vector<WeightedWord> result;
  for (const Word& word : set[article].at(range)) {
    if (word.content) result.push_back({word.stem, word.word, set.weight(word.stem), word.name});
  }
  return result;
}

Overlap overlap_of(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b) {
  std::vector<bool> in_a(a.size()), in_b(b.size());
  mark_common(a, b, in_a, in_b);
  std::uint64_t shared = 0;
  Overlap result;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (in_a[i]) {
      shared += a[i].weight;
      ++result.words;
      continue;
    }
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (in_b[j] || b[j].stem != a[i].stem) continue;
      in_b[j] = true;
      shared += a[i].weight / 2;
      ++result.words;
      break;
    }
  }
  const std::uint64_t weight_a = total(a), weight_b = total(b);
  result.of_lighter = thousandths(shared, std::min(weight_a, weight_b));
  result.of_heavier = thousandths(shared, std::max(weight_a, weight_b));
  return result;
}

std::uint32_t common_run(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b) {
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::uint32_t run = 0;
      while (i + run < a.size() && j + run < b.size() && a[i + run].stem == b[j + run].stem && !a[i + run].name) ++run;
      longest = std::max(longest, run);
    }
  }
  return longest;
}

SharedRun longest_shared_run(std::span<const Word> a, std::span<const Word> b) {
  SharedRun best;
  std::vector<std::uint32_t> run(b.size() + 1);  // length of the run that ends with a word of b
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    for (std::uint32_t j = static_cast<std::uint32_t>(b.size()); j-- > 0;) {
      run[j + 1] = a[i].word == b[j].word ? run[j] + 1 : 0;
      if (run[j + 1] > best.length) best = {i + 1 - run[j + 1], j + 1 - run[j + 1], run[j + 1], 0};
    }
  }
  for (const Word& word : a.subspan(best.a, best.length)) best.content += word.content && !word.name ? 1U : 0U;
  return best;
}

PieceIndex::PieceIndex(const std::vector<std::vector<WeightedWord>>& pieces, std::size_t stems, std::size_t most)
    : pieces_(pieces), postings_(stems), most_(most), weight_(pieces.size()), words_(pieces.size()) {
  for (std::uint32_t p = 0; p < pieces.size(); ++p) {
    for (const WeightedWord& word : pieces[p]) {
      std::vector<std::uint32_t>& list = postings_[word.stem];
      if (list.empty() || list.back() != p) list.push_back(p);
    }
  }
}

std::vector<PieceIndex::Proposal> PieceIndex::later_than(std::uint32_t piece, std::uint32_t least_words) {
  std::vector<std::uint32_t> touched;
  for (std::size_t i = 0; i < pieces_[piece].size(); ++i) {
    const WeightedWord& word = pieces_[piece][i];
    const bool repeated = std::any_of(pieces_[piece].begin(), pieces_[piece].begin() + static_cast<std::ptrdiff_t>(i),
                                      [&](const WeightedWord& w) { return w.stem == word.stem; });
    const std::vector<std::uint32_t>& list = postings_[word.stem];
    if (repeated || list.size() > most_) continue;
    for (auto other = std::upper_bound(list.begin(), list.end(), piece); other != list.end(); ++other) {
      if (words_[*other] == 0) touched.push_back(*other);
      ++words_[*other];
      weight_[*other] += word.weight;
    }
  }
  std::sort(touched.begin(), touched.end());
  std::vector<Proposal> proposals;
  for (const std::uint32_t other : touched) {
    if (words_[other] >= least_words) proposals.push_back({other, weight_[other], words_[other]});
    words_[other] = weight_[other] = 0;
  }
  return proposals;
}

}  // namespace newsloupe
