#include "core/unpack/markup.h"

#include "core/base/ascii.h"

namespace newsloupe {

bool holds_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    for (const std::string_view tag : {"<p>", "<p ", "</p>", "<br", "<div", "</div", "</a>", "<h1", "<h2", "</h3",
                                       "</li>", "</strong>", "</em>", "</span>", "<!doctype html", "<html"}) {
      if (starts_like(rest, tag)) return true;
    }
  }
  return false;
}

std::size_t visible_size(std::string_view html) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < html.size();) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    const bool tag = html[at] == '<' && (next == '/' || next == '!' || next == '?' || (next | 0x20) >= 'a');
    if (!tag) {
      size += html[at++] != ' ' ? 1 : 0;
      continue;
    }
    const std::string_view rest = html.substr(at);
    const char* close = starts_like(rest, "<style") ? "</style" : starts_like(rest, "<script") ? "</script" : ">";
    const std::size_t end = html.find(close, at + 1);
    at = end == std::string_view::npos ? html.size() : end + 1;
  }
  return size;
}

}  // namespace newsloupe
