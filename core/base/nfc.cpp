#include "core/base/nfc.h"

#include <utf8proc.h>

#include <cstdlib>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr unsigned char kFirstLeadByte = 0xCC;  // U+0300: nothing below changes or combines with what stands before it

struct Character {
  utf8proc_int32_t value = 0;
  std::size_t begin = 0, end = 0;
};

Character character_at(std::string_view text, std::size_t begin) {
  Character c{0, begin, begin + 1};
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + begin;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - begin), &c.value);
  if (size > 0) c.end = begin + static_cast<std::size_t>(size);
  return c;
}

bool joins_what_stands_before(utf8proc_int32_t c) {
  const utf8proc_property_t* property = utf8proc_get_property(c);
  const bool hangul_vowel_or_final = c >= 0x1161 && c <= 0x11FF;
  const bool second_of_a_pair = property->comb_index != UINT16_MAX && property->comb_index >= 0x8000;
  return property->combining_class != 0 || second_of_a_pair || hangul_vowel_or_final;
}

// True where the character alone is in NFC: it has no canonical decomposition.
bool stands_as_it_is(utf8proc_int32_t c) {
  const utf8proc_property_t* property = utf8proc_get_property(c);
  return property->decomp_seqindex == UINT16_MAX || property->decomp_type != 0;
}

std::string composed(std::string_view text) {
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string result(text);
  if (size >= 0) result.assign(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

std::size_t code_point_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// The end of the combining sequence that begins at `begin`.
std::size_t sequence_end(std::string_view text, std::size_t begin) {
  std::size_t end = character_at(text, begin).end;
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= kFirstLeadByte) {
    const Character next = character_at(text, end);
    if (!joins_what_stands_before(next.value)) break;
    end = next.end;
  }
  return end;
}

}  // namespace

std::vector<NfcChange> nfc_changes(std::string_view utf8) {
  std::vector<NfcChange> changes;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < kFirstLeadByte) {
      at += lead < 0x80 ? ascii_length(utf8, at) : 1;
      continue;
    }
    std::size_t begin = at;
    const bool free_to_step_back = at > (changes.empty() ? 0U : changes.back().end);
    if (free_to_step_back && joins_what_stands_before(character_at(utf8, at).value)) {
      begin = code_point_before(utf8, at);
    }
    const std::size_t end = sequence_end(utf8, begin);
    const Character first = character_at(utf8, begin);
    at = end;
    if (end == first.end && stands_as_it_is(first.value)) continue;
    std::string text = composed(utf8.substr(begin, end - begin));
    if (text != utf8.substr(begin, end - begin)) {
      changes.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(text)});
    }
  }
  return changes;
}

}  // namespace newsloupe
