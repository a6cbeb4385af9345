#include "core/ingest/charset.h"
#include "core/ingest/media_type.h"
#include "core/ingest/plain_text.h"
#include "core/ingest/raw_article.h"

namespace newsloupe {
namespace {

using Kind = SourceRecord::Kind;

RawArticle read_blocks(const SourceRecord&, Kind, DecodedText decoded) {
  RawArticle raw;
  raw.media_type = "text/plain";
  raw.blocks = blocks_from_plain_text(decoded);
  raw.encoding = std::move(decoded.encoding);
  raw.diagnostics = std::move(decoded.diagnostics);
  return raw;
}

Result<Kind> kind_of(const SourceRecord& record) {
  if (record.kind == Kind::kSniff) return sniff_kind(record.name, record.bytes);
  const std::size_t limit = record.kind == Kind::kHtml ? kLargestPage : kLargestText;
  if (record.bytes.size() > limit) {
    return Error{"ingest", "The text is too long for one article. Cut it into its articles."};
  }
  return record.kind;
}

}  // namespace

Result<RawArticle> ingest(const SourceRecord& record, const AnalysisOptions&, const Resources&) {
  const Result<Kind> kind = kind_of(record);
  if (!kind.ok()) return kind.error();
  RawArticle raw = read_blocks(record, kind.value(), decode_text(record.bytes, kind.value()));
  raw.candidates.insert(raw.candidates.begin(), record.given.begin(), record.given.end());
  return raw;
}

}  // namespace newsloupe
