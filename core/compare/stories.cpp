#include "core/compare/stories.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <queue>

#include "core/base/fixed.h"
#include "core/compare/story_label.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLeastSimilarity = 145;  // thousandths, average over all pairs of two clusters
constexpr std::uint32_t kWorthKeeping = 20;      // weaker pairs count as nothing

struct Feature {
  WordId stem = 0;
  std::uint32_t weight = 0;
};

// Sublinear in the count, doubled for names, more for words of the headline.
std::vector<Feature> features_of(const SetWords& words, const ArticleWords& article) {
  struct Count {
    std::uint32_t all = 0, names = 0;
  };
  std::map<WordId, Count> counts;
  for (const Word& word : article.words) {
    if (!word.content) continue;
    ++counts[word.stem].all;
    counts[word.stem].names += word.name ? 1U : 0U;
  }
  for (const WordId stem : article.title) ++counts[stem].all;
  std::vector<Feature> features;
  for (const auto& [stem, count] : counts) {
    const std::uint32_t frequency = kLogUnit + log2_units(count.all);
    const std::uint32_t weight = words.weight(stem) * frequency / kLogUnit / 8;
    features.push_back({stem, count.names * 2 > count.all ? weight * 2 : weight});
  }
  return features;
}

// What remains of a similarity after some days between two publications: news of one event come within days.
std::uint32_t after_days(std::uint32_t similarity, std::int32_t days) {
  struct Step {
    std::int32_t days;
    std::uint32_t percent;
  };
  static constexpr std::array<Step, 5> kSteps = {{{3, 100}, {7, 92}, {14, 84}, {30, 70}, {90, 55}}};
  for (const Step& step : kSteps) {
    if (days <= step.days) return similarity * step.percent / 100;
  }
  return similarity * 40 / 100;
}

std::uint32_t with_dates(std::uint32_t similarity, const Article& a, const Article& b) {
  const auto &first = a.metadata.published.date, &second = b.metadata.published.date;
  if (!first || !second) return similarity;
  return after_days(similarity, std::abs(days_from_civil(*first) - days_from_civil(*second)));
}

// For each article the later ones it resembles, with the similarity in thousandths.
using Similarities = std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>>;

Similarities similarities(std::span<const ArticlePtr> articles, const SetWords& words) {
  const std::size_t n = articles.size();
  std::vector<std::vector<Feature>> features;
  std::vector<std::uint64_t> norms;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> postings(words.size());  // stem -> article, weight
  for (std::uint32_t a = 0; a < n; ++a) {
    features.push_back(features_of(words, words[a]));
    std::uint64_t square = 0;
    for (const Feature& f : features.back()) {
      square += std::uint64_t{f.weight} * f.weight;
      postings[f.stem].emplace_back(a, f.weight);
    }
    norms.push_back(integer_sqrt(square));
  }
  Similarities result(n);
  std::vector<std::uint64_t> dot(n);
  for (std::uint32_t a = 0; a < n; ++a) {
    std::fill(dot.begin(), dot.end(), 0);
    for (const Feature& f : features[a]) {
      for (const auto& [b, weight] : postings[f.stem]) dot[b] += std::uint64_t{f.weight} * weight;
    }
    for (std::uint32_t b = a + 1; b < n; ++b) {
      const std::uint32_t cosine = thousandths(dot[b], norms[a] * norms[b]);
      const std::uint32_t similarity = with_dates(cosine, *articles[a], *articles[b]);
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
