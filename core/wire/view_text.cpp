#include "core/wire/view_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace newsloupe {
namespace {

std::string_view name_of(Screen screen) {
  switch (screen) {
    case Screen::kLibrary:
      return "library";
    case Screen::kBrief:
      return "brief";
    case Screen::kRead:
      return "read";
    case Screen::kCompare:
      return "compare";
    case Screen::kQuotes:
      return "quotes";
    case Screen::kFigures:
      return "figures";
    case Screen::kTimeline:
      return "timeline";
    case Screen::kCoverage:
      return "coverage";
    case Screen::kSearch:
      return "search";
  }
  return {};
}
constexpr int kMostScreens = 32;  // name_of() is asked for each; those that are none have no name

constexpr std::array<std::string_view, 3> kModes = {"text", "facts", "differences"};
constexpr std::array<std::string_view, 8> kSubjectKinds = {"",      "fact", "quote",    "figure",
                                                           "event", "name", "sentence", "combination"};

std::optional<Screen> screen_from(std::string_view word) {
  for (int i = 0; i < kMostScreens; ++i) {
    const auto screen = static_cast<Screen>(i);
    if (!name_of(screen).empty() && name_of(screen) == word) return screen;
  }
  return std::nullopt;
}

template <class Number>
std::optional<Number> number_from(std::string_view text, int base = 10) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<TextSpan> span_from(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = number_from<std::uint32_t>(text.substr(0, dash));
  const auto end = number_from<std::uint32_t>(text.substr(dash + 1));
  if (!begin || !end || *begin > *end) return std::nullopt;
  return TextSpan{*begin, *end};
}

std::string words_of(TextSpan span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::string hex_of(std::uint64_t value) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
  return {digits.data(), end};
}

CompareMode mode_from(std::string_view word) {
  const auto found = std::find(kModes.begin(), kModes.end(), word);
  return found == kModes.end() ? CompareMode::kText : static_cast<CompareMode>(found - kModes.begin());
}

// Splits at the first `mark`; the second part is empty where there is none.
std::pair<std::string_view, std::string_view> split(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

SubjectKind kind_from(std::string_view word) {
  for (std::size_t i = 1; i < kSubjectKinds.size(); ++i) {
    if (kSubjectKinds[i] == word) return static_cast<SubjectKind>(i);
  }
  return SubjectKind::kNone;
}

// The articles by the numbers they go by in a text; one that it does not know drops what it anchors.
struct Numbers {
  std::optional<std::uint32_t> article, left, right;
};

// All but the selection.
std::string line_from(const ViewState& view, const Numbers& numbers) {
  const std::optional<std::uint32_t>& article = numbers.article;
  const ViewState usual;
  std::string line(name_of(view.screen));
  if (article && *article != 0) line += " a=" + std::to_string(*article);
  if (article && !view.reveal.empty()) line += " r=" + words_of(view.reveal);
  if (numbers.left && numbers.right && view.left != view.right) {
    line += " p=" + std::to_string(*numbers.left) + "-" + std::to_string(*numbers.right);
  }
  if (view.compare_mode != usual.compare_mode) {
    line += " m=" + std::string(kModes[static_cast<std::size_t>(view.compare_mode)]);
  }
  if (view.layers != usual.layers) line += " l=" + std::to_string(view.layers);
  if (view.drawer_open != usual.drawer_open) line += view.drawer_open ? " d=1" : " d=0";
  return line;
}

// Reads everything but the selection, whose words it gives.
std::optional<std::string_view> read_line(std::string_view line, ViewState& view) {
  auto [word, rest] = split(line, ' ');
  const std::optional<Screen> screen = screen_from(word);
  if (!screen) return std::nullopt;
  ViewState read;
  read.theme = view.theme;
  read.text_size = view.text_size;
  read.screen = *screen;
  std::string_view selected;
  while (!rest.empty()) {
    std::tie(word, rest) = split(rest, ' ');
    const auto [name, value] = split(word, '=');
    if (name == "a") read.article = number_from<std::uint32_t>(value).value_or(0);
    if (name == "r") read.reveal = span_from(value).value_or(TextSpan{});
    if (name == "p") {
      const auto [left, right] = split(value, '-');
      read.left = number_from<std::uint32_t>(left).value_or(0);
      read.right = number_from<std::uint32_t>(right).value_or(0);
    }
    if (name == "m") read.compare_mode = mode_from(value);
    if (name == "l") read.layers = number_from<std::uint32_t>(value).value_or(read.layers);
    if (name == "d") read.drawer_open = value != "0";
    if (name == "s") selected = value;
  }
  view = read;
  return selected;
}

}  // namespace

std::string text_from(const ViewState& view) {
  std::string line = line_from(view, {view.article, view.left, view.right});
  if (view.selected.valid()) {
    line += " s=" + std::string(kSubjectKinds[static_cast<std::size_t>(view.selected.kind)]) + ":" +
            hex_of(view.selected.key);
  }
  return line;
}

bool read_view(std::string_view text, ViewState& view) {
  const auto selected = read_line(text, view);
  if (!selected) return false;
  const auto [kind, key] = split(*selected, ':');
  if (const auto number = number_from<std::uint64_t>(key, 16)) view.selected = {kind_from(kind), *number};
  return true;
}

std::string travelling_text(const ViewState& view, const Presenter& presenter,
                            const std::vector<std::optional<std::uint32_t>>& positions) {
  const auto position = [&](std::uint32_t tab) {
    return tab < positions.size() ? positions[tab] : std::optional<std::uint32_t>();
  };
  std::string line = line_from(view, {position(view.article), position(view.left), position(view.right)});
  const std::optional<Place> place = presenter.place_of(view.selected);
  if (place && position(place->article)) {
    line += " s=" + std::string(kSubjectKinds[static_cast<std::size_t>(view.selected.kind)]) + ":" +
            std::to_string(*position(place->article)) + ":" + words_of(place->span);
  }
  return line;
}

ViewState view_from_travelling(std::string_view text, const Presenter& presenter,
                               const std::vector<std::optional<std::uint32_t>>& tabs) {
  ViewState view;
  const auto selected = read_line(text, view);
  if (!selected) return view;
  const auto tab = [&](std::uint32_t position) {
    return position < tabs.size() ? tabs[position] : std::optional<std::uint32_t>();
  };
  if (!tab(view.article)) view.reveal = {};
  view.article = tab(view.article).value_or(0);
  const auto left = tab(view.left), right = tab(view.right);
  view.left = left && right ? *left : 0;
  view.right = left && right ? *right : 0;
  const auto [kind, place] = split(*selected, ':');
  const auto [position, span] = split(place, ':');
  const auto number = number_from<std::uint32_t>(position);
  const auto read_span = span_from(span);
  if (number && read_span && tab(*number)) {
    view.selected = presenter.subject_at(kind_from(kind), {*tab(*number), *read_span});
  }
  return view;
}

}  // namespace newsloupe
