#include "core/annotate/name_runs.h"

#include <algorithm>

namespace newsloupe {
namespace {

constexpr WordClasses kPersonalNames = WordClass::kGivenName | WordClass::kFamilyName;

class RunReader {
 public:
  RunReader(const NameTokens& tokens, std::uint32_t begin, std::uint32_t end)
      : tokens_(tokens), begin_(begin), end_(end) {}

  std::uint32_t read() {
    std::uint32_t at = begin_;
    for (;;) {
      at += std::max<std::uint32_t>(1, tokens_.known_name(at, end_).length);
      const std::uint32_t next = next_word(at);
      if (next == 0) return at;
      at = next;
    }
  }

 private:
  // The token that carries the run on after [begin_, at), or 0.
  std::uint32_t next_word(std::uint32_t at) {
    if (at >= end_) return 0;
    const RuleToken& token = tokens_[at];
    if (tokens_.capital(at)) return token.space_before ? at : 0;
    // "Patrick Soon-Shiong"
    if (token.shape == TokenShape::kCapitalized && token.space_before && tokens_.is(at - 1, WordClass::kGivenName) &&
        is_joining_hyphen(tokens_, at + 1, end_) && tokens_.capital(at + 2))
      return at;
    const std::string_view word = tokens_.word(at);
    if (is_joining_hyphen(tokens_, at, end_)) return over_hyphen(at);
    if (tokens_.writes(at, ",")) return over_and(at);
    if (tokens_.writes_any(at, {"\"", "\u201C"})) return over_nickname(at);
    if (!token.space_before && is_plural_possessive(at)) return at + 1;
    if (!token.space_before) return is_possessive(word) ? over_possessive(at) : 0;
    if (token.classes.has(WordClass::kParticle) && particle_continues(at)) return at;
    // "Reschau am Inn": a town and its river.
    if (tokens_.writes(at, "am") && at + 1 < end_ && tokens_.capital(at + 1)) return at + 1;
    if (tokens_.writes_any(at, {"of", "for", "on"})) return over_of(at);
    if (tokens_.writes(at, "&")) return at + 1 < end_ && tokens_.capital(at + 1) && !both_places(at) ? at + 1 : 0;
    if (tokens_.writes(at, "and")) return over_and(at);
    return 0;
  }

  static bool is_possessive(std::string_view word) { return word == "'s" || word == "\xE2\x80\x99s"; }

  // "Harbour Workers’ Union"
  bool is_plural_possessive(std::uint32_t at) const {
    const std::string_view mark = tokens_.word(at);
    if ((mark != "'" && mark != "\u2019") || !tokens_.word(at - 1).ends_with('s')) return false;
    if (!tokens_.common(at - 1) || at + 1 >= end_ || !tokens_.capital(at + 1)) return false;
    return tokens_.phrase(WordClass::kOrganizationHead, at + 1, end_) > 0;
  }

  std::uint32_t over_hyphen(std::uint32_t at) const {
    const std::uint32_t next = at + 1;
    const TokenShape shape = tokens_[next].shape;
    if (tokens_.capital(next) || shape == TokenShape::kNumber) return next;
    // "Yun-yue", "Jae-in": the second half of a given name; "China-led", "year-end" end the name.
    const bool eastern =
        at >= begin_ + 2 && tokens_.is(at - 2, WordClass::kFamilyName) && tokens_.word(at - 1).size() <= 6;
    // "Ki-Sun": no day of the week.
    if (shape == TokenShape::kCapitalized) return eastern ? next : 0;
    const bool everyday = tokens_.everyday(next) || tokens_.function_word(next);
    return shape == TokenShape::kLower && (eastern ? tokens_.word(next).size() <= 6 : !everyday) ? next : 0;
  }

  // "Zelna “Zee” Drovik".
  std::uint32_t over_nickname(std::uint32_t at) const {
    const std::uint32_t next = at + 3;
    if (next >= end_ || !tokens_.capital(at + 1) || !tokens_.capital(next) || !tokens_[next].space_before) return 0;
    const bool closed = tokens_.writes_any(at + 2, {"\"", "\u201D"});
    return closed && tokens_[at].space_before && tokens_.personal(at - 1) && tokens_.personal(next) ? next : 0;
  }

  // "People's Republic", "Attorney General's Office": what comes before is no name by itself. "Anna's Bakery" is one.
  std::uint32_t over_possessive(std::uint32_t at) const {
    if (at + 1 >= end_ || !tokens_.capital(at + 1)) return 0;
    if (at == begin_ + 1 && names_shop(at + 1)) return at + 1;
    if (tokens_.is(at - 1, kPersonalNames)) return 0;
    if (tokens_.ends_in(WordClass::kOffice, begin_, at, 0)) return at + 1;
    // "Racing's Fernando Drovik" is a club and its man.
    if (at + 2 < end_ && tokens_.is(at + 1, WordClass::kGivenName) && tokens_.capital(at + 2) &&
        !tokens_.common(at + 2))
      return 0;
    return tokens_.common(at - 1) && (opened_ || at == begin_ + 1) ? at + 1 : 0;
  }

  // A kind of shop that ends the run.
  bool names_shop(std::uint32_t i) const {
    const bool goes_on = i + 1 < end_ && tokens_.capital(i + 1) && tokens_[i + 1].space_before;
    if (goes_on) return false;
    for (const WordClass heads : {WordClass::kOrganizationHead, WordClass::kPlaceHead}) {
      const LexiconEntry* head = tokens_.lexicon().entry(heads, tokens_[i].term);
      if (head != nullptr && std::ranges::find(head->columns, "shop") != head->columns.end()) return true;
    }
    return false;
  }

  bool particle_continues(std::uint32_t at) const {
    std::uint32_t next = at + 1;
    if (next < end_ && tokens_.writes(next, "-")) ++next;
    if (next + 1 < end_ && tokens_.is(next, WordClass::kParticle) && !tokens_.capital(next)) ++next;
    return next < end_ && tokens_.capital(next) && !tokens_.function_word(at);
  }

  // "Ministry of Health", "University of the Western Cape", "Centre for Policy Research".
  std::uint32_t over_of(std::uint32_t at) {
    std::uint32_t next = at + 1;
    if (next < end_ && tokens_.writes(next, "the")) ++next;
    if (next >= end_ || !tokens_.capital(next) || !tokens_[next].space_before) return 0;
    const bool office = tokens_.ends_in(WordClass::kOffice, begin_, at, 0) != nullptr;
    const bool head = opens_with_head(at);
    // "Committee for the Liberation of Detainees".
    const bool within = opened_ && may_be_field(next);
    if (!within && (tokens_.writes(at, "on") ? !head : !head && !office)) return 0;
    if (tokens_.writes(at, "on") && (!tokens_.common(next) || names_shop(at - 1))) return 0;
    if (tokens_.writes(at, "for") && !may_be_field(next)) return 0;
    opened_ = head || office;
    return next;
  }

  bool opens_with_head(std::uint32_t at) const {
    for (const WordClass c :
         {WordClass::kOrganizationHead, WordClass::kPlaceHead, WordClass::kEventHead, WordClass::kProgramHead}) {
      if (tokens_.ends_in(c, begin_, at, 0) != nullptr) return true;
    }
    return false;
  }

  bool both_places(std::uint32_t at) const {
    return tokens_.is(at - 1, WordClass::kCountry) && tokens_.is(at + 1, WordClass::kCountry);
  }

  // "and" or a comma inside "Ministry of Health and Family Welfare", "Food and Drug Administration".
  std::uint32_t over_and(std::uint32_t at) const {
    const std::uint32_t next = at + 1;
    if (next >= end_ || !may_be_field(next) || !may_be_field(at - 1)) return 0;
    if (opened_) return tokens_.writes(at, "and") || list_goes_on(next) ? next : 0;
    // "Roads and Transport Authority", but "Airport Road and Transport Authority".
    const bool plural = tokens_.word(at - 1).ends_with("ies");  // "Universities and Colleges Association"
    const bool one = tokens_.ends_in(WordClass::kOrganizationHead, begin_, at, 0) != nullptr && !plural;
    const bool two = at - begin_ > 1 ? opens_with_head(at) : one;
    if (!tokens_.writes(at, "and") || !tokens_.common(next) || !tokens_.common(at - 1) || two ||
        tokens_.ends_in(WordClass::kOffice, begin_, at, 0))
      return 0;
    // "Ways and Means Committee Chairman Mia Berg".
    for (std::uint32_t last = next + 1; last < end_; ++last) {
      if (is_plural_possessive(last)) continue;
      if (!tokens_.capital(last) || !tokens_[last].space_before) break;
      if (tokens_.ends_in(WordClass::kOrganizationHead, next, last + 1, 1) ||
          tokens_.ends_in(WordClass::kOffice, next, last + 1, 1))
        return next;
    }
    return 0;
  }

  // A field of work ("Fisheries"), not a name or an office.
  bool may_be_field(std::uint32_t i) const {
    const bool person = !tokens_.common(i) && tokens_.is(i, kPersonalNames);
    return tokens_.capital(i) && !person && tokens_.known_name(i, end_).length == 0 &&
           !tokens_.is(i, WordClass::kHonorific) && tokens_.phrase(WordClass::kOffice, i, end_) == 0;
  }

  bool list_goes_on(std::uint32_t i) const {
    while (i < end_ && (tokens_.capital(i) || (tokens_.writes(i, ",") && i + 1 < end_ && may_be_field(i + 1)))) ++i;
    return i < end_ && (tokens_.writes_any(i, {"and", "&"}));
  }

  const NameTokens& tokens_;
  std::uint32_t begin_, end_;
  bool opened_ = false;  // the run holds a head and "of", so that everyday words may follow "and"
};

}  // namespace

bool is_joining_hyphen(const NameTokens& tokens, std::uint32_t i, std::uint32_t end) {
  const bool hyphen = tokens.writes_any(i, {"-", "\u2010", "\u2011", "\u2013"});
  return hyphen && i + 1 < end && !tokens[i].space_before && !tokens[i + 1].space_before;
}

bool begins_name_run(const NameTokens& tokens, std::uint32_t i, TokenSpan sentence) {
  if (tokens.capital(i)) return true;
  if (!tokens.is(i, WordClass::kParticle) || tokens.function_word(i) || tokens[i].shape != TokenShape::kLower)
    return false;
  std::uint32_t next = i + 1;
  const bool hyphen = next < sentence.end && is_joining_hyphen(tokens, next, sentence.end);
  if (hyphen) ++next;
  if (next >= sentence.end) return false;
  if (!hyphen && tokens.is(i, WordClass::kCommonWord)) return false;
  if (tokens.is(next, WordClass::kParticle) && !tokens.capital(next)) ++next;
  return next < sentence.end && tokens.capital(next);
}

std::uint32_t name_run_end(const NameTokens& tokens, std::uint32_t begin, TokenSpan sentence) {
  return RunReader(tokens, begin, sentence.end).read();
}

TokenSpan without_shouting(const NameTokens& tokens, TokenSpan run) {
  constexpr std::size_t kNoAcronym = 4;
  std::uint32_t i = run.begin;
  while (i < run.end && tokens[i].shape == TokenShape::kAllCaps && tokens.word(i).size() >= kNoAcronym) ++i;
  if (run.size() >= 3 && i == run.end) return {run.end, run.end};
  if (run.size() != 2 || tokens[run.begin].shape != TokenShape::kAllCaps ||
      tokens[run.begin + 1].shape != TokenShape::kAllCaps)
    return run;
  constexpr std::size_t kLoud = 6;
  const KnownName body = tokens.known_name(run.begin + 1, run.end);
  const bool loud = tokens.word(run.begin).size() >= kLoud && tokens.known_name(run.begin, run.begin + 1).length == 0;
  return loud && body.length == 1 && body.type == EntityType::kOrganization ? TokenSpan{run.begin + 1, run.end} : run;
}

}  // namespace newsloupe
