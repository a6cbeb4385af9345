// What the parts of an index of shared wording counted (core/compare/gram_part.h), as text that travels from the
// machines that count to the one that joins.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/compare/gram_part.h"
#include "core/resolve/article.h"

namespace newsloupe {

// By which a set is known again: of ids and sources in canonical order.
[[nodiscard]] std::string set_fingerprint(const std::vector<const SourceInfo*>& in_order);

// A line "#newsloupe.pairs/1 SET ARTICLES PART/PARTS", then one a pair: the places of its articles in canonical order
// and how many word 7-grams of this part propose it, parted by tabs.
[[nodiscard]] std::string counted_part_text(const std::string& set, std::size_t articles, Part part,
                                            const std::vector<SharedGrams>& counts);

// Adds such texts up again.
class CountedParts {
 public:
  // `set` and `articles` of the set that is to be joined.
  CountedParts(std::string set, std::size_t articles) : set_(std::move(set)), articles_(articles) {}
  // One line of a text, texts one after the other. The error is one line for the reader.
  [[nodiscard]] std::optional<Error> add(std::string_view line);
  // Once all are added: every part must have been there once.
  [[nodiscard]] Result<std::vector<SharedGrams>> take();

 private:
  [[nodiscard]] std::optional<Error> read_head(std::string_view line);

  std::string set_;
  std::size_t articles_;
  std::vector<bool> seen_;  // by part
  std::vector<SharedGrams> counts_;
};

}  // namespace newsloupe
