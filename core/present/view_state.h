// What a person chose: saved, shared and changed by the page's reducer alone. Facts are not here.
#pragma once

#include <cstdint>
#include <string>

#include "core/present/views.h"

namespace newsloupe {

enum class Screen : std::uint8_t {
  kLibrary,
  kBrief,
  kRead,
  kCompare,
  kQuotes,
  kFigures,
  kTimeline,
  kCoverage,
  kSearch
};
enum class CompareMode : std::uint8_t { kText, kFacts, kDifferences };
enum class ThemeChoice : std::uint8_t { kSystem, kLight, kDark };

struct ViewState {
  Screen screen = Screen::kBrief;
  Subject selected;                   // the one selection of all screens
  std::uint32_t article = 0;          // open in Read
  std::uint32_t left = 0, right = 0;  // side by side in Compare; the same number twice: the closest pair
  CompareMode compare_mode = CompareMode::kText;
  TextSpan reveal;           // what Read scrolls to, empty for the beginning
  std::uint32_t layers = 1;  // bit i: ReaderLayer i is shown
  ThemeChoice theme = ThemeChoice::kSystem;
  std::uint8_t text_size = 18;  // of reading text, 14..24
  bool drawer_open = true;
  template <class F>
  void each_field(F&& f) {
    f(screen);
    f(selected);
    f(article);
    f(left);
    f(right);
    f(compare_mode);
    f(reveal.begin);
    f(reveal.end);
    f(layers);
    f(theme);
    f(text_size);
    f(drawer_open);
  }
};

}  // namespace newsloupe
