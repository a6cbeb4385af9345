// Any bytes as a message between page and worker: refused or understood, never read outside; what is understood goes
// out again as the same message, and the host survives it.
#include "core/wire/session_host.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  const std::string_view bytes = fuzz::bytes_from(data, size);
  if (const Result<Response> response = decode_response(bytes); response.ok()) {
    const std::string out = encode(response.value());
    const Result<Response> again = decode_response(out);
    fuzz::require(again.ok() && encode(again.value()) == out, "a response survives its bytes");
  }
  const Result<Request> request = decode_request(bytes);
  if (!request.ok()) return 0;
  const std::string out = encode(request.value());
  const Result<Request> again = decode_request(out);
  fuzz::require(again.ok() && encode(again.value()) == out, "a request survives its bytes");
  SessionHost host(fuzz::resources());
  std::vector<std::string> responses;
  host.request(bytes, responses);
  for (int i = 0; i < 20 && host.has_work(); ++i) host.step(responses);
  host.request(bytes, responses);
  for (const std::string& response : responses) fuzz::require(decode_response(response).ok(), "the host speaks well");
  return 0;
}
