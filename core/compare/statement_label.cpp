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

// The same of a clause of the sentence that lies inside one.
std::optional<std::string> spoken_label(const Article& article, TextSpan sentence, TextSpan clause) {
  const std::optional<std::string> whole = spoken_label(article, sentence);
  return whole ? whole : spoken_label(article, clause);
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

// A word that can be the verb of a clause, as far as that can be told without a tagger: "is", "went", "said", "opened"
// (but not "signed by"), and "lives" behind a name or a noun.
bool may_be_verb(const SegmentedDocument& doc, std::uint32_t t, std::uint32_t first, std::uint32_t end) {
  constexpr WordClasses kVerbs = WordClass::kAuxiliary | WordClass::kPastForm;
  constexpr WordClasses kNoSubjects = WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction |
                                      WordClass::kNumberWord | WordClass::kStopWord;
  static constexpr PlainWords kBehindParticiples({"by", "in", "with", "on"});
  const RuleToken& token = doc.tokens[t];
  const std::string_view word = doc.token_text(t);
  static constexpr std::string_view kSamePast[] = {"hit",   "cut",  "put",  "set",  "shut",   "cost",  "let",
                                                   "split", "quit", "beat", "hurt", "spread", "burst", "bid"};
  if (token.classes.has_any(kVerbs) || word == "'s" || word == "’s" || is_one_of(kSamePast, word)) return true;
  if (token.shape != TokenShape::kLower) return false;
  const bool named = t > first && doc.tokens[t - 1].classes.has(WordClass::kDeterminer);  // "the state", "a report"
  if (token.classes.has(WordClass::kReportingVerb)) return !named;
  if (word.ends_with("ed")) return t + 1 >= end || !kBehindParticiples.has(doc.tokens[t + 1].plain);
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || t == first) return false;
  // "titles Saturday night"
  if (t + 1 < end && doc.tokens[t + 1].classes.has_any(WordClass::kWeekday | WordClass::kMonth)) return false;
  const RuleToken& before = doc.tokens[t - 1];
  return before.shape != TokenShape::kNumber && before.shape != TokenShape::kPunct &&
         !before.classes.has_any(kNoSubjects);
}

// "In a letter signed by 42 members", "On Wednesday, the Senate's leader": cut away from what was done.
bool lacks_verb(const Article& article, TextSpan sentence, TextSpan clause) {
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin), end = doc.token_from(clause.end);
  if (clause.begin <= sentence.begin && clause.end + 1 >= sentence.end) return false;
  for (std::uint32_t t = first; t < end; ++t) {
    if (may_be_verb(doc, t, first, end)) return false;
  }
  return true;
}

// "After a two-year investigation", "helping drive the euro below $1.29": hangs on what is said around it.
bool hangs_on(const Article& article, TextSpan clause) {
  constexpr WordClasses kJoints = WordClass::kPreposition | WordClass::kConjunction;
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin);
  if (first >= doc.tokens.size()) return true;
  const std::string_view word = doc.token_text(first);
  return doc.tokens[first].classes.has_any(kJoints) || (word.ends_with("ing") && word.size() > 5);
}

// "Was killed by a driver", "After he was indicted", "Feb. 1 on Route 94": cut away from its subject or from what was
// done then.
bool is_fragment(const Article& article, TextSpan sentence, TextSpan clause) {
  static constexpr PlainWords kJoints({"when", "while", "after", "before", "since", "as", "because", "if", "although",
                                       "though", "until", "once", "unless", "whether", "that"});
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin);
  if (first >= doc.tokens.size()) return true;
  const RuleToken& token = doc.tokens[first];
  const bool cut = clause.begin > sentence.begin, ends_early = clause.end + 1 < sentence.end;
  if (cut && token.classes.has_any(WordClass::kAuxiliary | WordClass::kPastForm)) return true;
  if (cut && token.classes.has(WordClass::kMonth) && token.shape == TokenShape::kCapitalized) return true;
  return kJoints.has(token.plain) && (cut || ends_early) && article.text(clause).find(',') == std::string_view::npos;
}

// "A friend who wrote the article": somebody, and nothing of what was done, where more stood in the sentence.
bool is_only_described(const Article& article, TextSpan sentence, TextSpan clause) {
  static constexpr PlainWords kRelatives({"who", "which", "whose", "that"});
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin), end = doc.token_from(clause.end);
  if (clause.begin <= sentence.begin && clause.end + 1 >= sentence.end) return false;
  std::uint32_t t = first;
  for (; t < end && !kRelatives.has(doc.tokens[t].plain); ++t) {
    if (may_be_verb(doc, t, first, end)) return false;
  }
  if (t == first || t >= end) return false;
  int verbs = 0;  // of the relative clause one, and one that follows it
  for (++t; t < end; ++t) verbs += may_be_verb(doc, t, first, end) && !may_be_verb(doc, t - 1, first, end) ? 1 : 0;
  return verbs < 2;
}

// "Corker said on Sunday": that somebody spoke, and nothing of what he said.
bool is_bare_attribution(const Article& article, TextSpan clause) {
  static constexpr PlainWords kOccasion(
      {"on", "in", "at", "during", "from", "via", "this", "last", "late", "early", "yesterday", "today"});
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin), end = doc.token_from(clause.end);
  std::uint32_t verb = first;
  const auto owns = [&](std::uint32_t t) { return doc.token_text(t) == "'s" || doc.token_text(t) == "’s"; };
  while (verb < end && (owns(verb) || !may_be_verb(doc, verb, first, end))) ++verb;
  if (verb >= end || !doc.tokens[verb].classes.has(WordClass::kReportingVerb)) return false;
  for (std::uint32_t t = verb + 1; t < end; ++t) {
    if (may_be_verb(doc, t, first, end) || doc.tokens[t].shape == TokenShape::kNumber) return false;
  }
  return verb + 1 == end || doc.token_text(verb) == "told" || doc.tokens[verb + 1].classes.has(WordClass::kWeekday) ||
         kOccasion.has(doc.tokens[verb + 1].plain);
}

}  // namespace

std::string statement_of(const Article& article, TextSpan sentence) {
  const std::optional<std::string> spoken = spoken_label(article, sentence);
  return spoken ? *spoken : label_of(article, sentence, kLongestStatement);
}

std::string statement_label(const Article& article, TextSpan sentence, TextSpan clause) {
  const std::string label = phrase_label(article, sentence, clause);
  if (spoken_label(article, sentence, clause)) return label;
  const bool states = !lacks_verb(article, sentence, clause) && !is_only_described(article, sentence, clause);
  return states ? label : std::string();
}

std::string phrase_label(const Article& article, TextSpan sentence, TextSpan clause) {
  if (const std::optional<std::string> spoken = spoken_label(article, sentence, clause)) return *spoken;
  if (is_cut_before_verb(article, sentence, clause) || is_relative_clause(article, sentence, clause)) return {};
  if (is_bare_attribution(article, clause) || is_fragment(article, sentence, clause)) return {};
  if (lacks_verb(article, sentence, clause) && hangs_on(article, clause)) return {};
  for (const std::string_view joint : {" ", "and even ", "and also ", "and ", "but ", "And ", "But "}) {
    if (article.text(clause).starts_with(joint)) clause.begin += static_cast<std::uint32_t>(joint.size());
  }
  std::string label = label_of(article, clause, kLongestStatement);
  const bool unread_quote = label.starts_with("``") || label.starts_with("''") || label.starts_with('"') ||
                            label.starts_with("“") || label.find(",''") != std::string::npos;
  const bool piece = std::count(label.begin(), label.end(), '(') != std::count(label.begin(), label.end(), ')');
  return unread_quote || piece ? std::string() : label;
}

}  // namespace newsloupe
