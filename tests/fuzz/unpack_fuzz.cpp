// Any bytes as a file of records: every record has an id, every refusal one line that says why.
#include "core/unpack/unpack.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  if (size == 0) return 0;
  constexpr const char* kNames[] = {"a.jsonl", "a.json", "a"};
  const std::string name = kNames[data[0] % 3];
  unpack({name, name, std::string(fuzz::bytes_from(data + 1, size - 1))}, [](const UnpackedRecord& unpacked) {
    fuzz::require(!unpacked.id.empty(), "a record has an id");
    if (unpacked.record.ok()) return;
    const std::string& message = unpacked.record.error().message;
    fuzz::require(!message.empty() && message.find('\n') == std::string::npos, "an error is one line");
  });
  return 0;
}
