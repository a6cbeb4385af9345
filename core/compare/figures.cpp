#include "core/compare/figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "core/base/sorting.h"
#include "core/compare/amounts.h"
#include "core/compare/clause.h"
#include "core/compare/disjoint_sets.h"
#include "core/compare/figure_candidates.h"
#include "core/compare/figure_links.h"
#include "core/compare/statement_label.h"
#include "core/compare/statement_support.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostInBucket = 400;  // amounts of one kind, unit and story that are compared pair by pair

using Candidates = std::vector<FigureCandidate>;

// Candidates of one story and kind of amount, so that only those are looked at pair by pair.
using Buckets = std::map<std::tuple<std::uint32_t, QuantityKind, std::string_view>, std::vector<std::size_t>>;

Buckets buckets_of(const Candidates& all) {
  Buckets buckets;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Quantity& q = *all[i].quantity;
    std::vector<std::size_t>& bucket = buckets[{all[i].story, q.kind, base_unit(q.unit)}];
    if (bucket.size() < kMostInBucket) bucket.push_back(i);
  }
  return buckets;
}

template <class Visit>
void each_pair(const Buckets& buckets, Visit visit) {
  for (const auto& [key, bucket] : buckets) {
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      for (std::size_t j = i + 1; j < bucket.size(); ++j) visit(bucket[i], bucket[j]);
    }
  }
}

using Cluster = std::vector<std::size_t>;

// Every two members of two clusters have to fit.
bool fit(const Candidates& all, const Cluster& a, const Cluster& b) {
  return std::all_of(a.begin(), a.end(), [&](std::size_t x) {
    return std::all_of(b.begin(), b.end(),
                       [&](std::size_t y) { return tell_the_same(*all[x].quantity, *all[y].quantity); });
  });
}

// Equal amounts of different stories of the set.
template <class Visit>
void each_equal_pair_across_stories(const Candidates& all, Visit visit) {
  std::map<std::tuple<QuantityKind, std::string_view, Decimal>, std::vector<std::size_t>> by_value;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::size_t>& bucket = by_value[{all[i].quantity->kind, all[i].quantity->unit, all[i].quantity->value}];
    if (bucket.size() < kMostInBucket) bucket.push_back(i);
  }
  for (const auto& [value, bucket] : by_value) {
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      for (std::size_t j = i + 1; j < bucket.size(); ++j) {
        if (all[bucket[i]].story != all[bucket[j]].story) visit(bucket[i], bucket[j]);
      }
    }
  }
}

// Candidates that state one value for one thing. Every two members have to fit.
std::vector<Cluster> agreeing(const Candidates& all, const FigureLinks& links) {
  std::vector<Cluster> clusters;
  std::vector<std::size_t> of(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    of[i] = i;
    clusters.push_back({i});
  }
  const auto join = [&](std::size_t i, std::size_t j) {
    const std::size_t a = std::min(of[i], of[j]), b = std::max(of[i], of[j]);
    if (!fit(all, clusters[a], clusters[b])) return;
    for (const std::size_t x : clusters[b]) of[x] = a;
    clusters[a].insert(clusters[a].end(), clusters[b].begin(), clusters[b].end());
    clusters[b].clear();
  };
  each_pair(buckets_of(all), [&](std::size_t i, std::size_t j) {
    if (of[i] != of[j] && links.agree(all[i], all[j])) join(i, j);
  });
  each_equal_pair_across_stories(all, [&](std::size_t i, std::size_t j) {
    if (of[i] != of[j] && links.agree_across_stories(all[i], all[j])) join(i, j);
  });
  std::erase_if(clusters, [](const Cluster& c) { return c.empty(); });
  return clusters;
}

// An article that is in both clusters says both values itself; then they are two things, or it explains the change.
bool share_article(const Candidates& all, const Cluster& a, const Cluster& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t x) {
    return std::any_of(b.begin(), b.end(), [&](std::size_t y) { return all[x].article == all[y].article; });
  });
}

template <class Test>
bool any_pair(const Candidates& all, const Cluster& a, const Cluster& b, Test test) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t x) {
    return std::any_of(b.begin(), b.end(), [&](std::size_t y) { return test(all[x], all[y]); });
  });
}

// Sets of clusters that the test connects, as indices; clusters that share an article, or of which two members are two
// things, are never joined.
template <class Test>
std::vector<std::vector<std::size_t>> joined(const Candidates& all, const std::vector<Cluster>& clusters,
                                             const FigureLinks& links, Test test) {
  const auto two_things = [&](const FigureCandidate& x, const FigureCandidate& y) {
    return links.are_two_things(x, y);
  };
  DisjointSets sets(clusters.size());
  std::vector<std::vector<std::size_t>> groups(clusters.size());
  for (std::size_t c = 0; c < clusters.size(); ++c) groups[c] = {c};
  std::map<std::pair<std::uint32_t, QuantityKind>, std::vector<std::size_t>> by_story;
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    const FigureCandidate& first = all[clusters[c].front()];
    by_story[{first.story, first.quantity->kind}].push_back(c);
  }
  for (const auto& [key, members] : by_story) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const std::size_t a = sets.find(members[i]), b = sets.find(members[j]);
        if (a == b || !any_pair(all, clusters[members[i]], clusters[members[j]], test)) continue;
        const bool clash = std::any_of(groups[a].begin(), groups[a].end(), [&](std::size_t x) {
          return std::any_of(groups[b].begin(), groups[b].end(), [&](std::size_t y) {
            return share_article(all, clusters[x], clusters[y]) || any_pair(all, clusters[x], clusters[y], two_things);
          });
        });
        if (clash) continue;
        sets.unite(a, b);
        const std::size_t root = sets.find(a), other = root == a ? b : a;
        groups[root].insert(groups[root].end(), groups[other].begin(), groups[other].end());
        groups[other].clear();
      }
    }
  }
  std::erase_if(groups, [](const auto& g) { return g.empty(); });
  return groups;
}

// By day, and by the hour where both give one. Unlike published_before(), which names who was first, it takes hours of
// unknown zones as they stand: it only has to explain a number that grew.
bool is_told_before(const Published& x, const Published& y) {
  if (*x.date != *y.date) return *x.date < *y.date;
  constexpr std::size_t kMinutes = 16;  // "2025-05-04T18:20"
  const bool hours = x.value.find('T') != std::string::npos && y.value.find('T') != std::string::npos;
  return hours && x.value.compare(0, kMinutes, y.value, 0, kMinutes) < 0;
}

// Later publications state more, none states less: a count that was brought up to date.
bool is_update(const Comparison& comparison, const Candidates& all, const std::vector<Cluster>& clusters) {
  std::vector<const FigureCandidate*> members;
  for (const Cluster& cluster : clusters) {
    const std::size_t before = members.size();
    for (const std::size_t i : cluster) {
      if (all[i].published) members.push_back(&all[i]);
    }
    if (members.size() == before) return false;  // nobody knows when this was said
  }
  const auto published = [&](const FigureCandidate* c) -> const Published& {
    return comparison.articles[c->article].article->metadata.published;
  };
  bool grew = false;
  for (const FigureCandidate* x : members) {
    for (const FigureCandidate* y : members) {
      const bool less = x->quantity->value < y->quantity->value;
      if (less && !is_told_before(published(x), published(y))) return false;
      grew = grew || less;
    }
  }
  return grew;
}

// An article gives the other's amount beside its own, and came out no later: two sources, not two states.
bool gives_both(const Comparison& comparison, const FigureCandidate& x, const FigureCandidate& y) {
  const Article &here = *comparison.articles[x.article].article, &there = *comparison.articles[y.article].article;
  const Published &first = here.metadata.published, &second = there.metadata.published;
  if (first.date && second.date && is_told_before(second, first)) return false;
  constexpr std::uint32_t kBeside = 240;  // bytes
  const TextSpan own = x.quantity->span;
  return std::any_of(here.resolution.quantities.begin(), here.resolution.quantities.end(), [&](const Quantity& q) {
    const bool beside = q.span.begin < own.end + kBeside && own.begin < q.span.end + kBeside;
    return beside && !(q.span == own) && q.unit == y.quantity->unit && is_equal(q, *y.quantity);
  });
}

FigureReason reason_for(const Comparison& comparison, const Candidates& all, const std::vector<Cluster>& clusters) {
  for (const Cluster& a : clusters) {
    for (const Cluster& b : clusters) {
      const bool both = &a != &b && any_pair(all, a, b, [&](const auto& x, const auto& y) {
        return x.outcome == Outcome::kNone ? false : gives_both(comparison, x, y);
      });
      if (both) return FigureReason::kSource;
    }
  }
  if (is_update(comparison, all, clusters)) return FigureReason::kUpdated;
  bool rounding = true, sources = true;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    for (std::size_t j = i + 1; j < clusters.size(); ++j) {
      rounding = rounding && any_pair(all, clusters[i], clusters[j], [](const auto& x, const auto& y) {
                   return is_rounding_of(*x.quantity, *y.quantity);
                 });
      sources = sources && any_pair(all, clusters[i], clusters[j], [](const auto& x, const auto& y) {
                  return !x.said_by.empty() && !y.said_by.empty() && x.said_by != y.said_by;
                });
    }
  }
  if (rounding) return FigureReason::kRounding;
  return sources ? FigureReason::kSource : FigureReason::kUnexplained;
}

constexpr std::uint32_t kCountedSaid = 600;  // thousandths of what is counted that another article says, too

class GroupWriter {
 public:
  GroupWriter(const Comparison& comparison, const SetWords& words, const Candidates& all)
      : comparison_(comparison), words_(words), all_(all), support_(words) {}

  [[nodiscard]] FigureGroup write(const std::vector<Cluster>& clusters, FigureRelation relation) {
    FigureGroup group;
    group.relation = relation;
    std::vector<std::size_t> members;
    for (const Cluster& cluster : clusters) members.insert(members.end(), cluster.begin(), cluster.end());
    sort_items(members);
    for (const std::size_t i : members) group.members.push_back(figure_member(all_[i]));
    group.label = label(members);
    if (group.label.empty()) put_clause(members, group);
    group.unit = all_[members.front()].quantity->unit;
    if (relation == FigureRelation::kDiffer) group.reason = reason_for(comparison_, all_, clusters);
    if (relation == FigureRelation::kNotComparable) group.reason = FigureReason::kUnit;
    if (relation == FigureRelation::kAgree) group.reason = reason_of_agreement(members);
    return group;
  }

 private:
  [[nodiscard]] FigureReason reason_of_agreement(const std::vector<std::size_t>& members) const {
    const Quantity& first = *all_[members.front()].quantity;
    for (const std::size_t i : members) {
      if (all_[i].quantity->unit != first.unit) return FigureReason::kUnit;
    }
    for (const std::size_t i : members) {
      if (!is_equal(*all_[i].quantity, first)) return FigureReason::kRounding;
    }
    return FigureReason::kNone;
  }

  // The noun of the first member, where another article uses it or a synonym, too.
  [[nodiscard]] const TextSpan* shared_slot(const std::vector<std::size_t>& members) const {
    const FigureCandidate& first = all_[members.front()];
    if (first.slot.noun == FigureSlot::kNone) return nullptr;
    const bool shared = std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      return all_[i].article != first.article && all_[i].slot.noun == first.slot.noun;
    });
    return shared ? &first.slot.phrase : nullptr;
  }

  // "People missing", else its slot ("Net profit"), else what is counted; empty where that says too little.
  [[nodiscard]] std::string label(const std::vector<std::size_t>& members) {
    for (const std::size_t i : members) {
      if (all_[i].outcome != Outcome::kNone && all_[i].people) {
        return "People " + std::string(outcome_name(all_[i].outcome));
      }
    }
    if (all_[members.front()].slot.sentence) return "Prison sentence";
    if (const TextSpan* slot = shared_slot(members)) {
      return label_of(*comparison_.articles[all_[members.front()].article].article, *slot);
    }
    for (const std::size_t i : members) {
      const FigureCandidate& c = all_[i];
      if (c.quantity->counted.empty() ||
          share_said({c.article, words_[c.article].words_in(c.quantity->counted)}, members, true) < kCountedSaid) {
        continue;
      }
      std::string text = label_of(*comparison_.articles[c.article].article, c.quantity->counted);
      const bool one_word = c.quantity->kind == QuantityKind::kCount && text.find(' ') == std::string::npos;
      if (one_word && c.outcome == Outcome::kNone) break;  // "Positions" says too little
      if (c.outcome != Outcome::kNone) text += " " + std::string(outcome_name(c.outcome));
      if (c.quantity->kind == QuantityKind::kDuration && c.people) return "Age: " + text;
      return text;
    }
    return {};
  }

  // How much of the passage the sentences of the other articles say: the one that says most of it, or least.
  std::uint32_t share_said(const Passage& said, const std::vector<std::size_t>& members, bool most) {
    std::uint32_t share = most ? 0 : 1000;
    for (const std::size_t i : members) {
      const FigureCandidate& c = all_[i];
      if (c.article == said.article) continue;
      const ArticleWords& words = words_[c.article];
      const std::size_t s = words.sentence_at(c.quantity->span.begin);
      if (s == words.sentences.size()) continue;
      const std::uint32_t here = support_.covered(said, {c.article, words.sentences[s].words});
      share = most ? std::max(share, here) : std::min(share, here);
    }
    return share;
  }

  // The clause that the other articles bear out best.
  void put_clause(const std::vector<std::size_t>& members, FigureGroup& group) {
    bool any = false;
    std::tuple<int, bool, std::uint32_t> best;  // a statement or a phrase, alone, how much the others say of it
    for (const std::size_t i : members) {
      const FigureCandidate& c = all_[i];
      const Passage clause{c.article, words_[c.article].words_in(c.clause), c.quantity->span};
      const std::uint32_t least = share_said(clause, members, false);
      const Article& article = *comparison_.articles[c.article].article;
      std::string label = statement_label(article, c.sentence, c.clause);
      const bool states = !label.empty();
      if (!states) label = phrase_label(article, c.sentence, c.clause);
      const std::tuple now(states          ? 2
                           : label.empty() ? 0
                                           : 1,
                           !leans_on_context(words_, c.article, clause.words), least);
      if (any && now <= best) continue;
      any = true;
      best = now;
      group.label_support = label.empty() ? 0 : std::min<std::uint32_t>(least, 999);
      group.label = label.empty() ? label_of(article, c.clause) : std::move(label);
    }
  }

  const Comparison& comparison_;
  const SetWords& words_;
  const Candidates& all_;
  StatementSupport support_;
};

std::size_t articles_in(const Candidates& all, const std::vector<Cluster>& clusters) {
  std::set<std::uint32_t> articles;
  for (const Cluster& cluster : clusters) {
    for (const std::size_t i : cluster) articles.insert(all[i].article);
  }
  return articles.size();
}

}  // namespace

std::vector<FigureGroup> find_figures(const Comparison& comparison, const SetWords& words,
                                      const FigureCandidates& candidates) {
  const Candidates& all = candidates.all;
  const FigureLinks links(candidates);
  const std::vector<Cluster> clusters = agreeing(all, links);
  GroupWriter writer(comparison, words, all);
  std::vector<FigureGroup> groups;
  std::vector<bool> done(clusters.size());
  const auto write = [&](const std::vector<std::size_t>& indices, FigureRelation relation) {
    std::vector<Cluster> parts;
    for (const std::size_t c : indices) parts.push_back(clusters[c]);
    if (articles_in(all, parts) < 2) return;
    groups.push_back(writer.write(parts, relation));
    for (const std::size_t c : indices) done[c] = true;
  };
  for (const auto& group :
       joined(all, clusters, links, [&](const auto&x, const auto&y) { return links.differ(x, y); })) {
    if (group.size() > 1) write(group, FigureRelation::kDiffer);
  }
  for (const auto& group :
       joined(all, clusters, links, [&](const auto&x, const auto&y) { return links.in_two_currencies(x, y); })) {
    const bool free = std::none_of(group.begin(), group.end(), [&](std::size_t c) { return done[c]; });
    if (group.size() > 1 && free) write(group, FigureRelation::kNotComparable);
  }
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    if (!done[c]) write({c}, FigureRelation::kAgree);
  }
  sort_items(groups, [](const FigureGroup& x, const FigureGroup& y) {
    return x.members.front().member < y.members.front().member;
  });
  return groups;
}

}  // namespace newsloupe
