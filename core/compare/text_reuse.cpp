#include "core/compare/text_reuse.h"

#include <algorithm>

#include "core/base/fixed.h"

namespace newsloupe {
namespace {

// A 7-gram that stands in more places than this is a formula and proposes nothing.
constexpr std::size_t kMostPlaces = 512;

// Short texts reach 8 % with one stock phrase ("was booked into county jail and later"): a run just over the least, or
// two of them, are no evidence of a common source.
constexpr std::uint32_t kTellingRun = 10, kTellingWords = 24;

constexpr std::uint32_t kWholly = 500, kPartly = 80, kSlight = 30, kMostlyQuoted = 850;  // thousandths

struct Place {
  std::uint64_t gram = 0;  // hash of the words
  std::uint32_t article = 0, word = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct WordRun {
  std::uint32_t a = 0, b = 0, length = 0;  // first word in each, number of words
};

std::uint64_t gram_hash(std::span<const Word> words) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
  for (const Word& word : words) {
    hash = (hash ^ word.word) * 0x100000001B3ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

std::vector<Place> index_grams(const SetWords& words) {
  std::vector<Place> places;
  for (std::uint32_t a = 0; a < words.articles().size(); ++a) {
    const std::span<const Word> all = words[a].words;
    for (std::uint32_t w = 0; w + kReuseRunWords <= all.size(); ++w) {
      places.push_back({gram_hash(all.subspan(w, kReuseRunWords)), a, w});
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

std::uint32_t common_length(std::span<const Word> a, std::span<const Word> b) {
  std::uint32_t n = 0;
  while (n < a.size() && n < b.size() && a[n].word == b[n].word) ++n;
  return n;
}

// The runs of one article with each later one, found by walking its grams from left to right.
class RunFinder {
 public:
  RunFinder(const SetWords& words, const std::vector<Place>& places) : words_(words), runs_(words.articles().size()) {
    begin_of_.resize(words.articles().size());
    for (std::size_t a = 0; a < begin_of_.size(); ++a) begin_of_[a].assign(words[a].words.size(), kNowhere);
    for (std::size_t first = 0; first < places.size();) {
      std::size_t last = first;
      while (last < places.size() && places[last].gram == places[first].gram) ++last;
      if (last - first > 1 && last - first <= kMostPlaces) {
        for (std::size_t i = first; i < last; ++i) begin_of_[places[i].article][places[i].word] = i;
      }
      first = last;
    }
  }

  // Runs with article b stand under index b; those of earlier articles are empty. `places` as in the constructor.
  const std::vector<std::vector<WordRun>>& runs_of(std::uint32_t a, const std::vector<Place>& places) {
    for (auto& runs : runs_) runs.clear();
    const std::vector<Word>& words = words_[a].words;
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      const std::size_t at = begin_of_[a][w];
      if (at == kNowhere) continue;
      for (std::size_t i = at + 1; i < places.size() && places[i].gram == places[at].gram; ++i) {
        if (places[i].article != a) add(a, w, places[i]);
      }
    }
    return runs_;
  }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  void add(std::uint32_t a, std::uint32_t w, const Place& place) {
    std::vector<WordRun>& runs = runs_[place.article];
    // A run on the same diagonal that reaches over this word has said it already.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      if (w < run->a + run->length && w - run->a == place.word - run->b && place.word >= run->b) return;
    }
    const std::span<const Word> rest_a = std::span<const Word>(words_[a].words).subspan(w);
    const std::span<const Word> rest_b = std::span<const Word>(words_[place.article].words).subspan(place.word);
    const std::uint32_t length = common_length(rest_a, rest_b);
    if (length >= kReuseRunWords) runs.push_back({w, place.word, length});
  }

  const SetWords& words_;
  std::vector<std::vector<std::size_t>> begin_of_;  // article, word -> its place in the sorted index
  std::vector<std::vector<WordRun>> runs_;
};

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

std::vector<WordRun> tile(std::vector<WordRun> runs, std::size_t words_a, std::size_t words_b) {
  std::sort(runs.begin(), runs.end(), [](const WordRun& x, const WordRun& y) {
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
  std::sort(tiles.begin(), tiles.end(), [](const WordRun& x, const WordRun& y) { return x.a < y.a; });
  return tiles;
}

ReuseLabel label_of(std::uint32_t share, std::uint32_t quoted_share, bool telling) {
  if (quoted_share >= kMostlyQuoted) return ReuseLabel::kQuoteOnly;
  if (share < kPartly || !telling) return ReuseLabel::kSlight;
  return share >= kWholly ? ReuseLabel::kWholly : ReuseLabel::kPartly;
}

// Nothing where the pair shares too little.
std::optional<Reuse> read_pair(const SetWords& words, std::uint32_t a, std::uint32_t b, std::vector<WordRun> runs) {
  const std::vector<Word>&in_a = words[a].words, &in_b = words[b].words;
  const std::vector<WordRun> tiles = tile(std::move(runs), in_a.size(), in_b.size());
  const bool a_is_shorter = in_a.size() <= in_b.size();
  Reuse reuse;
  reuse.a = ArticleIndex(a);
  reuse.b = ArticleIndex(b);
  std::uint64_t shared = 0, quoted = 0;
  std::uint32_t longest = 0;
  for (const WordRun& run : tiles) {
    shared += run.length;
    longest = std::max(longest, run.length);
    for (std::uint32_t i = 0; i < run.length; ++i) {
      quoted += (a_is_shorter ? in_a[run.a + i] : in_b[run.b + i]).quoted ? 1U : 0U;
    }
    const std::uint32_t last = run.length - 1;
    reuse.runs.push_back({{in_a[run.a].span.begin, in_a[run.a + last].span.end},
                          {in_b[run.b].span.begin, in_b[run.b + last].span.end},
                          run.length});
  }
  reuse.containment_a = thousandths(shared, in_a.size());
  reuse.containment_b = thousandths(shared, in_b.size());
  const std::uint32_t share = std::max(reuse.containment_a, reuse.containment_b);
  if (share < kSlight) return std::nullopt;
  reuse.label = label_of(share, thousandths(quoted, shared), longest >= kTellingRun || shared >= kTellingWords);
  return reuse;
}

}  // namespace

std::vector<Reuse> find_reuse(const SetWords& words) {
  const std::vector<Place> places = index_grams(words);
  RunFinder finder(words, places);
  std::vector<Reuse> result;
  for (std::uint32_t a = 0; a < words.articles().size(); ++a) {
    const std::vector<std::vector<WordRun>>& runs = finder.runs_of(a, places);
    for (std::uint32_t b = a + 1; b < runs.size(); ++b) {
      if (runs[b].empty()) continue;
      if (std::optional<Reuse> reuse = read_pair(words, a, b, runs[b])) result.push_back(std::move(*reuse));
    }
  }
  return result;
}

}  // namespace newsloupe
