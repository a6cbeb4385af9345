#include "web/platform/platform_native.h"

#include <algorithm>

namespace newsloupe::platform {

Script& script() {
  static Script state;
  return state;
}

void reset_script() {
  script() = Script();
  take_events();
}

void request_frames(int count) { script().frames_wanted = std::max(script().frames_wanted, count); }
void start_timer(float seconds) { script().timer_seconds = seconds; }
bool test_mode() { return script().test; }
bool mac() { return script().mac; }
std::string today() { return script().today; }

std::span<const std::byte> asset(std::string_view name) {
  const auto found = script().assets.find(name);
  return found == script().assets.end() ? std::span<const std::byte>() : std::span<const std::byte>(found->second);
}

std::string setting(std::string_view name) {
  const auto found = script().settings.find(name);
  return found == script().settings.end() ? std::string() : found->second;
}

bool set_setting(std::string_view name, std::string_view value) {
  if (script().refuses_settings) return false;
  script().settings.insert_or_assign(std::string(name), std::string(value));
  return true;
}

bool forget_kept() {
  script().settings.clear();
  return true;
}

int requests_made() { return script().requests_made; }

void write_clipboard(std::string_view text, std::string_view html) {
  script().clipboard_text = text;
  script().clipboard_html = html;
}

void set_file_buttons(std::span<const FileButton> buttons) {
  script().file_buttons.assign(buttons.begin(), buttons.end());
}

void open_chooser(Chooser chooser) { script().choosers_opened.push_back(chooser); }

void save_file(std::string_view name, std::string_view media_type, std::span<const std::byte> bytes) {
  script().saved.push_back({std::string(name), std::string(media_type), {bytes.begin(), bytes.end()}});
}

void ask_page(PageTask task) { script().page_tasks.push_back(task); }
void set_view(std::string_view view) { script().view = view; }

void open_link(std::string_view url) { script().links_opened.emplace_back(url); }
void set_cursor(Cursor cursor) { script().cursor = cursor; }
void set_title(std::string_view title) { script().title = title; }
void set_dark(bool dark) { script().dark = dark; }
void set_text_agent(std::optional<Rect> caret) { script().caret = caret; }
void set_controls(std::vector<Control> controls, std::uint32_t focused) {
  script().controls = std::move(controls);
  script().focused_control = focused;
}

void set_text_layers(std::span<const TextLayer> layers) { script().text_layers.assign(layers.begin(), layers.end()); }
void announce(std::string_view text) { script().announced.emplace_back(text); }
void set_bound_keys(std::string_view keys) { script().bound_keys = keys; }

void post_to_worker(std::span<const std::byte> request, Durability) {
  script().requests.emplace_back(request.begin(), request.end());
}

void add_file(std::string_view path, std::span<const std::byte> bytes) {
  script().added.push_back({std::string(path), {bytes.begin(), bytes.end()}});
}

void cancel_files() { ++script().cancels; }

}  // namespace newsloupe::platform
