#include "core/clean/line_tokens.h"

#include <algorithm>

#include "core/resources/token_scanner.h"

namespace newsloupe {

std::vector<LineToken> line_tokens(std::string_view line, const Lexicon& lexicon, std::size_t limit) {
  std::vector<LineToken> tokens;
  tokens.reserve(std::min(limit, line.size() / 4 + 1));
  TokenScanner scanner(line, {0, static_cast<std::uint32_t>(line.size())}, &lexicon);
  for (ScannedToken token; tokens.size() < limit && scanner.next(token);) {
    const TermId term = lexicon.find(token.folded);
    tokens.push_back({term, token.shape, token.space_before, lexicon.classes(term), token.span,
                      line.substr(token.span.begin, token.span.size())});
  }
  return tokens;
}

namespace {

template <class Token>
PhraseMatch phrase_in(std::span<const Token> tokens, WordClass c, const Lexicon& lexicon) {
  if (tokens.empty() || !lexicon.begins(c, tokens[0].term)) return {};
  TermId terms[12];
  const std::size_t count = std::min(std::size(terms), tokens.size());
  for (std::size_t i = 0; i < count; ++i) terms[i] = tokens[i].term;
  return lexicon.match(c, std::span<const TermId>(terms, count));
}

}  // namespace

PhraseMatch phrase_at(const std::vector<LineToken>& tokens, std::size_t at, WordClass c, const Lexicon& lexicon) {
  return phrase_in(std::span<const LineToken>(tokens).subspan(at), c, lexicon);
}

PhraseMatch phrase_at(const TokenizedLine& line, std::size_t at, WordClass c, const Lexicon& lexicon) {
  return phrase_in(line.tokens.subspan(at), c, lexicon);
}

}  // namespace newsloupe
