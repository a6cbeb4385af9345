#include "core/annotate/name_tokens.h"

#include <algorithm>
#include <array>
#include <string>

namespace newsloupe {
namespace {

constexpr WordClasses kFunctionClasses = WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction |
                                         WordClass::kAuxiliary | WordClass::kNegation | WordClass::kPronoun |
                                         WordClass::kStopWord | WordClass::kRelative;
constexpr WordClasses kKnownNames = WordClass::kCountry | WordClass::kDemonym | WordClass::kOrganizationName |
                                    WordClass::kAgency | WordClass::kOutlet | WordClass::kPlace;
constexpr WordClasses kCalendar = WordClass::kMonth | WordClass::kWeekday;

bool is_quote_mark(std::string_view word) {
  return word == "\"" || word == "'" || word == "\xE2\x80\x9C" || word == "\xE2\x80\x98" || word == "\xC2\xAB";
}

bool has_letter_shape(TokenShape shape) {
  return shape != TokenShape::kNumber && shape != TokenShape::kPunct && shape != TokenShape::kOther;
}

// Words of scripts without spaces, whole sentences of them, stand around a name in Latin letters.
bool holds_ideographs(std::string_view word) {
  constexpr unsigned char kFirst = 0xE3, kLast = 0xED;  // lead bytes of U+3000 to U+DFFF
  return std::ranges::any_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= kFirst && byte <= kLast;
  });
}

bool has_capital_shape(TokenShape shape, std::string_view word) {
  switch (shape) {
    case TokenShape::kCapitalized:
    case TokenShape::kAllCaps:
    case TokenShape::kInitial:
      return true;
    case TokenShape::kMixed:
      return !holds_ideographs(word);
    case TokenShape::kAlphanumeric:
      return word[0] >= 'A' && word[0] <= 'Z';
    default:
      return false;
  }
}

// A word of a regular form, taken back to what the list of everyday words holds.
struct Ending {
  std::string_view ending, replacement;
};
constexpr std::array<Ending, 16> kEndings{{{"ies", "y"},
                                           {"es", ""},
                                           {"es", "e"},
                                           {"s", ""},
                                           {"ied", "y"},
                                           {"ed", ""},
                                           {"ed", "e"},
                                           {"ing", ""},
                                           {"ing", "e"},
                                           {"ly", ""},
                                           {"er", ""},
                                           {"er", "e"},
                                           {"ingly", ""},
                                           {"ingly", "e"},
                                           {"edly", ""},
                                           {"edly", "e"}}};

}  // namespace

NameTokens::NameTokens(const TokenReader& reader)
    : reader_(reader),
      doc_(reader.doc()),
      lexicon_(reader.lexicon()),
      flags_(doc_.tokens.size()),
      terms_(doc_.tokens.size()),
      known_name_at_(doc_.tokens.size()) {
  for (const Sentence& sentence : doc_.sentences) flag_sentence(sentence);
  for (const Sentence& sentence : doc_.sentences) remember_words(sentence);
}

void NameTokens::flag_sentence(const Sentence& sentence) {
  bool opens = true;
  int capital_common = 0, lower_common = 0, all_caps = 0, words = 0;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const RuleToken& token = doc_.tokens[i];
    const bool letters = has_letter_shape(token.shape);
    if (is(i, kFunctionClasses)) flags_[i] |= kFunction;
    if (letters) {
      if (opens) flags_[i] |= kOpens;
      const bool upper = has_capital_shape(token.shape, word(i));
      if (upper && is_common(i)) flags_[i] |= kCommon;
      // "AU", "IT" and "US" in capitals are names though "it" and "us" are not.
      if (upper && token.shape == TokenShape::kAllCaps && word(i).size() > 1)
        flags_[i] &= static_cast<std::uint8_t>(~kFunction);
      const bool calendar = is(i, kCalendar), named = calendar && upper && calendar_name(i, sentence.tokens);
      if (named) flags_[i] &= static_cast<std::uint8_t>(~(kFunction | kCommon));  // "Theresa May" is no auxiliary
      if (upper && !function_word(i) && (!calendar || named)) flags_[i] |= kCapital;
      ++words;
      if (token.shape == TokenShape::kAllCaps && word(i).size() > 3) ++all_caps;
      if (upper && !opens && common(i)) ++capital_common;
      if (!upper && !function_word(i) && word(i).size() > 3) ++lower_common;
    }
    // "We go," Jack Brown said: behind the end of a quotation a capital is a name's.
    const bool ends_quote = i > sentence.tokens.begin && !token.space_before && word(i - 1) == ",";
    opens = !letters && (opens || (is_quote_mark(word(i)) && !ends_quote) || word(i) == ":");
  }
  const bool stops = doc_.token_text(sentence.tokens.end - 1) == ".";
  // A headline need not hold two everyday words to show that all its words have capitals.
  const bool headline = doc_.paragraphs[std::size_t{sentence.paragraph}].paragraph_class == ParagraphClass::kHeadline;
  const bool title = ((capital_common >= 2 && capital_common >= 4 * lower_common) ||
                      (headline && words > 3 && lower_common == 0 && capital_common > 0)) &&
                     !stops;
  const bool shouted = words >= 3 && all_caps * 2 > words;
  if (!title && !shouted) return;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) flags_[i] |= kTitleCase;
}

// "May" and "Jan" as a given or family name: after a given name or a form of address, or before another name word.
bool NameTokens::calendar_name(std::uint32_t i, TokenSpan sentence) const {
  // "Jordan May 5", "Storm Rita May Hit Orla"
  const bool other = i + 1 < sentence.end && (doc_.tokens[i + 1].shape == TokenShape::kNumber ||
                                              doc_.tokens[i + 1].shape == TokenShape::kCapitalized);
  if (i > sentence.begin && capital(i - 1) && is(i - 1, WordClass::kGivenName | WordClass::kHonorific))
    return is(i, WordClass::kMonth) && (!other || precedes_family_name(i, sentence));
  if (!is(i, WordClass::kGivenName | WordClass::kFamilyName)) return false;
  const bool dated = i > sentence.begin && (function_word(i - 1) || doc_.tokens[i - 1].shape == TokenShape::kNumber);
  if (dated || i + 1 >= sentence.end || !doc_.tokens[i + 1].space_before) return false;
  return is(i + 1, WordClass::kFamilyName) && has_capital_shape(doc_.tokens[i + 1].shape, word(i + 1));
}

// "Dr Jan Drovik"
bool NameTokens::precedes_family_name(std::uint32_t i, TokenSpan sentence) const {
  return is(i - 1, WordClass::kHonorific) && i + 1 < sentence.end &&
         doc_.tokens[i + 1].shape == TokenShape::kCapitalized;
}

void NameTokens::remember_words(const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const RuleToken& token = doc_.tokens[i];
    if (token.shape == TokenShape::kLower) terms_[token.term].small = true;
    if (!capital(i) || title_case(i)) continue;
    TermFacts& facts = terms_[token.term];
    if (facts.acts < kOften && acts_here(i)) ++facts.acts;
    if (opens(i)) continue;
    facts.capital = true;
    if (facts.next == 0 && i + 1 < sentence.tokens.end && capital(i + 1)) facts.next = doc_.tokens[i + 1].term;
  }
}

// "Then Roof said", but neither "the Roof was" nor "Velda Roof is".
bool NameTokens::acts_here(std::uint32_t i) const {
  if (i == 0 || i + 1 >= size() || capital(i - 1) || is(i - 1, WordClass::kDeterminer)) return false;
  return is(i + 1, WordClass::kReportingVerb | WordClass::kAuxiliary) && doc_.tokens[i + 1].shape == TokenShape::kLower;
}

bool NameTokens::is_common(std::uint32_t i) const {
  if (is(i, WordClass::kCommonWord | WordClass::kPersonNoun | WordClass::kAnonymousSource)) return true;
  Everyday& known = terms_[doc_.tokens[i].term].everyday;
  if (known == Everyday::kUnasked) known = is_regular_form(i) ? Everyday::kYes : Everyday::kNo;
  return known == Everyday::kYes;
}

bool NameTokens::is_regular_form(std::uint32_t i) const {
  static constexpr std::string_view kLastLetters = "sdgyrSDGYR";
  const char last = word(i).back();
  const bool ascii = static_cast<unsigned char>(last) < 0x80;
  if (ascii && kLastLetters.find(last) == std::string_view::npos) return false;
  const std::string folded = fold_word(word(i));
  std::string base;
  for (const auto& [ending, replacement] : kEndings) {
    if (!folded.ends_with(ending) || folded.size() < ending.size() + 3) continue;
    base.assign(folded, 0, folded.size() - ending.size()).append(replacement);
    if (lexicon_.classes(lexicon_.find(base)).has(WordClass::kCommonWord)) return true;
  }
  return false;
}

bool NameTokens::personal(std::uint32_t i) const {
  return !common(i) || is(i, WordClass::kGivenName | WordClass::kFamilyName);
}

PhraseMatch NameTokens::match(WordClass c, std::uint32_t i, std::uint32_t end) const {
  constexpr std::uint32_t kLongestPhrase = 8;
  std::array<TermId, kLongestPhrase> terms{};
  const std::uint32_t length = std::min(end - i, kLongestPhrase);
  for (std::uint32_t k = 0; k < length; ++k) terms[k] = doc_.tokens[i + k].term;
  return lexicon_.match(c, std::span<const TermId>(terms).first(length));
}

std::uint32_t NameTokens::phrase(WordClass c, std::uint32_t i, std::uint32_t end) const {
  if (i >= end || !lexicon_.begins(c, doc_.tokens[i].term)) return 0;
  return match(c, i, end).length;
}

const LexiconEntry* NameTokens::ends_in(WordClass c, std::uint32_t begin, std::uint32_t end,
                                        std::uint32_t remaining) const {
  const std::uint32_t earliest = std::max(begin + remaining, end > 4 ? end - 4 : 0);
  for (std::uint32_t i = earliest; i < end; ++i) {
    if (!lexicon_.begins(c, doc_.tokens[i].term)) continue;
    const PhraseMatch found = match(c, i, end);
    if (found.length == end - i) return found.entry;
  }
  return nullptr;
}

// Every word of a name has a capital, save the small words inside it. A word that is also an everyday word or a pronoun
// ("who", "us", "total") must be written in a way that only a name is.
bool NameTokens::written_as_name(std::uint32_t begin, std::uint32_t length) const {
  for (std::uint32_t i = begin; i < begin + length; ++i) {
    const RuleToken& token = doc_.tokens[i];
    if (!has_letter_shape(token.shape) || has_capital_shape(token.shape, word(i))) continue;
    const bool small_inside = i > begin && (is(i, kFunctionClasses | WordClass::kParticle) || word(i).front() == '\'' ||
                                            word(i).starts_with("\xE2\x80\x99"));
    const bool joined = i > begin + 1 && !token.space_before && word(i - 1) == "-";  // "Chick-fil-A"
    const bool small_first = i == begin && length > 1 && is(i, WordClass::kParticle);
    if (!small_inside && !small_first && !joined) return false;
  }
  if (length > 1) return !title_case(begin) || !common(begin) || !common(begin + length - 1);
  if (doc_.tokens[begin].classes.has_any(kFunctionClasses)) {
    return doc_.tokens[begin].shape == TokenShape::kAllCaps && !title_case(begin);
  }
  if (!common(begin)) return true;
  return (!opens(begin) && !title_case(begin)) || seen_capital(begin);
}

int NameTokens::place_weight(std::uint32_t i, const PhraseMatch& match) const {
  const std::span<const std::string_view> columns = match.entry->columns;
  const std::string_view kind = columns.size() > 1 ? columns[1] : std::string_view();
  int weight = kind == "capital" ? 7 : kind == "town" ? 3 : 5;
  if (match.length > 1) return weight + 2;
  if (is(i, WordClass::kGivenName | WordClass::kFamilyName)) weight -= 2;
  if (common(i)) weight -= 2;
  return weight;
}

KnownName NameTokens::known_name(std::uint32_t i, std::uint32_t end) const {
  const RuleToken& token = doc_.tokens[i];
  if (!token.classes.has_any(kKnownNames) && !lexicon_.begins_phrase(token.term)) return {};
  // No name begins with a small word, unless that is a particle.
  if (has_letter_shape(token.shape) && !has_capital_shape(token.shape, word(i)) && !is(i, WordClass::kParticle))
    return {};
  if (known_name_at_[i] == 0) {
    known_names_.push_back(look_up_name(i, size()));
    known_name_at_[i] = static_cast<std::uint32_t>(known_names_.size());
  }
  const KnownNameAt& known = known_names_[known_name_at_[i] - 1];
  return i + known.reach <= end ? known.name : look_up_name(i, end).name;
}

// "the Emirates" are a country and "the Brazilian Amazon" is a forest; without the article they are companies, and so
// is what "the Emirates fleet" belongs to.
bool NameTokens::has_article(std::uint32_t i) const {
  const std::uint32_t before = i > 1 && is(i - 1, WordClass::kDemonym) ? i - 2 : i - 1;
  return i > 0 && reader_.says(before, "the");
}

bool NameTokens::noun_follows(std::uint32_t i) const {
  return i < size() && doc_.tokens[i].shape == TokenShape::kLower && !function_word(i) &&
         !is(i, WordClass::kReportingVerb);
}

NameTokens::KnownNameAt NameTokens::look_up_name(std::uint32_t i, std::uint32_t end) const {
  static constexpr struct {
    WordClass word_class;
    EntityType type;
    int weight;
    const char* rule;
  } kClasses[] = {{WordClass::kCountry, EntityType::kPlace, 9, "name.country"},
                  {WordClass::kDemonym, EntityType::kGroup, 9, "name.demonym"},
                  {WordClass::kOrganizationName, EntityType::kOrganization, 7, "name.organization"},
                  {WordClass::kAgency, EntityType::kOrganization, 6, "name.agency"},
                  {WordClass::kOutlet, EntityType::kOrganization, 6, "name.outlet"},
                  {WordClass::kPlace, EntityType::kPlace, 0, "name.place"}};
  KnownNameAt best;
  for (const auto& row : kClasses) {
    if (!lexicon_.begins(row.word_class, doc_.tokens[i].term)) continue;
    const PhraseMatch found = match(row.word_class, i, end);
    best.reach = std::max(best.reach, found.length);
    const bool articled = row.type == EntityType::kPlace && found.length > 0 && found.entry->columns.size() > 2;
    if (found.length < best.name.length + (articled ? 0 : 1) || !written_as_name(i, found.length)) continue;
    if (articled && (!has_article(i) || (row.word_class == WordClass::kCountry && noun_follows(i + found.length))))
      continue;
    // "Ira", "the Act", "Nia" are not the IRA, the ACT and the NIA, though "Nato" is NATO.
    if (found.length == 1 && found.entry->capitals && doc_.tokens[i].shape != TokenShape::kAllCaps &&
        (word(i).size() < 4 || is(i, WordClass::kGivenName | WordClass::kFamilyName)))
      continue;
    // "James Van Der Beek" was not in the city of Van.
    if (found.length == 1 && is(i, WordClass::kParticle) && i + 1 < size() &&
        has_capital_shape(doc_.tokens[i + 1].shape, word(i + 1)))
      continue;
    int weight = row.weight != 0 ? row.weight : place_weight(i, found);
    if (row.weight != 0 && found.length == 1 && is(i, WordClass::kGivenName)) weight -= 3;
    best.name = {row.type, found.length, weight, found.entry, RuleId(row.rule)};
  }
  return best;
}

}  // namespace newsloupe
