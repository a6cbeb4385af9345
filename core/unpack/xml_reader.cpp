#include "core/unpack/xml_reader.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr std::string_view kWhite = " \t\r\n";
constexpr std::size_t kDeepest = 256;

struct EntityName {
  std::string_view name;
  char32_t value;
};
constexpr EntityName kEntities[] = {{"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
                                    {"apos", '\''},     {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014},
                                    {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
                                    {"hellip", 0x2026}, {"euro", 0x20AC},  {"pound", 0xA3}};

// The end of the tag that begins at `at`: its '>', which may not stand in a value; npos where it breaks off.
std::size_t tag_close(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

// A '<' before anything else is a character that somebody forgot to escape.
bool opens_tag(std::string_view rest) {
  const char c = rest.size() > 1 && rest[0] == '<' ? rest[1] : ' ';
  return c == '/' || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Behind a comment, an instruction or a document type that begins at `at`.
std::size_t behind_markup(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  const auto behind = [&](std::string_view mark) {
    const std::size_t found = xml.find(mark, at + 2);
    return found == std::string_view::npos ? xml.size() : found + mark.size();
  };
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<?")) return behind("?>");
  const std::size_t subset = rest.find_first_of("[>");
  if (subset != std::string_view::npos && rest[subset] == '[') return behind("]>");
  return behind(">");
}

}  // namespace

XmlReader::Event XmlReader::next() {
  literal_ = false;
  if (ends_due_ > 0) {
    name_ = open_.back();
    open_.pop_back();
    return --ends_due_, Event::kEnd;
  }
  while (at_ < xml_.size()) {
    begin_ = at_;
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
      begin_ = at_ + 9;
      end_ = std::min(xml_.find("]]>", begin_), xml_.size());
      at_ = std::min(end_ + 3, xml_.size());
      literal_ = true;
      if (end_ > begin_) return Event::kText;
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      at_ = behind_markup(xml_, at_);
    } else if (opens_tag(rest)) {
      const std::size_t close = tag_close(xml_, at_);
      if (close == std::string_view::npos) break;
      at_ = end_ = close + 1;
      if (!rest.starts_with("</")) return start_tag(close);
      if (end_tag(close)) return next();
    } else {
      at_ = end_ = std::min(xml_.find('<', at_ + 1), xml_.size());
      return Event::kText;
    }
  }
  at_ = begin_ = end_ = xml_.size();
  if (open_.empty()) return Event::kDone;
  ends_due_ = open_.size();
  return next();
}

XmlReader::Event XmlReader::start_tag(std::size_t close) {
  std::string_view tag = xml_.substr(begin_ + 1, close - begin_ - 1);
  const bool empty = tag.ends_with('/');
  if (empty) tag.remove_suffix(1);
  name_ = tag.substr(0, tag.find_first_of(kWhite));
  attributes_ = tag.substr(name_.size());
  if (open_.size() == kDeepest) {
    too_deep_ = true;
    at_ = xml_.size();
    open_.clear();
    return Event::kDone;
  }
  open_.push_back(name_);
  if (empty) ends_due_ = 1;
  return Event::kStart;
}

// Closes the innermost element of that name and what is open in it; a tag that closes nothing is passed over.
bool XmlReader::end_tag(std::size_t close) {
  std::string_view name = xml_.substr(begin_ + 2, close - begin_ - 2);
  name = name.substr(0, name.find_first_of(kWhite));
  const auto found = std::find(open_.rbegin(), open_.rend(), name);
  if (found == open_.rend()) return false;
  ends_due_ = static_cast<std::size_t>(found - open_.rbegin()) + 1;
  return true;
}

std::string XmlReader::attribute(std::string_view name) const {
  std::string_view rest = attributes_;
  for (;;) {
    const std::size_t begin = rest.find_first_not_of(kWhite);
    const std::size_t equals = rest.find('=');
    if (begin == std::string_view::npos || equals == std::string_view::npos || equals < begin) return {};
    std::string_view key = rest.substr(begin, equals - begin);
    key = key.substr(0, key.find_first_of(kWhite));
    const std::size_t quote = rest.find_first_of("\"'", equals);
    if (quote == std::string_view::npos) return {};
    const std::size_t end = std::min(rest.find(rest[quote], quote + 1), rest.size());
    if (key == name) return xml_text(rest.substr(quote + 1, end - quote - 1));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void XmlReader::inside(std::string* text) {
  const std::size_t depth = open_.size();
  while (open_.size() >= depth && depth > 0) {
    const Event event = next();
    if (event == Event::kDone) return;
    if (event != Event::kText || text == nullptr) continue;
    *text += literal_ ? std::string(this->text()) : xml_text(this->text());
  }
}

std::string XmlReader::text_inside() {
  std::string text;
  inside(&text);
  return text;
}

std::string_view XmlReader::source_inside() {
  const std::size_t from = end_;
  skip();
  return xml_.substr(from, std::max(begin_, from) - from);
}

XmlReference xml_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = text.substr(0, at + kLongest).find(';', at);
  if (text[at] != '&' || end == std::string_view::npos || end < at + 2) return {};
  std::string_view name = text.substr(at + 1, end - at - 1);
  const std::size_t length = end + 1 - at;
  if (name[0] != '#') {
    const auto* known = std::ranges::find(kEntities, name, &EntityName::name);
    return known == std::end(kEntities) ? XmlReference{} : XmlReference{known->value, length};
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  char32_t value = 0;
  for (const char c : name) {
    const int digit = c >= '0' && c <= '9'                            ? c - '0'
                      : hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                      : -1;
    if (digit < 0) return {};
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (name.empty()) return {};
  const bool character = value != 0 && value < 0x110000 && (value < 0xD800 || value >= 0xE000);
  return {character ? value : kReplacementCharacter, length};
}

std::string xml_text(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t next = std::min(raw.find('&', at), raw.size());
    out += raw.substr(at, next - at);
    at = next;
    if (at == raw.size()) break;
    const XmlReference reference = xml_reference(raw, at);
    if (reference.length == 0) {
      out += raw[at++];
    } else {
      append_utf8(out, reference.value);
      at += reference.length;
    }
  }
  return out;
}

std::string_view xml_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.substr(0, 200).find("?>"));
  const std::size_t at = declaration.find("encoding");
  const std::size_t quote = declaration.find_first_of("\"'", at == std::string_view::npos ? declaration.size() : at);
  if (quote == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[quote], quote + 1);
  return end == std::string_view::npos ? std::string_view() : declaration.substr(quote + 1, end - quote - 1);
}

}  // namespace newsloupe
