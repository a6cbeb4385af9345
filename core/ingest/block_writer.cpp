#include "core/ingest/block_writer.h"

#include <utility>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

bool is_white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_plain(char c) { return c > ' ' && c < 0x7F; }

// How much stands at `begin` that comes out as it is: visible characters, and single spaces between plain ones.
std::uint32_t visible_length(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  while (at < text.size()) {
    if (is_plain(text[at])) {
      ++at;
    } else if (text[at] == ' ' && at > begin && at + 1 < text.size() && is_plain(text[at + 1])) {
      at += 2;
    } else {
      const CodePoint c = decode_utf8(text, at);
      if (is_white(c.value) || is_invisible(c.value)) break;
      at += c.length;
    }
  }
  return static_cast<std::uint32_t>(at - begin);
}

}  // namespace

void BlockWriter::copy(std::string_view text, std::uint32_t at) {
  for (std::uint32_t i = 0; i < text.size();) {
    std::uint32_t length = visible_length(text, i);
    if (length == 0) length = decode_utf8(text, i).length;
    put(text.substr(i, length), {at + i, at + i + length}, true);
    i += length;
  }
}

void BlockWriter::replace(std::string_view text, TextSpan decoded) {
  for (std::uint32_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    put(text.substr(i, c.length), decoded, false);
    i += c.length;
  }
}

void BlockWriter::put(std::string_view text, TextSpan decoded, bool copied) {
  if (!is_plain(text.front())) {
    const char32_t c = decode_utf8(text, 0).value;
    if (is_white(c)) {
      space_ = space_pending_ ? hull(space_, decoded) : decoded;
      space_pending_ = true;
      return;
    }
    if (is_invisible(c)) return;
  }
  flush_space();
  const auto begin = static_cast<std::uint32_t>(block_.text.size());
  block_.text.append(text);
  if (copied) {
    block_.map.append_slice(to_source_, decoded);
  } else {
    block_.map.append({begin, begin + static_cast<std::uint32_t>(text.size())}, to_source_.source_from_text(decoded));
  }
}

void BlockWriter::flush_space() {
  if (!std::exchange(space_pending_, false) || block_.text.empty()) return;
  const auto begin = static_cast<std::uint32_t>(block_.text.size());
  block_.text.push_back(' ');
  block_.map.append({begin, begin + 1}, to_source_.source_from_text(space_));
}

bool BlockWriter::ends_sentence() const {
  const std::string_view text = block_.text;
  for (const std::string_view mark : {".", "!", "?", ":", "\"", "\u201d", ")"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

RawBlock BlockWriter::take() {
  space_pending_ = false;
  return std::exchange(block_, RawBlock());
}

}  // namespace newsloupe
