// From what ingest read to clean text: furniture, repeats, headline and dateline are told from body, nothing is thrown
// away, and every byte of the clean text maps back to the source.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/clean/line_tokens.h"
#include "core/clean/paragraph.h"
#include "core/ingest/raw_article.h"
#include "core/resources/resources.h"
#include "core/text/document.h"

namespace newsloupe {

struct CleanDocument {
  std::shared_ptr<const Document> document;
  std::vector<Paragraph> paragraphs;  // in text order
  std::optional<CutTokens> cut;       // what was tokenized to be judged, so that segment() need not do it again
  ArticleMetadata metadata;
  Diagnostics diagnostics;
};

// Never fails; a text without any body keeps one paragraph and says so in a diagnostic.
CleanDocument clean(RawArticle raw, const AnalysisOptions& options, const Resources& resources);

}  // namespace newsloupe
