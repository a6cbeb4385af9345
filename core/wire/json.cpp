#include "core/wire/json.h"

#include <array>

namespace newsloupe::wire {
namespace {

template <std::size_t N, class E>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 8> kEntityTypes = {"person",  "organization", "place",   "event",
                                                          "program", "agreement",    "product", "group"};
constexpr std::array<std::string_view, 3> kMentionForms = {"name", "nominal", "pronoun"};
constexpr std::array<std::string_view, 3> kQuoteKinds = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 4> kSpeakerKinds = {"named", "group", "unnamed", "none"};
constexpr std::array<std::string_view, 4> kTimexTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 2> kBases = {"stated", "derived"};
constexpr std::array<std::string_view, 8> kQuantityKinds = {"count",   "money",    "percent", "ordinal",
                                                            "measure", "duration", "rate",    "score"};
constexpr std::array<std::string_view, 7> kBounds = {"",          "about",     "at_least", "at_most",
                                                     "more_than", "less_than", "nearly"};
constexpr std::array<std::string_view, 4> kStatuses = {"happened", "planned", "possible", "denied"};
constexpr std::array<std::string_view, 3> kConfidences = {"sure", "likely", "guess"};

}  // namespace

Json string_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_from_decimal(const Decimal& value) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  std::int64_t integer = value.mantissa();
  bool fits = value.is_integer();
  for (int i = 0; fits && i < value.exponent(); ++i) {
    fits = integer < kExact / 10 && integer > -kExact / 10;
    integer *= 10;
  }
  if (fits) return integer;
  // Powers of ten up to 10^22 are exact doubles, so one multiplication or division is correctly rounded.
  double power = 1;
  for (int i = 0; i < std::abs(value.exponent()); ++i) power *= 10;
  const auto mantissa = static_cast<double>(value.mantissa());
  return value.exponent() < 0 ? mantissa / power : mantissa * power;
}

std::string_view name_of(EntityType type) { return pick(kEntityTypes, type); }
std::string_view name_of(MentionForm form) { return pick(kMentionForms, form); }
std::string_view name_of(QuoteKind kind) { return pick(kQuoteKinds, kind); }
std::string_view name_of(SpeakerKind kind) { return pick(kSpeakerKinds, kind); }
std::string_view name_of(TimexType type) { return pick(kTimexTypes, type); }
std::string_view name_of(Basis basis) { return pick(kBases, basis); }
std::string_view name_of(QuantityKind kind) { return pick(kQuantityKinds, kind); }
std::string_view name_of(Bound bound) { return pick(kBounds, bound); }
std::string_view name_of(EventStatus status) { return pick(kStatuses, status); }
std::string_view name_of(Confidence confidence) { return pick(kConfidences, confidence); }

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace newsloupe::wire
