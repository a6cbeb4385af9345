#include "core/compare/stories.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>

#include "core/base/fixed.h"
#include "core/compare/clustering.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kWordsPercent = 75;  // of a similarity; the rest is for the persons, where both name some
constexpr std::uint32_t kWorthKeeping = 20;  // thousandths; weaker pairs count as nothing
constexpr std::uint32_t kWorthKeepingInLargeSets = 72;
constexpr std::uint32_t kHint = 30,
                        kPersonsHint = 150;  // by the less common words alone, in large sets
constexpr std::size_t kArticlesInAStep = 64, kJoinsInAStep = 4096;

struct StemCount {
  WordId stem = 0;
  std::uint8_t all = 0, names = 0, persons = 0;  // more than 255 count as 255
};
struct Feature {
  WordId stem = 0;
  std::uint32_t weight = 0;
};

std::uint32_t weight_of(const StemWeights& weights, WordId stem, std::uint32_t count) {
  return weights.weight(stem) * (kLogUnit + log2_units(count)) / kLogUnit / 8;  // sublinear in the count
}

// Of one article, by stem. Words of the headline count once more.
std::vector<StemCount> count_stems(const ArticleWords& article) {
  std::vector<StemCount> counts;
  for (const Word& word : article.words) {
    if (word.content) counts.push_back({word.stem, 1, static_cast<std::uint8_t>(word.name ? 1 : 0), word.persons});
  }
  for (const WordId stem : article.title) counts.push_back({stem, 1, 0, 0});
  std::sort(counts.begin(), counts.end(), [](const StemCount& x, const StemCount& y) { return x.stem < y.stem; });
  std::size_t kept = 0;
  const auto add = [](std::uint8_t& sum, std::uint8_t n) {
    sum = static_cast<std::uint8_t>(std::min<std::uint32_t>(std::uint32_t{sum} + n, 0xFF));
  };
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[kept].stem != counts[i].stem) {
      counts[++kept] = counts[i];
      continue;
    }
    add(counts[kept].all, counts[i].all);
    add(counts[kept].names, counts[i].names);
    add(counts[kept].persons, counts[i].persons);
  }
  counts.resize(counts.empty() ? 0 : kept + 1);
  counts.shrink_to_fit();
  return counts;
}

// News of one event come within days: what remains of a similarity after so
// many.
std::uint32_t after_days(std::uint32_t similarity, std::int32_t days) {
  struct Step {
    std::int32_t days;
    std::uint32_t percent;
  };
  static constexpr std::array<Step, 6> kSteps = {{{3, 110}, {4, 80}, {8, 34}, {14, 30}, {30, 26}, {90, 22}}};
  for (const Step& step : kSteps) {
    if (days <= step.days) return similarity * step.percent / 100;
  }
  return similarity * 18 / 100;
}

// Without dates it takes the same people to tell a story from a later one of
// its kind: words about one topic are alike for years, the people in them are
// not.
std::uint32_t without_dates(std::uint32_t words, std::uint32_t persons) {
  constexpr std::uint32_t kEnough = 600, kLeastPercent = 25;
  return words * (kLeastPercent + (100 - kLeastPercent) * std::min(persons, kEnough) / kEnough) / 100;
}

std::uint32_t similarity_of(std::uint32_t words, const std::optional<std::uint32_t>& persons,
                            const std::optional<std::int32_t>& days) {
  if (!days) return persons ? without_dates(words, *persons) : words;
  const std::uint32_t alike = persons ? (words * kWordsPercent + *persons * (100 - kWordsPercent)) / 100 : words;
  return after_days(alike, *days);
}

// Cosines of one article with later ones, by an index from stems to articles.
class Cosines {
 public:
  // `most_articles`: a stem of more articles than that is not in the index.
  void add(std::vector<Feature> features) {
    std::uint64_t square = 0;
    for (const Feature& f : features) square += std::uint64_t{f.weight} * f.weight;
    norms_.push_back(integer_sqrt(square));
    features_.push_back(std::move(features));
  }

  void index(std::size_t stems, std::size_t most_articles) {
    begin_.assign(stems + 1, 0);
    for (const auto& features : features_) {
      for (const Feature& f : features) ++begin_[f.stem];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& n : begin_) {
      const std::uint32_t here = n > 1 && n <= most_articles ? n : 0;  // a stem of one article says nothing
      complete_ = complete_ && n <= most_articles;
      n = sum;
      sum += here;
    }
    postings_.resize(sum);
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t a = 0; a < features_.size(); ++a) {
      for (const Feature& f : features_[a]) {
        if (begin_[f.stem] < begin_[f.stem + 1]) postings_[next[f.stem]++] = {a, f.weight};
      }
    }
    dots_.resize(features_.size());
  }

  // Adds up the indexed stems of `a`; dots() then holds the sums, and `touched`
  // also the articles that have one.
  void gather(std::uint32_t a, std::vector<std::uint32_t>& touched) {
    for (const Feature& f : features_[a]) {
      const auto first = postings_.begin() + static_cast<std::ptrdiff_t>(begin_[f.stem]),
                 last = postings_.begin() + static_cast<std::ptrdiff_t>(begin_[f.stem + 1]);
      auto p =
          std::upper_bound(first, last, a, [](std::uint32_t article, const Posting& x) { return article < x.article; });
      for (; p != last; ++p) {
        if (dots_[p->article] == 0) touched.push_back(p->article);
        dots_[p->article] += std::uint64_t{f.weight} * p->weight;
      }
    }
  }
  void forget(const std::vector<std::uint32_t>& touched) {
    for (const std::uint32_t b : touched) dots_[b] = 0;
  }

  // In thousandths, by the indexed stems alone.
  [[nodiscard]] std::uint32_t hint(std::uint32_t a, std::uint32_t b) const {
    return thousandths(dots_[b], norms_[a] * norms_[b]);
  }
  // In thousandths; nothing for an article without features.
  [[nodiscard]] std::optional<std::uint32_t> cosine(std::uint32_t a, std::uint32_t b) const {
    if (norms_[a] == 0 || norms_[b] == 0) return std::nullopt;
    return thousandths(complete_ ? dots_[b] : dot(a, b), norms_[a] * norms_[b]);
  }

 private:
  struct Posting {
    std::uint32_t article = 0, weight = 0;
  };
  [[nodiscard]] std::uint64_t dot(std::uint32_t a, std::uint32_t b) const {
    std::uint64_t sum = 0;
    auto x = features_[a].begin(), y = features_[b].begin();
    while (x != features_[a].end() && y != features_[b].end()) {
      if (x->stem == y->stem)
        sum += std::uint64_t{(x++)->weight} * (y++)->weight;
      else if (x->stem < y->stem)
        ++x;
      else
        ++y;
    }
    return sum;
  }

  std::vector<std::vector<Feature>> features_;  // by stem
  std::vector<std::uint64_t> norms_, dots_;
  std::vector<std::uint32_t> begin_;  // of a stem's postings
  std::vector<Posting> postings_;
  bool complete_ = true;  // every stem is in the index
};

}  // namespace

struct StoryFinder::Work {
  std::vector<std::vector<StemCount>> counts;
  std::vector<std::optional<std::int32_t>> days;  // of publication
  std::vector<std::vector<Holder>> holders;
  std::vector<std::vector<WordId>> person_stems;  // ascending
  const StemWeights* weights = nullptr;
  std::size_t stems = 0;
  Cosines words, persons;
  Clustering clustering;
  std::uint32_t weighed = 0, compared = 0;
  bool indexed = false;

  [[nodiscard]] bool large() const { return days.size() > kAllPairsUpTo; }
  void weigh(std::uint32_t article);
  void index();
  void compare(std::uint32_t a);
  [[nodiscard]] std::uint32_t similarity(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool speak_of_two_times(std::uint32_t a, std::uint32_t b) const;
};

// Names count double.
void StoryFinder::Work::weigh(std::uint32_t article) {
  std::vector<Feature> all, names;
  for (const StemCount& count : std::exchange(counts[article], {})) {
    if (count.all > 0) {
      const std::uint32_t weight = weight_of(*weights, count.stem, count.all);
      all.push_back({count.stem, count.names * 2 > count.all ? weight * 2 : weight});
    }
    if (count.persons > 0) names.push_back({count.stem, weight_of(*weights, count.stem, count.persons)});
    stems = std::max(stems, count.stem + std::size_t{1});
  }
  all.shrink_to_fit();
  names.shrink_to_fit();
  words.add(std::move(all));
  persons.add(std::move(names));
}

void StoryFinder::Work::index() {
  const std::size_t n = days.size();
  const std::size_t most = large() ? std::max<std::size_t>(n / 16, 64) : n;
  words.index(stems, most);
  persons.index(stems, most);
  clustering.resize(n);
  indexed = true;
}

std::uint32_t StoryFinder::Work::similarity(std::uint32_t a, std::uint32_t b) const {
  const std::optional<std::uint32_t> same_words = words.cosine(a, b);
  if (!same_words) return 0;
  std::optional<std::int32_t> apart;
  if (days[a] && days[b]) apart = std::abs(*days[a] - *days[b]);
  const std::uint32_t alike = similarity_of(*same_words, persons.cosine(a, b), apart);
  constexpr std::uint32_t kOfTwoTimesPercent = 40;
  return !apart && speak_of_two_times(a, b) ? alike * kOfTwoTimesPercent / 100 : alike;
}

// One office with two holders, of whom neither article names the other's.
bool StoryFinder::Work::speak_of_two_times(std::uint32_t a, std::uint32_t b) const {
  const auto names = [&](std::uint32_t article, WordId surname) {
    return std::binary_search(person_stems[article].begin(), person_stems[article].end(), surname);
  };
  for (const Holder& x : holders[a]) {
    for (const Holder& y : holders[b]) {
      if (x.office == y.office && x.surname != y.surname && !names(a, y.surname) && !names(b, x.surname)) return true;
    }
  }
  return false;
}

void StoryFinder::Work::compare(std::uint32_t a) {
  std::vector<std::uint32_t> by_words, by_persons;
  words.gather(a, by_words);
  persons.gather(a, by_persons);
  std::vector<std::uint32_t> others(by_words);
  others.insert(others.end(), by_persons.begin(), by_persons.end());
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  for (const std::uint32_t b : others) {
    if (large() && words.hint(a, b) < kHint && persons.hint(a, b) < kPersonsHint) continue;
    const std::uint32_t alike = similarity(a, b);
    if (alike >= (large() ? kWorthKeepingInLargeSets : kWorthKeeping)) clustering.link(a, b, alike);
  }
  words.forget(by_words);
  persons.forget(by_persons);
}

StoryFinder::StoryFinder() : work_(std::make_unique<Work>()) {}
StoryFinder::~StoryFinder() = default;

void StoryFinder::add(const std::optional<CivilDate>& published, const ArticleWords& words,
                      std::vector<Holder> holders) {
  work_->counts.push_back(count_stems(words));
  work_->holders.push_back(std::move(holders));
  std::vector<WordId>& persons = work_->person_stems.emplace_back();
  for (const StemCount& count : work_->counts.back()) {
    if (count.persons > 0) persons.push_back(count.stem);
  }
  work_->days.push_back(published ? std::optional(days_from_civil(*published)) : std::nullopt);
}

void StoryFinder::start(const StemWeights& weights) { work_->weights = &weights; }

bool StoryFinder::step() {
  Work& w = *work_;
  const auto n = static_cast<std::uint32_t>(w.days.size());
  for (std::size_t i = 0; i < kArticlesInAStep; ++i) {
    if (w.weighed < n) {
      w.weigh(w.weighed++);
    } else if (!w.indexed) {
      w.index();
      return true;
    } else if (w.compared < n) {
      w.compare(w.compared++);
    } else {
      return w.clustering.step(kJoinsInAStep);
    }
  }
  return true;
}

std::vector<std::vector<std::uint32_t>> StoryFinder::clusters() { return work_->clustering.clusters(); }

}  // namespace newsloupe
