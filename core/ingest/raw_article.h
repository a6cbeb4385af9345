// One record as it came in, decoded to UTF-8 and cut into blocks, before anything is judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/result.h"
#include "core/base/span.h"
#include "core/ingest/article_metadata.h"
#include "core/resources/resources.h"
#include "core/text/diagnostic.h"
#include "core/text/offset_map.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

// What a person or the command line says about the articles. Nothing reads the clock.
struct AnalysisOptions {
  std::optional<CivilDate> published;  // for articles that state no date
  std::optional<CivilDate> received;   // the day the article was had: a later publication date is not chosen
  bool keep_damaged = false;           // leave text that was read in the wrong encoding ("â€™") as it came in
};

// An element of a page that holds blocks, or that a block is made of.
struct RawContainer {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t parent = kNone;  // index into RawArticle::containers, always smaller than its own
  std::string tag;               // "div", "article", "nav" ...
  std::string hints;             // its id, class, role and itemprop words, folded, parted by spaces
};

// A run of text that belongs together: a paragraph of plain text, a block element of a page.
struct RawBlock {
  std::string text;  // UTF-8, NFC not yet applied, white space collapsed
  OffsetMap map;     // of `text`, beginning at 0, into the source bytes
  std::string tag;   // "p", "h1", "li", "blockquote" ...; "p" for plain text, "h1".."h6" for Markdown headings
  std::uint16_t link_bytes = 0;                   // how much of it is link text, in thousandths
  std::uint32_t container = RawContainer::kNone;  // the innermost element around it; pages only
  bool line_break_before = true;                  // an empty line stood before it (plain text)
};

// The article's text as the page states it for machines, and where that stands.
struct StatedBody {
  std::string text;  // UTF-8, paragraphs parted by line feeds where the page parts them; often cut short; may be empty
  SourceSpan source;
};

struct RawArticle {
  std::string media_type;  // "text/plain", "text/markdown", "text/html"
  std::string encoding;    // as browsers name it: "utf-8", "windows-1252", "utf-16le"
  std::vector<RawBlock> blocks;
  std::vector<RawContainer> containers;  // of a page, in document order
  StatedBody stated_body;
  std::vector<MetadataCandidate> candidates;
  Diagnostics diagnostics;
};

// Reads one record. An error for what is no article text at all (empty, binary, PDF, over 4 MB of text): one line with
// cause and way out.
Result<RawArticle> ingest(const SourceRecord& record, const AnalysisOptions& options, const Resources& resources);

}  // namespace newsloupe
