#include "core/unpack/charset.h"

#include <algorithm>
#include <optional>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/unpack/encoding_tables.h"

namespace newsloupe {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPrescanned = 1024;  // bytes that browsers look through before they parse
constexpr std::size_t kHead = 64 * 1024;   // that a <meta> may stand in, met while parsing
constexpr std::string_view kWhite = " \t\r\n\f/";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhite);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhite) - begin + 1);
}

std::string_view encoding_from_label(std::string_view label) {
  const std::string folded = lower_ascii(trimmed(label));
  const auto* at = std::ranges::lower_bound(kEncodingLabels, std::string_view(folded), {}, &EncodingLabel::label);
  return at != std::end(kEncodingLabels) && at->label == folded ? at->encoding : std::string_view();
}

// --- the prescan of the HTML standard (13.2.3.2)

struct Attribute {
  std::string name, value;
};

// Reads one attribute at `at`; nothing at the tag's end.
std::optional<Attribute> next_attribute(std::string_view page, std::size_t& at) {
  at = std::min(page.find_first_not_of(kWhite, at), page.size());
  if (at == page.size() || page[at] == '>') return std::nullopt;
  Attribute attribute;
  while (at < page.size() && page[at] != '>' && (page[at] != '=' || attribute.name.empty()) &&
         kWhite.find(page[at]) == std::string_view::npos) {
    attribute.name.push_back(lower_ascii(page[at++]));
  }
  const std::size_t equals = page.find_first_not_of(" \t\r\n\f", at);
  if (equals == std::string_view::npos || page[equals] != '=') return attribute;
  at = std::min(page.find_first_not_of(" \t\r\n\f", equals + 1), page.size());
  if (at == page.size()) return attribute;
  const bool quoted = page[at] == '"' || page[at] == '\'';
  const std::size_t end = quoted ? page.find(page[at], at + 1) : page.find_first_of(" \t\r\n\f>", at);
  const std::size_t begin = quoted ? at + 1 : at;
  const std::size_t stop = std::min(end, page.size());
  attribute.value = lower_ascii(page.substr(begin, stop - begin));
  at = std::min(stop + (quoted ? 1 : 0), page.size());
  return attribute;
}

// The label after "charset=" in the content attribute of a <meta http-equiv>.
std::string_view charset_in_content(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
    at += 7;
    const std::size_t equals = content.find_first_not_of(" \t\r\n\f", at);
    if (equals == std::string_view::npos || content[equals] != '=') continue;
    const std::size_t begin = content.find_first_not_of(" \t\r\n\f", equals + 1);
    if (begin == std::string_view::npos) return {};
    if (content[begin] == '"' || content[begin] == '\'') {
      const std::size_t end = content.find(content[begin], begin + 1);
      return end == std::string_view::npos ? std::string_view() : content.substr(begin + 1, end - begin - 1);
    }
    return content.substr(begin, content.find_first_of(" \t\r\n\f;", begin) - begin);
  }
  return {};
}

// The encoding a <meta> at `at` (after its name) declares; empty where it declares none.
std::string_view encoding_in_meta(std::string_view page, std::size_t& at) {
  bool pragma = false, needs_pragma = false, seen_charset = false;
  std::vector<std::string> seen;
  std::string_view encoding;
  while (const auto attribute = next_attribute(page, at)) {
    if (std::ranges::find(seen, attribute->name) != seen.end()) continue;
    seen.push_back(attribute->name);
    if (attribute->name == "http-equiv") {
      pragma = attribute->value == "content-type";
    } else if (attribute->name == "content" && encoding.empty()) {
      const std::string_view found = encoding_from_label(charset_in_content(attribute->value));
      if (!found.empty() && !seen_charset) encoding = found, needs_pragma = true;
    } else if (attribute->name == "charset") {
      encoding = encoding_from_label(attribute->value);
      seen_charset = true, needs_pragma = false;
    }
  }
  if (needs_pragma && !pragma) return {};
  if (encoding.starts_with("utf-16")) return "utf-8";
  return encoding == "x-user-defined" ? "windows-1252"sv : encoding;
}

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

// The end of the text of an element that has no tags in it, by the name at `name`; `end` for other elements.
std::size_t end_of_raw_text(std::string_view page, std::size_t name, std::size_t end) {
  for (const std::string_view raw : {"script"sv, "style"sv, "title"sv, "textarea"sv, "noscript"sv}) {
    if (lower_ascii(page.substr(name, raw.size())) != raw || is_letter(page[name + raw.size()])) continue;
    for (std::size_t at = page.find("</", end); at < page.size(); at = page.find("</", at + 2)) {
      if (lower_ascii(page.substr(at + 2, raw.size())) == raw) return at;
    }
    return page.size();
  }
  return end;
}

// The first encoding that a <meta> of the page declares. A tag that does not end declares nothing.
std::string_view encoding_in_tags(std::string_view page, bool skips_raw_text) {
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
    const std::string_view rest = page.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = page.find("-->", at + 2);
      if (end == std::string_view::npos) return {};
      at = end + 3;
    } else if (rest.size() > 5 && lower_ascii(rest.substr(0, 5)) == "<meta" &&
               kWhite.find(rest[5]) != std::string_view::npos) {
      at += 6;
      const std::string_view encoding = encoding_in_meta(page, at);
      if (!encoding.empty() && at < page.size()) return encoding;
    } else if (rest.size() > 2 && (is_letter(rest[1]) || (rest[1] == '/' && is_letter(rest[2])))) {
      const std::size_t name = at + 1;
      at = std::min(page.find_first_of(" \t\r\n\f>", at), page.size());
      while (next_attribute(page, at)) {
      }
      if (skips_raw_text && at < page.size()) at = end_of_raw_text(page, name, at);
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
      at = std::min(page.find('>', at), page.size());
    } else {
      ++at;
    }
  }
  return {};
}

}  // namespace

std::string declared_encoding(std::string_view page) {
  const std::string_view encoding = encoding_in_tags(page.substr(0, kPrescanned), false);
  return std::string(encoding.empty() ? encoding_in_tags(page.substr(0, kHead), true) : encoding);
}

namespace {

// --- decoders: each appends runs to `out.map` in order

class Decoded {
 public:
  explicit Decoded(std::size_t expected) { out_.text.reserve(expected); }

  void copy(std::string_view bytes, std::size_t from, std::size_t to) {
    if (from == to) return;
    const std::uint32_t begin = size();
    out_.text.append(bytes.substr(from, to - from));
    out_.map.append({begin, size()}, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }
  void put(char32_t c, std::size_t from, std::size_t to) {
    const std::uint32_t begin = size();
    append_utf8(out_.text, c);
    out_.map.append({begin, size()}, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }
  DecodedText take() { return std::move(out_); }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }
  DecodedText out_;
};

DecodedText decode_single_byte(std::string_view bytes, std::size_t begin, std::u16string_view upper_half) {
  Decoded out(bytes.size() + bytes.size() / 8);
  std::size_t copied = begin;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    out.copy(bytes, copied, i);
    out.put(upper_half[byte - 0x80], i, i + 1);
    copied = i + 1;
  }
  out.copy(bytes, copied, bytes.size());
  return out.take();
}

DecodedText decode_utf16(std::string_view bytes, std::size_t begin, bool little_endian) {
  Decoded out(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(little_endian ? first | (second << 8) : (first << 8) | second);
  };
  std::size_t i = begin;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t c = unit(i);
    const bool leads = c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size();
    if (leads && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      out.put(0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00), i, i + 4);
      i += 2;
    } else {
      out.put(c >= 0xD800 && c < 0xE000 ? kReplacementCharacter : c, i, i + 2);
    }
  }
  if (i < bytes.size()) out.put(kReplacementCharacter, i, bytes.size());
  return out.take();
}

struct Utf8Census {
  std::size_t damaged = 0, multibyte = 0;
};

// A damaged byte is one that begins no well-formed character.
Utf8Census utf8_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t ascii = ascii_length(bytes, at); ascii > 0) {
      at += ascii;
      continue;
    }
    const CodePoint c = decode_utf8(bytes, at);
    if (c.length > 1) ++census.multibyte;
    if (c.length == 1 && c.value == kReplacementCharacter) ++census.damaged;
    at += c.length;
  }
  return census;
}

DecodedText decode_as_utf8(std::string_view bytes, std::size_t begin) {
  Decoded out(bytes.size());
  std::size_t copied = begin;
  for (std::size_t at = begin; at < bytes.size();) {
    if (const std::size_t ascii = ascii_length(bytes, at); ascii > 0) {
      at += ascii;
      continue;
    }
    const CodePoint c = decode_utf8(bytes, at);
    if (c.length == 1 && c.value == kReplacementCharacter) {
      out.copy(bytes, copied, at);
      out.put(kReplacementCharacter, at, at + 1);
      copied = at + 1;
    }
    at += c.length;
  }
  out.copy(bytes, copied, bytes.size());
  return out.take();
}

// Latin text in UTF-16 has a zero in every other byte. Nothing where it does not look so.
std::optional<bool> unmarked_utf16_is_little_endian(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  std::size_t zeros_at[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros_at[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t zeros = zeros_at[0] + zeros_at[1];
  if (zeros == 0 || zeros * 10 < head.size() * 4) return std::nullopt;
  return zeros_at[1] > zeros_at[0];
}

struct Choice {
  std::string_view encoding;
  std::size_t begin = 0;  // after the byte order mark
  std::string diagnostic;
};

const SingleByteEncoding* single_byte(std::string_view encoding) {
  const auto* at = std::ranges::find(kSingleByteEncodings, encoding, &SingleByteEncoding::encoding);
  return at == std::end(kSingleByteEncodings) ? nullptr : at;
}

Choice choose_by_content(std::string_view bytes, std::string_view declared, SourceRecord::Kind kind) {
  const Utf8Census census = utf8_census(bytes);
  if (declared.empty() || declared == "utf-8") {
    // A page that says nothing and needs nothing is windows-1252 to browsers; its text is the same either way.
    const bool says_nothing = kind == SourceRecord::Kind::kHtml && declared.empty() && census.multibyte == 0;
    if (census.damaged == 0) return {says_nothing ? "windows-1252"sv : "utf-8"sv, 0, {}};
    // Two damaged bytes among many good characters are an accident; more than a quarter is another encoding.
    if (!declared.empty() || census.multibyte >= 4 * census.damaged) {
      return {"utf-8", 0, std::to_string(census.damaged) + " damaged bytes were replaced by U+FFFD."};
    }
    return {"windows-1252", 0, "Read as Windows-1252, because it is not valid UTF-8."};
  }
  if (census.damaged == 0 && census.multibyte > 0) {
    return {"utf-8", 0, "It calls itself " + std::string(declared) + ", but its bytes are UTF-8 and were read so."};
  }
  if (single_byte(declared) != nullptr || census.damaged == 0) return {declared, 0, {}};
  return {declared, 0,
          "The encoding " + std::string(declared) +
              " is not read yet: letters outside ASCII are wrong. "
              "Save the page as UTF-8."};
}

Choice choose_encoding(std::string_view bytes, SourceRecord::Kind kind, std::string_view label) {
  if (bytes.starts_with("\xef\xbb\xbf")) {
    Choice marked = choose_by_content(bytes.substr(3), "utf-8", kind);
    marked.begin = 3;
    return marked;
  }
  if (bytes.starts_with("\xff\xfe")) return {"utf-16le", 2, {}};
  if (bytes.starts_with("\xfe\xff")) return {"utf-16be", 2, {}};
  if (const auto little = unmarked_utf16_is_little_endian(bytes)) return {*little ? "utf-16le"sv : "utf-16be"sv, 0, {}};
  std::string_view encoding = encoding_from_label(label);  // names live in the label table
  if (encoding.starts_with("utf-16")) encoding = "utf-8";  // it would have been seen
  if (encoding.empty() && kind == SourceRecord::Kind::kHtml) encoding = encoding_from_label(declared_encoding(bytes));
  return choose_by_content(bytes, encoding, kind);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, SourceRecord::Kind kind, std::string_view label) {
  const Choice choice = choose_encoding(bytes, kind, label);
  DecodedText out;
  if (choice.encoding.starts_with("utf-16")) {
    out = decode_utf16(bytes, choice.begin, choice.encoding == "utf-16le");
  } else if (choice.encoding == "utf-8") {
    out = decode_as_utf8(bytes, choice.begin);
  } else {
    const SingleByteEncoding* table = single_byte(choice.encoding);
    out = decode_single_byte(bytes, choice.begin, (table != nullptr ? table : single_byte("windows-1252"))->upper_half);
  }
  out.encoding = choice.encoding;
  if (!choice.diagnostic.empty()) out.diagnostics.push_back({"ingest", choice.diagnostic, std::nullopt});
  return out;
}

}  // namespace newsloupe
