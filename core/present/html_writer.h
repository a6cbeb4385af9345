// Writes HTML whose texts cannot become markup.
#pragma once

#include <string>
#include <string_view>

namespace newsloupe {

// Whether a language is written from right to left: the `dir` of its texts ("ltr", "rtl"; "auto" where it is unknown).
[[nodiscard]] std::string_view direction_of(std::string_view language);

class HtmlWriter {
 public:
  // As it stands: tags that the caller wrote himself.
  HtmlWriter& tag(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  // Escaped; good inside elements and inside quoted attributes. Bytes that may not stand in a page are left out.
  HtmlWriter& text(std::string_view words);
  HtmlWriter& number(std::uint64_t value) { return tag(std::to_string(value)); }
  // <name class="…">words</name>
  HtmlWriter& element(std::string_view name, std::string_view words, std::string_view css_class = {});
  // The attributes lang and dir of an element whose text is in this language.
  HtmlWriter& language(std::string_view code);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace newsloupe
