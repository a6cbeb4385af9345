#include <emscripten.h>
#include <emscripten/em_js.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/resources/resources.h"
#include "core/wire/session_host.h"

// What the bridge calls in the worker's role (web/bridge/session_loop.js). The bridge owns the memory of what it
// passes.
// clang-format off
EM_JS(void, worker_respond, (const void* bytes, std::size_t length), { Module.worker.respond(bytes, length); })
// clang-format on

namespace newsloupe {
namespace {

// What nl_worker_step() says is left, as in session_loop.js.
enum Left { kNothing = 0, kComparing = 1, kReading = 2 };

struct Worker {
  std::unique_ptr<const Resources> resources;
  std::unique_ptr<SessionHost> host;  // after the resources: it points into them
  std::string model;
  std::string document;
  bool document_failed = false;
};

Worker& worker() {
  static Worker instance;
  return instance;
}

void respond(const std::vector<std::string>& responses) {
  for (const std::string& response : responses) worker_respond(response.data(), response.size());
}

}  // namespace

extern "C" {

// `today`: the reader's day, the latest an article can have been published.
EMSCRIPTEN_KEEPALIVE void nl_worker_start(const char* today, std::size_t length) {
  AnalysisOptions options;
  options.received = parse_iso_date({today, length});
  worker().resources = load_resources();
  worker().host = std::make_unique<SessionHost>(*worker().resources, options);
}

EMSCRIPTEN_KEEPALIVE void nl_worker_request(const char* bytes, std::size_t length) {
  std::vector<std::string> responses;
  worker().host->request({bytes, length}, responses);
  respond(responses);
}

// A file's bytes do not take the way through the request's encoding: they may be many.
EMSCRIPTEN_KEEPALIVE void nl_worker_file(const char* path, std::size_t path_length, const char* bytes,
                                         std::size_t length) {
  const std::string_view id(path, path_length);
  std::vector<std::string> responses;
  worker().host->add({std::string(id), std::string(id.substr(id.rfind('/') + 1)), std::string(bytes, length)},
                     responses);
  respond(responses);
}

EMSCRIPTEN_KEEPALIVE int nl_worker_step() {
  std::vector<std::string> responses;
  worker().host->step(responses);
  respond(responses);
  if (worker().host->reading()) return kReading;
  return worker().host->has_work() ? kComparing : kNothing;
}

// A story instead of what is open, or beside it.
EMSCRIPTEN_KEEPALIVE void nl_worker_story(const char* bytes, std::size_t length, int replace) {
  std::vector<std::string> responses;
  worker().host->open_story({bytes, length}, replace != 0, responses);
  respond(responses);
}

// The address of the document that answers the question, or of the reason why there is none; valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* nl_worker_document(const char* question, std::size_t length) {
  Result<std::string> document = worker().host->document({question, length});
  worker().document_failed = !document.ok();
  worker().document = document.ok() ? std::move(document).value() : document.error().message;
  return worker().document.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t nl_worker_document_size() { return worker().document.size(); }
EMSCRIPTEN_KEEPALIVE int nl_worker_document_failed() { return worker().document_failed ? 1 : 0; }

// The address of the model as JSON, valid until the next call; its length by nl_worker_model_size().
EMSCRIPTEN_KEEPALIVE const char* nl_worker_model() {
  worker().model = worker().host->model_json();
  return worker().model.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t nl_worker_model_size() { return worker().model.size(); }

}  // extern "C"
}  // namespace newsloupe
