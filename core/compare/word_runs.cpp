#include "core/compare/word_runs.h"

#include <algorithm>

#include "core/base/fixed.h"
#include "core/base/sorting.h"

namespace newsloupe {
namespace {

// Short texts reach 8 % with one stock phrase ("was booked into county jail and
// later"): a run just over the least, or two of them, are no evidence of a
// common source.
constexpr std::uint32_t kTellingRun = 10, kTellingWords = 24;

constexpr std::uint32_t kWholly = 500, kPartly = 80, kSlight = 30,
                        kMostlyQuoted = 850;  // thousandths

// The longest stretch of the run in which neither side is taken.
WordRun free_part(const WordRun& run, const std::vector<bool>& taken_a, const std::vector<bool>& taken_b) {
  WordRun best, now{run.a, run.b, 0};
  for (std::uint32_t i = 0; i < run.length; ++i) {
    if (taken_a[run.a + i] || taken_b[run.b + i]) {
      now = {run.a + i + 1, run.b + i + 1, 0};
    } else if (++now.length > best.length) {
      best = now;
    }
  }
  return best;
}

ReuseLabel label_of(std::uint32_t share, std::uint32_t quoted_share, bool telling) {
  if (quoted_share >= kMostlyQuoted) return ReuseLabel::kQuoteOnly;
  if (share < kPartly || !telling) return ReuseLabel::kSlight;
  return share >= kWholly ? ReuseLabel::kWholly : ReuseLabel::kPartly;
}

}  // namespace

std::vector<WordRun> tile(std::vector<WordRun> runs, std::size_t words_a, std::size_t words_b) {
  sort_items(runs, [](const WordRun& x, const WordRun& y) {
    if (x.length != y.length) return x.length > y.length;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  std::vector<bool> taken_a(words_a), taken_b(words_b);
  std::vector<WordRun> tiles;
  for (const WordRun& run : runs) {
    const WordRun part = free_part(run, taken_a, taken_b);
    if (part.length < kReuseRunWords) continue;
    for (std::uint32_t i = 0; i < part.length; ++i) taken_a[part.a + i] = taken_b[part.b + i] = true;
    tiles.push_back(part);
  }
  sort_items(tiles, [](const WordRun& x, const WordRun& y) { return x.a < y.a; });
  return tiles;
}

std::optional<Reuse> judged(const std::vector<WordRun>& tiles, std::size_t words_a, std::size_t words_b,
                            std::uint64_t quoted) {
  std::uint64_t shared = 0;
  std::uint32_t longest = 0;
  for (const WordRun& run : tiles) {
    shared += run.length;
    longest = std::max(longest, run.length);
  }
  Reuse reuse;
  reuse.containment_a = thousandths(shared, words_a);
  reuse.containment_b = thousandths(shared, words_b);
  const std::uint32_t share = std::max(reuse.containment_a, reuse.containment_b);
  if (share < kSlight) return std::nullopt;
  reuse.label = label_of(share, thousandths(quoted, shared), longest >= kTellingRun || shared >= kTellingWords);
  return reuse;
}

}  // namespace newsloupe
