// The words of a set: what text reuse, stories, quotes and alignments count. Word ids are the set's own, given in
// canonical order, so that equal words of different articles have equal ids.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/paragraph.h"
#include "core/resolve/article.h"
#include "core/resources/resources.h"

namespace newsloupe {

using WordId = std::uint32_t;

struct Word {
  TextSpan span;
  WordId word = 0;       // of the folded form
  WordId stem = 0;       // of its stem; equal stems meet where only the sense counts
  bool content = false;  // carries sense: a number, a name, or no stop word
  bool name = false;     // inside a name of the article
  bool number = false;
  bool quoted = false;  // inside quotation marks
};

// Half-open range of indices into ArticleWords::words.
using WordSpan = BasicSpan<struct WordIndices>;

struct WordSentence {
  TextSpan span;
  WordSpan words;
  ParagraphClass paragraph_class = ParagraphClass::kBody;
  std::uint32_t paragraph = 0;
};

struct ArticleWords {
  std::vector<Word> words;              // of all that feeds the analysis except datelines, in text order
  std::vector<WordSentence> sentences;  // the same text, in text order
  std::vector<WordId> title;            // stems of the headline's content words, also where it stands outside the text
  std::uint32_t body_words = 0;

  // The words that begin inside the text span.
  [[nodiscard]] WordSpan words_in(TextSpan span) const;
  [[nodiscard]] std::span<const Word> at(WordSpan range) const {
    return std::span<const Word>(words).subspan(range.begin, range.size());
  }
  // Index of the sentence that holds the text offset, or sentences.size().
  [[nodiscard]] std::size_t sentence_at(std::uint32_t offset) const;
};

class SetWords {
 public:
  // `articles` in canonical order; nothing of them is kept. `resources` must outlive this.
  SetWords(std::span<const ArticlePtr> articles, const Resources& resources);

  [[nodiscard]] const std::vector<ArticleWords>& articles() const { return articles_; }
  [[nodiscard]] const ArticleWords& operator[](std::size_t article) const { return articles_[article]; }
  // Smoothed inverse document frequency of a stem in 1/256 bits: rare stems weigh more, none weighs nothing.
  [[nodiscard]] std::uint32_t weight(WordId stem) const { return weights_[stem]; }
  // Number of articles that have the stem.
  [[nodiscard]] std::uint32_t articles_with(WordId stem) const { return document_frequency_[stem]; }
  // The folded word (or stem) of an id.
  [[nodiscard]] std::string_view text(WordId id) const { return texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  // The id of a folded word, or size() when the set has no such word.
  [[nodiscard]] WordId find(std::string_view folded) const;

 private:
  struct Entry {
    WordId word = 0, stem = 0;
  };
  WordId intern(const std::string& folded);
  void read(const Article& article);
  void read_title(const Article& article, ArticleWords& out);
  void weigh();

  const Resources& resources_;
  std::unordered_map<std::string, WordId> ids_;  // for lookup only
  std::vector<std::string> texts_;
  std::vector<ArticleWords> articles_;
  std::vector<std::uint32_t> document_frequency_, weights_;
};

}  // namespace newsloupe
