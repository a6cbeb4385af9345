// S6 Figures: what is counted or measured, one row each, its values on a line of their own. How views are made and sent
// is told in core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/present/frame_views.h"

namespace newsloupe {

// A value with the articles that state it. Places on a line go from 0 to FigureLine::kEnd.
struct FigurePoint {
  std::string words;  // "12", "about 20", "3.5 inch = 88.9 mm"
  std::uint32_t place = 0;
  std::uint32_t low = 0, high = 0;  // low < high: what the words leave open, or the range they give
  bool approximate = false;
  std::vector<std::uint32_t> articles;  // by number
  template <class F>
  void each_field(F&& f) {
    f(words);
    f(place);
    f(low);
    f(high);
    f(approximate);
    f(articles);
  }
};

// Values that can be compared stand on one line; sums in two currencies have one each, without a scale.
struct FigureLine {
  static constexpr std::uint32_t kEnd = 10000;
  std::string unit;  // of the ticks; empty for plain counts
  // Round numbers at their places, in order; none where the values are too far apart for a line, or are one of two.
  std::vector<std::pair<std::uint32_t, std::string>> ticks;
  std::vector<FigurePoint> points;  // by value
  template <class F>
  void each_field(F&& f) {
    f(unit);
    f(ticks);
    f(points);
  }
};

struct FigureRow {
  Subject subject;
  std::string label;              // "People missing"
  Status status = Status::kNone;  // kDiffer only where the values contradict each other
  std::string word;               // "differs: source", "updated", "agrees", "only A"
  std::string why;                // in a sentence; empty where there is nothing to explain
  std::string values;             // "14 (A, C), 12 (B), about 20 (D)"
  std::vector<FigureLine> lines;  // none for a figure that one article alone has
  std::vector<std::uint32_t> articles;
  template <class F>
  void each_field(F&& f) {
    f(subject);
    f(label);
    f(status);
    f(word);
    f(why);
    f(values);
    f(lines);
    f(articles);
  }
};

struct FiguresView {
  std::uint64_t revision = 0;
  // Compared ones first: what differs without a reason, with one, what agrees; then those of one article, in the order
  // of the texts.
  std::vector<FigureRow> rows;
  std::uint32_t total = 0, compared = 0;  // there are; `rows` may hold fewer
  std::uint32_t differ = 0, updated = 0;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(rows);
    f(total);
    f(compared);
    f(differ);
    f(updated);
  }
};

}  // namespace newsloupe
