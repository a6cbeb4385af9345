#include "core/compare/alignments.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/compare/overlap.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostPieces = 300;  // a word in more sentences proposes no pair
constexpr std::uint32_t kLeastShared = 3;
constexpr std::uint32_t kLeastWords = 4;  // content words of a sentence worth aligning

struct Piece {
  std::uint32_t article = 0, sentence = 0, story = 0;
};

struct Candidate {
  std::uint32_t a = 0, b = 0, score = 0;  // pieces
};

// Enough in common: a good part of both, or nearly all of the shorter one.
bool says_the_same(const Overlap& overlap) {
  if (overlap.words < kLeastShared) return false;
  if (overlap.words >= 4 && overlap.of_lighter >= 450 && overlap.of_heavier >= 250) return true;
  if (overlap.words >= 6 && overlap.of_lighter >= 330 && overlap.of_heavier >= 230) return true;
  return overlap.of_lighter >= 750 && overlap.of_heavier >= 250;
}

std::vector<Piece> pieces_of(const Comparison& comparison, const SetWords& words) {
  std::vector<Piece> pieces;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const std::vector<WordSentence>& sentences = words[a].sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (is_body(sentences[s].paragraph_class)) pieces.push_back({a, s, comparison.articles[a].story});
    }
  }
  return pieces;
}

std::vector<Candidate> candidates(const std::vector<Piece>& pieces,
                                  const std::vector<std::vector<WeightedWord>>& content, std::size_t stems) {
  PieceIndex index(content, stems, kMostPieces);
  std::vector<Candidate> result;
  for (std::uint32_t a = 0; a < pieces.size(); ++a) {
    if (content[a].size() < kLeastWords) continue;
    for (const PieceIndex::Proposal& proposal : index.later_than(a, kLeastShared)) {
      const std::uint32_t b = proposal.piece;
      if (pieces[a].article == pieces[b].article || pieces[a].story != pieces[b].story) continue;
      if (content[b].size() < kLeastWords) continue;
      const Overlap overlap = overlap_of(content[a], content[b]);
      if (says_the_same(overlap)) result.push_back({a, b, (overlap.of_lighter + overlap.of_heavier) / 2});
    }
  }
  return result;
}

}  // namespace

std::vector<AlignedSentences> align_sentences(const Comparison& comparison, const SetWords& words) {
  const std::vector<Piece> pieces = pieces_of(comparison, words);
  std::vector<std::vector<WeightedWord>> content;
  for (const Piece& piece : pieces) {
    content.push_back(content_of(words, piece.article, words[piece.article].sentences[piece.sentence].words));
  }
  const std::vector<Candidate> found = candidates(pieces, content, words.size());
  // The best score of a sentence towards each other article.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> best;
  for (const Candidate& c : found) {
    std::uint32_t& from_a = best[{c.a, pieces[c.b].article}];
    from_a = std::max(from_a, c.score);
    std::uint32_t& from_b = best[{c.b, pieces[c.a].article}];
    from_b = std::max(from_b, c.score);
  }
  std::vector<AlignedSentences> result;
  for (const Candidate& c : found) {
    const Piece &a = pieces[c.a], &b = pieces[c.b];
    if (best[{c.a, b.article}] != c.score || best[{c.b, a.article}] != c.score) continue;
    result.push_back({a.article, a.sentence, b.article, b.sentence, c.score});
  }
  return result;
}

std::vector<Alignment> alignments_from(const std::vector<AlignedSentences>& aligned, const SetWords& words) {
  const RuleId rule("alignment.same_words");
  std::vector<Alignment> result;
  for (const AlignedSentences& pair : aligned) {
    result.push_back(
        {{ArticleIndex(std::size_t{pair.article_a}), words[pair.article_a].sentences[pair.sentence_a].span, rule},
         {ArticleIndex(std::size_t{pair.article_b}), words[pair.article_b].sentences[pair.sentence_b].span, rule},
         pair.score});
  }
  return result;
}

}  // namespace newsloupe
