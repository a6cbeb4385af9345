#include "core/unpack/inflate.h"

#define ZLIB_CONST  // it reads its input and no more
#include <zlib.h>

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

constexpr std::size_t kPiece = 65'536;
constexpr auto kRaw = -MAX_WBITS;  // no header, no checksum: the carrier has its own

constexpr std::array<std::uint32_t, 16> kCrcOfNibble = [] {
  std::array<std::uint32_t, 16> table{};
  for (std::uint32_t n = 0; n < 16; ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 4; ++bit) c = (c >> 1) ^ ((c & 1) != 0 ? 0xEDB88320U : 0U);
    table[n] = c;
  }
  return table;
}();

// Where the stream of one gzip member begins; the end of `bytes` where its header is cut off.
std::size_t gzip_header_size(std::string_view bytes) {
  constexpr unsigned kHeaderCrc = 2, kExtra = 4, kName = 8, kComment = 16;
  if (bytes.size() < 10) return bytes.size();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned flags = byte(3);
  std::size_t at = 10;
  if ((flags & kExtra) != 0) {
    if (bytes.size() < at + 2) return bytes.size();
    at += 2U + byte(at) + 256U * byte(at + 1);
  }
  for (const unsigned text : {kName, kComment}) {
    if ((flags & text) != 0) at = std::min(bytes.find('\0', at), bytes.size() - 1) + 1;
  }
  if ((flags & kHeaderCrc) != 0) at += 2;
  return std::min(at, bytes.size());
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    crc = (crc >> 4) ^ kCrcOfNibble[crc & 15];
    crc = (crc >> 4) ^ kCrcOfNibble[crc & 15];
  }
  return ~crc;
}

Inflated inflate(std::string_view packed, std::size_t limit) {
  Inflated out;
  z_stream stream{};
  if (inflateInit2(&stream, kRaw) != Z_OK) return {Inflated::End::kDamaged, {}, 0};
  int state = Z_OK;
  while (state == Z_OK) {
    if (stream.avail_in == 0) {
      const std::size_t next = std::min<std::size_t>(packed.size() - out.used, 1U << 30);
      stream.next_in = reinterpret_cast<const Bytef*>(packed.data() + out.used);
      stream.avail_in = static_cast<uInt>(next);
    }
    const std::size_t had = out.bytes.size(), could = stream.avail_in;
    const std::size_t piece = std::min(std::max(kPiece, had / 2), limit - had + 1);  // one more tells that it goes on
    out.bytes.resize(had + piece);
    stream.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + had);
    stream.avail_out = static_cast<uInt>(piece);
    state = ::inflate(&stream, Z_NO_FLUSH);
    out.bytes.resize(had + piece - stream.avail_out);
    out.used += could - stream.avail_in;
    if (out.bytes.size() > limit) break;
  }
  inflateEnd(&stream);
  if (out.bytes.size() > limit) {
    out.bytes.resize(limit);
    out.end = Inflated::End::kTooLong;
  } else if (state != Z_STREAM_END) {
    out.end = state == Z_BUF_ERROR ? Inflated::End::kCutOff : Inflated::End::kDamaged;
  }
  return out;
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

Inflated gunzip(std::string_view packed, std::size_t limit) {
  Inflated out;
  while (is_gzip(packed.substr(out.used))) {
    const std::string_view rest = packed.substr(out.used);
    const std::size_t header = gzip_header_size(rest);
    Inflated one = inflate(rest.substr(header), limit - out.bytes.size());
    out.end = one.end;
    out.used += header + one.used;
    if (out.end == Inflated::End::kWhole) {
      const bool whole = packed.size() - out.used >= 8;
      if (!whole) out.end = Inflated::End::kCutOff;
      if (whole && little_endian(packed, out.used) != crc32_of(one.bytes)) out.end = Inflated::End::kDamaged;
      out.used += whole ? 8 : 0;
    }
    out.bytes += one.bytes;
    if (out.end != Inflated::End::kWhole) break;
  }
  return out;
}

}  // namespace newsloupe
