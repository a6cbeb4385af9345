#include "core/ingest/rich_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/ingest/block_writer.h"
#include "core/ingest/office_blocks.h"

namespace newsloupe {
namespace {

constexpr std::size_t kDeepest = 10'000;

// Groups that hold no text of the article.
constexpr std::string_view kPassedOver[] = {
    "annotation", "bkmkend",    "bkmkstart", "colortbl",  "datastore", "fldinst",   "fonttbl",  "footer",  "footerf",
    "footerl",    "footerr",    "footnote",  "generator", "header",    "headerf",   "headerl",  "headerr", "listtable",
    "listtext",   "nonshppict", "object",    "pict",      "pntext",    "themedata", "xmlnstbl", "shpinst"};

struct Sign {
  std::string_view word;
  const char* text;
};
constexpr Sign kSigns[] = {{"tab", " "},         {"emdash", "\u2014"},    {"endash", "\u2013"},    {"lquote", "\u2018"},
                           {"rquote", "\u2019"}, {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"bullet", "\u2022"},
                           {"emspace", " "},     {"enspace", " "}};

class RichTextReader {
 public:
  RichTextReader(const DecodedText& decoded, RawArticle& raw) : text_(decoded.text), raw_(raw), writer_(decoded.map) {}

  void read() {
    set_codepage("windows-1252");
    while (at_ < text_.size() && groups_.size() < kDeepest) {
      begin_ = at_;
      const char c = text_[at_];
      if (c == '{') {
        ++at_;
        groups_.push_back(group_);
        group_.first = true;
      } else if (c == '}') {
        ++at_;
        close_group();
      } else if (c == '\\') {
        read_control();
      } else if (c == '\r' || c == '\n') {
        ++at_;
      } else {
        read_run();
      }
    }
    end_paragraph("p");
    keep("headline", title_);
    keep("byline", author_);
    keep("published", made_);
  }

 private:
  enum class Place : std::uint8_t { kBody, kNowhere, kStyles, kInfo, kTitle, kAuthor, kMade };
  struct Group {
    Place place = Place::kBody;
    bool hidden = false, first = false;
    std::uint8_t fallback = 1;  // how many characters stand for one that old programs do not know
  };

  void close_group() {
    if (groups_.empty()) return;
    const Place inner = group_.place;
    group_ = groups_.back();
    groups_.pop_back();
    if (inner == Place::kStyles) end_style();
  }

  void set_codepage(std::string_view label) {
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char c = static_cast<char>(byte);
      upper_half_[byte - 0x80] = decode_text({&c, 1}, SourceRecord::Kind::kPlainText, label).text;
    }
  }

  // Text that stands as it is.
  void read_run() {
    at_ = std::min(text_.find_first_of("\\{}\r\n", at_), text_.size());
    std::size_t from = begin_;
    while (fallback_left_ > 0 && from < at_) {
      from += decode_utf8(text_, from).length;
      --fallback_left_;
    }
    if (from < at_) write(text_.substr(from, at_ - from), from, true);
  }

  void write(std::string_view words, std::size_t from, bool as_it_is) {
    group_.first = false;
    if (group_.hidden) return;
    const TextSpan place{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at_)};
    if (group_.place == Place::kBody) {
      as_it_is ? writer_.copy(words, place.begin) : writer_.replace(words, place);
    } else if (group_.place == Place::kStyles) {
      style_name_ += words;
    } else if (group_.place == Place::kTitle) {
      title_ += words;
    } else if (group_.place == Place::kAuthor) {
      author_ += words;
    }
  }

  void read_control() {
    ++at_;
    if (at_ == text_.size()) return;
    const char c = text_[at_];
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return read_word();
    ++at_;
    if (c == '\'') {
      read_byte();
    } else if (c == '*') {
      group_.place = group_.first ? Place::kNowhere : group_.place;
    } else if (c == '\r' || c == '\n') {
      end_paragraph("p");
    } else if (c == '~' || c == '_' || c == '\\' || c == '{' || c == '}') {
      const char sign = c == '~' ? ' ' : c == '_' ? '-' : c;
      put({&sign, 1});
    }
  }

  // A character that is written as something else, unless it stands for one that was read already.
  void put(std::string_view character) {
    if (fallback_left_ > 0) {
      --fallback_left_;
    } else {
      write(character, begin_, false);
    }
  }

  void read_byte() {
    const auto digit = [](char c) {
      const char lower = lower_ascii(c);
      return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    if (at_ + 2 > text_.size() || digit(text_[at_]) < 0 || digit(text_[at_ + 1]) < 0) return;
    const auto byte = static_cast<unsigned>(digit(text_[at_]) * 16 + digit(text_[at_ + 1]));
    at_ += 2;
    const char ascii = static_cast<char>(byte);
    put(byte >= 0x80 ? std::string_view(upper_half_[byte - 0x80]) : std::string_view(&ascii, 1));
  }

  void read_word() {
    const std::size_t from = at_;
    while (at_ < text_.size() && (text_[at_] | 0x20) >= 'a' && (text_[at_] | 0x20) <= 'z') ++at_;
    const std::string_view word = text_.substr(from, at_ - from);
    const bool negative = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    if (negative) ++at_;
    int number = 0;
    const std::size_t digits = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      number = std::min(number * 10 + (text_[at_++] - '0'), 100'000'000);
    }
    const bool numbered = at_ > digits;
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;
    obey(word, negative ? -number : number, numbered);
  }

  void obey(std::string_view word, int number, bool numbered) {
    const bool first = std::exchange(group_.first, false);
    if (word == "u") return put_unicode(number);
    if (word == "bin") {
      at_ += std::min<std::size_t>(text_.size() - at_, static_cast<std::size_t>(std::max(number, 0)));
    } else if (word == "uc") {
      group_.fallback = static_cast<std::uint8_t>(std::clamp(number, 0, 8));
    } else if (word == "ansicpg") {
      set_codepage("windows-" + std::to_string(number));
    } else if (word == "mac") {
      set_codepage("macintosh");
    } else if (word == "v" || word == "deleted") {
      group_.hidden = !numbered || number != 0;
    } else if (word == "plain") {
      group_.hidden = false;
    } else if (group_.place == Place::kBody) {
      obey_in_body(word, number, first);
    } else {
      obey_in_info(word, number);
    }
  }

  void obey_in_body(std::string_view word, int number, bool first) {
    const auto* sign = std::ranges::find(kSigns, word, &Sign::word);
    if (sign != std::end(kSigns)) return put(sign->text);
    if (word == "par" || word == "sect" || word == "page") return end_paragraph("p");
    if (word == "cell" || word == "row" || word == "nestcell") return end_paragraph("td");
    if (word == "line") return writer_.ends_sentence() ? end_paragraph("p") : put(" ");
    if (word == "pard") tag_ = {};
    if (word == "outlinelevel" && number >= 0 && number < 6)
      tag_ = tag_of_style("heading" + std::to_string(number + 1));
    if (word == "s" && number >= 0) tag_ = tag_of_number(number);
    if (word == "stylesheet") group_.place = Place::kStyles;
    if (word == "info") group_.place = Place::kInfo;
    if (first && std::ranges::find(kPassedOver, word) != std::end(kPassedOver)) group_.place = Place::kNowhere;
  }

  void obey_in_info(std::string_view word, int number) {
    if (group_.place == Place::kStyles && word == "s") style_number_ = number;
    if (group_.place == Place::kInfo) {
      if (word == "title") group_.place = Place::kTitle;
      if (word == "author") group_.place = Place::kAuthor;
      if (word == "creatim") group_.place = Place::kMade;
    } else if (group_.place == Place::kMade && (word == "yr" || word == "mo" || word == "dy")) {
      const std::string digits = std::to_string(std::clamp(number, 0, 9999));
      if (!made_.empty()) made_ += '-';
      if (digits.size() == 1) made_ += '0';
      made_ += digits;
    }
  }

  // Beyond 16 bits in two halves.
  void put_unicode(int number) {
    const auto unit = static_cast<char32_t>(number < 0 ? number + 0x10000 : number) & 0xFFFF;
    const char32_t high = std::exchange(high_, 0);
    fallback_left_ = 0;
    std::string character;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      append_utf8(character, high == 0 ? kReplacementCharacter : 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    } else {
      append_utf8(character, unit);
    }
    if (!character.empty()) write(character, begin_, false);
    fallback_left_ = group_.fallback;
  }

  void end_paragraph(std::string_view tag) {
    RawBlock block = writer_.take();
    if (block.text.empty()) return;
    block.tag = tag_.empty() ? tag : tag_;
    raw_.blocks.push_back(std::move(block));
  }

  // "{\s1 ... heading 1;}"
  void end_style() {
    const std::string name(trimmed_ascii(std::string_view(style_name_).substr(0, style_name_.find(';'))));
    const std::string_view tag = tag_of_style(name);
    if (!tag.empty() && style_number_ >= 0 && styles_.size() < 1000) styles_.push_back({style_number_, tag});
    style_name_.clear();
    style_number_ = -1;
  }

  [[nodiscard]] std::string_view tag_of_number(int number) const {
    const auto style = std::ranges::find(styles_, number, &Style::number);
    return style == styles_.end() ? std::string_view() : style->tag;
  }

  void keep(const char* field, const std::string& value) {
    const std::string_view words = trimmed_ascii(value);
    if (words.empty() || words.size() > 1000) return;
    raw_.candidates.push_back({field, std::string(words), "document properties", std::nullopt});
  }

  struct Style {
    int number;
    std::string_view tag;
  };
  std::string_view text_;
  RawArticle& raw_;
  BlockWriter writer_;
  Group group_;
  std::vector<Group> groups_;
  std::vector<Style> styles_;
  std::array<std::string, 128> upper_half_;
  std::string style_name_, title_, author_, made_;
  std::string_view tag_;
  std::size_t at_ = 0, begin_ = 0;
  int style_number_ = -1, fallback_left_ = 0;
  char32_t high_ = 0;
};

}  // namespace

void read_rich_text(const DecodedText& decoded, RawArticle& raw) { RichTextReader(decoded, raw).read(); }

}  // namespace newsloupe
