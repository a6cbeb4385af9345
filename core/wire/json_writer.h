// Writes one JSON text front to back, without a tree in between: an article has thousands of ranges, and a tree would
// make a heap object of each.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/span.h"

namespace newsloupe::wire {

// Compact, keys in the order they are written, commas set by itself. The caller opens and closes in pairs, writes
// field() only inside an object and value() only inside an array. The bytes are those that nlohmann's dump() gives.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected_bytes = 0) { out_.reserve(expected_bytes); }

  void begin_object() { open('{'); }
  void begin_object(std::string_view key) {
    put_key(key);
    out_ += '{';
  }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void begin_array(std::string_view key) {
    put_key(key);
    out_ += '[';
  }
  void end_array() { out_ += ']'; }

  template <class Value>
  void field(std::string_view key, const Value& value) {
    put_key(key);
    put(value);
  }
  // Null for an empty string.
  void field_or_null(std::string_view key, std::string_view text);
  template <class Value>
  void value(const Value& value) {
    separate();
    put(value);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
  }
  // A comma unless the place follows an opening bracket.
  void separate() {
    if (!out_.empty() && out_.back() != '{' && out_.back() != '[') out_ += ',';
  }
  void put_key(std::string_view key);  // an identifier: nothing in it needs escaping

  void put(std::string_view text);
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const char* text) { put(std::string_view(text)); }
  void put(std::nullptr_t) { out_ += "null"; }
  void put(bool value) { out_ += value ? "true" : "false"; }
  template <std::integral Integer>
  void put(Integer value) {
    put_integer(static_cast<std::int64_t>(value));
  }
  template <class Space>
  void put(BasicSpan<Space> span) {
    put_range(span.begin, span.end);
  }
  void put(const Decimal& value);
  void put(const std::vector<std::string>& texts);
  void put_integer(std::int64_t value);
  void put_range(std::uint32_t begin, std::uint32_t end);
  void put_escaped(unsigned char c);

  std::string out_;
};

}  // namespace newsloupe::wire
