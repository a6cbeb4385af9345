// What a file says once it is unpacked and read into blocks, for tests of formats.
#pragma once

#include <string>

#include "core/ingest/raw_article.h"
#include "tests/support/unpacked_files.h"

namespace newsloupe {

// The only record of the file.
inline SourceRecord only_record(const std::string& name, std::string bytes) {
  auto records = unpacked(name, std::move(bytes));
  if (records.size() != 1 || !records[0].record.ok()) return {told(records), {}, {}, {}, {}, {}, {}, {}};
  return std::move(records[0].record).value();
}

inline RawArticle raw_article(const SourceRecord& record) {
  static const auto resources = load_resources();
  return ingest(record, {}, *resources).value();
}

// "tag:text|" for each block.
inline std::string told(const std::vector<RawBlock>& blocks) {
  std::string out;
  for (const RawBlock& block : blocks) out += block.tag + ":" + block.text + "|";
  return out;
}

// The bytes of the record that the words of the block came from.
inline std::string source_of(const std::string& bytes, const RawBlock& block, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(block.text.find(words));
  const SourceSpan span = block.map.source_from_text({begin, begin + static_cast<std::uint32_t>(words.size())});
  return bytes.substr(span.begin, span.size());
}

}  // namespace newsloupe
