#include "web/ui/line_break.h"

#include <doctest/doctest.h>

#include <string>

namespace newsloupe::ui {
namespace {

// `|` stands where a line may end, `_` for a no-break space.
std::u32string broken(std::u32string text) {
  for (char32_t& c : text) {
    if (c == U'_') c = 0xA0;
  }
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && may_break(i > 1 ? text[i - 2] : 0, text[i - 1], text[i])) out += U'|';
    out += text[i] == 0xA0 ? U'_' : text[i];
  }
  return out;
}

struct Row {
  const char* about;
  std::u32string text, expected;
};

TEST_CASE("lines may end where Unicode lets news text end") {
  const Row rows[] = {
      {"after spaces, not before", U"the dam  broke", U"the |dam  |broke"},
      {"not at a no-break space", U"4_May 71_%", U"4_May |71_%"},
      {"after a hyphen in a word", U"well-known man", U"well-|known |man"},
      {"not before a number", U"-5 and G-7", U"-5 |and |G-7"},
      {"not after a hyphen that begins a word", U"a -b", U"a |-b"},
      {"not between hyphen and closing mark", U"pre-, post-war", U"pre-, |post-|war"},
      {"around an em dash", U"word—word", U"word|—|word"},
      {"not before an em dash after a space alone", U"VELDA — The", U"VELDA |— |The"},
      {"after an en dash, not before digits", U"north–south 2020–24", U"north–|south |2020–24"},
      {"after a slash between words", U"and/or 24/7 a//b", U"and/|or |24/7 |a//|b"},
      {"quotation marks cling to their words", U"said “yes”, then", U"said |“yes”, |then"},
      {"Chinese between any two", U"大坝决堤", U"大|坝|决|堤"},
      {"not before closing, not after opening", U"他说「是」。", U"他|说|「是」。"},
      {"Japanese small letters do not begin a line", U"ちょっと", U"ちょっ|と"},
      {"Latin beside ideographs", U"NATO軍", U"NATO|軍"},
      {"combining marks stay", U"e\u0301a x", U"e\u0301a |x"},
      {"zero width space", U"a\u200Bb", U"a\u200B|b"},
      {"a word joiner forbids", U"a-\u2060b", U"a-\u2060b"},
      {"after a line feed", U"a\nb", U"a\n|b"},
  };
  for (const Row& row : rows) {
    const std::string about = row.about;
    CAPTURE(about);
    CHECK(broken(row.text) == row.expected);
  }
}

TEST_CASE("letters, digits and apostrophes make words") {
  for (const char32_t c : {U'a', U'Z', U'7', U'é', U'ß', U'Ж', U'大', U'’'}) CHECK(is_word_character(c));
  for (const char32_t c : {U' ', U'-', U',', U'“', U'”', U'—', U'«', U'。', char32_t{0xA0}})
    CHECK_FALSE(is_word_character(c));
}

}  // namespace
}  // namespace newsloupe::ui
