// The whole pipeline for one record: the table of contents of the product.
#pragma once

#include "core/base/result.h"
#include "core/ingest/raw_article.h"
#include "core/resolve/article.h"

namespace newsloupe {

// Reads, cleans, segments, annotates and resolves one record. An error only where the record holds no article text.
Result<ArticlePtr> analyze_article(const SourceRecord& record, const AnalysisOptions& options,
                                   const Resources& resources);

}  // namespace newsloupe
