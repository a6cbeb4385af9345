#include "core/clean/line_tokens.h"

#include <algorithm>

#include "core/resources/token_scanner.h"

namespace newsloupe {

std::vector<LineToken> line_tokens(std::string_view line, const Lexicon& lexicon, std::size_t limit) {
  std::vector<LineToken> tokens;
  TokenScanner scanner(line, {0, static_cast<std::uint32_t>(line.size())}, &lexicon);
  for (ScannedToken token; tokens.size() < limit && scanner.next(token);) {
    const TermId term = lexicon.find(token.folded);
    tokens.push_back({term, token.shape, token.space_before, lexicon.classes(term), token.span,
                      line.substr(token.span.begin, token.span.size())});
  }
  return tokens;
}

PhraseMatch phrase_at(const std::vector<LineToken>& tokens, std::size_t at, WordClass c, const Lexicon& lexicon) {
  TermId terms[12];
  const std::size_t count = std::min<std::size_t>(std::size(terms), tokens.size() - at);
  for (std::size_t i = 0; i < count; ++i) terms[i] = tokens[at + i].term;
  return lexicon.match(c, std::span<const TermId>(terms, count));
}

}  // namespace newsloupe
