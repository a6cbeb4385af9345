#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unpack/file_choice.h"
#include "core/wire/requests.h"
#include "web/app/app.h"
#include "web/platform/canvas.h"
#include "web/platform/page_events.h"
#include "web/platform/page_setup.h"
#include "web/platform/platform.h"

// What the bridge calls in the page's role. Each function turns plain numbers and bytes into one event; the bridge owns
// the memory of what it passes.
namespace newsloupe {
namespace {

using namespace platform;

constexpr int kCtrl = 1, kShift = 2, kAlt = 4, kMeta = 8;

Modifiers modifiers_from(int bits) {
  return {(bits & kCtrl) != 0, (bits & kShift) != 0, (bits & kAlt) != 0, (bits & kMeta) != 0};
}

// "a\nb" to a and b; all of it to a when there is no line break.
std::pair<std::string_view, std::string_view> split_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + 1)};
}

std::unique_ptr<App>& app() {
  static std::unique_ptr<App> instance;
  return instance;
}

std::span<const std::byte> bytes_at(const void* data, std::size_t length) {
  return {static_cast<const std::byte*>(data), length};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void nl_page_asset(const char* name, std::size_t name_length, const void* data,
                                        std::size_t length) {
  set_asset({name, name_length}, bytes_at(data, length));
}

// 1: ready to draw. 0: no WebGL2.
EMSCRIPTEN_KEEPALIVE int nl_page_start(const char* today, std::size_t length) {
  set_today({today, length});
  if (!canvas::start()) return 0;
  app() = std::make_unique<App>();
  return 1;
}

EMSCRIPTEN_KEEPALIVE void nl_page_frame(float seconds) {
  canvas::begin_frame(seconds);
  app()->frame();
  canvas::end_frame();
}

EMSCRIPTEN_KEEPALIVE void nl_page_restore() { canvas::restore(); }

EMSCRIPTEN_KEEPALIVE void nl_page_pointer(int action, float x, float y, int button, int modifiers, int touch) {
  if (button < 0 || button > 4) button = 0;
  push_event(PointerEvent{static_cast<PointerAction>(action),
                          {x, y},
                          static_cast<PointerButton>(button),
                          modifiers_from(modifiers),
                          touch != 0});
}

EMSCRIPTEN_KEEPALIVE void nl_page_wheel(float x, float y, int modifiers) {
  push_event(WheelEvent{{x, y}, modifiers_from(modifiers)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_key(const char* names, std::size_t length, int down, int repeat, int character,
                                      int modifiers) {
  const auto [key, code] = split_line({names, length});
  push_event(KeyEvent{key_from_dom(key, code), down != 0, repeat != 0, static_cast<char32_t>(character),
                      modifiers_from(modifiers)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_text(const char* text, std::size_t length) {
  push_event(TextEvent{std::string(text, length)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_paste(const char* text, std::size_t length) {
  push_event(PasteEvent{std::string(text, length)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_resize(float width, float height, float density) {
  push_event(ResizeEvent{width, height, density});
}

EMSCRIPTEN_KEEPALIVE void nl_page_appearance(int dark, int more_contrast, int reduced_motion) {
  push_event(AppearanceEvent{dark != 0, more_contrast != 0, reduced_motion != 0});
}

EMSCRIPTEN_KEEPALIVE void nl_page_drag(int count) { push_event(DragEvent{count}); }
EMSCRIPTEN_KEEPALIVE void nl_page_control(std::uint32_t id, int action) {
  push_event(ControlEvent{id, static_cast<ControlAction>(action)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_visible(int visible) { push_event(VisibilityEvent{visible != 0}); }
EMSCRIPTEN_KEEPALIVE void nl_page_timer() { push_event(TimerEvent{}); }
EMSCRIPTEN_KEEPALIVE void nl_page_focus(int focused) { push_event(FocusEvent{focused != 0}); }

EMSCRIPTEN_KEEPALIVE void nl_page_notice(const char* words, std::size_t length) {
  push_event(NoticeEvent{std::string(words, length)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_text_scroll(int layer, float by) {
  push_event(TextScrollEvent{static_cast<std::size_t>(layer), by});
}

// Paths one a line.
EMSCRIPTEN_KEEPALIVE void nl_page_files(int route, const char* paths, std::size_t length) {
  FilesEvent event{static_cast<FileRoute>(route), {}};
  for (std::string_view rest(paths, length); !rest.empty();) {
    const auto [path, others] = split_line(rest);
    event.paths.emplace_back(path);
    rest = others;
  }
  push_event(std::move(event));
}

// Of paths, one a line, the fate of each as a letter (file_choice.h): r where it is read. Tells how many are passed
// over. The address is valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* nl_page_choose(const char* paths, std::size_t length) {
  static std::string letters;
  std::vector<std::string> lines;
  for (std::string_view rest(paths, length); !rest.empty();) {
    const auto [path, others] = split_line(rest);
    lines.emplace_back(path);
    rest = others;
  }
  letters.clear();
  for (const FileFate fate : choose_files(lines)) letters.push_back("rhp"[static_cast<std::size_t>(fate)]);
  const auto passed_over = static_cast<std::size_t>(std::count(letters.begin(), letters.end(), 'p'));
  if (passed_over > 0) push_event(NoticeEvent{words_for_passed_over(passed_over)});
  return letters.data();
}

EMSCRIPTEN_KEEPALIVE void nl_page_view(const char* text, std::size_t length) {
  push_event(ViewEvent{std::string(text, length)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_saved(const char* words, std::size_t length) {
  push_event(SavedEvent{std::string(words, length)});
}

// The sample, for the text view, which has no interface to ask for it.
EMSCRIPTEN_KEEPALIVE void nl_page_sample() {
  const std::string request = encode(Request(LoadSample{}));
  post_to_worker(std::as_bytes(std::span(request)), Durability::kReplayed);
}

// The path, a line break, the reason.
EMSCRIPTEN_KEEPALIVE void nl_page_file_failed(const char* text, std::size_t length) {
  const auto [path, reason] = split_line({text, length});
  push_event(FileFailedEvent{std::string(path), std::string(reason)});
}

EMSCRIPTEN_KEEPALIVE void nl_page_file_progress(std::uint32_t done, std::uint32_t accepted) {
  push_event(FileProgressEvent{done, accepted});
}

EMSCRIPTEN_KEEPALIVE void nl_page_worker_response(const void* data, std::size_t length) {
  const std::span<const std::byte> bytes = bytes_at(data, length);
  push_event(WorkerEvent{{bytes.begin(), bytes.end()}});
}

EMSCRIPTEN_KEEPALIVE void nl_page_worker_lost(const char* path, std::size_t length) {
  push_event(WorkerLostEvent{std::string(path, length)});
}

}  // extern "C"
}  // namespace newsloupe
