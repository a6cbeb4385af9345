// One amount: a number or a range with its currency, unit or percent sign.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/annotate/annotations.h"
#include "core/annotate/number_reader.h"
#include "core/resources/lexicon.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

struct AmountReading {
  Quantity quantity;     // without span, counted, bound
  TokenSpan tokens;      // with sign, currency and unit
  TokenSpan number;      // the digits or words alone
  bool spelled = false;  // "two"
  bool share = false;    // "two-thirds", "one in five": nothing is counted
};

class QuantityReader {
 public:
  QuantityReader(const SegmentedDocument& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

  // The amount whose first token (a minus sign, a currency or the number) is `first`; nothing where none begins.
  [[nodiscard]] std::optional<AmountReading> read(std::uint32_t first, TokenSpan sentence) const;

 private:
  struct Unit {
    QuantityKind kind = QuantityKind::kCount;
    std::string_view name;
    Decimal factor{1, 0};
    bool assumed = false;
    std::uint32_t length = 0;  // in tokens; 0 where no unit stands
  };
  struct Part {
    NumberReading number;
    Unit unit;
    std::uint32_t end = 0;
  };
  [[nodiscard]] PhraseMatch match(WordClass c, std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] Unit currency_at(std::uint32_t at, std::uint32_t end, bool before_number) const;
  [[nodiscard]] Unit unit_after(std::uint32_t at, std::uint32_t end, const NumberReading& number) const;
  [[nodiscard]] Unit measure_after(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool people_follow(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::optional<Part> read_rand(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::optional<Part> read_part(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::optional<std::uint32_t> range_joint(const Part& from, std::uint32_t first,
                                                         TokenSpan sentence) const;
  bool join(const Part& from, Part& to, Quantity& quantity) const;
  void read_share_of(AmountReading& reading, std::uint32_t end) const;
  void read_unit_behind(Part& part, std::uint32_t first, TokenSpan sentence) const;
  void read_rate(AmountReading& reading, std::uint32_t end) const;
  [[nodiscard]] bool is(std::uint32_t i, std::uint32_t end, std::string_view text) const {
    return i < end && doc_.token_text(i) == text;
  }

  const SegmentedDocument& doc_;
  const Lexicon& lexicon_;
};

}  // namespace newsloupe
