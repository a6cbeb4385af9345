#include "core/resolve/overlap_resolver.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

Quantity quantity(TextSpan span, QuantityKind kind) {
  Quantity result;
  result.span = span;
  result.kind = kind;
  return result;
}

Timex timex(TextSpan span, TimexType type) {
  Timex result;
  result.span = span;
  result.type = type;
  return result;
}

Mention name(TextSpan span, EntityType type) {
  Mention result;
  result.span = span;
  result.type = type;
  return result;
}

}  // namespace

TEST_CASE("quantities inside times and names are dropped, durations stay") {
  const Layer<Quantity> quantities({quantity({0, 2}, QuantityKind::kCount), quantity({20, 28}, QuantityKind::kDuration),
                                    quantity({40, 41}, QuantityKind::kCount), quantity({60, 62}, QuantityKind::kCount),
                                    quantity({70, 74}, QuantityKind::kOrdinal)});
  const Layer<Timex> times({timex({0, 9}, TimexType::kDate), timex({20, 28}, TimexType::kDuration)});
  const Layer<Mention> mentions(
      {name({30, 41}, EntityType::kProgram), name({63, 69}, EntityType::kGroup), name({70, 90}, EntityType::kEvent)});
  const Layer<Quantity> kept = quantities_outside(quantities, times, mentions);
  REQUIRE(kept.size() == 2);
  CHECK(kept[std::size_t{0}].span == TextSpan{20, 28});
  CHECK(kept[std::size_t{1}].span == TextSpan{60, 62});
}

TEST_CASE("times inside names are dropped, but the year of an event's name stays") {
  const Layer<Timex> times({timex({6, 12}, TimexType::kDate), timex({40, 44}, TimexType::kDate)});
  const Layer<Mention> mentions({name({0, 22}, EntityType::kAgreement), name({30, 44}, EntityType::kEvent)});
  const Layer<Timex> kept = times_outside(times, mentions);
  REQUIRE(kept.size() == 1);
  CHECK(kept[std::size_t{0}].span == TextSpan{40, 44});
}

}  // namespace newsloupe
