#include <algorithm>
#include <array>
#include <optional>

#include "core/annotate/name_candidates.h"
#include "core/annotate/name_runs.h"

namespace newsloupe {
namespace {

constexpr std::array<std::string_view, NameVotes::kTypes> kTypeNames = {"person",  "organization", "place",   "event",
                                                                        "program", "agreement",    "product", "group"};

// "before place 3" of assets/lexicon/en/name_cues.txt.
struct Cue {
  std::string_view where;
  EntityType type = EntityType::kPerson;
  int weight = 0;
};

std::optional<Cue> parse_cue(std::string_view column) {
  const std::size_t first = column.find(' '), second = column.rfind(' ');
  if (first == std::string_view::npos || second <= first) return std::nullopt;
  const auto* const type = std::ranges::find(kTypeNames, column.substr(first + 1, second - first - 1));
  if (type == kTypeNames.end()) return std::nullopt;
  const char digit = column[second + 1];
  return Cue{column.substr(0, first), static_cast<EntityType>(type - kTypeNames.begin()), digit - '0'};
}

class ContextReader {
 public:
  ContextReader(const NameTokens& tokens, NameCandidate& candidate, TokenSpan sentence)
      : tokens_(tokens), candidate_(candidate), name_(candidate.tokens), sentence_(sentence) {
    const KnownName known = tokens.known_name(name_.begin, name_.end);
    known_ = known.length == name_.size() && known.weight >= 5 && known.type != EntityType::kPerson;
    // "Senate Democrats"
    known_ |= name_.size() > 1 && tokens.is(name_.end - 1, WordClass::kDemonym) &&
              !tokens.is(name_.begin, WordClass::kGivenName);
    people_ = known_ && known.type == EntityType::kGroup;
    acronym_ = name_.size() == 1 && !known_ && tokens[name_.begin].shape == TokenShape::kAllCaps &&
               tokens.word(name_.begin).size() > 2 && !tokens.title_case(name_.begin);
    personal_ = name_.size() == 1 && tokens.is(name_.begin, WordClass::kGivenName | WordClass::kFamilyName);
  }

  void read() {
    // Everyday words in capitals ("in Police Custody", "Law expert") are not made names by what stands beside them.
    if (!is_name_like()) return;
    if (quoted() || quoted_pair()) candidate_.words.add(EntityType::kPerson, -6, RuleId("name.quoted"));
    if (name_.begin > sentence_.begin) read_before(name_.begin - 1);
    if (name_.end < sentence_.end) read_after(name_.end);
  }

 private:
  [[nodiscard]] bool is_name_like() const {
    for (std::uint32_t i = name_.begin; i < name_.end; ++i) {
      if (tokens_.capital(i) && tokens_.personal(i)) return true;
    }
    return candidate_.words.of(candidate_.words.best()) > 0;
  }

  // The name alone stands in quotation marks, as titles do. Nicknames ("Zelna “Zee” Drovik") stand inside a name.
  [[nodiscard]] bool quoted() const {
    if (name_.begin <= sentence_.begin || name_.end >= sentence_.end) return false;
    std::uint32_t after = name_.end;
    if (tokens_.writes_any(after, {",", "."}) && after + 1 < sentence_.end) ++after;
    if (!tokens_.writes_any(name_.begin - 1, {"\"", "\u201C"}) || !tokens_.writes_any(after, {"\"", "\u201D"}))
      return false;
    return name_.begin - 1 == sentence_.begin || !tokens_.capital(name_.begin - 2);
  }

  // "Melda and Horst" in quotation marks: a title, too.
  [[nodiscard]] bool quoted_pair() const {
    const auto mark = [&](std::uint32_t i, std::string_view open, std::string_view straight) {
      return i >= sentence_.begin && i < sentence_.end && (tokens_.word(i) == open || tokens_.word(i) == straight);
    };
    if (name_.size() > 1 || name_.begin <= sentence_.begin) return false;
    // Straight marks open where no space follows them, and close where none stands before.
    const auto opens = [&](std::uint32_t i) { return !tokens_[i + 1].space_before; };
    const auto closes = [&](std::uint32_t i) { return !tokens_[i].space_before; };
    const bool first = mark(name_.begin - 1, "\u201C", "\"") && tokens_.writes_any(name_.end, {"and", "&"}) &&
                       tokens_.capital(name_.end + 1) && mark(name_.end + 2, "\u201D", "\"") &&
                       opens(name_.begin - 1) && closes(name_.end + 2);
    const bool second = mark(name_.end, "\u201D", "\"") && name_.begin > sentence_.begin + 2 &&
                        tokens_.writes_any(name_.begin - 1, {"and", "&"}) && tokens_.capital(name_.begin - 2) &&
                        mark(name_.begin - 3, "\u201C", "\"") && opens(name_.begin - 3) && closes(name_.end);
    return first || second;
  }

  void vote(EntityType type, int weight, const char* rule) { candidate_.context.add(type, weight, RuleId(rule)); }

  // Written small, or with a capital only because a sentence begins.
  [[nodiscard]] bool small(std::uint32_t i) const {
    return tokens_[i].shape == TokenShape::kLower || (tokens_.opens(i) && tokens_.function_word(i));
  }

  void read_cue(std::uint32_t i, std::string_view where, int least = 0) {
    const bool abbreviated = tokens_[i].shape == TokenShape::kAllCaps && tokens_.common(i);  // "NGO"
    if (!small(i) && !abbreviated) return;
    const LexiconEntry* entry = tokens_.lexicon().entry(WordClass::kNameCue, tokens_[i].term);
    if (entry == nullptr) return;
    for (const std::string_view column : entry->columns) {
      const std::optional<Cue> cue = parse_cue(column);
      if (!cue || cue->where != where || cue->weight < least) continue;
      // "Con Velda officials": a firm rather than a town.
      if (cue->type == EntityType::kPlace && where == "after" && name_.size() > 1 && tokens_.common(name_.begin) &&
          tokens_.is(i, WordClass::kPersonNoun | WordClass::kOffice | WordClass::kAnonymousSource) &&
          candidate_.words.of(EntityType::kPlace) == 0) {
        vote(EntityType::kOrganization, 5, "name.cue");
        vote(EntityType::kPerson, -9, "name.cue");
        continue;
      }
      // "in NATO"; "the Indian city of".
      if (cue->type == EntityType::kPlace && ((acronym_ && cue->weight < 4) || people_)) continue;
      vote(cue->type, cue->weight, "name.cue");
      // "the city of Francisco de Orellana", "the Bella Vista district", "the Hazel Drovik telescope" are not the
      // persons.
      const bool thing = cue->type == EntityType::kProduct && name_.size() > 1;
      if ((cue->type == EntityType::kPlace || thing) && cue->weight >= 4)
        vote(EntityType::kPerson, -2 - cue->weight, "name.cue");
    }
  }

  // "Velda's goalkeeper", "Velda beat Orla": a club is called by its town.
  void read_team_cue(std::uint32_t i) {
    if (candidate_.words.of(EntityType::kPlace) > 0) read_cue(i, "team");
  }

  // "the film Annie Drovik", "her novel, Tomb of Sand": but not "the song Anna Drovik sang".
  void read_work(std::uint32_t p) {
    if (known_ || name_.size() < 2) return;
    if (tokens_.writes_any(p, {",", "\"", "\u201C"}) && p > sentence_.begin) --p;
    if (p == sentence_.begin) return;
    const bool year = tokens_.writes(p, "'s") && tokens_[p - 1].shape == TokenShape::kNumber;  // "1972's"
    if (!year && (tokens_.writes(p - 1, "to") || !has_cue(p, "work"))) return;
    const std::uint32_t n = name_.end;
    const bool ends = n >= sentence_.end || !small(n) ||
                      tokens_.writes_any(n, {"by", "is", "was", "and", "or", "about", "in", "on", "at", "from"});
    if (!ends) return;
    for (const EntityType type : {EntityType::kPerson, EntityType::kOrganization, EntityType::kPlace})
      vote(type, -9, "name.work");
  }

  [[nodiscard]] bool has_cue(std::uint32_t i, std::string_view where) const {
    const LexiconEntry* entry = small(i) ? tokens_.lexicon().entry(WordClass::kNameCue, tokens_[i].term) : nullptr;
    return entry != nullptr &&
           std::ranges::any_of(entry->columns, [&](std::string_view column) { return column.starts_with(where); });
  }

  void read_before(std::uint32_t p) {
    const std::string_view word = tokens_.word(p);
    read_work(p);
    if (is_possessive(p)) read_owner(p);
    // "a Warhol" says nothing of the other Warhols.
    if (tokens_.writes_any(p, {"a", "an"})) candidate_.words.add(EntityType::kPerson, -4, RuleId("name.article"));
    // "The Velda Nomra is a ski", but "The Obama campaign" speaks of him.
    const bool article = word == "the" || (word == "The" && name_.size() > 1);
    if (article && !known_ && candidate_.words.of(EntityType::kPerson) < 5) {
      vote(EntityType::kPerson, -4, "name.article");
    }
    if (tokens_.follows_the(name_.begin) && name_.size() == 1 && heads_body()) {
      vote(EntityType::kOrganization, 4, "name.head_of");  // "the Chronicle says"
      vote(EntityType::kPerson, -6, "name.head_of");
    }
    if (word == "of" && p > sentence_.begin) read_of(p - 1);
    if (word == "of" && p > sentence_.begin + 1 && tokens_.word(p - 1) == "," && is_age(p - 2) && !acronym_) {
      vote(EntityType::kPlace, 6, "name.home");  // "Joan Weaver, 32, of Franklin"
      vote(EntityType::kPerson, -6, "name.home");
    }
    if (word == "for" && p > sentence_.begin && (tokens_.word(p - 1) == "MP" || tokens_.word(p - 1) == "MSP")) {
      vote(EntityType::kPlace, 6, "name.seat");  // "the MP for Hartley West"
      vote(EntityType::kPerson, -6, "name.seat");
    }
    if (word == "by" && p > sentence_.begin) read_cue(p - 1, "by");
    // "analysts at Velda Foundry"
    const WordClasses people = WordClass::kOffice | WordClass::kPersonNoun | WordClass::kAnonymousSource;
    if (word == "at" && p > sentence_.begin && tokens_.is(p - 1, people) && !known_) {
      vote(EntityType::kOrganization, 5, "name.people_at");
      vote(EntityType::kPerson, -3, "name.people_at");
    }
    if (word == "as" && p > sentence_.begin + 1 && tokens_.writes(p - 1, "such")) read_cue(p - 2, "before");
    if (tokens_.writes_any(p, {"like", "including"}) && p > sentence_.begin) read_cue(p - 1, "before");
    if (word == "to" && p > sentence_.begin && tokens_.word(p - 1).ends_with("ccording")) {
      vote(EntityType::kOrganization, 3, "name.speaks");
      vote(EntityType::kPerson, 1, "name.speaks");
    }
    if (word == "," && p > sentence_.begin) read_code(p - 1);
    if (word == "," && p > sentence_.begin) read_apposition_before(p);
    if (word == "," && p > sentence_.begin && !owns()) read_cue(p - 1, "before", 4);
    // An inverted "says Reza"; who is told is another.
    if (tokens_.is(p, WordClass::kReportingVerb) && !known_ && word != "told" && p > sentence_.begin &&
        ends_speech(p - 1)) {
      vote(no_person() ? EntityType::kOrganization : EntityType::kPerson, 4, "name.speaks");
    }
    // "in Drovik's favour" is no place.
    if (!owns() || !tokens_.is(p, WordClass::kPreposition)) read_cue(p, "before");
    if (small(p)) read_title_before(p);
  }

  // "the Chronicle", but no kind of shop.
  [[nodiscard]] bool heads_body() const {
    const LexiconEntry* head = tokens_.lexicon().entry(WordClass::kOrganizationHead, tokens_[name_.begin].term);
    return head != nullptr && std::ranges::find(head->columns, "shop") == head->columns.end();
  }

  // "a university in Velda, who": it is not the town that does.
  [[nodiscard]] bool is_located() const {
    return name_.begin > sentence_.begin && name_.size() == 1 && tokens_.writes_any(name_.begin - 1, {"in", "at"});
  }

  // Two capitals after a comma: "Camden, NJ" names a state or a province by its post, "Anna Berg, MD" a degree.
  void read_code(std::uint32_t town) {
    static constexpr std::string_view kDegrees = "MD MA PA BC MS SC BA JD KC MP QC RN ";
    static constexpr std::string_view kStates =
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
        "OR "
        "PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NS ON QC SK ";
    const std::string_view code = tokens_.word(name_.begin);
    if (name_.size() != 1 || code.size() != 2 || tokens_[name_.begin].shape != TokenShape::kAllCaps) return;
    const auto listed = [&](std::string_view list) {
      const std::size_t at = list.find(code);
      return at != std::string_view::npos && at % 3 == 0;
    };
    if (!tokens_.capital(town)) return;
    if (listed(kDegrees) && tokens_.known_name(town, name_.begin).length == 0) {
      vote(EntityType::kOrganization, -6, "name.degree");
      vote(EntityType::kPerson, -12, "name.degree");
    } else if (listed(kStates)) {
      vote(EntityType::kPlace, 6, "name.state");
    }
  }

  // "NCLIC said", "Harbour Plumbing said": words that no person carries.
  [[nodiscard]] bool no_person() const {
    if (name_.size() == 1) {
      if (candidate_.words.of(EntityType::kOrganization) >= 4 && candidate_.words.of(EntityType::kPerson) == 0)
        return true;
      const bool shouted = tokens_.title_case(name_.begin) || tokens_[name_.begin].shape != TokenShape::kAllCaps;
      return !shouted && tokens_.word(name_.begin).size() > 2;
    }
    if (candidate_.words.of(EntityType::kPerson) > 0) return false;
    const bool capitals = tokens_[name_.begin].shape == TokenShape::kAllCaps && !tokens_.title_case(name_.begin);
    return capitals || !tokens_.personal(name_.begin);
  }

  // A comma or a quotation mark before an inverted "says Reza".
  [[nodiscard]] bool ends_speech(std::uint32_t i) const {
    const std::string_view word = tokens_.word(i);
    return word == "," || word == "\"" || word == "\xE2\x80\x9D" || word == "'" || word == "\xE2\x80\x99";
  }

  // "spokesman Ali Reza", "defence minister Anand Rao".
  void read_title_before(std::uint32_t p) {
    std::uint32_t first = title_begin(p + 1);
    // "fellow Senate Democrats", "the player Lena Group"; but "spokesman Lena Steel".
    const bool full_name = name_.size() == 2 && tokens_.is(name_.begin, WordClass::kGivenName);
    if (first > p || known_ || (candidate_.words.of(EntityType::kOrganization) >= 7 && !full_name)) return;
    // "its chief Driftway negotiator Ali Reza": what he negotiates.
    const bool qualifies = small(name_.end) && tokens_.phrase(WordClass::kOffice, name_.end, sentence_.end) > 0;
    if (tokens_.writes(p, "chief") && qualifies) return;
    vote(EntityType::kPerson, 7, "name.title");
    while (first > sentence_.begin && (tokens_.is(first - 1, WordClass::kDemonym) || qualifies_title(first - 1)))
      --first;
    if (candidate_.role.empty()) candidate_.role = {first, p + 1};
  }

  [[nodiscard]] bool qualifies_title(std::uint32_t i) const {
    return tokens_.writes_any(i,
                              {"former", "deputy", "acting", "interim", "senior", "chief", "veteran", "then", "ex"}) ||
           (tokens_.writes(i, "-") && i > sentence_.begin);
  }

  // First token of the longest office phrase that ends before `end`; `end` when there is none.
  [[nodiscard]] std::uint32_t title_begin(std::uint32_t end) const {
    const std::uint32_t earliest = std::max(sentence_.begin, end > 5 ? end - 5 : 0);
    for (std::uint32_t i = earliest; i < end; ++i) {
      if (tokens_.phrase(WordClass::kOffice, i, end) == end - i) return i;
    }
    return end;
  }

  // "the foreign secretary, Vikram Rao,".
  void read_apposition_before(std::uint32_t comma) {
    const std::uint32_t first = title_begin(comma);
    if (first >= comma || known_ || (candidate_.words.of(EntityType::kProduct) > 0 && no_person())) return;
    if (name_.end < sentence_.end && tokens_.capital(name_.end)) return;
    vote(EntityType::kPerson, 4, "name.apposition");
    if (candidate_.role.empty()) candidate_.role = {first, comma};
  }

  [[nodiscard]] bool owns() const { return is_possessive(name_.end); }

  [[nodiscard]] bool is_possessive(std::uint32_t i) const {
    return i < sentence_.end && (tokens_.word(i) == "'s" || tokens_.word(i) == "\xE2\x80\x99s");
  }

  // "Google's Veldacast Ultra": what a body has is rather a thing, where no list knows it for a person.
  void read_owner(std::uint32_t mark) {
    constexpr int kShape = 2;
    if (mark == sentence_.begin || name_.size() < 2 || candidate_.words.of(EntityType::kPerson) > kShape) return;
    const KnownName owner = tokens_.known_name(mark - 1, mark);
    if (owner.type != EntityType::kOrganization || owner.length == 0) return;
    vote(EntityType::kPerson, -3, "name.owned");
  }

  void read_of(std::uint32_t p) {
    if (!owns()) read_cue(p, "of");
    if (tokens_.is(p, WordClass::kOffice)) {
      vote(EntityType::kPlace, 2, "name.office_of");
      vote(EntityType::kOrganization, 2, "name.office_of");
      vote(EntityType::kPerson, -2, "name.office_of");
    }
  }

  void read_after(std::uint32_t n) {
    const std::string_view word = tokens_.word(n);
    // "Valentine's Day"
    if (is_possessive(n) && n + 1 < sentence_.end && (tokens_.word(n + 1) == "Day" || tokens_.word(n + 1) == "Eve"))
      vote(EntityType::kPerson, -9, "name.day");
    if (word == "," && n + 2 < sentence_.end) read_after_comma(n + 1);
    if (is_joining_hyphen(tokens_, n, sentence_.end)) read_cue(n + 1, "joined");
    if ((word == "'s" || word == "\xE2\x80\x99s") && n + 1 < sentence_.end && small(n + 1)) {
      read_cue(n + 1, "own");
      read_team_cue(n + 1);
      if (tokens_.is(n + 1, WordClass::kOffice)) {
        vote(EntityType::kPlace, 2, "name.office_of");
        vote(EntityType::kOrganization, 2, "name.office_of");
      }
    }
    if (!small(n)) return;
    if (is_plural_subject(n)) vote(EntityType::kPerson, -6, "name.plural");
    // "Velda have paid the fee": a team.
    if (name_.size() == 1 && name_.begin == sentence_.begin && tokens_.writes_any(n, {"have", "are"}) &&
        candidate_.words.of(EntityType::kPerson) > 0) {
      vote(EntityType::kOrganization, 6, "name.plural");
      vote(EntityType::kPerson, -9, "name.plural");
    }
    if (tokens_.writes_any(n, {"is", "was"}) && n + 1 < sentence_.end) {
      read_kind(n + 1);
      // "Matheo is 2 years old"
      const bool old = n + 4 < sentence_.end && tokens_[n + 1].shape == TokenShape::kNumber &&
                       tokens_.is(n + 2, WordClass::kTimeUnit) && tokens_.word(n + 3) == "old";
      if (old && !known_) vote(EntityType::kPerson, 4, "name.age");
    }
    read_cue(n, "after");
    read_team_cue(n);
    const bool letters = name_.size() == 1 && tokens_[name_.begin].shape == TokenShape::kAllCaps &&
                         tokens_.word(name_.begin).size() == 2 && !known_;  // "TB continues", which speaks of nobody
    if (tokens_.is(n, WordClass::kReportingVerb) && !letters && !is_verb()) {
      const bool body = no_person();
      vote(EntityType::kPerson, body || known_ ? 0 : 3, "name.speaks");
      vote(EntityType::kOrganization, body ? 3 : 1, "name.speaks");
    }
    if (!personal_ && tokens_.phrase(WordClass::kOffice, n, sentence_.end) > 0) {
      vote(EntityType::kOrganization, 3, "name.office_of");
      vote(EntityType::kPlace, 2, "name.office_of");
      vote(EntityType::kPerson, -3, "name.office_of");
    }
  }

  // "Normalize challenges.", "Prioritizing claims".
  [[nodiscard]] bool is_verb() const {
    const std::string_view word = tokens_.word(name_.begin);
    return name_.size() == 1 && (word.ends_with("ize") || word.ends_with("izing") || word.ends_with("ifying"));
  }

  // "Velda Crunchies were"; "if Tom Drovics were" and "Weaver and Tom Drovics were" speak of persons.
  [[nodiscard]] bool is_plural_subject(std::uint32_t verb) const {
    if (name_.size() < 2 || !tokens_.word(verb - 1).ends_with('s') || !tokens_.writes_any(verb, {"are", "were"}))
      return false;
    return name_.begin == sentence_.begin ||
           !tokens_.writes_any(name_.begin - 1, {"and", "or", "nor", "&", ",", "if", "as", "though"});
  }

  [[nodiscard]] bool is_age(std::uint32_t i) const {
    return tokens_[i].shape == TokenShape::kNumber && tokens_.word(i).size() <= 2;
  }

  void read_after_comma(std::uint32_t i) {
    const std::string_view word = tokens_.word(i);
    if (word == "who" && (no_person() || is_located())) return;
    if (word == "who" || word == "whose") return vote(EntityType::kPerson, word == "who" ? 4 : 1, "name.who");
    if (is_age(i) && (tokens_.writes(i + 1, ",") || tokens_.word(i + 1) == "."))
      return vote(EntityType::kPerson, 6, "name.age");
    const KnownName next = tokens_.known_name(i, sentence_.end);
    const std::uint32_t after = i + next.length;
    const bool possessive =
        after < sentence_.end && (tokens_.word(after) == "'s" || tokens_.word(after) == "\xE2\x80\x99s");
    if (next.length > 0 && next.type == EntityType::kPlace && !possessive)
      vote(EntityType::kPlace, 3, "name.place_comma");
    // "St. Anselm, Ohio"
    const std::string_view first = tokens_.word(name_.begin);
    if (next.type == EntityType::kPlace && (first == "St." || first == "ST." || first == "Saint")) {
      vote(EntityType::kPlace, 6, "name.place_comma");
      vote(EntityType::kPerson, -9, "name.place_comma");
    }
    read_kind(i);
    read_apposition_after(i);
  }

  // ", a mining town in the north" and "is an app that ...": the noun before the next mark or small word says what it
  // is.
  void read_kind(std::uint32_t begin) {
    if (!tokens_.writes_any(begin, {"a", "an", "the"})) return;
    const std::uint32_t last = std::min(begin + 8, sentence_.end);
    std::uint32_t i = begin + 1;
    // "an al-Velda-linked group"
    const auto goes_on = [&](std::uint32_t t) {
      if (is_joining_hyphen(tokens_, t, last)) return true;
      return tokens_[t].shape != TokenShape::kPunct && !(small(t) && tokens_.function_word(t));
    };
    while (i < last && goes_on(i)) ++i;
    if (i == last || i == begin + 1) return;
    read_cue(i - 1, "before");
    if (tokens_.is(i - 1, WordClass::kOffice) && !known_ && !no_person() && !is_paper())
      vote(EntityType::kPerson, 4, "name.apposition");
  }

  // "Tribune, the owner of": a kind of body as its name.
  [[nodiscard]] bool is_paper() const {
    return name_.size() == 1 && !personal_ && tokens_.is(name_.begin, WordClass::kOrganizationHead);
  }

  // ", India's foreign secretary," and ", a lawyer for the family,": an office before the next mark and before any
  // verb.
  void read_apposition_after(std::uint32_t begin) {
    if (known_ || (name_.size() == 1 && no_person())) return;
    if (is_paper()) return vote(EntityType::kOrganization, 3, "name.apposition");
    const std::uint32_t last = std::min(begin + 12, sentence_.end);
    bool office = false;
    for (std::uint32_t i = begin; i < last; ++i) {
      if (tokens_[i].shape == TokenShape::kPunct && !tokens_.writes(i, "-")) {
        if (!office || tokens_.writes(i, "(")) return;
        vote(EntityType::kPerson, 5, "name.apposition");
        if (candidate_.role.empty()) candidate_.role = {begin, i};
        return;
      }
      if (small(i) && tokens_.is(i, WordClass::kAuxiliary | WordClass::kReportingVerb) &&
          !tokens_.is(i, WordClass::kOffice))
        return;
      if (i == begin && !begins_apposition(i)) return;
      // The office must be the head of the phrase, not of a later "of ..." part.
      if (!office && tokens_.writes_any(i, {"of", "for", "in", "at", "to"})) return;
      office |= tokens_.is(i, WordClass::kOffice);
    }
  }

  [[nodiscard]] bool begins_apposition(std::uint32_t i) const {
    return tokens_.is(i, WordClass::kDeterminer | WordClass::kOffice | WordClass::kDemonym | WordClass::kPronoun) ||
           tokens_.known_name(i, sentence_.end).length > 0 || qualifies_title(i) ||
           (small(i) && !tokens_.function_word(i)) || tokens_.capital(i);
  }

  const NameTokens& tokens_;
  NameCandidate& candidate_;
  TokenSpan name_, sentence_;
  bool personal_ = false;  // a given or family name alone
  bool people_ = false;    // the name of a people in the lexicon
  bool acronym_ = false;   // an abbreviation that the lexicon does not know
  bool known_ = false;     // the name is in the lexicon as something other than a person
};

}  // namespace

void add_context_votes(const NameTokens& tokens, NameCandidate& candidate) {
  const std::uint32_t offset = tokens.doc().token_spans[candidate.tokens.begin].begin;
  const Sentence* sentence = tokens.doc().sentence_at(offset);
  if (sentence != nullptr) ContextReader(tokens, candidate, sentence->tokens).read();
}

}  // namespace newsloupe
