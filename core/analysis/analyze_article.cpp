#include "core/analysis/analyze_article.h"

#include "core/base/content_hash.h"
#include "core/clean/clean_document.h"
#include "core/resolve/resolve.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

// Rules are English. A text too short to tell is taken for English.
bool is_read(std::string_view language) { return language.empty() || language.substr(0, 2) == "en"; }

std::string only_structure(std::string_view language) {
  return language_name(language.substr(0, 2)) +
         ": structure only. Names, quotes, figures and dates are read in English.";
}

void annotate_and_resolve(Article& article, const Resources& resources) {
  if (is_read(article.metadata.language)) {
    Annotations annotations = annotate(article.doc, article.metadata.published.date, resources);
    article.resolution = resolve(article.doc, std::move(annotations), article.metadata.published.date, resources);
  } else {
    article.diagnostics.push_back({"annotate", only_structure(article.metadata.language), std::nullopt});
  }
}

// How many paragraphs were set aside.
std::size_t set_aside(std::vector<Paragraph>& paragraphs, const Document& document, std::string_view outlet,
                      const SetFurniture& furniture) {
  std::size_t count = 0;
  for (Paragraph& paragraph : paragraphs) {
    const auto key = paragraph_key(paragraph, document.view(paragraph.span));
    if (!key || paragraph.rule == kRepeatedInSet || !furniture.holds(outlet, *key)) continue;
    paragraph.paragraph_class = ParagraphClass::kBoilerplate;
    paragraph.rule = kRepeatedInSet;
    ++count;
  }
  return count;
}

}  // namespace

Result<ArticlePtr> analyze_article(const SourceRecord& record, const AnalysisOptions& options,
                                   const Resources& resources, const SetFurniture& furniture) {
  Result<RawArticle> raw = ingest(record, options, resources);
  if (!raw.ok()) return raw.error();
  auto article = std::make_shared<Article>();
  article->source = {record.id,
                     record.name,
                     raw.value().media_type,
                     raw.value().encoding,
                     record.bytes.size(),
                     sha256_hex(record.bytes)};
  CleanDocument clean_document = clean(std::move(raw).value(), options, resources);
  article->metadata = std::move(clean_document.metadata);
  article->diagnostics = std::move(clean_document.diagnostics);
  if (!furniture.empty()) {
    set_aside(clean_document.paragraphs, *clean_document.document, article->metadata.outlet, furniture);
  }
  article->doc = segment(std::move(clean_document), resources);
  // What the words say outranks what the page says of itself: a template's language is often not the article's.
  if (std::string language = language_of(article->doc, resources); !language.empty()) {
    article->metadata.language = std::move(language);
  }
  annotate_and_resolve(*article, resources);
  return ArticlePtr(std::move(article));
}

ArticlePtr without_furniture(const ArticlePtr& article, const SetFurniture& furniture, const Resources& resources) {
  if (furniture.empty()) return article;
  CleanDocument text;
  text.document = article->doc.document;
  text.paragraphs.assign(article->doc.paragraphs.begin(), article->doc.paragraphs.end());
  if (set_aside(text.paragraphs, *text.document, article->metadata.outlet, furniture) == 0) return article;
  for (Paragraph& paragraph : text.paragraphs) paragraph.tokens = {};
  auto again = std::make_shared<Article>();
  static_cast<ArticleCard&>(*again) = *article;
  again->diagnostics = article->diagnostics;
  std::erase_if(again->diagnostics, [](const Diagnostic& d) { return d.stage == std::string_view("annotate"); });
  again->doc = segment(std::move(text), resources);
  annotate_and_resolve(*again, resources);
  return again;
}

}  // namespace newsloupe
