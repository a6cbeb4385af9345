// UTF-8 and the Unicode properties the rest of the core needs. The one room of utf8proc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsloupe {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One decoded character. `length` is at least 1; an ill-formed byte gives U+FFFD of length 1.
struct CodePoint {
  char32_t value = kReplacementCharacter;
  std::uint32_t length = 1;
};
[[nodiscard]] CodePoint decode_multibyte_utf8(std::string_view text, std::size_t at);
// Precondition: at < text.size(). Inline, because nearly all of English is ASCII.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : decode_multibyte_utf8(text, at);
}
void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// The text with each ill-formed byte replaced by U+FFFD.
[[nodiscard]] std::string repaired_utf8(std::string_view text);

// What a character is to a tokenizer. Marks belong to the letter before them; format characters count as spaces.
enum class CharacterKind : std::uint8_t { kLowerLetter, kUpperLetter, kOtherLetter, kMark, kDigit, kSpace, kPunct };
inline constexpr std::array<CharacterKind, 128> kAsciiKinds = [] {
  std::array<CharacterKind, 128> kinds{};
  for (unsigned c = 0; c < 128; ++c) {
    kinds[c] = c >= 'a' && c <= 'z'    ? CharacterKind::kLowerLetter
               : c >= 'A' && c <= 'Z'  ? CharacterKind::kUpperLetter
               : c >= '0' && c <= '9'  ? CharacterKind::kDigit
               : c <= ' ' || c == 0x7F ? CharacterKind::kSpace
                                       : CharacterKind::kPunct;
  }
  return kinds;
}();
[[nodiscard]] CharacterKind character_kind_beyond_ascii(char32_t code_point);
[[nodiscard]] inline CharacterKind character_kind(char32_t code_point) {
  return code_point < 0x80 ? kAsciiKinds[code_point] : character_kind_beyond_ascii(code_point);
}

// Shows nothing and would split words: controls, soft hyphens, zero-width spaces, direction marks. Joiners are none of
// them: Indic scripts and emoji need them.
[[nodiscard]] bool is_invisible(char32_t code_point);
// The letters of a ligature of print ("fi" of U+FB01); empty for all else. And the longest ligature of the letters that
// stand at `at`; 0 for none.
[[nodiscard]] std::string_view ligature_letters(char32_t code_point);
[[nodiscard]] char32_t ligature_of(std::string_view text, std::size_t at);

// How many bytes of ASCII stand at `at`, up to the first that is none.
[[nodiscard]] std::size_t ascii_length(std::string_view text, std::size_t at);

// A letter in lower case and without its marks: "É" gives "e", so does a full-width one. Other characters, and letters
// that become several, stay.
[[nodiscard]] char32_t plain_letter(char32_t code_point);

// Both leave text that is not valid UTF-8 as it is.
[[nodiscard]] std::string to_nfc(std::string_view text);
// Full case folding, then NFC: "Straße" and "STRASSE" become one.
[[nodiscard]] std::string case_folded(std::string_view text);

}  // namespace newsloupe
