#include "core/analysis/analyze_article.h"

#include "core/base/content_hash.h"
#include "core/clean/clean_document.h"
#include "core/resolve/resolve.h"

namespace newsloupe {

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
  Annotations annotations = annotate(article->doc, article->metadata.published.date, resources);
  article->resolution = resolve(article->doc, std::move(annotations), resources);
  return ArticlePtr(std::move(article));
}

}  // namespace newsloupe
