#include <algorithm>

#include "core/ingest/address.h"
#include "core/ingest/file_name.h"
#include "core/ingest/html_blocks.h"
#include "core/ingest/html_scanner.h"
#include "core/ingest/html_tree.h"
#include "core/ingest/markdown.h"
#include "core/ingest/media_type.h"
#include "core/ingest/mojibake.h"
#include "core/ingest/office_blocks.h"
#include "core/ingest/page_metadata.h"
#include "core/ingest/plain_text.h"
#include "core/ingest/raw_article.h"
#include "core/ingest/rich_text.h"
#include "core/ingest/saved_page.h"
#include "core/ingest/stated_body.h"
#include "core/unpack/charset.h"

namespace newsloupe {
namespace {

using Kind = SourceRecord::Kind;

constexpr std::size_t kDeepestPage = 512;

void read_page(DecodedText& decoded, RawArticle& raw) {
  std::ranges::replace(decoded.text, '\0', ' ');
  FoldedHtml folded = fold_html(decoded.text, kDeepestPage);
  if (folded.too_deep) {
    decoded.text = without_tags(decoded.text);
    raw.blocks = blocks_from_plain_text(decoded);
    raw.diagnostics.push_back({"ingest", "The page's tags are nested too deep: it was read as plain text.", {}});
    return;
  }
  read_saving_comments(decoded, raw);
  const HtmlTree tree(decoded.text, std::move(folded));
  read_page_metadata(tree, decoded, raw);
  read_blocks_of_page(tree, decoded, raw);
  add_stated_body(raw);
}

RawArticle read_blocks(Kind kind, DecodedText decoded) {
  RawArticle raw;
  raw.encoding = std::move(decoded.encoding);
  raw.diagnostics = std::move(decoded.diagnostics);
  if (kind == Kind::kHtml) {
    raw.media_type = "text/html";
    read_page(decoded, raw);
  } else if (kind == Kind::kMarkdown) {
    raw.media_type = "text/markdown";
    read_markdown(decoded, raw);
  } else if (kind == Kind::kWord) {
    raw.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    read_word_document(decoded, raw);
  } else if (kind == Kind::kOpenDocument) {
    raw.media_type = "application/vnd.oasis.opendocument.text";
    read_open_document(decoded, raw);
  } else if (kind == Kind::kRichText) {
    raw.media_type = "application/rtf";
    read_rich_text(decoded, raw);
  } else {
    raw.media_type = "text/plain";
    raw.blocks = blocks_from_plain_text(decoded);
  }
  return raw;
}

Error too_long() {
  return {"ingest", "The text is too long for one article: 4 MB are read. Cut it into its articles."};
}

Result<Kind> kind_of(const SourceRecord& record) {
  if (record.kind == Kind::kSniff) return sniff_kind(record.name, record.bytes);
  const bool is_text = record.kind == Kind::kPlainText || record.kind == Kind::kMarkdown;
  if (record.bytes.size() > (is_text ? kLargestText : kLargestPage)) return too_long();
  return record.kind;
}

}  // namespace

Result<RawArticle> ingest(const SourceRecord& record, const AnalysisOptions& options, const Resources& resources) {
  const Result<Kind> kind = kind_of(record);
  if (!kind.ok()) return kind.error();
  // The text of a record is UTF-8, whatever the page inside once declared.
  const bool is_file = record.kind == Kind::kSniff || record.is_file;
  const Kind decoded_as = is_file ? kind.value() : Kind::kPlainText;
  DecodedText decoded = decode_text(record.bytes, decoded_as, record.charset);
  if (!options.keep_damaged) repair_mojibake(decoded);
  RawArticle raw = read_blocks(kind.value(), std::move(decoded));
  for (const std::string& note : record.notes) raw.diagnostics.push_back({"unpack", note, std::nullopt});
  std::size_t text = 0;
  for (const RawBlock& block : raw.blocks) text += block.text.size();
  if (text > kLargestText) return too_long();
  raw.candidates.insert(raw.candidates.begin(), record.given.begin(), record.given.end());
  if (!options.keep_damaged) {
    for (std::size_t i = 0; i < record.given.size(); ++i) {
      raw.candidates[i].value = without_mojibake(raw.candidates[i].value);
    }
  }
  read_addresses(raw.candidates);
  // Lines of a record have no file of their own.
  if (is_file) read_file_name(record.name, resources.lexicon, raw.candidates);
  return raw;
}

}  // namespace newsloupe
