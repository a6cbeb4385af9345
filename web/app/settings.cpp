#include "web/app/settings.h"

#include <array>
#include <charconv>
#include <optional>

#include "core/present/view_state.h"

namespace newsloupe {
namespace {

constexpr std::array<std::string_view, 3> kThemes = {"system", "light", "dark"};
constexpr std::array<std::string_view, 3> kLines = {"short", "medium", "long"};
constexpr std::array<std::string_view, 2> kContrasts = {"system", "more"};
constexpr std::array<std::string_view, 2> kMotions = {"system", "none"};
constexpr std::array<std::string_view, 2> kSwitch = {"off", "on"};
constexpr std::uint32_t kAllLayers = 127;

std::optional<std::uint32_t> number_in(std::string_view text, std::uint32_t low, std::uint32_t high) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

template <std::size_t N, class T>
bool take_word(const std::array<std::string_view, N>& words, std::string_view value, T& out) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == value) return out = static_cast<T>(i), true;
  }
  return false;
}

template <class T>
bool take_number(std::string_view value, std::uint32_t low, std::uint32_t high, T& out) {
  const std::optional<std::uint32_t> number = number_in(value, low, high);
  if (number) out = static_cast<T>(*number);
  return number.has_value();
}

template <std::size_t N, class T>
std::string word_of(const std::array<std::string_view, N>& words, T value) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

constexpr std::array<std::string_view, 8> kNames = {"theme",  "text-size",   "contrast",    "motion",
                                                    "layers", "line-length", "copy-source", "single-keys"};

}  // namespace

std::span<const std::string_view> setting_names() { return kNames; }

bool apply_setting(Settings& settings, ViewState& view, std::string_view name, std::string_view value) {
  if (name == "theme") return take_word(kThemes, value, view.theme);
  if (name == "text-size") return take_number(value, 14, 24, view.text_size);
  if (name == "contrast") return take_word(kContrasts, value, settings.more_contrast);
  if (name == "motion") return take_word(kMotions, value, settings.still);
  if (name == "layers") return take_number(value, 0, kAllLayers, view.layers);
  if (name == "line-length") return take_word(kLines, value, settings.line);
  if (name == "copy-source") return take_word(kSwitch, value, settings.copy_source);
  if (name == "single-keys") return take_word(kSwitch, value, settings.single_keys);
  return false;
}

std::string setting_value(const Settings& settings, const ViewState& view, std::string_view name) {
  if (name == "theme") return word_of(kThemes, view.theme);
  if (name == "text-size") return std::to_string(view.text_size);
  if (name == "contrast") return word_of(kContrasts, settings.more_contrast);
  if (name == "motion") return word_of(kMotions, settings.still);
  if (name == "layers") return std::to_string(view.layers);
  if (name == "line-length") return word_of(kLines, settings.line);
  if (name == "copy-source") return word_of(kSwitch, settings.copy_source);
  if (name == "single-keys") return word_of(kSwitch, settings.single_keys);
  return {};
}

}  // namespace newsloupe
