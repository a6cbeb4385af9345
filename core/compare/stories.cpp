#include "core/compare/stories.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <queue>

#include "core/base/fixed.h"
#include "core/compare/story_label.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLeastSimilarity = 145;  // thousandths, average over all pairs of two clusters
constexpr std::uint32_t kWordsPercent = 75;      // the rest is for the persons, where both name some
constexpr std::uint32_t kWorthKeeping = 20;      // weaker pairs count as nothing

struct Feature {
  WordId stem = 0;
  std::uint32_t weight = 0;
};

struct Features {
  std::vector<Feature> words, persons;  // by stem; persons by the words of their names
};

std::uint32_t weight_of(const SetWords& words, WordId stem, std::uint32_t count) {
  return words.weight(stem) * (kLogUnit + log2_units(count)) / kLogUnit / 8;  // sublinear in the count
}

// Names count double. Words of the headline count once more.
Features features_of(const SetWords& words, const ArticleWords& article, const Resolution& resolution) {
  struct Count {
    std::uint32_t all = 0, names = 0, persons = 0;
  };
  std::map<WordId, Count> counts;
  for (const Word& word : article.words) {
    if (!word.content) continue;
    ++counts[word.stem].all;
    counts[word.stem].names += word.name ? 1U : 0U;
  }
  for (const WordId stem : article.title) ++counts[stem].all;
  for (const Mention& mention : resolution.mentions) {
    if (mention.type != EntityType::kPerson || mention.form != MentionForm::kName) continue;
    for (const Word& word : article.at(article.words_in(mention.span))) ++counts[word.stem].persons;
  }
  Features features;
  for (const auto& [stem, count] : counts) {
    const std::uint32_t weight = weight_of(words, stem, count.all);
    features.words.push_back({stem, count.names * 2 > count.all ? weight * 2 : weight});
    if (count.persons > 0) features.persons.push_back({stem, weight_of(words, stem, count.persons)});
  }
  return features;
}

// Days between the publications, where both are known.
std::optional<std::int32_t> days_between(const Article& a, const Article& b) {
  const auto &first = a.metadata.published.date, &second = b.metadata.published.date;
  if (!first || !second) return std::nullopt;
  return std::abs(days_from_civil(*first) - days_from_civil(*second));
}

// News of one event come within days: what remains of a similarity after so many.
std::uint32_t after_days(std::uint32_t similarity, std::int32_t days) {
  struct Step {
    std::int32_t days;
    std::uint32_t percent;
  };
  static constexpr std::array<Step, 5> kSteps = {{{3, 110}, {7, 95}, {14, 84}, {30, 70}, {90, 50}}};
  for (const Step& step : kSteps) {
    if (days <= step.days) return similarity * step.percent / 100;
  }
  return similarity * 35 / 100;
}

// Without dates it takes the same people to tell a story from a later one of its kind: words about one topic are alike
// for years, the people in them are not.
std::uint32_t without_dates(std::uint32_t words, std::uint32_t persons) {
  constexpr std::uint32_t kEnough = 400, kLeastPercent = 25;
  return words * (kLeastPercent + (100 - kLeastPercent) * std::min(persons, kEnough) / kEnough) / 100;
}

std::uint32_t similarity_of(std::uint32_t words, const std::optional<std::uint32_t>& persons,
                            const std::optional<std::int32_t>& days) {
  if (!days) return persons ? without_dates(words, *persons) : words;
  const std::uint32_t alike = persons ? (words * kWordsPercent + *persons * (100 - kWordsPercent)) / 100 : words;
  return after_days(alike, *days);
}

// For each article the later ones it resembles, with the similarity in thousandths.
using Similarities = std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>>;

// Cosines of one article with all others, by an index from stems to articles.
class Cosines {
 public:
  explicit Cosines(std::size_t stems) : postings_(stems) {}

  void add(std::vector<Feature> features) {
    std::uint64_t square = 0;
    const auto article = static_cast<std::uint32_t>(features_.size());
    for (const Feature& f : features) {
      square += std::uint64_t{f.weight} * f.weight;
      postings_[f.stem].emplace_back(article, f.weight);
    }
    norms_.push_back(integer_sqrt(square));
    features_.push_back(std::move(features));
  }

  // In thousandths; nothing for an article without features.
  [[nodiscard]] std::vector<std::optional<std::uint32_t>> with(std::uint32_t a) const {
    std::vector<std::uint64_t> dot(features_.size());
    for (const Feature& f : features_[a]) {
      for (const auto& [b, weight] : postings_[f.stem]) dot[b] += std::uint64_t{f.weight} * weight;
    }
    std::vector<std::optional<std::uint32_t>> result(features_.size());
    for (std::size_t b = 0; b < result.size(); ++b) {
      if (norms_[a] > 0 && norms_[b] > 0) result[b] = thousandths(dot[b], norms_[a] * norms_[b]);
    }
    return result;
  }

 private:
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> postings_;  // stem -> article, weight
  std::vector<std::vector<Feature>> features_;
  std::vector<std::uint64_t> norms_;
};

Similarities similarities(std::span<const ArticlePtr> articles, const SetWords& words) {
  Cosines by_words(words.size()), by_persons(words.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    Features features = features_of(words, words[a], articles[a]->resolution);
    by_words.add(std::move(features.words));
    by_persons.add(std::move(features.persons));
  }
  Similarities result(articles.size());
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    const auto same_words = by_words.with(a), same_persons = by_persons.with(a);
    for (std::uint32_t b = a + 1; b < articles.size(); ++b) {
      if (!same_words[b]) continue;
      const std::uint32_t similarity =
          similarity_of(*same_words[b], same_persons[b], days_between(*articles[a], *articles[b]));
      if (similarity >= kWorthKeeping) result[a].emplace_back(b, similarity);
    }
  }
  return result;
}

// Joins the two most alike clusters until none are alike enough. Ties go to the earlier articles.
class Clustering {
 public:
  explicit Clustering(const Similarities& similarities)
      : members_(similarities.size()), links_(similarities.size()), version_(similarities.size(), 0) {
    for (std::uint32_t a = 0; a < similarities.size(); ++a) {
      members_[a] = {a};
      for (const auto& [b, similarity] : similarities[a]) links_[a][b] = links_[b][a] = similarity;
    }
    for (std::uint32_t a = 0; a < similarities.size(); ++a) propose(a, a + 1);
  }

  std::vector<std::vector<std::uint32_t>> run() {
    while (!queue_.empty()) {
      const Proposal best = queue_.top();
      queue_.pop();
      if (version_[best.a] == best.version_a && version_[best.b] == best.version_b) join(best.a, best.b);
    }
    std::vector<std::vector<std::uint32_t>> clusters;
    for (auto& members : members_) {
      if (!members.empty()) clusters.push_back(std::move(members));
    }
    for (auto& members : clusters) std::sort(members.begin(), members.end());
    std::sort(clusters.begin(), clusters.end());
    return clusters;
  }

 private:
  struct Proposal {
    std::uint64_t similarity = 0;
    std::uint32_t a = 0, b = 0, version_a = 0, version_b = 0;
    // The queue gives the largest first: most alike, then smallest a, then smallest b.
    friend bool operator<(const Proposal& x, const Proposal& y) {
      if (x.similarity != y.similarity) return x.similarity < y.similarity;
      return x.a != y.a ? x.a > y.a : x.b > y.b;
    }
  };

  // Proposes cluster a with each of its neighbours from `first` on.
  void propose(std::uint32_t a, std::uint32_t first) {
    for (auto link = links_[a].lower_bound(first); link != links_[a].end(); ++link) {
      const std::uint32_t b = link->first;
      const std::uint64_t average = link->second / (members_[a].size() * members_[b].size());
      if (average < kLeastSimilarity) continue;
      queue_.push({average, std::min(a, b), std::max(a, b), version_[std::min(a, b)], version_[std::max(a, b)]});
    }
  }

  // a < b; the joined cluster keeps the place of a.
  void join(std::uint32_t a, std::uint32_t b) {
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    for (const auto& [c, sum] : links_[b]) {
      links_[c].erase(b);
      if (c == a) continue;
      links_[a][c] += sum;
      links_[c][a] = links_[a][c];
    }
    links_[b].clear();
    ++version_[a];
    ++version_[b];
    propose(a, 0);
  }

  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::map<std::uint32_t, std::uint64_t>> links_;  // cluster -> sum of similarities of all pairs
  std::vector<std::uint32_t> version_;
  std::priority_queue<Proposal> queue_;
};

}  // namespace

std::vector<Story> find_stories(std::span<const ArticlePtr> articles, const SetWords& words) {
  std::vector<Story> stories;
  for (const std::vector<std::uint32_t>& cluster : Clustering(similarities(articles, words)).run()) {
    Story& story = stories.emplace_back();
    for (const std::uint32_t article : cluster) story.articles.emplace_back(article);
    story.label = story_label(articles, words, story.articles);
  }
  return stories;
}

}  // namespace newsloupe
