// What a person types over the Library: words, and conditions like "outlet:ledger after:2025-05-01 before:2025-06".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/resolve/article.h"

namespace newsloupe {

class LibraryFilter {
 public:
  // Words and outlets are folded; parts of words count. `after` takes the day it names and later ones, `before` earlier
  // ones; a month or a year stands for its first day. Conditions that are not finished yet ("after:") ask for nothing.
  explicit LibraryFilter(std::string_view text);

  // `label` is that of the article's story, folded: its words match too.
  [[nodiscard]] bool lets_through(const ArticleCard& article, std::string_view folded_label) const;
  [[nodiscard]] bool empty() const { return words_.empty() && outlets_.empty() && !from_ && !until_; }
  [[nodiscard]] bool matches_words(std::string_view folded) const;
  // What could not be read, in one line with the way out.
  [[nodiscard]] const std::string& note() const { return note_; }

 private:
  void read(std::string_view part);
  void read_date(std::string_view key, std::string_view value, std::optional<CivilDate>& date);

  std::vector<std::string> words_, outlets_;
  std::optional<CivilDate> from_, until_;
  std::string note_;
};

}  // namespace newsloupe
