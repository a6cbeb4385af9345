#include "web/ui/line_break.h"

#include <algorithm>
#include <iterator>

namespace newsloupe::ui {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t kSize>
bool in(const Range (&ranges)[kSize], char32_t c) {
  const Range* found =
      std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t x, const Range& r) { return x < r.first; });
  return found != std::begin(ranges) && c <= std::prev(found)->last;
}

// Written without spaces: a line may end between any two (class ID, and Hangul syllables as Korean news sets them).
constexpr Range kIdeographs[] = {{0x2E80, 0x2FFF},   {0x3003, 0x3007},  {0x3012, 0x3013}, {0x3020, 0x303F},
                                 {0x3041, 0x30FF},   {0x3105, 0x312F},  {0x3190, 0x4DBF}, {0x4E00, 0x9FFF},
                                 {0xA000, 0xA4CF},   {0xF900, 0xFAFF},  {0xFE30, 0xFE4F}, {0xFF01, 0xFF60},
                                 {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
// Marks that belong to the character before them (classes CM, ZWJ).
constexpr Range kCombining[] = {{0x0300, 0x036F}, {0x0483, 0x0489},  {0x0591, 0x05BD}, {0x064B, 0x065F},
                                {0x0900, 0x0903}, {0x093A, 0x094F},  {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                {0x200C, 0x200D}, {0x20D0, 0x20FF},  {0x302A, 0x302F}, {0xFE00, 0xFE0F},
                                {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}};
// Never at the start of a line (classes CL, CP, EX, IS, NS, closing quotation marks of CJK).
constexpr char32_t kClosing[] =
    U"!),.:;?]}»’”…、。々〉》」』】〕〗〙〛゛゜ゝゞァィゥェォッャュョヮヵヶ"
    U"・ーヽヾ！），．：；？］｝％％ぁぃぅぇぉっゃゅょゎ";
constexpr char32_t kOpening[] = U"([{«‘“‚„¿¡〈《「『【〔〖〘〚（［｛";
constexpr char32_t kGlue[] = {0x00A0, 0x202F, 0x2007, 0x2011, 0x2060, 0xFEFF};  // no-break characters

template <std::size_t kSize>
bool among(const char32_t (&set)[kSize], char32_t c) {
  return std::find(std::begin(set), std::end(set), c) != std::end(set) && c != 0;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

bool is_breaking_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
         c == 0x205F || c == 0x3000;
}

bool must_break_after(char32_t c) {
  return c == U'\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'_';
  if (c >= 0x2000 && c <= 0x206F) return c == 0x2019;  // the apostrophe of "won’t"; other general punctuation is none
  return !is_breaking_space(c) && c != 0xA0 && c != 0xAB && c != 0xBB && !among(kClosing, c) && !among(kOpening, c);
}

bool may_break(char32_t two_before, char32_t before, char32_t after) {
  if (must_break_after(before)) return true;
  if (is_breaking_space(after) || among(kGlue, before) || among(kGlue, after) || in(kCombining, after)) return false;
  if (before == 0x200B) return true;
  if (is_breaking_space(before)) return true;
  if (among(kClosing, after) || among(kOpening, before)) return false;
  switch (before) {
    case U'-':
    case 0x2010:  // hyphen: not before a number ("-5", "G-7") and not where it starts a word
      return !is_digit(after) && two_before != 0 && !is_breaking_space(two_before) && !among(kOpening, two_before);
    case 0x2013:
      return !is_digit(after);  // en dash: "2020–24" stays whole
    case 0x2014:
      return true;
    case U'/':
      return !is_digit(after) && after != U'/';
    default:
      break;
  }
  if (after == 0x2014) return true;
  return in(kIdeographs, before) || in(kIdeographs, after);
}

}  // namespace newsloupe::ui
