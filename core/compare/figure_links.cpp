#include "core/compare/figure_links.h"

#include <algorithm>

#include "core/compare/amounts.h"

namespace newsloupe {
namespace {

// Reports of one thing seldom lie further apart; where they do, one of them speaks of something else.
constexpr std::int64_t kMostTimes = 4;

bool same_outcome(const FigureCandidate& a, const FigureCandidate& b) {
  return a.outcome != Outcome::kNone && a.outcome == b.outcome;
}

bool same_head(const FigureCandidate& a, const FigureCandidate& b) {
  return a.head != FigureCandidate::kNoHead && a.head == b.head;
}

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

// Both say when, and not the same.
bool clash(const std::optional<Occasion>& a, const std::optional<Occasion>& b) {
  return a && b && (a->last < b->first || b->last < a->first);
}

// Two officers and two women are two things, two people and two women may be one.
bool heads_fit(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.head == b.head && a.head != FigureCandidate::kNoHead) return true;
  if (a.people && b.people) return a.anybody || b.anybody;
  if (a.head == FigureCandidate::kNoHead || b.head == FigureCandidate::kNoHead) {
    return a.quantity->kind != QuantityKind::kCount;
  }
  return false;
}

// Amounts with many digits are seldom equal by chance.
bool is_distinctive(const Quantity& q) {
  if (q.kind == QuantityKind::kScore) return q.high && !(*q.high < Decimal(20, 0));
  const std::int64_t mantissa = q.value.mantissa();
  return mantissa >= 100 || mantissa <= -100 || q.value.exponent() < 0 || q.value.exponent() >= 3;
}

// Three digits that say something, and a unit.
bool is_rare(const Quantity& q) {
  std::int64_t mantissa = q.value.mantissa();
  return q.kind != QuantityKind::kCount && q.kind != QuantityKind::kScore && (mantissa >= 100 || mantissa <= -100);
}

// "Two countries", "three years": small counts are everywhere.
bool is_everyday(const Quantity& q) {
  return q.kind == QuantityKind::kCount && q.value < Decimal(1, 1) && !(q.value < Decimal(0, 0));
}

// "Shortly after four", "the two of them": nobody looks for such a number.
bool is_bare_and_everyday(const FigureCandidate& c) {
  return c.head == FigureCandidate::kNoHead && c.outcome == Outcome::kNone && c.quantity->value.is_integer() &&
         is_everyday(*c.quantity);
}

bool may_be_one_thing(const FigureCandidate& a, const FigureCandidate& b) {
  if (!may_be_one_time(a, b) || !heads_fit(a, b)) return false;
  return a.outcome == Outcome::kNone || b.outcome == Outcome::kNone || a.outcome == b.outcome;
}

// Bare numbers: equal ones that are no small change may be one, if the words around them are.
bool is_one_bare_number(const FigureCandidate& a, const FigureCandidate& b) {
  const bool bare = a.head == FigureCandidate::kNoHead || b.head == FigureCandidate::kNoHead;
  if (!bare || !is_equal(*a.quantity, *b.quantity) || !may_be_one_time(a, b) || a.outcome != b.outcome) return false;
  const Overlap overlap = overlap_of(a.context, b.context);
  return is_distinctive(*a.quantity) ? overlap.words >= 2 : overlap.words >= 4 && overlap.of_lighter >= 500;
}

// "A mother of 12": one uncommon number of one thing, whenever it is told.
bool is_one_rare_count(const FigureCandidate& a, const FigureCandidate& b) {
  if (!same_head(a, b) || !is_equal(*a.quantity, *b.quantity) || is_everyday(*a.quantity) ||
      clash(a.occasion, b.occasion))
    return false;
  return a.article != b.article && a.outcome == b.outcome && overlap_of(a.context, b.context).words >= 2;
}

bool share_a_name(const FigureCandidate& a, const FigureCandidate& b) {
  auto x = a.names.begin(), y = b.names.begin();
  while (x != a.names.end() && y != b.names.end()) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

bool are_on_one_scale(const FigureCandidate& a, const FigureCandidate& b) {
  const Decimal x = range_of(*a.quantity).high, y = range_of(*b.quantity).high, most(kMostTimes, 0);
  return !(x * most < y) && !(y * most < x);
}

// The same part of the same event: both are what the article is about, or the words around them say so.
bool are_one_event(const FigureCandidate& a, const FigureCandidate& b, const Overlap& near) {
  if (share_a_name(a, b) || (a.in_lead && b.in_lead)) return true;
  return near.words >= 3 && near.of_lighter >= 500;
}

// Of what is said to be the same, seldom more than by half.
bool is_close(const Quantity& a, const Quantity& b) {
  return a.kind != QuantityKind::kCount && a.kind != QuantityKind::kDuration &&
         !(std::min(a.value, b.value) * Decimal(15, -1) < std::max(a.value, b.value));
}

bool is_one_slot_of_one_event(const FigureCandidate& a, const FigureCandidate& b, const Overlap& near) {
  if (a.slot.noun == b.slot.noun && a.slot.noun != FigureSlot::kNone && is_close(*a.quantity, *b.quantity)) return true;
  if (a.quantity->kind == QuantityKind::kCount) return false;  // counts of one noun are many
  return share_a_name(a, b) ? near.words >= 1 : near.words >= 2 || (a.in_lead && b.in_lead);
}

// "Nearly five billion euros" for 4.97 billion: so close, large sums are seldom two.
bool is_rounded_sum(const FigureCandidate& a, const FigureCandidate& b) {
  const Quantity &x = *a.quantity, &y = *b.quantity;
  if (x.kind != QuantityKind::kMoney || x.unit != y.unit || x.value < Decimal(1, 6) || a.slot.stage != b.slot.stage)
    return false;
  if (x.bound == Bound::kNone && y.bound == Bound::kNone) return false;
  const Decimal larger = std::max(x.value, y.value), smaller = std::min(x.value, y.value);
  return !(smaller < larger * Decimal(98, -2));
}

// Both give one value only for the same noun, of now: what an article calls its revenue or its turnout is one thing.
bool have_one_slot(const FigureCandidate& a, const FigureCandidate& b) {
  if (a.noun() != b.noun() || a.noun() == FigureSlot::kNone || !a.sole || !b.sole) return false;
  if (a.people || b.people || a.slot.stage != b.slot.stage) return false;
  return a.slot.period == b.slot.period || a.slot.period == 0 || b.slot.period == 0;
}

}  // namespace

// Names that the other article never mentions: another place, another event.
bool FigureLinks::is_foreign(const FigureCandidate& a, const FigureCandidate& b) const {
  if (a.names.empty() || a.in_lead) return false;  // the names of the lead are those of the story
  const std::vector<WordId>& known = candidates_.names_of[b.article];
  return std::none_of(a.names.begin(), a.names.end(),
                      [&](WordId name) { return std::binary_search(known.begin(), known.end(), name); });
}

bool FigureLinks::are_two_things(const FigureCandidate& a, const FigureCandidate& b) const {
  if (a.outcome != Outcome::kNone && b.outcome != Outcome::kNone && a.outcome != b.outcome) return true;
  // A British climber is no Australian one.
  const bool nations = a.nation != FigureCandidate::kNoHead && b.nation != FigureCandidate::kNoHead;
  if (nations && a.nation != b.nation) return true;
  if (!heads_fit(a, b) || is_foreign(a, b) || is_foreign(b, a)) return true;
  return !a.in_lead && !b.in_lead && !a.names.empty() && !b.names.empty() && !share_a_name(a, b);
}

bool FigureLinks::agree(const FigureCandidate& a, const FigureCandidate& b) const {
  if (is_bare_and_everyday(a) || is_bare_and_everyday(b)) return false;
  if (is_one_bare_number(a, b) || is_one_rare_count(a, b)) return true;
  if (a.slot.stage != b.slot.stage && !is_distinctive(*a.quantity)) return false;
  if (!tell_the_same(*a.quantity, *b.quantity)) return false;
  const bool equal = is_equal(*a.quantity, *b.quantity);
  if (a.slot.sentence && b.slot.sentence && share_a_name(a, b) && a.article != b.article) return true;
  const bool one_slot = equal && have_one_slot(a, b) && !is_everyday(*a.quantity) && !clash(a.occasion, b.occasion);
  if (equal && is_rare(*a.quantity) && a.article != b.article && a.slot.stage == b.slot.stage && heads_fit(a, b) &&
      overlap_of(a.context, b.context).words >= 1) {
    return true;  // whenever it was
  }
  if (one_slot && a.article != b.article && !(a.quantity->value < Decimal(1, 2))) return true;
  if (!may_be_one_thing(a, b)) return false;
  if (same_outcome(a, b))
    return a.article == b.article ? equal : (a.in_lead && b.in_lead) || (!is_foreign(a, b) && !is_foreign(b, a));
  if (a.article == b.article) return false;
  const Overlap overlap = overlap_of(a.context, b.context);
  if (have_one_slot(a, b) && !is_everyday(*a.quantity)) {
    if (overlap.words >= 2 || share_a_name(a, b) || a.slot.noun != FigureSlot::kNone) return true;
  }
  if (is_rounded_sum(a, b) && (overlap.words >= 1 || share_a_name(a, b))) return true;
  if (a.quantity->unit != b.quantity->unit && overlap.words >= 2 && share_a_name(a, b)) return true;  // converted
  if (is_everyday(*a.quantity)) return overlap.words >= 3 && overlap.of_lighter >= 400;
  if (equal && is_distinctive(*a.quantity) && overlap.words >= 1) return true;
  if (equal && same_head(a, b) && overlap.words >= 1) return true;
  return overlap.words >= (equal ? 2U : 3U) && overlap.of_lighter >= (equal ? 250U : 350U);
}

bool FigureLinks::agree_across_stories(const FigureCandidate& a, const FigureCandidate& b) const {
  if (!is_equal(*a.quantity, *b.quantity) || !is_distinctive(*a.quantity) || !share_a_name(a, b)) return false;
  return agree(a, b) && overlap_of(a.context, b.context).words >= 2;
}

bool FigureLinks::differ(const FigureCandidate& a, const FigureCandidate& b) const {
  const Quantity &x = *a.quantity, &y = *b.quantity;
  if (x.kind == QuantityKind::kScore) return false;  // a score changes while they play
  if (a.article == b.article || base_unit(x.unit) != base_unit(y.unit) || a.supposed || b.supposed) return false;
  if (a.disputed || b.disputed) return false;
  if (are_two_things(a, b) || can_agree(x, y) || !are_on_one_scale(a, b)) return false;
  if (!(have_one_slot(a, b) ? !clash(a.occasion, b.occasion) : may_be_one_time(a, b))) return false;
  // One's sentence of a Thursday is that of the week, and nobody is sentenced twice in it.
  const bool sentences = a.slot.sentence && b.slot.sentence && !clash(a.occasion, b.occasion);
  if (!sentences && a.occasion && b.occasion && a.occasion->first != b.occasion->first &&
      a.occasion->last != b.occasion->last) {
    return false;
  }
  const Overlap near = overlap_of(a.near, b.near);
  if (a.people && b.people && same_outcome(a, b)) {
    return (same_head(a, b) || (a.anybody && b.anybody)) && are_one_event(a, b, near);
  }
  if (is_everyday(x) || is_everyday(y) || a.slot.stage != b.slot.stage) return false;
  if (x.kind == QuantityKind::kDuration) {  // most grow from day to day
    return a.slot.sentence && b.slot.sentence && share_a_name(a, b) && a.sole && b.sole;
  }
  if (have_one_slot(a, b) && is_one_slot_of_one_event(a, b, near)) return true;
  if (a.slot.noun != b.slot.noun && a.slot.noun != FigureSlot::kNone && b.slot.noun != FigureSlot::kNone) return false;
  if (same_head(a, b)) return near.words >= 4 && near.of_lighter >= 600 && near.of_heavier >= 350;
  return near.words >= 4 && near.of_lighter >= 700 && near.of_heavier >= 450;
}

bool FigureLinks::in_two_currencies(const FigureCandidate& a, const FigureCandidate& b) const {
  if (a.quantity->kind != QuantityKind::kMoney || b.quantity->kind != QuantityKind::kMoney) return false;
  if (a.article == b.article || a.quantity->unit == b.quantity->unit) return false;
  if (are_two_things(a, b) || !may_be_one_time(a, b)) return false;
  const Overlap overlap = overlap_of(a.context, b.context);
  return overlap.words >= 3 && overlap.of_lighter >= 500;
}

}  // namespace newsloupe
