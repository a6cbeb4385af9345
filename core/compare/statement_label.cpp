#include "core/compare/statement_label.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/closed_list.h"
#include "core/compare/clause.h"

namespace newsloupe {
namespace {

// Of a sentence that lies inside a quotation: its speaker's words, empty where nobody is named.
std::optional<std::string> spoken_label(const Article& article, TextSpan sentence) {
  constexpr std::uint32_t kMarks = 3;  // bytes of a quotation mark that the sentence has and the quote has not
  for (std::size_t q = 0; q < article.resolution.quotes.size(); ++q) {
    const Quote& quote = article.resolution.quotes[q];
    const bool holds = quote.span.begin <= sentence.begin + kMarks && quote.span.end + kMarks >= sentence.end;
    if (quote.kind == QuoteKind::kIndirect || !holds) continue;
    const std::string speaker = article.known_speaker(article.resolution.attributions[q]);
    const TextSpan words{std::max(quote.span.begin, sentence.begin), std::min(quote.span.end, sentence.end)};
    return speaker.empty() ? speaker : speaker + ": “" + label_of(article, words, kLongestStatement) + "”";
  }
  return std::nullopt;
}

// Cut before the verb of its last clause: "The Herald reported that Arvo" of "... that Arvo, a lobby, was softening".
bool is_cut_before_verb(const Article& article, TextSpan sentence, TextSpan clause) {
  static constexpr std::string_view kOpenings[] = {"that", "whether", "because", "if", "when", "while", "although"};
  constexpr WordClasses kVerbs = WordClass::kAuxiliary | WordClass::kPastForm | WordClass::kReportingVerb;
  constexpr std::uint32_t kLongestSubject = 6;
  const SegmentedDocument& doc = article.doc;
  if (clause.end >= sentence.end || article.text({clause.end, clause.end + 1}) != ",") return false;
  const std::uint32_t first = doc.token_from(clause.begin), end = doc.token_from(clause.end);
  for (std::uint32_t t = end; t > first && end - t <= kLongestSubject; --t) {
    const std::string_view word = doc.token_text(t - 1);
    const WordClasses classes = doc.tokens[t - 1].classes;
    if (classes.has_any(kVerbs) || word.ends_with("ed")) return false;
    if (!is_one_of(kOpenings, word)) continue;
    const bool pointing = t - 1 > first && doc.tokens[t - 2].classes.has(WordClass::kPreposition);  // "by that time"
    return t < end && !pointing;
  }
  return false;
}

// "Who has hosted the prize twice": half a sentence, when it is cut out of a longer one.
bool is_relative_clause(const Article& article, TextSpan sentence, TextSpan clause) {
  static constexpr PlainWords kRelatives({"who", "which", "whose", "whom", "where"});
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin);
  return clause.begin > sentence.begin && first < doc.tokens.size() && kRelatives.has(doc.tokens[first].plain);
}

}  // namespace

std::string statement_of(const Article& article, TextSpan sentence) {
  const std::optional<std::string> spoken = spoken_label(article, sentence);
  return spoken ? *spoken : label_of(article, sentence, kLongestStatement);
}

std::string statement_label(const Article& article, TextSpan sentence, TextSpan clause) {
  if (const std::optional<std::string> spoken = spoken_label(article, sentence)) return *spoken;
  for (const std::string_view joint : {"and ", "but ", "And ", "But "}) {
    if (article.text(clause).starts_with(joint)) clause.begin += static_cast<std::uint32_t>(joint.size());
  }
  std::string label = label_of(article, clause, kLongestStatement);
  const bool unread_quote = label.starts_with("``") || label.starts_with("''") || label.starts_with('"') ||
                            label.starts_with("“") || label.find(",''") != std::string::npos;
  const bool piece = std::count(label.begin(), label.end(), '(') != std::count(label.begin(), label.end(), ')');
  const bool half = is_cut_before_verb(article, sentence, clause) || is_relative_clause(article, sentence, clause);
  return unread_quote || piece || half ? std::string() : label;
}

}  // namespace newsloupe
