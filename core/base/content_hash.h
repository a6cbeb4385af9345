// Fingerprints of bytes: SHA-256 for what people check by other means, a fast 64-bit hash for keys inside one program
// run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsloupe {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// By which an article's clean text is known again: the first twelve digits of its SHA-256.
[[nodiscard]] std::string fingerprint_of(std::string_view clean_text);

// FNV-1a, 64 bits. The same on every machine; not for adversaries.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325ULL) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return h;
}

}  // namespace newsloupe
