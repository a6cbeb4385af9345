#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// What a person set once for all visits. Each setting has a name and a value in words, under which it is kept.
namespace newsloupe {

struct ViewState;

enum class LineLength : std::uint8_t { kShort, kMedium, kLong };

// Theme and size of the article text are in ViewState.
struct Settings {
  bool more_contrast = false;  // beyond what the system asks for
  bool still = false;          // no movement, whatever the system asks for
  LineLength line = LineLength::kMedium;
  bool copy_source = true;  // copied text carries its source
  bool single_keys = true;  // keys without Ctrl work
  bool kept = true;         // false: the browser refused to keep one; they hold until the page is closed
};

// Names of all settings, in the order of the sheet.
std::span<const std::string_view> setting_names();
// False, and nothing changes, for a name or value that is not known.
bool apply_setting(Settings& settings, ViewState& view, std::string_view name, std::string_view value);
std::string setting_value(const Settings& settings, const ViewState& view, std::string_view name);

}  // namespace newsloupe
