#include <emscripten.h>
#include <emscripten/em_js.h>

#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "web/platform/page_events.h"
#include "web/platform/page_setup.h"
#include "web/platform/platform.h"

// Every call of platform.h goes to an object the bridge puts into the module as `page` (web/bridge/page.js).
// Strings and buffers travel as address and length; the bridge copies them before it returns.
// clang-format off
EM_JS_DEPS(newsloupe_page, "$UTF8ToString");
EM_JS(void, page_request_frames, (int count), { Module.page.requestFrames(count); })
EM_JS(void, page_start_timer, (float seconds), { Module.page.startTimer(seconds); })
EM_JS(int, page_flag, (const char* name), { return Module.page.flags[UTF8ToString(name)] ? 1 : 0; })
EM_JS(int, page_setting, (const char* name, std::size_t name_length, char* out, std::size_t room), {
  return Module.page.setting(name, name_length, out, room);
})
EM_JS(int, page_set_setting, (const char* name, std::size_t name_length, const char* value, std::size_t length), {
  return Module.page.setSetting(name, name_length, value, length) ? 1 : 0;
})
EM_JS(int, page_forget_kept, (void), { return Module.page.forgetKept() ? 1 : 0; })
EM_JS(int, page_requests_made, (void), { return Module.page.requestsMade(); })
EM_JS(void, page_write_clipboard, (const char* text, std::size_t length, const char* html, std::size_t html_length), {
  Module.page.writeClipboard(text, length, html, html_length);
})
EM_JS(void, page_clear_file_buttons, (void), { Module.page.fileButtons.length = 0; })
EM_JS(void, page_add_file_button, (float x, float y, float width, float height, int folder), {
  Module.page.fileButtons.push({x: x, y: y, width: width, height: height, folder: folder === 1});
})
EM_JS(void, page_open_chooser, (int folder), { Module.page.openChooser(folder === 1, false); })
EM_JS(void, page_save_file, (const char* name, std::size_t name_length, const char* type, std::size_t type_length,
                             const void* bytes, std::size_t length), {
  Module.page.saveFile(name, name_length, type, type_length, bytes, length);
})
EM_JS(void, page_ask_page, (int task), { Module.page.askPage(task); })
EM_JS(void, page_set_view, (const char* view, std::size_t length), { Module.page.setView(view, length); })
EM_JS(void, page_open_link, (const char* url, std::size_t length), { Module.page.openLink(url, length); })
EM_JS(void, page_set_cursor, (const char* name), { Module.page.setCursor(UTF8ToString(name)); })
EM_JS(void, page_set_title, (const char* title, std::size_t length), { Module.page.setTitle(title, length); })
EM_JS(void, page_set_dark, (int dark), { Module.page.setDark(dark === 1); })
EM_JS(void, page_set_text_agent, (int typing, float x, float y, float height), {
  Module.page.setTextAgent(typing === 1, x, y, height);
})
EM_JS(void, page_begin_text_layer, (int layer), { Module.page.textLayers.begin(layer); })
EM_JS(void, page_add_text_line, (float x, float y, float width, float height, float size, int flags, const char* words,
                                 std::size_t length), {
  Module.page.addTextLine(x, y, width, height, size, flags, words, length);
})
EM_JS(void, page_place_text_layer, (int layer, float x, float y, float width, float height, float origin_x,
                                    float origin_y, int selectable), {
  Module.page.textLayers.place(layer, x, y, width, height, origin_x, origin_y, selectable === 1);
})
EM_JS(void, page_set_controls, (const char* text, std::size_t length, std::uint32_t focused), {
  Module.page.setControls(text, length, focused >>> 0);
})
EM_JS(void, page_keep_text_layers, (int count), { Module.page.textLayers.keep(count); })
EM_JS(void, page_announce, (const char* text, std::size_t length), { Module.page.announce(text, length); })
EM_JS(void, page_set_bound_keys, (const char* keys, std::size_t length), { Module.page.setBoundKeys(keys, length); })
EM_JS(void, page_post_to_worker, (const void* bytes, std::size_t length, int replayed), {
  Module.page.postToWorker(bytes, length, replayed === 1);
})
EM_JS(void, page_add_file, (const char* path, std::size_t path_length, const void* bytes, std::size_t length), {
  Module.page.addFile(path, path_length, bytes, length);
})
EM_JS(void, page_cancel_files, (void), { Module.page.cancelFiles(); })
// clang-format on

namespace newsloupe::platform {
namespace {

constexpr const char* kCursorNames[] = {"default",   "pointer", "text",     "move",       "ew-resize",
                                        "ns-resize", "wait",    "progress", "not-allowed"};

// What was last told to the page, so that a frame that changes nothing says nothing.
struct Told {
  Cursor cursor = Cursor::kArrow;
  bool dark = false;
  std::optional<Rect> caret;
  std::string title;
  std::string bound_keys;
  std::string view;
  std::vector<Control> controls;
  std::uint32_t focused_control = 0;
  std::vector<TextLayer> layers;
};

Told& told() {
  static Told state;
  return state;
}

std::map<std::string, std::vector<std::byte>, std::less<>>& assets() {
  static std::map<std::string, std::vector<std::byte>, std::less<>> table;
  return table;
}

// The parts of a line travel as one string, cut at unit separators.
void send_lines(int index, const TextLayer& layer) {
  page_begin_text_layer(index);
  std::string words;
  for (const TextLine& line : layer.lines) {
    const int flags =
        (line.serif ? 1 : 0) | (line.strong ? 2 : 0) | (line.right_to_left ? 4 : 0) | (line.shaped ? 8 : 0);
    words = line.text + '\x1f' + line.tail + '\x1f' + line.source + '\x1f' + line.where;
    page_add_text_line(line.rect.x, line.rect.y, line.rect.width, line.rect.height, line.size, flags, words.data(),
                       words.size());
  }
}

std::string& current_day() {
  static std::string day;
  return day;
}

}  // namespace

void set_asset(std::string_view name, std::span<const std::byte> bytes) {
  assets().insert_or_assign(std::string(name), std::vector<std::byte>(bytes.begin(), bytes.end()));
}

void set_today(std::string_view day) { current_day() = day; }

void request_frames(int count) { page_request_frames(count); }
void start_timer(float seconds) { page_start_timer(seconds); }
bool test_mode() { return page_flag("test") == 1; }
bool mac() { return page_flag("mac") == 1; }
std::string today() { return current_day(); }

std::span<const std::byte> asset(std::string_view name) {
  const auto found = assets().find(name);
  return found == assets().end() ? std::span<const std::byte>() : std::span<const std::byte>(found->second);
}

std::string setting(std::string_view name) {
  std::string value(256, '\0');
  const int length = page_setting(name.data(), name.size(), value.data(), value.size());
  value.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return value;
}

bool set_setting(std::string_view name, std::string_view value) {
  return page_set_setting(name.data(), name.size(), value.data(), value.size()) == 1;
}

bool forget_kept() { return page_forget_kept() == 1; }
int requests_made() { return page_requests_made(); }

void write_clipboard(std::string_view text, std::string_view html) {
  page_write_clipboard(text.data(), text.size(), html.data(), html.size());
}

void set_file_buttons(std::span<const FileButton> buttons) {
  page_clear_file_buttons();
  for (const FileButton& button : buttons) {
    const Rect& rect = button.rect;
    page_add_file_button(rect.x, rect.y, rect.width, rect.height, button.chooser == Chooser::kFolder ? 1 : 0);
  }
}

void open_chooser(Chooser chooser) { page_open_chooser(chooser == Chooser::kFolder ? 1 : 0); }

void save_file(std::string_view name, std::string_view media_type, std::span<const std::byte> bytes) {
  page_save_file(name.data(), name.size(), media_type.data(), media_type.size(), bytes.data(), bytes.size());
}

void ask_page(PageTask task) { page_ask_page(static_cast<int>(task)); }

void set_view(std::string_view view) {
  if (told().view == view) return;
  told().view = view;
  page_set_view(view.data(), view.size());
}

void open_link(std::string_view url) { page_open_link(url.data(), url.size()); }

void set_cursor(Cursor cursor) {
  if (std::exchange(told().cursor, cursor) != cursor) page_set_cursor(kCursorNames[static_cast<int>(cursor)]);
}

void set_title(std::string_view title) {
  if (told().title == title) return;
  told().title = title;
  page_set_title(title.data(), title.size());
}

void set_dark(bool dark) {
  if (std::exchange(told().dark, dark) != dark) page_set_dark(dark ? 1 : 0);
}

void set_text_agent(std::optional<Rect> caret) {
  if (std::exchange(told().caret, caret) == caret) return;
  const Rect place = caret.value_or(Rect());
  page_set_text_agent(caret ? 1 : 0, place.x, place.y, place.height);
}

void set_text_layers(std::span<const TextLayer> layers) {
  std::vector<TextLayer>& before = told().layers;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const TextLayer& layer = layers[i];
    if (i == before.size()) before.emplace_back();
    const bool changed = before[i].lines != layer.lines;
    const bool moved =
        before[i].clip != layer.clip || before[i].origin != layer.origin || before[i].selectable != layer.selectable;
    if (!changed && !moved) continue;
    if (changed) send_lines(static_cast<int>(i), layer);
    page_place_text_layer(static_cast<int>(i), layer.clip.x, layer.clip.y, layer.clip.width, layer.clip.height,
                          layer.origin.x, layer.origin.y, layer.selectable ? 1 : 0);
    before[i] = layer;
  }
  if (before.size() == layers.size()) return;
  before.resize(layers.size());
  page_keep_text_layers(static_cast<int>(layers.size()));
}

namespace {

// One control a record, its fields parted by U+001F; mirror.js reads it.
void put_control(const Control& control, std::string& out) {
  const auto number = [&](float value) { out += std::to_string(static_cast<int>(value)) + '\x1f'; };
  out += std::to_string(control.id) + '\x1f';
  out.append(control.role) += '\x1f';
  out += std::to_string(control.depth) + '\x1f' + std::to_string(control.states) + '\x1f';
  number(control.rect.x), number(control.rect.y), number(control.rect.width), number(control.rect.height);
  for (const std::string* words : {&control.name, &control.value}) {
    for (const char c : *words) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    out += '\x1f';
  }
  out += '\x1e';
}

}  // namespace

void set_controls(std::vector<Control> controls, std::uint32_t focused) {
  Told& last = told();
  if (last.controls == controls && last.focused_control == focused) return;
  last.controls = std::move(controls);
  last.focused_control = focused;
  std::string text;
  for (const Control& control : last.controls) put_control(control, text);
  page_set_controls(text.data(), text.size(), focused);
}

void announce(std::string_view text) { page_announce(text.data(), text.size()); }

void set_bound_keys(std::string_view keys) {
  if (told().bound_keys == keys) return;
  told().bound_keys = keys;
  page_set_bound_keys(keys.data(), keys.size());
}

void post_to_worker(std::span<const std::byte> request, Durability durability) {
  page_post_to_worker(request.data(), request.size(), durability == Durability::kReplayed ? 1 : 0);
}

void add_file(std::string_view path, std::span<const std::byte> bytes) {
  page_add_file(path.data(), path.size(), bytes.data(), bytes.size());
}

void cancel_files() { page_cancel_files(); }

}  // namespace newsloupe::platform
