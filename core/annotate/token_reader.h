// Short questions about the tokens of a document, so that annotators read like the grammar they carry out.
#pragma once

#include <string_view>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/resources/plain_words.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// Borrows the document and the lexicon. Token indices may be any number: one outside the document has an empty text and
// no class, so that a look to the left of the first token needs no guard.
class TokenReader {
 public:
  TokenReader(const SegmentedDocument& doc, const Lexicon& lexicon)
      : doc_(doc),
        lexicon_(lexicon),
        tokens_(doc.tokens.data()),
        size_(static_cast<std::uint32_t>(doc.tokens.size())) {}

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return token < size() ? doc_.token_text(token) : std::string_view();
  }
  [[nodiscard]] TextSpan span(std::uint32_t token) const { return doc_.token_spans[token]; }
  [[nodiscard]] bool is(std::uint32_t token, WordClasses any_of) const {
    return token < size_ && tokens_[token].classes.has_any(any_of);
  }
  [[nodiscard]] bool has_shape(std::uint32_t token, TokenShape shape) const {
    return token < size_ && tokens_[token].shape == shape;
  }
  [[nodiscard]] bool space_before(std::uint32_t token) const { return token >= size_ || tokens_[token].space_before; }

  // The token may be written in any case.
  [[nodiscard]] bool says(std::uint32_t token, PlainWord word) const { return plain_word(token) == word.id(); }
  [[nodiscard]] bool says_any(std::uint32_t token, const PlainWords& words) const {
    return words.has(plain_word(token));
  }
  // A lower-case ASCII ending ("ing", "ly") of a longer word.
  [[nodiscard]] bool ends_in(std::uint32_t token, std::string_view ending) const {
    const std::string_view word = text(token);
    return word.size() > ending.size() + 1 && (word.back() | 0x20) == (ending.back() | 0x20) &&
           ends_folded(word, ending);
  }

  [[nodiscard]] bool is_punctuation(std::uint32_t token) const { return has_shape(token, TokenShape::kPunct); }
  [[nodiscard]] bool is_word(std::uint32_t token) const { return token < size() && !is_punctuation(token); }
  [[nodiscard]] bool is_comma(std::uint32_t token) const { return says(token, ","); }
  // Ends a sentence or stands for words left out: . ! ? ... and the ellipsis sign.
  [[nodiscard]] bool is_terminal(std::uint32_t token) const {
    return says_any(token, {".", "!", "?", "\u2026", "...", "?!"});
  }
  [[nodiscard]] bool is_dash(std::uint32_t token) const;
  [[nodiscard]] bool is_possessive(std::uint32_t token) const { return says(token, "'s"); }
  // Begins with an upper-case letter or is written in capitals.
  [[nodiscard]] bool is_capitalized(std::uint32_t token) const;

  [[nodiscard]] const LexiconEntry* entry(WordClass c, std::uint32_t token) const {
    return is(token, c) ? lexicon_.entry(c, tokens_[token].term) : nullptr;
  }
  // The longest entry of the class that begins at the token and ends before `limit`.
  [[nodiscard]] PhraseMatch match(WordClass c, std::uint32_t token, std::uint32_t limit) const {
    if (token >= size_ || !lexicon_.begins(c, tokens_[token].term)) return {};
    return longest_match(c, token, limit);
  }

  [[nodiscard]] const SegmentedDocument& doc() const { return doc_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  [[nodiscard]] PhraseMatch longest_match(WordClass c, std::uint32_t token, std::uint32_t limit) const;
  static bool ends_folded(std::string_view word, std::string_view ending);
  [[nodiscard]] PlainWordId plain_word(std::uint32_t token) const {
    return token < size_ ? tokens_[token].plain : PlainWordId{0};
  }

  const SegmentedDocument& doc_;
  const Lexicon& lexicon_;
  const RuleToken* tokens_;  // the document's: asked dozens of times a token
  std::uint32_t size_;
};

}  // namespace newsloupe
