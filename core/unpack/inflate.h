// DEFLATE (RFC 1951) and gzip (RFC 1952) with a hard limit on what comes out. The one room of zlib.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsloupe {

struct Inflated {
  enum class End : std::uint8_t { kWhole, kCutOff, kDamaged, kTooLong } end = End::kWhole;
  std::string bytes;     // what came out before the end
  std::size_t used = 0;  // bytes of the input that were read
};

// Stops at `limit` bytes. `packed` may go on after the end of the stream.
Inflated inflate(std::string_view packed, std::size_t limit);

// A gzip file, which may be several joined; a wrong checksum is damage.
Inflated gunzip(std::string_view packed, std::size_t limit);
[[nodiscard]] bool is_gzip(std::string_view bytes);

// CRC-32 as ZIP and gzip use it.
[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

}  // namespace newsloupe
