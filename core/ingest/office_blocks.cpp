#include "core/ingest/office_blocks.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/closed_list.h"
#include "core/base/utf8.h"
#include "core/ingest/block_writer.h"
#include "core/unpack/xml_reader.h"

namespace newsloupe {
namespace {

using Event = XmlReader::Event;

// What both kinds of documents write: text into blocks.
class DocumentReader {
 public:
  DocumentReader(const DecodedText& decoded, RawArticle& raw) : xml_(decoded.text), raw_(raw), writer_(decoded.map) {}

  void finish() {
    end_paragraph();
    if (!xml_.too_deep()) return;
    raw_.diagnostics.push_back({"ingest", "The document is nested too deep: the rest of it was not read.", {}});
  }

 protected:
  void begin_paragraph(std::string_view tag) {
    end_paragraph();
    tag_ = tag;
  }

  void end_paragraph() {
    const std::size_t size = writer_.size();
    RawBlock block = writer_.take();
    if (!block.text.empty()) {
      block.tag = tag_.empty() ? std::string(cells_ > 0 ? "td" : items_ > 0 ? "li" : "p") : std::string(tag_);
      block.link_bytes = static_cast<std::uint16_t>(link_bytes_ * 1000 / size);
      raw_.blocks.push_back(std::move(block));
    }
    tag_ = {};
    link_bytes_ = 0;
  }

  // The text event that was just read.
  void write_text() {
    const std::string_view text = xml_.text();
    const auto begin = static_cast<std::uint32_t>(xml_.begin());
    const std::size_t before = writer_.size();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t mark = xml_.literal() ? text.size() : std::min(text.find('&', at), text.size());
      const auto place = begin + static_cast<std::uint32_t>(at);
      const XmlReference reference = mark == at ? xml_reference(text, at) : XmlReference{};
      if (mark > at) {
        writer_.copy(text.substr(at, mark - at), place);
        at = mark;
      } else if (reference.length > 0) {
        std::string character;
        append_utf8(character, reference.value);
        writer_.replace(character, {place, place + static_cast<std::uint32_t>(reference.length)});
        at += reference.length;
      } else {
        writer_.copy("&", place);
        ++at;
      }
    }
    if (links_ > 0) link_bytes_ += writer_.size() - before;
  }

  // A character that an element stands for.
  void write_sign(std::string_view sign) {
    writer_.replace(sign, {static_cast<std::uint32_t>(xml_.begin()), static_cast<std::uint32_t>(xml_.end())});
  }

  // A break after a sentence parts paragraphs, else words.
  void break_line() {
    if (!writer_.ends_sentence()) return write_sign(" ");
    const std::string_view tag = tag_;
    end_paragraph();
    tag_ = tag;
  }

  XmlReader xml_;
  RawArticle& raw_;
  BlockWriter writer_;
  std::string_view tag_;  // of the paragraph, where its style tells it
  int cells_ = 0, items_ = 0, links_ = 0;
  std::size_t link_bytes_ = 0;
};

class WordReader : DocumentReader {
 public:
  using DocumentReader::DocumentReader;

  void read() {
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      if (event == Event::kText) {
        if (in_text_) write_text();
        continue;
      }
      if (prefix_.empty() && event == Event::kStart) prefix_ = xml_.prefix();
      const std::string_view name = xml_.local_name();
      if (name == "Fallback" && event == Event::kStart) {
        xml_.skip();  // the same again for programs that know less
      } else if (xml_.prefix() == prefix_) {
        event == Event::kStart ? start(name) : end(name);
      }
    }
    finish();
  }

 private:
  void start(std::string_view name) {
    if (name == "p") {
      begin_paragraph({});
      items_ = 0;
    } else if (name == "pStyle") {
      tag_ = tag_of_style(xml_.attribute(std::string(prefix_) + "val"));
    } else if (name == "numPr") {
      items_ = 1;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab" || name == "ptab") {
      write_sign(" ");
    } else if (name == "noBreakHyphen") {
      write_sign("-");
    } else if (name == "br" || name == "cr") {
      break_line();
    } else if (name == "hyperlink") {
      ++links_;
    } else if (name == "tc") {
      ++cells_;
    } else if (is_one_of(name, {"del", "moveFrom", "instrText", "delText", "rPr", "sectPr", "tblPr", "pPrChange"})) {
      xml_.skip();
    }
  }

  void end(std::string_view name) {
    if (name == "p") {
      end_paragraph();
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "hyperlink") {
      --links_;
    } else if (name == "tc") {
      --cells_;
    }
  }

  std::string_view prefix_;  // the one of the root: drawings and formulas have others
  bool in_text_ = false;
};

class OpenDocumentReader : DocumentReader {
 public:
  using DocumentReader::DocumentReader;

  void read() {
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      if (event == Event::kText) {
        if (paragraphs_ > 0) write_text();
      } else {
        event == Event::kStart ? start(xml_.name()) : end(xml_.name());
      }
    }
    finish();
  }

 private:
  void start(std::string_view name) {
    if (name == "style:style") {
      const std::string parent = xml_.attribute("style:parent-style-name");
      if (!tag_of_style(parent).empty()) styles_.push_back({xml_.attribute("style:name"), tag_of_style(parent)});
    } else if (name == "text:p") {
      begin_paragraph(tag_named(xml_.attribute("text:style-name")));
      ++paragraphs_;
    } else if (name == "text:h") {
      begin_paragraph(tag_of_style("heading" + xml_.attribute("text:outline-level")));
      ++paragraphs_;
    } else if (name == "text:tab" || name == "text:s") {
      write_sign(" ");
    } else if (name == "text:line-break") {
      break_line();
    } else if (name == "text:a") {
      ++links_;
    } else if (name == "text:list-item") {
      ++items_;
    } else if (name == "table:table-cell") {
      ++cells_;
    } else if (is_one_of(name, {"text:note", "text:tracked-changes", "office:annotation", "svg:title", "svg:desc",
                                "text:table-of-content", "text:ruby-text"})) {
      xml_.skip();
    }
  }

  void end(std::string_view name) {
    if (name == "text:p" || name == "text:h") {
      end_paragraph();
      --paragraphs_;
    } else if (name == "text:a") {
      --links_;
    } else if (name == "text:list-item") {
      --items_;
    } else if (name == "table:table-cell") {
      --cells_;
    }
  }

  // Styles are named in the document ("Title") or made by the program ("P1") from one that is.
  [[nodiscard]] std::string_view tag_named(const std::string& style) const {
    const auto made = std::ranges::find(styles_, style, &Style::name);
    return made != styles_.end() ? made->tag : tag_of_style(style);
  }

  struct Style {
    std::string name;
    std::string_view tag;
  };
  std::vector<Style> styles_;
  int paragraphs_ = 0;
};

}  // namespace

std::string_view tag_of_style(std::string_view style) {
  static constexpr std::string_view kTitles[] = {"title", "titel", "titre", "titolo", "ttulo", "tytu"};
  static constexpr std::string_view kSubtitles[] = {"subtitle", "untertitel", "sous-titre", "soustitre", "subttulo"};
  static constexpr std::string_view kHeadings[] = {"heading", "berschrift", "titre",      "titolo", "ttulo",
                                                   "kop",     "rubrik",     "overskrift", "nagwek"};
  static constexpr std::string_view kLevels[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  std::string name;
  for (const char c : lower_ascii(style)) {
    if (c != ' ' && c != '_' && static_cast<unsigned char>(c) < 0x80) name.push_back(c);
  }
  if (std::ranges::find(kTitles, name) != std::end(kTitles)) return "h1";
  if (std::ranges::find(kSubtitles, name) != std::end(kSubtitles)) return "em";
  if (name == "quote" || name == "intensequote" || name == "quotations" || name == "zitat") return "blockquote";
  if (name.empty() || name.back() < '1' || name.back() > '6') return {};
  const std::string_view level = kLevels[name.back() - '1'];
  name.pop_back();
  return std::ranges::find(kHeadings, name) != std::end(kHeadings) ? level : std::string_view();
}

void read_word_document(const DecodedText& decoded, RawArticle& raw) { WordReader(decoded, raw).read(); }
void read_open_document(const DecodedText& decoded, RawArticle& raw) { OpenDocumentReader(decoded, raw).read(); }

}  // namespace newsloupe
