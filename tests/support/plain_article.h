// Articles made of plain text, a paragraph a line, for tests of what comes after analysis.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/compare/comparison.h"
#include "core/resolve/resolve.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {

inline SegmentedDocument segmented_lines(const std::string& text) {
  OffsetMap map;
  const auto size = static_cast<std::uint32_t>(text.size());
  map.append({0, size}, {0, size});
  CleanDocument clean;
  for (std::uint32_t begin = 0; begin < size;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), size));
    Paragraph paragraph;
    paragraph.span = {begin, end};
    if (begin < end) clean.paragraphs.push_back(paragraph);
    begin = end + 1;
  }
  clean.document = std::make_unique<Document>(text, std::move(map));
  return segment(std::move(clean), shared_resources());
}

// An article as the analysis leaves it; tests may go on and add layers of their own.
inline std::shared_ptr<Article> plain_article(std::string id, const std::string& text, std::string published = "") {
  auto article = std::make_shared<Article>();
  article->source.id = id;
  article->source.name = std::move(id);
  article->metadata.published.date = parse_iso_date(published);
  article->metadata.published.value = std::move(published);
  article->doc = segmented_lines(text);
  const std::optional<CivilDate> date = article->metadata.published.date;
  article->resolution =
      resolve(article->doc, annotate(article->doc, date, shared_resources()), date, shared_resources());
  return article;
}

// The span of the first occurrence of the words.
inline TextSpan span_of(const Article& article, std::string_view words) {
  const std::size_t at = article.doc.document->text().find(words);
  if (at == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

}  // namespace newsloupe
