#include "core/base/utf8.h"

#include <utf8proc.h>

#include <cstdlib>
#include <cstring>

namespace newsloupe {
namespace {

char lowered(char c) { return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0)); }

// True where folding and composition leave the character as it is, in a text of none but such characters: small letters
// with accents, most punctuation.
bool is_inert(char32_t code_point) {
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  const bool hangul_jamo = code_point >= 0x1100 && code_point <= 0x11FF;
  const bool decomposes = property->decomp_seqindex != UINT16_MAX && property->decomp_type == 0;
  const bool recomposes = code_point >= 0xC0 && code_point <= 0x17F;
  const bool second_of_a_pair = property->comb_index != UINT16_MAX && property->comb_index >= 0x8000;
  return (!decomposes || recomposes) && property->casefold_seqindex == UINT16_MAX && !second_of_a_pair &&
         property->combining_class == 0 && !hangul_jamo;
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

// Length of a well-formed sequence by its first byte, 0 where none begins so.
std::uint32_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_well_formed(char32_t value, std::uint32_t length) {
  static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= kSmallest[length] && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
}

// False where no well-formed character begins.
bool try_decode(std::string_view text, std::size_t at, CodePoint& out) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) return false;
  if (length == 1) {
    out = {lead, 1};
    return true;
  }
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return false;
    value = (value << 6) | (next & 0x3F);
  }
  out = {value, length};
  return is_well_formed(value, length);
}

}  // namespace

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

std::string_view ligature_letters(char32_t c) {
  static constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00
  return c >= 0xFB00 && c <= 0xFB06 ? kLetters[c - 0xFB00] : std::string_view();
}

char32_t ligature_of(std::string_view text, std::size_t at) {
  char32_t longest = 0;
  for (char32_t c = 0xFB00; c <= 0xFB06; ++c) {
    const std::string_view letters = ligature_letters(c);
    const bool longer = longest == 0 || letters.size() > ligature_letters(longest).size();
    if (longer && text.substr(at, letters.size()) == letters) longest = c;
  }
  return longest;
}

std::size_t ascii_length(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  const std::size_t begin = at;
  for (std::uint64_t chunk; text.size() - at >= sizeof chunk; at += sizeof chunk) {
    std::memcpy(&chunk, text.data() + at, sizeof chunk);
    if ((chunk & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - begin;
}

CodePoint decode_multibyte_utf8(std::string_view text, std::size_t at) {
  CodePoint out;
  return try_decode(text, at, out) ? out : CodePoint();
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_valid_utf8(std::string_view text) {
  CodePoint c;
  for (std::size_t at = ascii_length(text, 0); at < text.size(); at += ascii_length(text, at)) {
    if (!try_decode(text, at, c)) return false;
    at += c.length;
  }
  return true;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c;
    if (try_decode(text, at, c)) {
      out.append(text.substr(at, c.length));
      at += c.length;
    } else {
      append_utf8(out, kReplacementCharacter);
      ++at;
    }
  }
  return out;
}

CharacterKind character_kind_beyond_ascii(char32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LL:
      return CharacterKind::kLowerLetter;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterKind::kUpperLetter;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharacterKind::kOtherLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharacterKind::kMark;
    case UTF8PROC_CATEGORY_ND:
      return CharacterKind::kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return CharacterKind::kSpace;
    default:
      return CharacterKind::kPunct;
  }
}

std::string to_nfc(std::string_view text) {
  return ascii_length(text, 0) == text.size() ? std::string(text) : mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string case_folded(std::string_view text) {
  std::string folded(text);
  for (std::size_t at = 0; at < text.size();) {
    for (const std::size_t end = at + ascii_length(text, at); at < end; ++at) folded[at] = lowered(text[at]);
    if (at == text.size()) break;
    CodePoint c;
    if (!try_decode(text, at, c) || !is_inert(c.value)) {
      return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    }
    at += c.length;
  }
  return folded;
}

char32_t plain_letter(char32_t code_point) {
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) code_point -= 0xFEE0;  // full-width
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point;
  utf8proc_int32_t parts[8];
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(code_point), parts, 8,
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK), &boundary);
  return count == 1 ? static_cast<char32_t>(parts[0]) : code_point;
}

}  // namespace newsloupe
