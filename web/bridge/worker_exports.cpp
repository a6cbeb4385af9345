#include <emscripten.h>
#include <emscripten/em_js.h>

#include <deque>
#include <string>
#include <string_view>

// What the bridge calls in the worker's role. clang-format off
EM_JS(void, worker_respond, (const void* bytes, std::size_t length), { Module.worker.respond(bytes, length); })
// clang-format on

namespace {
std::deque<std::string>& inbox() {
  static std::deque<std::string> waiting;
  return waiting;
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void nl_worker_start(const char*, std::size_t) {}

EMSCRIPTEN_KEEPALIVE void nl_worker_request(const char* bytes, std::size_t length) {
  inbox().emplace_back(bytes, length);
}

EMSCRIPTEN_KEEPALIVE void nl_worker_file(const char*, std::size_t, const char*, std::size_t) {}

EMSCRIPTEN_KEEPALIVE int nl_worker_step() {
  if (inbox().empty()) return 0;
  worker_respond(inbox().front().data(), inbox().front().size());
  inbox().pop_front();
  return inbox().empty() ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE const char* nl_worker_model() { return "{}"; }
EMSCRIPTEN_KEEPALIVE std::size_t nl_worker_model_size() { return 2; }

}  // extern "C"
