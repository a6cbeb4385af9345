// Pounds: money or weight.
#pragma once

#include <optional>

#include "core/annotate/quantity_reader.h"

namespace newsloupe {

class PoundReader {
 public:
  PoundReader(const SegmentedDocument& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

  // Whether an amount of "pounds" that was read as money is a weight: "485 million pounds of copper", "a 200-pound
  // man", "220,000 tonnes, or 485 million pounds". Looks at the whole article once, when first asked.
  [[nodiscard]] bool is_weight(const AmountReading& amount, TokenSpan sentence);

 private:
  struct Article {
    bool weighs = false, pays = false;  // names other weights; names pounds that are money for sure
  };
  void read_article();
  [[nodiscard]] bool is_weight_unit(std::uint32_t token) const;
  [[nodiscard]] bool is_thing(std::uint32_t token, TokenSpan sentence) const;

  const SegmentedDocument& doc_;
  const Lexicon& lexicon_;
  std::optional<Article> article_;
};

}  // namespace newsloupe
