// What the capital letters of one document say, token by token: the ground the name annotator stands on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/annotations.h"
#include "core/annotate/term_table.h"
#include "core/annotate/token_reader.h"

namespace newsloupe {

// A name the lexicon knows, at a place of the document. `weight` says how strongly it speaks for its type.
struct KnownName {
  EntityType type = EntityType::kPlace;
  std::uint32_t length = 0;  // in tokens; 0 when there is none
  int weight = 0;
  const LexiconEntry* entry = nullptr;
  RuleId rule;
};

// Facts about tokens, from one pass over the document; indices are those of SegmentedDocument::tokens.
class NameTokens {
 public:
  explicit NameTokens(const TokenReader& reader);

  [[nodiscard]] const SegmentedDocument& doc() const { return doc_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(flags_.size()); }
  [[nodiscard]] const RuleToken& operator[](std::uint32_t i) const { return doc_.tokens[i]; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return doc_.token_text(i); }
  [[nodiscard]] bool is(std::uint32_t i, WordClasses classes) const { return doc_.tokens[i].classes.has_any(classes); }
  // The token is this mark or this word written small.
  [[nodiscard]] bool writes(std::uint32_t i, PlainWord word) const { return reader_.says(i, word) && small(i); }
  [[nodiscard]] bool writes_any(std::uint32_t i, const PlainWords& words) const {
    return reader_.says_any(i, words) && small(i);
  }

  // "the", also where it opens a sentence, stands before the token.
  [[nodiscard]] bool follows_the(std::uint32_t i) const {
    return i > 0 && (word(i - 1) == "the" || word(i - 1) == "The");
  }

  // Begins with a capital and may stand in a name: no function word, month or weekday.
  [[nodiscard]] bool capital(std::uint32_t i) const { return has(i, kCapital); }
  // An everyday word when written small ("Health", "Announces").
  [[nodiscard]] bool common(std::uint32_t i) const { return has(i, kCommon); }
  // The same for a word in any case, looked up now.
  [[nodiscard]] bool everyday(std::uint32_t i) const { return is_common(i); }
  // Determiner, preposition and the like: never begins a name.
  [[nodiscard]] bool function_word(std::uint32_t i) const { return has(i, kFunction); }
  // A sentence or a quotation begins here, so the capital proves nothing.
  [[nodiscard]] bool opens(std::uint32_t i) const { return has(i, kOpens); }
  // In a headline in which every word has a capital.
  [[nodiscard]] bool title_case(std::uint32_t i) const { return has(i, kTitleCase); }
  // The document writes the same word small elsewhere.
  [[nodiscard]] bool seen_lower(std::uint32_t i) const { return terms_.at(doc_.tokens[i].term).small; }
  // The document writes the same word with a capital where that proves something.
  [[nodiscard]] bool seen_capital(std::uint32_t i) const { return terms_.at(doc_.tokens[i].term).capital; }
  // The document writes these two words with capitals one behind the other where that proves something. Of several that
  // follow a word the first counts.
  [[nodiscard]] bool seen_together(std::uint32_t i, std::uint32_t next) const {
    const TermId follows = terms_.at(doc_.tokens[i].term).next;
    return follows != 0 && follows == doc_.tokens[next].term;
  }
  // The document lets the word, with a capital and without an article, say or do things more than once.
  [[nodiscard]] bool acts(std::uint32_t i) const { return terms_.at(doc_.tokens[i].term).acts == kOften; }
  // The word could be part of a person's name: not an everyday word, or a given or family name all the same.
  [[nodiscard]] bool personal(std::uint32_t i) const;

  // The longest known name that begins at `i` and ends at or before `end`; its words must be written with capitals.
  [[nodiscard]] KnownName known_name(std::uint32_t i, std::uint32_t end) const;
  // Length in tokens of the longest phrase of class `c` at `i`, 0 when there is none.
  [[nodiscard]] std::uint32_t phrase(WordClass c, std::uint32_t i, std::uint32_t end) const;
  // True when the tokens [begin, end) end in a phrase of class `c`; `shortest` tokens must remain before it.
  [[nodiscard]] const LexiconEntry* ends_in(WordClass c, std::uint32_t begin, std::uint32_t end,
                                            std::uint32_t remaining) const;

 private:
  enum Flag : std::uint8_t { kCapital = 1, kCommon = 2, kFunction = 4, kOpens = 8, kTitleCase = 16 };
  [[nodiscard]] bool has(std::uint32_t i, Flag flag) const { return (flags_[i] & flag) != 0; }
  [[nodiscard]] bool small(std::uint32_t i) const {
    return doc_.tokens[i].shape == TokenShape::kLower || doc_.tokens[i].shape == TokenShape::kPunct;
  }
  void flag_sentence(const Sentence& sentence);
  void remember_words(const Sentence& sentence);
  [[nodiscard]] bool acts_here(std::uint32_t i) const;
  [[nodiscard]] bool is_common(std::uint32_t i) const;
  [[nodiscard]] bool is_regular_form(std::uint32_t i) const;
  [[nodiscard]] bool calendar_name(std::uint32_t i, TokenSpan sentence) const;
  [[nodiscard]] bool precedes_family_name(std::uint32_t i, TokenSpan sentence) const;
  [[nodiscard]] bool written_as_name(std::uint32_t begin, std::uint32_t length) const;
  [[nodiscard]] PhraseMatch match(WordClass c, std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool noun_follows(std::uint32_t i) const;
  [[nodiscard]] bool has_article(std::uint32_t i) const;
  [[nodiscard]] int place_weight(std::uint32_t i, const PhraseMatch& match) const;
  // What known_name() answers, and the length of the longest phrase that was looked at for it: a limit behind that
  // changes nothing.
  struct KnownNameAt {
    KnownName name;
    std::uint32_t reach = 0;
  };
  [[nodiscard]] KnownNameAt look_up_name(std::uint32_t i, std::uint32_t end) const;

  enum class Everyday : std::uint8_t { kUnasked, kNo, kYes };
  static constexpr std::uint8_t kOften = 2;
  struct TermFacts {
    bool small = false;     // written small somewhere
    bool capital = false;   // written with a capital where that proves something
    std::uint8_t acts = 0;  // how often it says or does something, as far as kOften
    Everyday everyday = Everyday::kUnasked;
    TermId next = 0;  // the word with a capital that follows it inside a sentence
  };

  const TokenReader& reader_;
  const SegmentedDocument& doc_;
  const Lexicon& lexicon_;
  std::vector<std::uint8_t> flags_;
  mutable TermTable<TermFacts> terms_;  // what is_common() found is added as it is asked for
  // Names that known_name() has looked up, and for each token one more than its index there.
  mutable std::vector<KnownNameAt> known_names_;
  mutable std::vector<std::uint32_t> known_name_at_;
};

}  // namespace newsloupe
