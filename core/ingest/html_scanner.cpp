#include "core/ingest/html_scanner.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Where "</name" begins, at `at` or behind it.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    const std::size_t after = at + 2 + name.size();
    const bool same = std::equal(found.begin(), found.end(), name.begin(), name.end(),
                                 [](char a, char b) { return lower_ascii(a) == b; });
    if (same && (after >= html.size() || is_blank(html[after]) || html[after] == '>' || html[after] == '/')) return at;
  }
  return html.size();
}

std::size_t behind(std::string_view html, std::string_view mark, std::size_t at) {
  const std::size_t found = html.find(mark, at);
  return found == std::string_view::npos ? html.size() : found + mark.size();
}

std::size_t comment_end(std::string_view html, std::size_t at) {
  for (const std::string_view empty : {"<!-->", "<!--->"}) {
    if (html.substr(at).starts_with(empty)) return at + empty.size();
  }
  const std::size_t end = behind(html, "-->", at + 4);
  return behind(html.substr(0, end), "--!>", at + 4);
}

// Where the '>' of a tag stands whose name ends at `at`.
QuotedValue tag_close(std::string_view html, std::size_t at) {
  QuotedValue value = next_quoted_value(html, at);
  while (value.is_quoted) value = next_quoted_value(html, value.end + 1);
  return value;
}

Markup read_element_tag(std::string_view html, std::size_t at, bool closes, bool foreign) {
  Markup tag;
  tag.closes = closes;
  while (at < html.size() && html[at] != '>' && html[at] != '/' && !is_blank(html[at])) {
    tag.name.push_back(lower_ascii(html[at++]));
  }
  const QuotedValue last = tag_close(html, at);
  tag.tag_end = tag.content_end = tag.end = std::min(last.end + 1, html.size());
  tag.closes_itself = last.closes_tag;
  tag.is_raw = !closes && !foreign &&
               is_one_of(tag.name, {"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"});
  if (tag.is_raw) {
    tag.content_end = find_end_tag(html, tag.end, tag.name);
    const std::size_t name_end = std::min(tag.content_end + 2 + tag.name.size(), html.size());
    tag.end = std::min(tag_close(html, name_end).end + 1, html.size());
  }
  return tag;
}

bool is_void(std::string_view name) {
  return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
                          "track", "wbr"});
}

// Start tags that end an open element of the same family: unclosed list items and cells are no nesting.
bool ends_open(std::string_view open, std::string_view starting) {
  if (open == "p")
    return !is_one_of(starting, {"a", "b", "i", "em", "strong", "span", "font", "u", "small", "sup", "sub"});
  if (open == "li") return starting == "li";
  if (open == "dt" || open == "dd") return starting == "dt" || starting == "dd";
  if (open == "td" || open == "th") return is_one_of(starting, {"td", "th", "tr", "tbody", "tfoot"});
  if (open == "tr") return is_one_of(starting, {"tr", "tbody", "tfoot"});
  return open == "option" && is_one_of(starting, {"option", "optgroup"});
}

}  // namespace

QuotedValue next_quoted_value(std::string_view html, std::size_t at) {
  bool named = false;  // an attribute's name was read: only then '=' begins its value
  bool slash = false;
  for (; at < html.size() && html[at] != '>'; ++at) {
    slash = html[at] == '/';
    if (html[at] != '=' || !named) {
      named = !slash && (named || !is_blank(html[at]));
      continue;
    }
    while (at + 1 < html.size() && is_blank(html[at + 1])) ++at;
    const char quote = at + 1 < html.size() ? html[at + 1] : '\0';
    if (quote == '"' || quote == '\'') return {at + 2, std::min(html.find(quote, at + 2), html.size()), true, false};
    while (at + 1 < html.size() && !is_blank(html[at + 1]) && html[at + 1] != '>') ++at;
    named = false;
  }
  return {at, at, false, slash};
}

Markup read_markup(std::string_view html, std::size_t at, bool foreign) {
  const std::string_view rest = html.substr(at, 4);
  const bool closes = rest.starts_with("</");
  const char first = rest.size() > (closes ? 2u : 1u) ? rest[closes ? 2 : 1] : '\0';
  if (is_letter(first)) return read_element_tag(html, at + (closes ? 2 : 1), closes, foreign);
  Markup markup;
  markup.is_comment = rest == "<!--";
  if (markup.is_comment) {
    markup.end = comment_end(html, at);
  } else if (first == '!' || first == '?' || (closes && first != '\0')) {
    markup.end = behind(html, ">", at);
  }
  markup.tag_end = markup.content_end = markup.end;
  return markup;
}

void OpenElements::pass(const Markup& tag) {
  if (are_too_deep() || tag.name.empty() || tag.is_raw || tag.closes_itself || is_void(tag.name)) return;
  if (tag.closes) {
    const auto match = std::find(names_.rbegin(), names_.rend(), tag.name);
    if (match != names_.rend()) names_.erase(match.base() - 1, names_.end());
    return;
  }
  while (!names_.empty() && ends_open(names_.back(), tag.name)) names_.pop_back();
  names_.push_back(tag.name);
}

std::string without_tags(std::string_view html) {
  std::string text(html);
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const Markup tag = read_markup(html, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(tag.end), ' ');
    if (is_one_of(tag.name, {"p", "div", "br", "li", "h1", "h2", "h3", "td", "tr", "title"})) text[at] = '\n';
    at = tag.end;
  }
  return text;
}

}  // namespace newsloupe
