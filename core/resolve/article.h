// One article, read: what analyze_article() gives and every comparison starts from. Immutable; shared between
// snapshots.
#pragma once

#include <memory>
#include <string>

#include "core/ingest/article_metadata.h"
#include "core/resolve/resolution.h"
#include "core/segment/segmented_document.h"
#include "core/text/diagnostic.h"

namespace newsloupe {

// Where the article came from. `id` is the record's id or the file's path below the folder that was dropped, with '/'.
struct SourceInfo {
  std::string id, name, media_type, encoding;
  std::uint64_t bytes = 0;
  std::string sha256;  // lower-case hex, of the source bytes
};

// What is said of an article as a whole.
struct ArticleCard {
  SourceInfo source;
  ArticleMetadata metadata;
};

struct Article : ArticleCard {
  SegmentedDocument doc;
  Resolution resolution;
  Diagnostics diagnostics;

  [[nodiscard]] std::string_view text(TextSpan span) const { return doc.text(span); }
  // The name of the speaker, else the words that mean one; empty where nobody is named.
  [[nodiscard]] std::string speaker_name(const Attribution& who) const {
    if (who.entity.valid()) return resolution.entities[who.entity.index()].name;
    return who.given.empty() ? std::string(text(who.speaker)) : who.given;
  }
  // The words are one pronoun.
  [[nodiscard]] bool is_pronoun(TextSpan words) const;
  // The name of the speaker, empty for a pronoun of which nobody knows whom it means.
  [[nodiscard]] std::string known_speaker(const Attribution& who) const;
  [[nodiscard]] SourceSpan source_from_text(TextSpan span) const { return doc.document->source_from_text(span); }
};
using ArticlePtr = std::shared_ptr<const Article>;

}  // namespace newsloupe
