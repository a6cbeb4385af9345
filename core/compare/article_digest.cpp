#include "core/compare/article_digest.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/clean/head.h"
#include "core/compare/word_reader.h"

namespace newsloupe {
namespace {

constexpr std::size_t kOpeningSentences = 4;

ArticleDigest::Word packed(const Word& word) {
  constexpr std::uint32_t kMostTerms = (1U << 26U) - 1, kMostPersons = 3;
  ArticleDigest::Word out{};
  out.term = word.word & kMostTerms;
  out.content = word.content ? 1U : 0U;
  out.name = word.name ? 1U : 0U;
  out.number = word.number ? 1U : 0U;
  out.quoted = word.quoted ? 1U : 0U;
  out.persons = std::min<std::uint32_t>(word.persons, kMostPersons) & kMostPersons;
  return out;
}

void put_opening(const Article& article, const ArticleWords& words, ArticleDigest& out) {
  const std::size_t sentences = std::min(kOpeningSentences, words.sentences.size());
  if (sentences == 0) return;
  out.opening_words = words.sentences[sentences - 1].words.end;
  for (const Word& word : words.at({0, out.opening_words})) {
    if (word.content && !word.number) out.opening.append(article.text(word.span)) += '\n';
  }
}

}  // namespace

DigestPtr digest(const Article& article) {
  auto out = std::make_shared<ArticleDigest>();
  static_cast<ArticleCard&>(*out) = article;
  out->metadata.candidates = {};
  const NumberedWords numbered = number_words(article);
  out->words.reserve(numbered.words.words.size());
  for (const Word& word : numbered.words.words) out->words.push_back(packed(word));
  for (const std::string& term : numbered.terms) out->terms.append(term) += '\n';
  put_opening(article, numbered.words, *out);
  out->opening.shrink_to_fit();
  out->terms.shrink_to_fit();
  out->body_words = numbered.words.body_words;
  out->offices = office_holders(article);
  for (const Paragraph& p : article.doc.paragraphs) {
    if (const auto key = paragraph_key(p, article.text(p.span))) out->paragraphs.push_back(*key);
  }
  out->lead = lead_words(article);
  out->fingerprint = fingerprint_of(article.doc.document->text());
  return out;
}

std::vector<DigestPtr> digests_of(const std::vector<ArticlePtr>& articles) {
  std::vector<DigestPtr> digests;
  digests.reserve(articles.size());
  for (const ArticlePtr& article : articles) digests.push_back(digest(*article));
  return digests;
}

std::optional<std::uint64_t> paragraph_key(const Paragraph& paragraph, std::string_view text) {
  constexpr std::size_t kShortest = 15, kLongest = 400;
  const bool body = is_body(paragraph.paragraph_class) || paragraph.rule == kRepeatedInSet;
  if (!body || text.size() > kLongest || text.size() < kShortest) return std::nullopt;
  const std::string key = text_key(text);
  return key.size() < kShortest ? std::nullopt : std::optional(hash64(key));
}

std::string lead_words(const Article& article) {
  constexpr std::size_t kMost = 72;
  for (const Paragraph& p : article.doc.paragraphs) {
    if (!is_body(p.paragraph_class)) continue;
    const std::string_view text = article.text(p.span);
    if (text.size() <= kMost) return std::string(text);
    const std::size_t space = text.rfind(' ', kMost);
    if (space != std::string_view::npos && space > 0) return std::string(text.substr(0, space)) + " …";
  }
  return article.source.name;
}

}  // namespace newsloupe
