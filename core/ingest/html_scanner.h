// The markup of a page without its tree: where a tag, comment or script begins and ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

// A start or end tag, or a comment or declaration. Ends are those of the HTML standard's tokenizer. Offsets are bytes
// of the page.
struct Markup {
  std::string name;     // in lower case; empty for comments and declarations
  bool closes = false;  // </name>
  bool closes_itself = false;
  bool is_comment = false;      // <!-- ... -->
  bool is_raw = false;          // script, style and their like: no markup inside
  std::size_t tag_end = 0;      // behind the tag's '>'; 0 where a '<' begins no markup
  std::size_t content_end = 0;  // where the end tag of a raw element begins; else `tag_end`
  std::size_t end = 0;          // behind all of it: behind </script> for raw elements
};

// What begins at `at`, where a '<' stands. Inside <svg> and <math> (`foreign`) no element is raw.
[[nodiscard]] Markup read_markup(std::string_view html, std::size_t at, bool foreign = false);

// An attribute's value between its quotes.
struct QuotedValue {
  std::size_t begin = 0, end = 0;  // bytes of the page; where the tag or the page ends if there is none
  bool is_quoted = false;
  bool closes_tag = false;  // there is none, and the tag ends with "/>"
};
// The next one of a tag, `at` behind the tag's name or behind a value's closing quote.
[[nodiscard]] QuotedValue next_quoted_value(std::string_view html, std::size_t at);

// The elements that are open while a page is scanned, at most `limit` of them, so that its time is bounded.
class OpenElements {
 public:
  explicit OpenElements(std::size_t limit) : limit_(limit) {}

  void pass(const Markup& markup);
  // True once elements were nested deeper than the limit.
  [[nodiscard]] bool are_too_deep() const { return names_.size() > limit_; }

 private:
  std::size_t limit_;
  std::vector<std::string> names_;
};

// The page without tags, comments, scripts and styles, every one of them replaced by as many spaces (line feeds for
// tags that end a paragraph), so that offsets stay.
[[nodiscard]] std::string without_tags(std::string_view html);

}  // namespace newsloupe
