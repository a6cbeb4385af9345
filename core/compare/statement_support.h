// Whether one passage says what another says: how facts are kept from naming an article that does not say them, and
// from calling new what another article tells in other words.
#pragma once

#include <cstdint>
#include <vector>

#include "core/compare/set_words.h"

namespace newsloupe {

// A passage of one article.
struct Passage {
  std::uint32_t article = 0;
  WordSpan words;
  TextSpan without{};  // words that do not count, such as the time that both passages name
};

// Shares are the weight of the content words of `said` that stand elsewhere by their stems, in any order, in
// thousandths. Where a number is missing, no more than half is said: "14 dead" is not said by "12 dead".
class StatementSupport {
 public:
  // `words` must outlive this.
  explicit StatementSupport(const SetWords& words) : words_(words) {}

  // How much of what `said` says stands in `text`; 1000 for a passage without content.
  [[nodiscard]] std::uint32_t covered(const Passage& said, const Passage& text);
  // How much of it stands in some three neighbouring sentences of one of the articles with a mark in `articles`.
  [[nodiscard]] std::uint32_t covered_elsewhere(const Passage& said, const std::vector<bool>& articles);
  // How many of the content words of `said` stand in no more than `own` articles of the set, in thousandths of them.
  [[nodiscard]] std::uint32_t new_words(const Passage& said, std::uint32_t own) const;

 private:
  // A content word of what is said; at most so many are looked at.
  static constexpr std::size_t kMostWords = 64;
  struct Wanted {
    WordId stem = 0;
    std::uint32_t weight = 0;
    bool number = false;
  };
  void index();
  [[nodiscard]] std::vector<Wanted> wanted(const Passage& said) const;
  [[nodiscard]] static std::uint32_t share(const std::vector<Wanted>& words, std::uint64_t found);

  const SetWords& words_;
  // Of all sentences of the set in one row: which stand under a stem, the article of each, and which wanted words were
  // found in each, a bit a word.
  std::vector<std::vector<std::uint32_t>> sentences_with_;
  std::vector<std::uint32_t> article_of_;
  std::vector<std::uint64_t> found_;
};

}  // namespace newsloupe
