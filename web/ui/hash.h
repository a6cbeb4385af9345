#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace newsloupe::ui {

// FNV-1a over words; the key of a cache in memory, never of anything kept.
class Hash {
 public:
  void add(std::uint64_t value) { state_ = (state_ ^ value) * 0x100000001B3ULL; }
  void add(float value) { add(std::uint64_t{std::bit_cast<std::uint32_t>(value)}); }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    for (const char c : text) add(std::uint64_t{static_cast<unsigned char>(c)});
  }
  std::uint64_t state() const { return state_; }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

}  // namespace newsloupe::ui
