#include "web/ui/scripts.h"

#include <algorithm>
#include <iterator>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/line_break.h"

namespace newsloupe::ui {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kShaped[] = {
    {0x0590, 0x08FF},    // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    {0x0900, 0x0DFF},    // the scripts of India
    {0x0E00, 0x0FFF},    // Thai, Lao, Tibetan: marks stack
    {0x1000, 0x109F},    // Myanmar
    {0x1100, 0x11FF},    // Hangul as single letters
    {0x1700, 0x18AF},    // Philippine scripts, Khmer, Mongolian
    {0x1900, 0x1C4F},    // Limbu to Lepcha
    {0x200D, 0x200D},    // joiner
    {0x200F, 0x200F},    // right-to-left mark
    {0x202A, 0x202E},    // embeddings
    {0x2066, 0x2069},    // isolates
    {0x20E3, 0x20E3},    // keycap
    {0xA800, 0xABFF},    // Syloti Nagri to Meetei Mayek
    {0xD7B0, 0xD7FF},    // Hangul as single letters
    {0xFB1D, 0xFDFF},    // forms of Hebrew and Arabic
    {0xFE0F, 0xFE0F},    // emoji form
    {0xFE70, 0xFEFC},    // forms of Arabic
    {0x10000, 0x10FFFF}  // beyond the basic plane
};
constexpr Range kRightToLeft[] = {{0x0590, 0x08FF}, {0x200F, 0x200F},   {0xFB1D, 0xFDFF},
                                  {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

template <std::size_t kSize>
bool in(const Range (&ranges)[kSize], char32_t c) {
  const Range* found =
      std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t x, const Range& r) { return x < r.first; });
  return found != std::begin(ranges) && c <= std::prev(found)->last;
}

// The decoder of Dear ImGui gives U+FFFD beyond the basic plane; a lead byte tells those.
template <class Visit>
void each_character(std::string_view text, Visit&& visit) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const bool beyond = static_cast<unsigned char>(*at) >= 0xF0;
    unsigned int code_point = 0;
    at += std::max(1, ImTextCharFromUtf8(&code_point, at, end));
    if (visit(beyond ? char32_t{0x10000} : static_cast<char32_t>(code_point))) return;
  }
}

constexpr unsigned char kFirstLead = 0xD6;  // of U+0590, the first shaped letter

}  // namespace

bool needs_shaping(std::string_view text) {
  const auto may = [](char c) { return static_cast<unsigned char>(c) >= kFirstLead; };
  if (std::none_of(text.begin(), text.end(), may)) return false;
  bool found = false;
  each_character(text, [&](char32_t c) { return found = in(kShaped, c); });
  return found;
}

bool is_right_to_left(std::string_view text) {
  bool result = false;
  each_character(text, [&](char32_t c) {
    if (in(kRightToLeft, c)) return result = true;
    return is_word_character(c) && !(c >= U'0' && c <= U'9') && c != 0x10000;
  });
  return result;
}

}  // namespace newsloupe::ui
