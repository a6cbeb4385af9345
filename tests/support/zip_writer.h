// Archives for tests: stored members and deflated ones, with what may be wrong about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/unpack/inflate.h"

namespace newsloupe {

struct ZipEntry {
  std::string name, content;
  bool deflate = false;
  unsigned flags = 0;
  unsigned method = 8;        // where it is deflated
  unsigned crc_error = 0;     // added to the checksum
  std::string extra = {};     // of the directory's entry
  std::string packed = {};    // in place of what `content` gives
  unsigned long size = ~0UL;  // in place of its size
};

inline std::string little(unsigned long value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
  return out;
}

// DEFLATE without compression: stored blocks.
inline std::string deflated(std::string_view text) {
  std::string out;
  do {
    const std::string_view block = text.substr(0, 65'535);
    text.remove_prefix(block.size());
    out.push_back(text.empty() ? '\1' : '\0');
    out += little(block.size(), 2) + little(~block.size(), 2) + std::string(block);
  } while (!text.empty());
  return out;
}

inline std::string gzipped(std::string_view text, std::string_view name = {}) {
  std::string out("\x1f\x8b\x08", 3);
  out += name.empty() ? '\0' : '\x08';
  out += std::string(6, '\0');
  if (!name.empty()) out += std::string(name) + '\0';
  return out + deflated(text) + little(crc32_of(text), 4) + little(text.size(), 4);
}

// `descriptors`: sizes and checksums follow the members, as in archives that were written in one go.
inline std::string zip_of(const std::vector<ZipEntry>& entries, bool descriptors = false) {
  std::string out, directory;
  for (const ZipEntry& e : entries) {
    const std::string data = !e.packed.empty() ? e.packed : e.deflate ? deflated(e.content) : e.content;
    const std::string flags = little(e.flags | (descriptors ? 8U : 0U), 2),
                      method = little(e.deflate ? e.method : 0, 2);
    const std::string crc = little(crc32_of(e.content) + e.crc_error, 4), packed = little(data.size(), 4);
    const std::string size = little(e.size == ~0UL ? e.content.size() : e.size, 4);
    const std::string names = little(e.name.size(), 2), nothing(4, '\0');
    directory += "PK\x01\x02" + little(20, 2) + little(20, 2) + flags + method + nothing + crc + packed + size + names +
                 little(e.extra.size(), 2) + nothing + nothing + little(0, 2) + little(out.size(), 4) + e.name +
                 e.extra;
    out += "PK\x03\x04" + little(20, 2) + flags + method + nothing;
    out += descriptors ? std::string(12, '\0') : crc + packed + size;
    out += names + little(0, 2) + e.name + data;
    if (descriptors) out += "PK\x07\x08" + crc + packed + size;
  }
  return out + directory + "PK\x05\x06" + std::string(4, '\0') + little(entries.size(), 2) + little(entries.size(), 2) +
         little(directory.size(), 4) + little(out.size(), 4) + std::string(2, '\0');
}

}  // namespace newsloupe
