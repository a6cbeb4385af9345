#include "core/base/decimal.h"

#include <doctest/doctest.h>

namespace newsloupe {

TEST_CASE("Decimal::parse reads amounts as news writes them and prints them plainly") {
  struct Row {
    const char* input;
    const char* printed;  // null: no number
  };
  const Row rows[] = {{"1234", "1234"},   {"1,234.5", "1234.5"},
                      {"0.05", "0.05"},   {"-3", "-3"},
                      {"2,300", "2300"},  {"100", "100"},
                      {".5", "0.5"},      {"1.50", "1.5"},
                      {"", nullptr},      {"-", nullptr},
                      {"1.2.3", nullptr}, {"12a", nullptr},
                      {"00.0", "0"},      {"1234567890123456789012", nullptr}};
  for (const Row& row : rows) {
    const auto value = Decimal::parse(row.input);
    CAPTURE(row.input);
    CHECK(value.has_value() == (row.printed != nullptr));
    if (value && row.printed != nullptr) CHECK(value->to_string() == row.printed);
  }
}

TEST_CASE("Decimal arithmetic is exact") {
  const Decimal lakh(1, 5), crore(1, 7);
  CHECK((*Decimal::parse("1.5") * lakh * crore).to_string() == "1500000000000");
  CHECK((*Decimal::parse("18") + *Decimal::parse("25")).half().to_string() == "21.5");
  CHECK((*Decimal::parse("0.1") + *Decimal::parse("0.2")) == *Decimal::parse("0.3"));
  CHECK((*Decimal::parse("5") - *Decimal::parse("7.5")).to_string() == "-2.5");
}

TEST_CASE("Decimal orders by value, not by digits") {
  CHECK(Decimal(9, 0) < Decimal(1, 1));
  CHECK(Decimal(-1, 2) < Decimal(1, -2));
  CHECK(Decimal(1, 30) > Decimal(999, 0));
  CHECK(Decimal(-1, 30) < Decimal(-999, 0));
  CHECK(Decimal(10, 0) == Decimal(1, 1));
}

}  // namespace newsloupe
