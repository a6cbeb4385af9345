// The article while it is being judged: its blocks, cut into pieces that become paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "core/clean/line_tokens.h"
#include "core/clean/paragraph.h"
#include "core/ingest/raw_article.h"

namespace newsloupe {

// A part of one block, in bytes of the block's text. Pieces are in text order and do not overlap; what lies between two
// pieces of a block is white space.
struct Piece {
  std::uint32_t block = 0, begin = 0, end = 0;
  ParagraphClass paragraph_class = ParagraphClass::kBody;
  RuleId rule{"clean.body"};
};

// What one look at a text tells about it.
struct TextFeatures {
  std::uint32_t words = 0;
  bool ends_sentence = false;  // . ! ? or an ellipsis, also before closing marks
  bool ends_stop = false;      // . or an ellipsis: headlines ask and exclaim, but do not stop
  bool ends_colon = false;
  bool starts_upper = false;  // a capital or a digit, also after an opening mark
  bool starts_quoted = false;
  // Reads like running text: a sentence that ends, or too long to be anything else.
  [[nodiscard]] bool is_prose() const {
    return (words >= 8 && ends_stop) || (words >= 20 && ends_sentence) || words >= 30;
  }
};
[[nodiscard]] TextFeatures features_of(std::string_view text);

class Draft {
 public:
  Draft(const RawArticle& raw, const Lexicon& lexicon);

  [[nodiscard]] const RawBlock& block_of(const Piece& piece) const { return raw_.blocks[piece.block]; }
  [[nodiscard]] std::string_view text(const Piece& piece) const {
    return std::string_view(block_of(piece).text).substr(piece.begin, piece.end - piece.begin);
  }
  [[nodiscard]] SourceSpan source(const Piece& piece) const {
    return block_of(piece).map.source_from_text({piece.begin, piece.end});
  }
  [[nodiscard]] const TextFeatures& features(std::size_t piece) const { return features_[piece]; }
  [[nodiscard]] bool is_body(std::size_t piece) const { return pieces[piece].paragraph_class == ParagraphClass::kBody; }
  // Cut when first asked for. Views are good until the tokens of another piece are asked for.
  [[nodiscard]] TokenizedLine tokens(std::size_t piece);
  // Where in take_tokens() the tokens of a piece stand; empty for one that nobody asked about.
  [[nodiscard]] TokenSpan cut_tokens(std::size_t piece) const { return cut_ranges_[piece]; }
  [[nodiscard]] CutTokens take_tokens() { return std::move(cut_); }
  void mark(std::size_t piece, ParagraphClass c, RuleId rule) {
    pieces[piece].paragraph_class = c;
    pieces[piece].rule = rule;
  }
  // Cuts a piece in two at `first_end` and `second_begin` (bytes of the piece's text); the second becomes body.
  void split(std::size_t piece, std::uint32_t first_end, std::uint32_t second_begin);
  [[nodiscard]] const RawArticle& raw() const { return raw_; }

  std::vector<Piece> pieces;
  std::vector<MetadataCandidate> candidates;  // what the text itself says: headline, byline, dates, credits
  std::optional<Dateline> dateline;
  Diagnostics diagnostics;  // what is told of the judging

 private:
  const RawArticle& raw_;
  std::vector<TextFeatures> features_;  // parallel to pieces
  std::vector<TokenSpan> cut_ranges_;   // parallel to pieces
  CutTokens cut_;
};

}  // namespace newsloupe
