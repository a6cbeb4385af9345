// S9 Coverage: facts by the combination of articles that say them. How views are made and sent is told in
// core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/present/frame_views.h"
#include "core/present/views.h"

namespace newsloupe {

// One combination of columns and the facts that exactly those say.
struct CoverageRow {
  Subject subject;
  std::string label;  // "all", "A, B and C: one text", "only D"
  std::uint32_t articles = 0, origins = 0;
  std::uint32_t total = 0, agree = 0, differ = 0, only = 0;  // facts
  std::vector<BriefRow> facts;  // at least one; may be fewer than `total`. Their notes: "figure · 3 origins"
  template <class F>
  void each_field(F&& f) {
    f(subject);
    f(label);
    f(articles);
    f(origins);
    f(total);
    f(agree);
    f(differ);
    f(only);
    f(facts);
  }
};

struct CoverageView {
  std::uint64_t revision = 0;
  // One article each; where there are many one origin, the largest first. The label is the letter of the first article,
  // "…" for all that have no column of their own.
  std::vector<OriginView> columns;
  bool by_origin = false;
  std::vector<CoverageRow> rows;   // by combination: most origins first
  std::uint32_t combinations = 0;  // there are; `rows` may hold fewer
  std::uint32_t facts = 0;
  // Of each article, in the order of the columns: what was not found in it, how many facts it has, and of how many.
  std::vector<std::pair<std::uint32_t, std::string>> articles;
  std::vector<std::uint32_t> found, all;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(columns);
    f(by_origin);
    f(rows);
    f(combinations);
    f(facts);
    f(articles);
    f(found);
    f(all);
  }
};

// Of a fact: agree, differ or only; of a cell whether that column says it.
[[nodiscard]] Status status_of(const BriefRow& fact);
[[nodiscard]] bool says(const BriefCell& cell);
// The row that holds the selected fact: it is open. Null for other subjects.
[[nodiscard]] const CoverageRow* covering_row(const CoverageView& view, const Subject& fact);

}  // namespace newsloupe
