// What becomes of a file, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/unpack/unpack.h"

namespace newsloupe {

// The records of "set/<name>".
inline std::vector<UnpackedRecord> unpacked(const std::string& name, std::string bytes) {
  std::vector<UnpackedRecord> records;
  unpack({"set/" + name, name, std::move(bytes)}, [&](UnpackedRecord record) { records.push_back(std::move(record)); });
  return records;
}

// "id: bytes" or "id! message", a line each.
inline std::string told(const std::vector<UnpackedRecord>& records) {
  std::string out;
  for (const UnpackedRecord& r : records) {
    out += r.id + (r.record.ok() ? ": " + r.record.value().bytes : "! " + r.record.error().message) + "\n";
  }
  return out;
}

// "field=value (from)", a line each.
inline std::string told(const std::vector<MetadataCandidate>& candidates) {
  std::string out;
  for (const MetadataCandidate& c : candidates) out += c.field + "=" + c.value + " (" + c.from + ")\n";
  return out;
}

}  // namespace newsloupe
