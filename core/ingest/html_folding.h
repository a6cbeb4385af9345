// A page made short for the parser, which makes a token of every character although a run of text decides nothing by
// what follows its first one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

// What was taken out of the page, and what stands for it.
struct HtmlFold {
  enum class Kind : std::uint8_t {
    kNone,
    kText,   // a run that begins with a character, the content of a script or comment: a character for private use
    kSpace,  // a run of white space: a form feed, white space to the parser as well
    kData,   // what follows "data:" in an attribute's value: another character for private use
  };
  std::uint32_t at = 0;              // byte of the folded page
  std::uint32_t begin = 0, end = 0;  // bytes of the page
  Kind kind = Kind::kNone;
};

[[nodiscard]] constexpr std::string_view stand_in(HtmlFold::Kind kind) {
  constexpr std::string_view kStandIns[] = {"", "\uE1D5", "\f", "\uE1D6"};
  return kStandIns[static_cast<std::size_t>(kind)];
}
// What stands in for something at byte `at` of a text; kNone for any other character.
[[nodiscard]] inline HtmlFold::Kind stand_in_at(std::string_view text, std::size_t at) {
  using Kind = HtmlFold::Kind;
  if (text[at] == '\f') return Kind::kSpace;
  if (text[at] != '\xEE') return Kind::kNone;
  if (text.substr(at).starts_with(stand_in(Kind::kText))) return Kind::kText;
  return text.substr(at).starts_with(stand_in(Kind::kData)) ? Kind::kData : Kind::kNone;
}

struct FoldedHtml {
  std::string html;
  std::vector<HtmlFold> folds;  // in order, none touching another
  bool too_deep = false;        // elements are nested deeper than asked for; the rest is missing

  // Where in the page a byte of the folded page stands; of a stand-in, where the run begins.
  [[nodiscard]] std::uint32_t source_offset(std::uint32_t at) const;
  // The first fold at `at` or behind it.
  [[nodiscard]] std::vector<HtmlFold>::const_iterator fold_from(std::uint32_t at) const;
};

// Runs of text, the content of scripts and styles, comments and data: addresses are folded. Character references, line
// ends that the parser rewrites, and tags stay. A page that shows a stand-in of its own is given back as it is, and so
// are parts this scan does not understand. Parsing the folded page gives the tree of the page but for the texts, as
// long as every stand-in ends up in a text, a comment or an address: whoever parses it has to look (see HtmlTree).
// Pages made by people nest no elements deeper than some dozens; the parser needs quadratic time for those that do.
[[nodiscard]] FoldedHtml fold_html(std::string_view html, std::size_t deepest);

}  // namespace newsloupe
