#include "core/base/content_hash.h"

#include <array>
#include <bit>

namespace newsloupe {
namespace {

// First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;
constexpr std::size_t kBlock = 64;

std::uint32_t big_endian(const char* bytes) {
  const auto byte = [&](int i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
  return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}

using Schedule = std::array<std::uint32_t, 64>;

void fill(Schedule& w, std::string_view block) {
  for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block.data() + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t a = w[i - 15], b = w[i - 2];
    const std::uint32_t s0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3);
    const std::uint32_t s1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
}

void absorb(State& state, std::string_view block) {
  Schedule w;
  fill(w, block);
  auto [a, b, c, d, e, f, g, h] = state;
  // Eight rounds at a time, so that the variables change roles instead of values.
  const auto round = [&w](std::uint32_t p, std::uint32_t q, std::uint32_t r, std::uint32_t& s, std::uint32_t t,
                          std::uint32_t u, std::uint32_t v, std::uint32_t& x, std::size_t i) {
    const std::uint32_t s1 = std::rotr(t, 6) ^ std::rotr(t, 11) ^ std::rotr(t, 25);
    const std::uint32_t t1 = x + s1 + (v ^ (t & (u ^ v))) + kRound[i] + w[i];
    const std::uint32_t s0 = std::rotr(p, 2) ^ std::rotr(p, 13) ^ std::rotr(p, 22);
    s += t1;
    x = t1 + s0 + ((p & q) | (r & (p | q)));
  };
  for (std::size_t i = 0; i < 64; i += 8) {
    round(a, b, c, d, e, f, g, h, i);
    round(h, a, b, c, d, e, f, g, i + 1);
    round(g, h, a, b, c, d, e, f, i + 2);
    round(f, g, h, a, b, c, d, e, i + 3);
    round(e, f, g, h, a, b, c, d, i + 4);
    round(d, e, f, g, h, a, b, c, i + 5);
    round(c, d, e, f, g, h, a, b, i + 6);
    round(b, c, d, e, f, g, h, a, i + 7);
  }
  const State added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += added[i];
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::size_t at = 0;
  for (; bytes.size() - at >= kBlock; at += kBlock) absorb(state, bytes.substr(at, kBlock));

  // The rest, a one bit, zeros, and the length in bits fill one or two more blocks.
  std::string tail(bytes.substr(at));
  tail.push_back(static_cast<char>(0x80));
  tail.resize((tail.size() + 8 + kBlock - 1) / kBlock * kBlock - 8, '\0');
  const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) tail.push_back(static_cast<char>((bits >> shift) & 0xFF));
  for (at = 0; at < tail.size(); at += kBlock) absorb(state, std::string_view(tail).substr(at, kBlock));

  std::string hex;
  for (const std::uint32_t word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) hex.push_back("0123456789abcdef"[(word >> shift) & 0xF]);
  }
  return hex;
}

std::string fingerprint_of(std::string_view clean_text) { return sha256_hex(clean_text).substr(0, 12); }

}  // namespace newsloupe
