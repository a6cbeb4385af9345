#include "core/unpack/mime.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/unpack/charset.h"

namespace newsloupe {
namespace {

constexpr int kDeepest = 16;
constexpr std::size_t kMostParts = 2000, kMostHeaders = 500;

std::string utf8_of(std::string_view bytes, std::string_view charset = {}) {
  return decode_text(bytes, SourceRecord::Kind::kPlainText, charset).text;
}

int hex_digit(char c) {
  const char lower = lower_ascii(c);
  return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Bytes written as a mark and two hexadecimal digits; what is none stays.
std::string without_escapes(std::string_view text, char mark) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (text[at] == mark && low >= 0) {
      out.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0, count = 0;
  for (const char c : text) {
    if (c == '=') {  // the end, or that of one of several pieces
      count = 0;
      continue;
    }
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+' || c == '-' ? 62
                      : c == '/' || c == '_' ? 63
                                             : -1;
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return out;
}

// A line of `text` at `at`, which moves behind its end; without the end itself.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at = std::min(end + 1, text.size());
  return line;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool ended = text.find('\n', at) != std::string_view::npos;
    std::string_view line = next_line(text, at);
    line = line.substr(0, line.find_last_not_of(" \t") + 1);  // white space at the end was added on the way
    const bool goes_on = line.ends_with('=');
    if (goes_on) line.remove_suffix(1);
    out += without_escapes(line, '=');
    if (!goes_on && ended) out += '\n';
  }
  return out;
}

// RFC 3676: a line that ends in a space goes on in the next of the same depth of quotation.
std::string unflowed(std::string_view text, bool delete_space) {
  std::string out;
  std::size_t open_depth = std::string::npos;  // of the paragraph that goes on
  for (std::size_t at = 0; at < text.size();) {
    std::string_view line = next_line(text, at);
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    std::string_view words = line.substr(depth);
    if (words.starts_with(' ')) words.remove_prefix(1);
    const bool signature = words == "-- ";
    const bool joins = open_depth == depth && !signature;
    if (!joins) {
      if (!out.empty() && !out.ends_with('\n')) out += '\n';
      out += line.substr(0, depth);
      if (depth > 0) out += ' ';
    }
    const bool goes_on = words.ends_with(' ') && !signature;
    if (goes_on && delete_space) words.remove_suffix(1);
    out += words;
    if (!goes_on) out += '\n';
    open_depth = goes_on ? depth : std::string::npos;
  }
  return out;
}

// "=?utf-8?Q?caf=C3=A9?=": the end of such a word at `at`, npos where there is none.
struct EncodedWord {
  std::string charset, bytes;
  std::size_t end = std::string_view::npos;
};
EncodedWord encoded_word(std::string_view value, std::size_t at) {
  EncodedWord word;
  if (!value.substr(at).starts_with("=?")) return word;
  const std::size_t charset_end = value.find('?', at + 2);
  if (charset_end == std::string_view::npos || charset_end + 3 >= value.size() || value[charset_end + 2] != '?') {
    return word;
  }
  const std::size_t end = value.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return word;
  std::string text(value.substr(charset_end + 3, end - charset_end - 3));
  const char encoding = lower_ascii(value[charset_end + 1]);
  if (encoding == 'q') std::ranges::replace(text, '_', ' ');
  if (encoding != 'q' && encoding != 'b') return word;
  word.charset = value.substr(at + 2, charset_end - at - 2);
  word.charset = word.charset.substr(0, word.charset.find('*'));  // a language may follow
  word.bytes = encoding == 'q' ? without_escapes(text, '=') : from_base64(text);
  word.end = end + 2;
  return word;
}

// Encoded words that follow each other are one text: a character may be cut in two.
std::string decoded_words(std::string_view value) {
  std::string out, bytes, charset;
  const auto flush = [&] {
    if (!bytes.empty()) out += utf8_of(bytes, charset);
    bytes.clear();
  };
  for (std::size_t at = 0; at < value.size();) {
    EncodedWord word = encoded_word(value, at);
    if (word.end == std::string_view::npos) {
      const std::size_t blank = std::min(value.find_first_not_of(" \t", at), value.size());
      if (!bytes.empty() && blank > at && encoded_word(value, blank).end != std::string_view::npos) {
        at = blank;
        continue;
      }
      flush();
      out += value[at++];
      continue;
    }
    if (word.charset != charset) flush();
    charset = std::move(word.charset);
    bytes += word.bytes;
    at = word.end;
  }
  flush();
  return out;
}

// Reads the headers; `at` moves behind the empty line that ends them.
std::vector<MimeHeader> read_headers(std::string_view text, std::size_t& at) {
  std::vector<MimeHeader> headers;
  while (at < text.size()) {
    const std::string_view line = next_line(text, at);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !headers.empty()) {
      headers.back().value += ' ';
      headers.back().value += trimmed_ascii(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || headers.size() == kMostHeaders) continue;
    headers.push_back(
        {lower_ascii(trimmed_ascii(line.substr(0, colon))), std::string(trimmed_ascii(line.substr(colon + 1)))});
  }
  return headers;
}

const std::string* find_header(const std::vector<MimeHeader>& headers, std::string_view name) {
  const auto at = std::ranges::find(headers, name, &MimeHeader::name);
  return at == headers.end() ? nullptr : &at->value;
}

// The value of `name` among "; name=value" pairs; nothing where it has none.
const std::string* add_parameter(std::string_view value, std::string_view name, std::string& out) {
  for (std::size_t at = value.find(';'); at < value.size(); at = value.find(';', at)) {
    ++at;
    const std::size_t equals = value.find_first_of("=;", at);
    if (equals == std::string_view::npos || value[equals] == ';') continue;
    const std::string key = lower_ascii(trimmed_ascii(value.substr(at, equals - at)));
    std::size_t begin = std::min(value.find_first_not_of(" \t", equals + 1), value.size());
    std::string content;
    if (begin < value.size() && value[begin] == '"') {
      for (at = begin + 1; at < value.size() && value[at] != '"'; ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) ++at;
        content += value[at];
      }
    } else {
      at = std::min(value.find(';', begin), value.size());
      content = trimmed_ascii(value.substr(begin, at - begin));
    }
    if (key != name) continue;
    out += content;
    return &out;
  }
  return nullptr;
}

class MimeReader {
 public:
  MimePart read(std::string_view text, int depth) {
    MimePart part;
    std::size_t at = 0;
    part.headers = read_headers(text, at);
    part.body = text.substr(at);
    const std::string* type = find_header(part.headers, "content-type");
    part.type = type == nullptr ? "text/plain" : lower_ascii(trimmed_ascii(type->substr(0, type->find(';'))));
    const std::string boundary = part.parameter("content-type", "boundary");
    if (part.type.starts_with("multipart/") && !boundary.empty() && depth < kDeepest) {
      read_parts(part, "--" + boundary, depth);
    }
    return part;
  }

 private:
  void read_parts(MimePart& part, const std::string& mark, int depth) {
    const std::string_view text = part.body;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 0; at < text.size() && count_ < kMostParts;) {
      const std::size_t line_at = at;
      const std::string_view line = next_line(text, at);
      if (!line.starts_with(mark)) continue;
      const std::string_view rest = trimmed_ascii(line.substr(mark.size()));
      if (!rest.empty() && rest != "--") continue;  // another boundary that begins like this one
      if (begin != std::string_view::npos) add(part, text.substr(begin, line_at - begin), depth);
      begin = at;
      if (rest == "--") return;
    }
    if (begin < text.size()) add(part, text.substr(begin), depth);
  }

  // The line end before a boundary belongs to the boundary.
  void add(MimePart& part, std::string_view text, int depth) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (count_++ < kMostParts) part.parts.push_back(read(text, depth + 1));
  }

  std::size_t count_ = 0;
};

}  // namespace

std::string MimePart::header(std::string_view name) const {
  const std::string* value = find_header(headers, name);
  return value == nullptr ? std::string() : decoded_words(utf8_of(*value));
}

std::string MimePart::parameter(std::string_view header, std::string_view name) const {
  const std::string* value = find_header(headers, header);
  std::string out;
  if (value == nullptr || add_parameter(*value, name, out) != nullptr) return out;
  // RFC 2231: name*=utf-8''caf%C3%A9, or in numbered pieces.
  bool encoded = add_parameter(*value, std::string(name) + "*", out) != nullptr;
  for (int piece = 0; out.size() < 1000 && piece < 100; ++piece) {
    const std::string key = std::string(name) + "*" + std::to_string(piece);
    const bool plain = add_parameter(*value, key, out) != nullptr;
    if (!plain && add_parameter(*value, key + "*", out) == nullptr) break;
    encoded = encoded || !plain;
  }
  if (!encoded) return out;
  const std::size_t charset_end = out.find('\''), begin = out.find('\'', charset_end + 1);
  if (charset_end == std::string::npos || begin == std::string::npos) return without_escapes(out, '%');
  return utf8_of(without_escapes(out.substr(begin + 1), '%'), out.substr(0, charset_end));
}

std::string MimePart::file_name() const {
  std::string name = decoded_words(utf8_of(parameter("content-disposition", "filename")));
  if (name.empty()) name = decoded_words(utf8_of(parameter("content-type", "name")));
  std::ranges::replace_if(
      name, [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }, '_');
  return name;
}

std::string MimePart::content() const {
  const std::string encoding = lower_ascii(header("content-transfer-encoding"));
  std::string out = encoding == "base64"             ? from_base64(body)
                    : encoding == "quoted-printable" ? from_quoted_printable(body)
                                                     : std::string(body);
  if (type != "text/plain" || lower_ascii(parameter("content-type", "format")) != "flowed") return out;
  return unflowed(out, lower_ascii(parameter("content-type", "delsp")) == "yes");
}

MimePart read_mime(std::string_view message) {
  if (message.starts_with("\xef\xbb\xbf")) message.remove_prefix(3);
  return MimeReader().read(message, 0);
}

bool looks_like_mime(std::string_view bytes, bool surely) {
  std::size_t at = 0;
  const std::string_view head = bytes.substr(0, 16'384);
  const std::string_view first = head.substr(0, head.find_first_of(":\r\n"));
  if (first.empty() || first.size() == head.size() || head[first.size()] != ':' ||
      first.find(' ') != std::string_view::npos) {
    return false;
  }
  const std::vector<MimeHeader> headers = read_headers(head, at);
  const auto has = [&](std::string_view name) { return find_header(headers, name) != nullptr; };
  if (has("mime-version") && has("content-type")) return true;
  if (has("received") || has("return-path") || has("message-id")) return has("from");
  return !surely && has("from") && (has("date") || has("subject"));
}

}  // namespace newsloupe
