#include "core/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/utf8.h"
#include "core/wire/json.h"

namespace newsloupe::wire {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

void JsonWriter::put_key(std::string_view key) {
  separate();
  out_ += '"';
  out_ += key;
  out_ += "\":";
}

void JsonWriter::field_or_null(std::string_view key, std::string_view text) {
  if (text.empty()) return field(key, nullptr);
  field(key, text);
}

void JsonWriter::put(std::string_view text) {
  if (!is_ascii(text) && !is_valid_utf8(text)) {
    out_ += to_line(text);  // what is ill-formed comes out as U+FFFD
    return;
  }
  out_ += '"';
  while (!text.empty()) {
    const auto special = static_cast<std::size_t>(std::ranges::find_if(text, needs_escape) - text.begin());
    out_ += text.substr(0, special);
    if (special == text.size()) break;
    put_escaped(static_cast<unsigned char>(text[special]));
    text.remove_prefix(special + 1);
  }
  out_ += '"';
}

void JsonWriter::put_escaped(unsigned char c) {
  static constexpr std::string_view kNamed = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
  out_ += '\\';
  if (const std::size_t at = kNamed.find(static_cast<char>(c)); at != std::string_view::npos) {
    out_ += kLetters[at];
    return;
  }
  out_ += "u00";
  out_ += kHex[c >> 4U];
  out_ += kHex[c & 0xFU];
}

void JsonWriter::put_integer(std::int64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::put_range(std::uint32_t begin, std::uint32_t end) {
  out_ += '[';
  put_integer(begin);
  out_ += ',';
  put_integer(end);
  out_ += ']';
}

void JsonWriter::put(const Decimal& value) { out_ += json_from_decimal(value).dump(); }

void JsonWriter::put(const std::vector<std::string>& texts) {
  out_ += '[';
  for (const std::string& text : texts) value(text);
  out_ += ']';
}

}  // namespace newsloupe::wire
