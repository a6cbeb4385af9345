#include "core/compare/shared_wording.h"

#include <algorithm>
#include <utility>

#include "core/compare/stories.h"
#include "core/compare/text_reuse.h"
#include "core/compare/word_grams.h"
#include "core/compare/word_runs.h"

namespace newsloupe {
namespace {

constexpr std::size_t kGramsInAStep = 250'000, kArticlesInAStep = 32, kPairsInAStep = 4096;
constexpr std::size_t kMostParts = 64;            // of the index: each reads all words again
constexpr std::size_t kNeighbours = 48;           // in large sets, of the articles that have a gram
constexpr std::uint32_t kLastBit = 0x80000000;    // beside an article
constexpr std::uint32_t kQuotedBit = 0x80000000;  // beside the word's id
constexpr unsigned kArticleBits = 24;

using Words = std::vector<std::uint32_t>;

// Calls `found(hash, position)` for every gram of the article.
template <class Found>
void for_each_gram_of(const Words& words, Found&& found) {
  for_each_gram(
      words.size(), [&words](std::uint32_t i) { return (words[i] & ~kQuotedBit) + std::uint64_t{1}; },
      std::forward<Found>(found));
}

bool same_word(std::uint32_t a, std::uint32_t b) { return ((a ^ b) & ~kQuotedBit) == 0; }

// The grams of one article, to find those of others in.
class GramTable {
 public:
  void read(const Words& words) {
    std::size_t size = 256;
    while (size < words.size() * 2) size *= 2;
    heads_.assign(size, kNone);
    next_.assign(words.size(), kNone);
    for_each_gram_of(words, [this](std::uint64_t hash, std::uint32_t at) {
      std::uint32_t& head = heads_[hash & (heads_.size() - 1)];
      next_[at] = std::exchange(head, at);
    });
  }
  [[nodiscard]] std::uint32_t first(std::uint64_t hash) const { return heads_[hash & (heads_.size() - 1)]; }
  [[nodiscard]] std::uint32_t next(std::uint32_t at) const { return next_[at]; }
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  std::vector<std::uint32_t> heads_, next_;
};

// All maximal common runs of the two.
std::vector<WordRun> common_runs(const GramTable& table, const Words& a, const Words& b) {
  std::vector<WordRun> runs;
  for_each_gram_of(b, [&](std::uint64_t hash, std::uint32_t in_b) {
    for (std::uint32_t in_a = table.first(hash); in_a != GramTable::kNone; in_a = table.next(in_a)) {
      const bool said = std::any_of(runs.rbegin(), runs.rend(), [&](const WordRun& run) {
        return in_b < run.b + run.length && in_b - run.b == in_a - run.a && in_a >= run.a;
      });
      if (said) continue;
      std::uint32_t length = 0;
      while (in_a + length < a.size() && in_b + length < b.size() && same_word(a[in_a + length], b[in_b + length])) {
        ++length;
      }
      if (length >= kReuseRunWords) runs.push_back({in_a, in_b, length});
    }
  });
  return runs;
}

}  // namespace

std::size_t neighbours_looked_at(std::size_t articles) { return articles <= kAllPairsUpTo ? articles : kNeighbours; }

struct SharedWording::Work {
  std::vector<Words> articles;
  std::size_t grams = 0;
  std::uint64_t part = 0, parts = 0;
  // The articles of each gram that several have, ascending; the last of a gram has the last bit. The places of an
  // article in that list stand in `places`, from `begin` on.
  std::vector<std::uint32_t> postings, places, begin;
  std::vector<std::uint32_t> common;  // grams in common with the article that is looked at, by article
  std::vector<SharedGrams> counted;   // elsewhere
  bool is_counted = false;
  std::uint32_t measured = 0;  // articles, or pairs that were counted elsewhere
  GramTable table;
  std::size_t in_table = static_cast<std::size_t>(-1);
  std::vector<Reuse> found;

  void index_part();
  void index_articles();
  void measure_article(std::uint32_t a);
  [[nodiscard]] bool worth_measuring(const SharedGrams& pair) const;
  void measure(std::uint32_t a, std::uint32_t b);
};

// One part of the grams: those of equal hash lie side by side once sorted.
void SharedWording::Work::index_part() {
  std::vector<std::uint64_t> grams_here;  // upper bits of the gram, then the article
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    for_each_gram_of(articles[a], [&](std::uint64_t hash, std::uint32_t) {
      if (((hash >> 32) * parts) >> 32 == part) grams_here.push_back((hash << kArticleBits) | a);
    });
  }
  ++part;
  std::sort(grams_here.begin(), grams_here.end());
  for (std::size_t i = 0; i < grams_here.size();) {
    const std::size_t first = postings.size();
    std::size_t end = i;
    for (; end < grams_here.size() && grams_here[end] >> kArticleBits == grams_here[i] >> kArticleBits; ++end) {
      const auto article = static_cast<std::uint32_t>(grams_here[end] & ((1U << kArticleBits) - 1));
      if (postings.size() == first || postings.back() != article) postings.push_back(article);
    }
    if (postings.size() - first < 2 || end - i > kMostGramPlaces) {
      postings.resize(first);
    } else {
      postings.back() |= kLastBit;
    }
    i = end;
  }
}

void SharedWording::Work::index_articles() {
  begin.assign(articles.size() + 1, 0);
  for (const std::uint32_t posting : postings) ++begin[(posting & ~kLastBit) + 1];
  for (std::size_t a = 0; a < articles.size(); ++a) begin[a + 1] += begin[a];
  places.resize(postings.size());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t p = 0; p < postings.size(); ++p) places[next[postings[p] & ~kLastBit]++] = p;
  common.assign(articles.size(), 0);
}

// What makes an origin is 8 % of the shorter text; a run of 7 words is one gram.
bool SharedWording::Work::worth_measuring(const SharedGrams& pair) const {
  if (articles.size() <= kAllPairsUpTo) return true;
  const std::size_t shorter = std::min(articles[pair.a].size(), articles[pair.b].size());
  return pair.grams * std::size_t{100} * kReuseRunWords >= shorter * 8;
}

// With the later articles that have a gram in common.
void SharedWording::Work::measure_article(std::uint32_t a) {
  const std::size_t most = neighbours_looked_at(articles.size());
  std::vector<std::uint32_t> others;
  for (std::uint32_t place = begin[a]; place < begin[a + 1]; ++place) {
    std::size_t neighbours = 0;
    for (std::uint32_t p = places[place]; (postings[p] & kLastBit) == 0; ++p) {
      if (++neighbours > most) break;
      const std::uint32_t b = postings[p + 1] & ~kLastBit;
      if (common[b]++ == 0) others.push_back(b);
    }
  }
  std::sort(others.begin(), others.end());
  for (const std::uint32_t b : others) {
    if (worth_measuring({a, b, common[b]})) measure(a, b);
    common[b] = 0;
  }
}

void SharedWording::Work::measure(std::uint32_t a, std::uint32_t b) {
  if (in_table != a) table.read(articles[a]);
  in_table = a;
  const Words &in_a = articles[a], &in_b = articles[b];
  const std::vector<WordRun> tiles = tile(common_runs(table, in_a, in_b), in_a.size(), in_b.size());
  const bool a_is_shorter = in_a.size() <= in_b.size();
  std::uint64_t quoted = 0;
  for (const WordRun& run : tiles) {
    for (std::uint32_t i = 0; i < run.length; ++i) {
      quoted += ((a_is_shorter ? in_a[run.a + i] : in_b[run.b + i]) & kQuotedBit) != 0 ? 1U : 0U;
    }
  }
  if (std::optional<Reuse> reuse = judged(tiles, in_a.size(), in_b.size(), quoted)) {
    reuse->a = ArticleIndex(a);
    reuse->b = ArticleIndex(b);
    found.push_back(std::move(*reuse));
  }
}

SharedWording::SharedWording() : work_(std::make_unique<Work>()) {}
SharedWording::~SharedWording() = default;

void SharedWording::add(const ArticleWords& words) {
  Words& kept = work_->articles.emplace_back();
  kept.reserve(words.words.size());
  for (const Word& word : words.words) kept.push_back(word.word | (word.quoted ? kQuotedBit : 0));
  if (kept.size() >= kReuseRunWords) work_->grams += kept.size() - kReuseRunWords + 1;
}

void SharedWording::use(std::vector<SharedGrams> counts) {
  work_->counted = std::move(counts);
  work_->is_counted = true;
}

bool SharedWording::step() {
  Work& w = *work_;
  if (w.is_counted) {
    for (std::size_t i = 0; i < kPairsInAStep && w.measured < w.counted.size(); ++i) {
      const SharedGrams& pair = w.counted[w.measured++];
      if (w.worth_measuring(pair)) w.measure(pair.a, pair.b);
    }
    return w.measured < w.counted.size();
  }
  if (w.parts == 0) w.parts = std::min(w.grams / kGramsInAStep + 1, kMostParts);
  if (w.part < w.parts) {
    w.index_part();
    if (w.part == w.parts) w.index_articles();
    return true;
  }
  for (std::size_t i = 0; i < kArticlesInAStep && w.measured < w.articles.size(); ++i) w.measure_article(w.measured++);
  return w.measured < w.articles.size();
}

std::vector<Reuse> SharedWording::take() { return std::move(work_->found); }

}  // namespace newsloupe
