#include "core/resolve/overlap_resolver.h"

#include <algorithm>
#include <string_view>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

// Longest thing that is looked back for; names and times are shorter by far.
constexpr std::uint32_t kLongest = 256;

// Calls `found` for every item of the layer that overlaps `span`.
template <class A, class Found>
bool any_overlapping(const Layer<A>& layer, TextSpan span, Found found) {
  const std::uint32_t from = span.begin > kLongest ? span.begin - kLongest : 0;
  for (std::size_t i = layer.first_from(from); i < layer.size() && layer[i].span.begin < span.end; ++i) {
    if (layer[i].span.overlaps(span) && found(layer[i])) return true;
  }
  return false;
}

bool holds_name(const Mention& mention, TextSpan span) {
  return mention.form == MentionForm::kName && mention.span.contains(span);
}

bool is_part_of_time(const Quantity& quantity, const Timex& time) {
  if (quantity.kind == QuantityKind::kDuration && quantity.span.contains(time.span)) return false;
  if (time.type == TimexType::kDuration) return quantity.kind != QuantityKind::kDuration;
  if (quantity.kind == QuantityKind::kDuration) return false;
  return time.span.contains(quantity.span) ||
         (quantity.kind == QuantityKind::kCount && time.span.overlaps(quantity.span));
}

}  // namespace

Layer<Quantity> quantities_outside(const Layer<Quantity>& quantities, const Layer<Timex>& times,
                                   const Layer<Mention>& mentions) {
  std::vector<Quantity> kept;
  for (const Quantity& quantity : quantities) {
    const bool in_time =
        any_overlapping(times, quantity.span, [&](const Timex& time) { return is_part_of_time(quantity, time); });
    const bool in_name =
        any_overlapping(mentions, quantity.span, [&](const Mention& m) { return holds_name(m, quantity.span); });
    if (!in_time && !in_name) kept.push_back(quantity);
  }
  return Layer<Quantity>(std::move(kept));
}

Layer<Mention> mentions_outside(const Layer<Mention>& mentions, const Layer<Timex>& times) {
  const auto is_named_day = [](const Timex& time) {
    static constexpr std::string_view kNamed[] = {"date.christmas_eve", "date.christmas", "date.new_year_eve",
                                                  "date.new_year", "date.fiscal"};
    return is_one_of(kNamed, time.rule.name());
  };
  if (std::none_of(times.begin(), times.end(), is_named_day)) return mentions;
  std::vector<Mention> kept;
  for (const Mention& mention : mentions) {
    const bool in_day =
        mention.type != EntityType::kEvent && any_overlapping(times, mention.span, [&](const Timex& time) {
          return is_named_day(time) && time.span.contains(mention.span);
        });
    if (!in_day) kept.push_back(mention);
  }
  return Layer<Mention>(std::move(kept));
}

Layer<Timex> times_outside(const Layer<Timex>& times, const Layer<Mention>& mentions) {
  std::vector<Timex> kept;
  for (const Timex& time : times) {
    const bool in_name = any_overlapping(mentions, time.span, [&](const Mention& m) {
      return holds_name(m, time.span) && m.type != EntityType::kEvent;
    });
    if (!in_name) kept.push_back(time);
  }
  return Layer<Timex>(std::move(kept));
}

}  // namespace newsloupe
