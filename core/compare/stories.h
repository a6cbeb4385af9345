// Which articles are about one event.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/compare/word_reader.h"

namespace newsloupe {

// Sets of so many articles are compared each with each; in larger ones two
// articles have to share less common words first, or grams that not everybody
// has.
inline constexpr std::size_t kAllPairsUpTo = 512;

// Puts every article in exactly one cluster; an article unlike all others is
// alone, and so is a follow-up that comes much later. Similarity is the cosine
// of word weights (names count double), lowered by the days between the
// publications; clusters are joined by average link. Nothing of the articles is
// kept but numbers.
class StoryFinder {
 public:
  StoryFinder();
  ~StoryFinder();
  struct Holder {
    std::string office;
    WordId surname = 0;  // stem
  };
  // In canonical order. `holders`: of high offices, see office_holders.h; they tell the time of articles without a
  // date.
  void add(const std::optional<CivilDate>& published, const ArticleWords& words, std::vector<Holder> holders = {});
  // Once all are added. `weights` must outlive the steps.
  void start(const StemWeights& weights);
  // A bounded piece of the work; false when nothing is left.
  bool step();
  // Members ascending, clusters by first member.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> clusters();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace newsloupe
