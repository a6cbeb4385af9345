// Any bytes as a file: every record has an id and can be read or refused, every refusal is one line that says why.
#include "core/ingest/raw_article.h"
#include "core/unpack/unpack.h"
#include "tests/fuzz/check.h"

namespace {

void require_one_line(const newsloupe::Error& error) {
  const std::string& message = error.message;
  newsloupe::fuzz::require(!message.empty() && message.find('\n') == std::string::npos, "an error is one line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  if (size == 0) return 0;
  constexpr const char* kNames[] = {"a.jsonl", "a.json", "a", "a.eml", "a.mhtml", "a.xml", "a.csv", "a.html"};
  const std::string name = kNames[data[0] % std::size(kNames)];
  unpack({name, name, std::string(fuzz::bytes_from(data + 1, size - 1))}, [](const UnpackedRecord& unpacked) {
    fuzz::require(!unpacked.id.empty(), "a record has an id");
    if (!unpacked.record.ok()) return require_one_line(unpacked.record.error());
    const SourceRecord& record = unpacked.record.value();
    const Result<RawArticle> raw = ingest(record, {}, fuzz::resources());
    if (!raw.ok()) return require_one_line(raw.error());
    for (const RawBlock& block : raw.value().blocks) {
      const SourceSpan source = block.map.source_from_text({0, static_cast<std::uint32_t>(block.text.size())});
      fuzz::require(source.end <= record.bytes.size(), "blocks come from the bytes of the record");
    }
  });
  return 0;
}
