// The parts of the text view, in the order of the page: text_view.cpp writes what is compared, text_view_lists.cpp the
// lists after it and the articles.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/present/counted.h"
#include "core/present/html_writer.h"
#include "core/present/text_view.h"

namespace newsloupe {

class TextViewWriter {
 public:
  TextViewWriter(const Presenter& presenter, const TextViewOptions& options);
  std::string write();

 private:
  static BriefLimits everything();
  void section(std::string_view id, std::string_view title, std::size_t count, std::string_view css = {},
               std::string_view glyph = {});
  void letter(std::uint32_t tab);
  // The number of the body paragraph that holds the place; 0 for none.
  [[nodiscard]] std::uint32_t paragraph_of(const Place& place) const;
  void open_anchor(const Place& place);
  // "¶ 4", a link to it where the articles are in the page.
  void where(const Place& place);
  void source_line(std::uint32_t tab);
  void marked(std::string_view text, const std::vector<TextSpan>& marks, std::string_view css);
  [[nodiscard]] bool has_columns() const;
  void column_heads(const std::vector<std::uint32_t>& columns);
  void open_table(std::string_view caption, std::string_view first_head);
  void close_table();
  void cell(const BriefCell& cell, const EvidenceView* evidence, std::uint32_t tab);
  void cells(const std::vector<BriefCell>& row, const std::vector<std::uint32_t>& columns,
             const EvidenceView* evidence);
  void sayers(const std::vector<BriefCell>& row, const std::vector<std::uint32_t>& columns,
              const EvidenceView* evidence);
  void contents_link(std::string_view id, std::string_view words);
  void head();
  // The whole name of the story that the app bar shows cut.
  [[nodiscard]] std::string set_story_name() const;
  void articles();
  // "shared with B and C", or "its own".
  [[nodiscard]] std::string origin_words(std::uint32_t tab) const;
  [[nodiscard]] static std::string_view band_id(const BriefBand& band);
  void band(const BriefBand& band);
  // A difference with the sentences it rests on.
  void difference(const BriefRow& row, const EvidenceView& evidence);
  void quotes();
  void saying(const QuoteRow& row);
  // A rendering beside the longest one: what it changes or adds is marked, what it leaves out shows as a gap.
  void words(const QuoteRendering& r);
  void figures();
  void timeline();
  void people();
  void person(const SetEntity& entity);
  void coverage();
  void unread_files();
  void texts();
  void article_text(std::uint32_t tab);
  [[nodiscard]] static std::string_view text_of(const ReaderView& reader, TextSpan span);
  void paragraph(const ReaderView& reader, const ReaderParagraph& p, std::uint32_t tab);
  // What agrees, differs or stands here alone is marked; the title says what it is.
  void highlighted(const ReaderView& reader, TextSpan span);

  const Presenter& presenter_;
  const TextViewOptions& options_;
  SetView set_;
  BriefView brief_;
  std::vector<ReaderView> readers_;  // by tab
  std::map<std::string, std::uint32_t> tab_of_id_;
  std::size_t rows_ = 0;
  HtmlWriter html_;
};

}  // namespace newsloupe
