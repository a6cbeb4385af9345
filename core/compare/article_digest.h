// What a set keeps of every article, however many there are: a fifth of it. Whole articles are kept only of what is
// compared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/compare/office_holders.h"
#include "core/resolve/article.h"
#include "core/resources/resources.h"

namespace newsloupe {

// Enough to list the article, to know its text again, and to tell its story, its origin and the story's label.
struct ArticleDigest : ArticleCard {  // without the candidates of the metadata
  // A word of the text (see Word in word_reader.h); `term` counts in `terms`, `persons` the persons' names that hold
  // it.
  struct Word {
    std::uint32_t term : 26;
    std::uint32_t content : 1, name : 1, number : 1, quoted : 1;
    std::uint32_t persons : 2;
  };
  std::vector<Word> words;
  std::string terms;  // the folded words in order of first use, each ended by a line break
  // The first words of the text, and of those that carry sense how they are written, each ended by a line break.
  std::uint32_t opening_words = 0;
  std::string opening;
  std::uint32_t body_words = 0;
  std::vector<OfficeHolder> offices;
  std::vector<std::uint64_t> paragraphs;  // paragraph_key() of each that has one, in text order
  std::string lead;         // lead_words()
  std::string fingerprint;  // fingerprint_of() the clean text
};
using DigestPtr = std::shared_ptr<const ArticleDigest>;

[[nodiscard]] DigestPtr digest(const Article& article);
[[nodiscard]] std::vector<DigestPtr> digests_of(const std::vector<ArticlePtr>& articles);

// What a body paragraph of at most 400 bytes and at least 15 letters has in common with any that reads the same: a hash
// of its letters and digits in folded form. Nothing for others. What is set aside because the set repeats it has one too.
[[nodiscard]] std::optional<std::uint64_t> paragraph_key(const Paragraph& paragraph, std::string_view text);

// The first words of the body, cut at a word's end: a title for an article without a headline. The file's name where
// there is no body.
[[nodiscard]] std::string lead_words(const Article& article);

}  // namespace newsloupe
