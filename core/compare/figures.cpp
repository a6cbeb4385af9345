#include "core/compare/figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "core/compare/amounts.h"
#include "core/compare/clause.h"
#include "core/compare/disjoint_sets.h"
#include "core/compare/figure_candidates.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostInBucket = 400;  // amounts of one kind, unit and story that are compared pair by pair

using Candidates = std::vector<FigureCandidate>;

// Figures of different days are different figures, unless the news itself is what moved.
bool may_be_one_time(const FigureCandidate& a, const FigureCandidate& b) {
  Utterance x, y;
  x.occasion = a.occasion;
  x.published = a.published;
  y.occasion = b.occasion;
  y.published = b.published;
  if (!may_be_one_occasion(x, y)) return false;
  // A month or a year beside only one of them may be another time altogether.
  const auto is_long = [](const std::optional<Occasion>& o) {
    return o && days_from_civil(o->last) - days_from_civil(o->first) > 7;
  };
  if (a.occasion && b.occasion) return true;
  return !is_long(a.occasion) && !is_long(b.occasion);
}

bool heads_fit(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.head == FigureCandidate::kNoHead || b.head == FigureCandidate::kNoHead) {
    // A bare count is about nothing we know, unless the sentence says what happened to so many.
    return a.quantity->kind != QuantityKind::kCount || (a.outcome != Outcome::kNone && a.outcome == b.outcome);
  }
  return a.head == b.head || (a.people && b.people);
}

bool same_outcome(const FigureCandidate& a, const FigureCandidate& b) {
  return a.outcome != Outcome::kNone && a.outcome == b.outcome;
}

bool same_named_head(const FigureCandidate& a, const FigureCandidate& b) {
  return a.head != FigureCandidate::kNoHead && a.head == b.head;
}

// Amounts with many digits are seldom equal by chance.
bool is_distinctive(const Quantity& q) {
  if (q.kind == QuantityKind::kScore) return q.high && !(*q.high < Decimal(20, 0));
  std::int64_t mantissa = q.value.mantissa();
  return mantissa >= 100 || mantissa <= -100 || q.value.exponent() < 0 || q.value.exponent() >= 3;
}

// "Two countries", "three years": small counts are everywhere.
bool is_everyday(const Quantity& q) {
  return q.kind == QuantityKind::kCount && q.value < Decimal(1, 1) && !(q.value < Decimal(0, 0));
}

bool may_be_one_thing(const FigureCandidate& a, const FigureCandidate& b) {
  if (!may_be_one_time(a, b) || !heads_fit(a, b)) return false;
  return a.outcome == Outcome::kNone || b.outcome == Outcome::kNone || a.outcome == b.outcome;
}

// Values that agree need less in common than values that do not: that they agree speaks for one thing.
bool agrees_on_one_thing(const FigureCandidate& a, const FigureCandidate& b) {
  if (!may_be_one_thing(a, b) || !can_agree(*a.quantity, *b.quantity)) return false;
  if (same_outcome(a, b)) return true;
  if (a.article == b.article) return false;
  const Overlap overlap = overlap_of(a.context, b.context);
  if (is_everyday(*a.quantity)) return overlap.words >= 3 && overlap.of_lighter >= 400;
  const bool equal = is_equal(*a.quantity, *b.quantity);
  if (equal && is_distinctive(*a.quantity) && overlap.words >= 1) return true;
  if (equal && same_named_head(a, b) && overlap.words >= 1) return true;
  return overlap.words >= (equal ? 2U : 3U) && overlap.of_lighter >= (equal ? 250U : 350U);
}

// Different values of what is surely one thing.
bool differs_on_one_thing(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.quantity->kind == QuantityKind::kScore) return false;  // the score changes while they play
  if (a.article == b.article || base_unit(a.quantity->unit) != base_unit(b.quantity->unit)) return false;
  if (!may_be_one_thing(a, b) || can_agree(*a.quantity, *b.quantity)) return false;
  if (a.occasion && b.occasion && a.occasion->first != b.occasion->first && a.occasion->last != b.occasion->last) {
    return false;
  }
  const bool counts_people = a.people && b.people && same_outcome(a, b);
  if (counts_people) return true;
  const Overlap overlap = overlap_of(a.near, b.near);
  if (same_named_head(a, b)) return overlap.words >= 4 && overlap.of_lighter >= 600 && overlap.of_heavier >= 350;
  return overlap.words >= 4 && overlap.of_lighter >= 700 && overlap.of_heavier >= 450;
}

// Sums in two currencies for one thing can neither agree nor differ.
bool is_one_sum_in_two_currencies(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.quantity->kind != QuantityKind::kMoney || b.quantity->kind != QuantityKind::kMoney) return false;
  if (a.article == b.article || a.quantity->unit == b.quantity->unit || !may_be_one_thing(a, b)) return false;
  const Overlap overlap = overlap_of(a.context, b.context);
  return overlap.words >= 3 && overlap.of_lighter >= 500;
}

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

// Candidates that state one value for one thing. Every two members of different articles have to agree.
std::vector<Cluster> agreeing(const Candidates& all) {
  std::vector<Cluster> clusters;
  std::vector<std::size_t> of(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    of[i] = i;
    clusters.push_back({i});
  }
  each_pair(buckets_of(all), [&](std::size_t i, std::size_t j) {
    const std::size_t a = std::min(of[i], of[j]), b = std::max(of[i], of[j]);
    if (a == b || !agrees_on_one_thing(all[i], all[j])) return;
    for (const std::size_t x : clusters[a]) {
      for (const std::size_t y : clusters[b]) {
        if (!can_agree(*all[x].quantity, *all[y].quantity) || !may_be_one_time(all[x], all[y])) return;
      }
    }
    for (const std::size_t x : clusters[b]) of[x] = a;
    clusters[a].insert(clusters[a].end(), clusters[b].begin(), clusters[b].end());
    clusters[b].clear();
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

// Sets of clusters that the test connects, as indices; clusters that share an article are never joined.
template <class Test>
std::vector<std::vector<std::size_t>> joined(const Candidates& all, const std::vector<Cluster>& clusters, Test test) {
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
          return std::any_of(groups[b].begin(), groups[b].end(),
                             [&](std::size_t y) { return share_article(all, clusters[x], clusters[y]); });
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

// Later publications state more, none states less: a count that was brought up to date.
bool is_update(const Candidates& all, const std::vector<Cluster>& clusters) {
  std::vector<const FigureCandidate*> members;
  for (const Cluster& cluster : clusters) {
    for (const std::size_t i : cluster) members.push_back(&all[i]);
  }
  bool grew = false;
  for (const FigureCandidate* x : members) {
    for (const FigureCandidate* y : members) {
      if (!x->published || !y->published) return false;
      const bool less = x->quantity->value < y->quantity->value;
      if (less && *y->published < *x->published) return false;
      if (less && *y->published == *x->published) return false;
      grew = grew || less;
    }
  }
  return grew;
}

FigureReason reason_for(const Candidates& all, const std::vector<Cluster>& clusters) {
  if (is_update(all, clusters)) return FigureReason::kUpdated;
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

class GroupWriter {
 public:
  GroupWriter(const Comparison& comparison, const Candidates& all) : comparison_(comparison), all_(all) {}

  [[nodiscard]] FigureGroup write(const std::vector<Cluster>& clusters, FigureRelation relation) const {
    FigureGroup group;
    group.relation = relation;
    std::vector<std::size_t> members;
    for (const Cluster& cluster : clusters) members.insert(members.end(), cluster.begin(), cluster.end());
    std::sort(members.begin(), members.end());
    for (const std::size_t i : members) group.members.push_back(member(all_[i]));
    group.label = label(members);
    group.unit = all_[members.front()].quantity->unit;
    if (relation == FigureRelation::kDiffer) group.reason = reason_for(all_, clusters);
    if (relation == FigureRelation::kNotComparable) group.reason = FigureReason::kUnit;
    if (relation == FigureRelation::kAgree) group.reason = reason_of_agreement(members);
    return group;
  }

 private:
  static FigureMember member(const FigureCandidate& c) {
    FigureMember m;
    m.member = {ArticleIndex(std::size_t{c.article}), c.quantity->span, c.quantity->rule};
    m.value = c.quantity->value;
    m.low = c.quantity->low;
    m.high = c.quantity->high;
    m.unit = c.quantity->unit;
    m.bound = c.quantity->bound;
    if (c.published) m.as_of = to_iso(*c.published);
    m.said_by = c.said_by;
    return m;
  }

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

  // "People missing", else what is counted, else the clause without saying how much.
  [[nodiscard]] std::string label(const std::vector<std::size_t>& members) const {
    for (const std::size_t i : members) {
      if (all_[i].outcome != Outcome::kNone && all_[i].people) {
        return "People " + std::string(outcome_name(all_[i].outcome));
      }
    }
    for (const std::size_t i : members) {
      const FigureCandidate& c = all_[i];
      if (c.quantity->counted.empty()) continue;
      std::string text = label_of(*comparison_.articles[c.article].article, c.quantity->counted);
      if (c.outcome != Outcome::kNone) text += " " + std::string(outcome_name(c.outcome));
      return text;
    }
    const FigureCandidate& first = all_[members.front()];
    return label_of(*comparison_.articles[first.article].article, first.clause);
  }

  const Comparison& comparison_;
  const Candidates& all_;
};

std::size_t articles_in(const Candidates& all, const std::vector<Cluster>& clusters) {
  std::set<std::uint32_t> articles;
  for (const Cluster& cluster : clusters) {
    for (const std::size_t i : cluster) articles.insert(all[i].article);
  }
  return articles.size();
}

}  // namespace

std::vector<FigureGroup> find_figures(const Comparison& comparison, const SetWords& words, const Resources& resources) {
  const Candidates all = find_figure_candidates(comparison, words, resources);
  const std::vector<Cluster> clusters = agreeing(all);
  const GroupWriter writer(comparison, all);
  std::vector<FigureGroup> groups;
  std::vector<bool> done(clusters.size());
  const auto write = [&](const std::vector<std::size_t>& indices, FigureRelation relation) {
    std::vector<Cluster> parts;
    for (const std::size_t c : indices) parts.push_back(clusters[c]);
    if (articles_in(all, parts) < 2) return;
    groups.push_back(writer.write(parts, relation));
    for (const std::size_t c : indices) done[c] = true;
  };
  for (const auto& group : joined(all, clusters, differs_on_one_thing)) {
    if (group.size() > 1) write(group, FigureRelation::kDiffer);
  }
  for (const auto& group : joined(all, clusters, is_one_sum_in_two_currencies)) {
    const bool free = std::none_of(group.begin(), group.end(), [&](std::size_t c) { return done[c]; });
    if (group.size() > 1 && free) write(group, FigureRelation::kNotComparable);
  }
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    if (!done[c]) write({c}, FigureRelation::kAgree);
  }
  std::sort(groups.begin(), groups.end(), [](const FigureGroup& x, const FigureGroup& y) {
    return x.members.front().member < y.members.front().member;
  });
  return groups;
}

}  // namespace newsloupe
