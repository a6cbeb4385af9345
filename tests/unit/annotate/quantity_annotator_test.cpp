#include <doctest/doctest.h>

#include "core/annotate/annotate.h"
#include "tests/support/case_file.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

std::string described(const SegmentedDocument& doc, const Quantity& quantity) {
  static constexpr std::string_view kKinds[] = {"count",   "money",    "percent", "ordinal",
                                                "measure", "duration", "rate",    "score"};
  static constexpr std::string_view kBounds[] = {"",          "about",     "at_least", "at_most",
                                                 "more_than", "less_than", "nearly"};
  std::string out = "\"" + std::string(doc.text(quantity.span)) + "\" ";
  out += std::string(kKinds[static_cast<std::size_t>(quantity.kind)]) + " " + quantity.value.to_string();
  if (!quantity.unit.empty()) out += " " + quantity.unit;
  if (quantity.low) out += " " + quantity.low->to_string() + ".." + quantity.high->to_string();
  if (quantity.bound != Bound::kNone) out += " " + std::string(kBounds[static_cast<std::size_t>(quantity.bound)]);
  if (!quantity.counted.empty() && quantity.unit.empty()) out += " [" + std::string(doc.text(quantity.counted)) + "]";
  if (!quantity.counted.empty() && quantity.kind == QuantityKind::kMeasure) {
    out += " [" + std::string(doc.text(quantity.counted)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("quantities are found and read as tests/cases/quantities.cases says") {
  const std::vector<TextCase> cases = read_cases("quantities.cases");
  REQUIRE(cases.size() > 10);
  for (const TextCase& one : cases) {
    const SegmentedDocument doc = segmented_text(one.text);
    const Layer<Timex> times = annotate_times(doc, std::nullopt, shared_resources());
    std::string found, expected;
    for (const Quantity& quantity : annotate_quantities(doc, times, shared_resources())) {
      found += "\n" + described(doc, quantity);
    }
    for (const std::string& line : one.expected) expected += "\n" + line;
    CHECK_MESSAGE(found == expected, "quantities.cases:", one.line, ": ", one.text);
  }
}

}  // namespace newsloupe
