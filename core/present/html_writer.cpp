#include "core/present/html_writer.h"

#include <algorithm>
#include <array>

namespace newsloupe {

std::string_view direction_of(std::string_view language) {
  static constexpr std::array<std::string_view, 10> kRightToLeft = {"ar", "arc", "ckb", "dv", "fa",
                                                                    "he", "ps",  "sd",  "ur", "yi"};
  if (language.empty()) return "auto";
  const std::string_view code = language.substr(0, language.find('-'));
  return std::find(kRightToLeft.begin(), kRightToLeft.end(), code) != kRightToLeft.end() ? "rtl" : "ltr";
}

HtmlWriter& HtmlWriter::text(std::string_view words) {
  for (const char c : words) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      case '\'':
        out_ += "&#39;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
        if (!control) out_ += c;
      }
    }
  }
  return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view name, std::string_view words, std::string_view css_class) {
  tag("<").tag(name);
  if (!css_class.empty()) tag(" class=\"").tag(css_class).tag("\"");
  return tag(">").text(words).tag("</").tag(name).tag(">");
}

HtmlWriter& HtmlWriter::language(std::string_view code) {
  if (!code.empty()) tag(" lang=\"").text(code).tag("\"");
  return tag(" dir=\"").tag(direction_of(code)).tag("\"");
}

}  // namespace newsloupe
