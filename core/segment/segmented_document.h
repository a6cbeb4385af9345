// The clean text cut into paragraphs, sentences and tokens: what every annotator reads.
#pragma once

#include <memory>
#include <vector>

#include "core/base/span.h"
#include "core/clean/clean_document.h"
#include "core/clean/paragraph.h"
#include "core/resources/rule_set.h"
#include "core/text/document.h"
#include "core/text/layer.h"

namespace newsloupe {

struct Sentence {
  TextSpan span;
  TokenSpan tokens;
  std::uint32_t paragraph = 0;  // index into SegmentedDocument::paragraphs
};

// Tokens are words, numbers and punctuation marks. Hyphenated words are split at the hyphen ("India-Japan" is three
// tokens, the hyphen one of them, without space_before); "'s" is a token; abbreviations keep their dot ("U.S.", "Mr.");
// a number keeps its separators ("1,234.5", "21:30"); a currency sign, a percent sign and each quotation mark are
// tokens. Kept as two parallel arrays, because rules walk only the first: rule_tokens[i] says what token i is,
// token_spans[i] where it stands.

struct SegmentedDocument {
  std::shared_ptr<const Document> document;  // shared by an article and its corrected copies
  Layer<Paragraph> paragraphs;
  Layer<Sentence> sentences;          // of every paragraph that feeds the analysis; a headline is one sentence
  std::vector<RuleToken> tokens;      // of every paragraph that feeds the analysis and of bylines, in text order
  std::vector<TextSpan> token_spans;  // parallel to `tokens`

  [[nodiscard]] std::string_view text(TextSpan span) const { return document->view(span); }
  [[nodiscard]] std::string_view token_text(std::uint32_t token) const { return document->view(token_spans[token]); }
  [[nodiscard]] TextSpan text_from_tokens(TokenSpan range) const {
    return range.empty() ? TextSpan{} : TextSpan{token_spans[range.begin].begin, token_spans[range.end - 1].end};
  }
  [[nodiscard]] TokenSpan tokens_from_text(TextSpan span) const {
    return {token_from(span.begin), token_from(span.end)};
  }
  // The sentence that holds the token, or nothing for a token outside all sentences.
  [[nodiscard]] const Sentence* sentence_at(std::uint32_t text_offset) const;
  [[nodiscard]] const Paragraph* paragraph_at(std::uint32_t text_offset) const;
  // Index of the first token that begins at or after the offset.
  [[nodiscard]] std::uint32_t token_from(std::uint32_t text_offset) const;
};

// Cuts clean text into sentences and tokens.
SegmentedDocument segment(CleanDocument&& clean, const Resources& resources);

}  // namespace newsloupe
