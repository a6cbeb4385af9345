// Articles as words with ids of the set, one at a time, so that whoever needs
// few of them need not keep all.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/paragraph.h"
#include "core/compare/article_digest.h"
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
  bool quoted = false;       // inside quotation marks
  std::uint8_t persons = 0;  // names of persons that hold it
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
  std::vector<WordId> title;            // stems of the headline's content words, also
                                        // where it stands outside the text
  std::uint32_t body_words = 0;

  // The words that begin inside the text span.
  [[nodiscard]] WordSpan words_in(TextSpan span) const;
  [[nodiscard]] std::span<const Word> at(WordSpan range) const {
    return std::span<const Word>(words).subspan(range.begin, range.size());
  }
  // Index of the sentence that holds the text offset, or sentences.size().
  [[nodiscard]] std::size_t sentence_at(std::uint32_t offset) const;
};

// The words of one article with numbers of its own: `word` counts in `terms`, the folded words in order of first use,
// `stem` is not given.
struct NumberedWords {
  ArticleWords words;  // without the title
  std::vector<std::string> terms;
};
[[nodiscard]] NumberedWords number_words(const Article& article);

// Folded words and stems by number, in order of first use.
class Vocabulary {
 public:
  struct Entry {
    WordId word = 0, stem = 0;
  };
  WordId intern(const std::string& folded);
  // A folded word with its stem.
  Entry enter(const std::string& folded);
  // The folded word (or stem) of an id.
  [[nodiscard]] std::string_view text(WordId id) const { return *texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  // The id of a folded word, or size() when none of the articles has it.
  [[nodiscard]] WordId find(std::string_view folded) const;

 private:
  std::unordered_map<std::string, WordId> ids_;  // for lookup only
  std::vector<const std::string*> texts_;        // keys of ids_
};

// The words of the article, without its title; those that were not met before get the next ids, in text order.
[[nodiscard]] ArticleWords read_words(const Article& article, Vocabulary& vocabulary);

class WordReader {
 public:
  // `resources` must outlive this.
  explicit WordReader(const Resources& resources) : resources_(resources) {}

  // read_words() with the title.
  [[nodiscard]] ArticleWords read(const Article& article);
  // The same ids; without spans and sentences.
  [[nodiscard]] ArticleWords read(const ArticleDigest& digest);

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // Stems of everyday English words among the digests, by id.
  [[nodiscard]] const std::vector<bool>& everyday() const { return everyday_; }
  [[nodiscard]] std::string_view text(WordId id) const { return vocabulary_.text(id); }
  [[nodiscard]] std::size_t size() const { return vocabulary_.size(); }
  [[nodiscard]] WordId find(std::string_view folded) const { return vocabulary_.find(folded); }

 private:
  Vocabulary::Entry enter(const std::string& folded);
  void read_title(const std::string& headline, ArticleWords& out);

  const Resources& resources_;
  Vocabulary vocabulary_;
  std::vector<bool> everyday_;  // by id of a stem
};

// How rare stems are in a set.
class StemWeights {
 public:
  // Counts the article: each stem among its words once.
  void add(std::span<const Word> words);
  // Once all are counted; `stems`: how many ids there are.
  void weigh(std::size_t stems);
  // As if the set lay among many articles about other things: in a set about one event its names are in every article
  // and still are what tells it from the rest of the world.
  void weigh_in_the_world(std::size_t stems, const std::vector<bool>& everyday);

  // Smoothed inverse document frequency in 1/256 bits: rare stems weigh more,
  // none weighs nothing.
  [[nodiscard]] std::uint32_t weight(WordId stem) const { return weights_[stem]; }
  // Number of articles that have the stem.
  [[nodiscard]] std::uint32_t articles_with(WordId stem) const { return articles_with_[stem]; }

 private:
  std::size_t articles_ = 0;
  std::vector<std::uint32_t> articles_with_, last_article_, weights_;
};

}  // namespace newsloupe
