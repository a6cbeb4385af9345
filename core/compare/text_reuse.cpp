#include "core/compare/text_reuse.h"

#include <algorithm>

namespace newsloupe {
namespace {

struct Place {
  std::uint64_t gram = 0;  // hash of the words
  std::uint32_t article = 0, word = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
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

// The runs of one article with each later one, found by walking its grams from
// left to right.
class RunFinder {
 public:
  RunFinder(const SetWords& words, const std::vector<Place>& places) : words_(words), runs_(words.articles().size()) {
    begin_of_.resize(words.articles().size());
    for (std::size_t a = 0; a < begin_of_.size(); ++a) begin_of_[a].assign(words[a].words.size(), kNowhere);
    for (std::size_t first = 0; first < places.size();) {
      std::size_t last = first;
      while (last < places.size() && places[last].gram == places[first].gram) ++last;
      if (last - first > 1 && last - first <= kMostGramPlaces) {
        for (std::size_t i = first; i < last; ++i) begin_of_[places[i].article][places[i].word] = i;
      }
      first = last;
    }
  }

  // Runs with article b stand under index b; those of earlier articles are
  // empty. `places` as in the constructor.
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
    // A run on the same diagonal that reaches over this word has said it
    // already.
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

// Nothing where the pair shares too little.
std::optional<Reuse> read_pair(const SetWords& words, std::uint32_t a, std::uint32_t b, std::vector<WordRun> runs) {
  const std::vector<Word>&in_a = words[a].words, &in_b = words[b].words;
  const std::vector<WordRun> tiles = tile(std::move(runs), in_a.size(), in_b.size());
  const bool a_is_shorter = in_a.size() <= in_b.size();
  std::uint64_t quoted = 0;
  for (const WordRun& run : tiles) {
    for (std::uint32_t i = 0; i < run.length; ++i) {
      quoted += (a_is_shorter ? in_a[run.a + i] : in_b[run.b + i]).quoted ? 1U : 0U;
    }
  }
  std::optional<Reuse> reuse = judged(tiles, in_a.size(), in_b.size(), quoted);
  if (!reuse) return reuse;
  reuse->a = ArticleIndex(a);
  reuse->b = ArticleIndex(b);
  for (const WordRun& run : tiles) {
    const std::uint32_t last = run.length - 1;
    reuse->runs.push_back({{in_a[run.a].span.begin, in_a[run.a + last].span.end},
                           {in_b[run.b].span.begin, in_b[run.b + last].span.end},
                           run.length});
  }
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
