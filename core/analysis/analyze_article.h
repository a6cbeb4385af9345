// The whole pipeline for one record: the table of contents of the product.
#pragma once

#include "core/base/result.h"
#include "core/compare/set_furniture.h"
#include "core/ingest/raw_article.h"
#include "core/resolve/article.h"

namespace newsloupe {

// Reads, cleans, segments, annotates and resolves one record. An error only where the record holds no article text.
// Paragraphs that are `furniture` of the article's outlet are set aside as boilerplate.
Result<ArticlePtr> analyze_article(const SourceRecord& record, const AnalysisOptions& options,
                                   const Resources& resources, const SetFurniture& furniture = {});

// The article as analyze_article() would give it under this furniture; the same where that sets nothing aside.
[[nodiscard]] ArticlePtr without_furniture(const ArticlePtr& article, const SetFurniture& furniture,
                                           const Resources& resources);

}  // namespace newsloupe
