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

}  // namespace

Result<ArticlePtr> analyze_article(const SourceRecord& record, const AnalysisOptions& options,
                                   const Resources& resources) {
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
  article->doc = segment(std::move(clean_document), resources);
  // What the words say outranks what the page says of itself: a template's language is often not the article's.
  if (std::string language = language_of(article->doc, resources); !language.empty()) {
    article->metadata.language = std::move(language);
  }
  if (is_read(article->metadata.language)) {
    Annotations annotations = annotate(article->doc, article->metadata.published.date, resources);
    article->resolution = resolve(article->doc, std::move(annotations), resources);
  } else {
    article->diagnostics.push_back({"annotate", only_structure(article->metadata.language), std::nullopt});
  }
  return ArticlePtr(std::move(article));
}

}  // namespace newsloupe
