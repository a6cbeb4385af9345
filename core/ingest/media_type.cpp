#include "core/ingest/media_type.h"

#include <algorithm>
#include <string>

#include "core/base/ascii.h"

namespace newsloupe {
namespace {

using namespace std::string_view_literals;
using Kind = SourceRecord::Kind;

struct Signature {
  std::string_view bytes;
  std::size_t at;
  std::string_view what;  // as the message names it
  std::string_view way_out;
};

constexpr std::string_view kPasteText = "Copy its text and paste it here";
constexpr std::string_view kUnpackFirst = "Unpack it and add the files inside";
constexpr std::string_view kNoText = "Add the article's text instead";

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, 0, "PDF"sv, kPasteText},
    {"PK\x03\x04"sv, 0, "A ZIP archive in this place"sv, kUnpackFirst},
    {"ustar"sv, 257, "A tar archive"sv, kUnpackFirst},
    {"BZh"sv, 0, "A bzip2 archive"sv, kUnpackFirst},
    {"\x28\xb5\x2f\xfd"sv, 0, "A Zstandard archive"sv, kUnpackFirst},
    {"\xfd\x37zXZ\0"sv, 0, "An XZ archive"sv, kUnpackFirst},
    {"7z\xbc\xaf\x27\x1c"sv, 0, "A 7-Zip archive"sv, kUnpackFirst},
    {"Rar!\x1a\x07"sv, 0, "A RAR archive"sv, kUnpackFirst},
    {"\x89PNG\r\n\x1a\n"sv, 0, "A picture"sv, kNoText},
    {"\xff\xd8\xff"sv, 0, "A picture"sv, kNoText},
    {"GIF87a"sv, 0, "A picture"sv, kNoText},
    {"GIF89a"sv, 0, "A picture"sv, kNoText},
    {"II*\0"sv, 0, "A picture"sv, kNoText},
    {"MM\0*"sv, 0, "A picture"sv, kNoText},
    {"WEBP"sv, 8, "A picture"sv, kNoText},
    {"ftyp"sv, 4, "A video, sound or picture file"sv, kNoText},
    {"ID3"sv, 0, "A sound file"sv, kNoText},
    {"OggS"sv, 0, "A sound file"sv, kNoText},
    {"WAVE"sv, 8, "A sound file"sv, kNoText},
    {"\x1a\x45\xdf\xa3"sv, 0, "A video"sv, kNoText},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, 0, "An old office document"sv, kPasteText},
    {"\x7f"sv
     "ELF"sv,
     0, "A program"sv, kNoText},
    {"MZ\x90\0"sv, 0, "A program"sv, kNoText},
    {"\0asm"sv, 0, "A program"sv, kNoText},
    {"SQLite format 3\0"sv, 0, "A database"sv, kNoText},
};

Error refused(std::string message) { return {"ingest", std::move(message)}; }

bool has_utf16_mark(std::string_view bytes) { return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"); }

// A page opens with a document type, <html>, <head> or, in fragments, any common element; comments may come before.
bool opens_like_a_page(std::string_view bytes) {
  std::string head = lower_ascii(bytes.substr(0, 4096));
  std::string_view rest = head;
  if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
  for (;;) {
    const std::size_t text = rest.find_first_not_of(" \t\r\n\f");
    if (text == std::string_view::npos) return false;
    rest.remove_prefix(text);
    if (!rest.starts_with("<!--") && !rest.starts_with("<?xml")) break;
    const std::size_t end = rest.find('>', 4);
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + 1);
  }
  static constexpr std::string_view kOpenings[] = {"<!doctype html", "<html", "<head", "<body",    "<meta",    "<title",
                                                   "<article",       "<main", "<div",  "<section", "<p>",      "<h1",
                                                   "<script",        "<link", "<base", "<p ",      "<noscript"};
  return std::ranges::any_of(kOpenings, [&](std::string_view opening) { return rest.starts_with(opening); });
}

Kind kind_by_name(std::string_view name) {
  const std::string folded = lower_ascii(name);
  for (const std::string_view ending : {".html", ".htm", ".xhtml", ".shtml"}) {
    if (folded.ends_with(ending)) return Kind::kHtml;
  }
  for (const std::string_view ending : {".md", ".markdown", ".mdown"}) {
    if (folded.ends_with(ending)) return Kind::kMarkdown;
  }
  return Kind::kPlainText;
}

std::string megabytes(std::size_t bytes) { return std::to_string((bytes + 500'000) / 1'000'000) + " MB"; }

}  // namespace

bool looks_binary(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return false;
  const std::string_view head = bytes.substr(0, 8192);
  std::size_t controls = 0, zeros_at[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    if (c == 0) ++zeros_at[i % 2];
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b) ++controls;
  }
  // UTF-16 without a mark has a zero in every other byte of Latin text and none in the others.
  const std::size_t zeros = zeros_at[0] + zeros_at[1];
  const bool utf16 = zeros * 10 >= head.size() * 4 && std::min(zeros_at[0], zeros_at[1]) * 20 < zeros;
  return !utf16 && controls * 50 > head.size();
}

Result<Kind> sniff_kind(std::string_view name, std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n\f"sv) == std::string_view::npos) return refused("The file is empty.");
  for (const Signature& s : kSignatures) {
    if (bytes.size() >= s.at && bytes.substr(s.at).starts_with(s.bytes)) {
      return refused(std::string(s.what) + " is not read. " + std::string(s.way_out) + ".");
    }
  }
  if (looks_binary(bytes)) return refused("This is no text but binary data. " + std::string(kNoText) + ".");
  const bool rich = bytes.starts_with("{\\rtf");
  const Kind kind = rich ? Kind::kRichText : opens_like_a_page(bytes) ? Kind::kHtml : kind_by_name(name);
  const std::size_t limit = kind == Kind::kHtml || rich ? kLargestPage : kLargestText;
  if (bytes.size() > limit) {
    return refused("The text is too long for one article: " + megabytes(bytes.size()) + ", " + megabytes(limit) +
                   " are read. Cut it into its articles.");
  }
  return kind;
}

}  // namespace newsloupe
