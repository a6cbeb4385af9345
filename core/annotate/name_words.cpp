#include <algorithm>
#include <array>

#include "core/annotate/name_candidates.h"

namespace newsloupe {
namespace {

constexpr WordClasses kPersonalNames = WordClass::kGivenName | WordClass::kFamilyName;

EntityType program_type(const LexiconEntry& entry) {
  const std::string_view kind = entry.columns.empty() ? std::string_view() : std::string_view(entry.columns[0]);
  return kind == "agreement" ? EntityType::kAgreement : kind == "product" ? EntityType::kProduct : EntityType::kProgram;
}

bool has_column(const LexiconEntry* entry, std::string_view value) {
  return entry != nullptr && std::ranges::find(entry->columns, value) != entry->columns.end();
}

// "Banco Galicia", "Lake Chad": a word that stands before the name of what it heads.
bool stands_before_name(const NameTokens& tokens, WordClass heads, std::uint32_t i) {
  return has_column(tokens.lexicon().entry(heads, tokens[i].term), "before");
}

}  // namespace

bool names_storm(const NameTokens& tokens, TokenSpan name) {
  if (name.size() < 2) return false;
  const std::uint32_t kind = name.size() > 2 && tokens.word(name.begin) == "Tropical" ? name.begin + 1 : name.begin;
  return stands_before_name(tokens, WordClass::kEventHead, kind) && tokens.capital(kind) && tokens.capital(kind + 1) &&
         !tokens.ends_in(WordClass::kOrganizationHead, name.begin, name.end, 1);
}

namespace {

class WordReader {
 public:
  static constexpr int kNobody = -40;  // against all that may stand beside it

  explicit WordReader(const NameTokens& tokens) : tokens_(tokens) {}

  void vote_by_words(NameCandidate& candidate) const {
    const TokenSpan name = candidate.tokens;
    if (is_zone(name)) return candidate.words.add(EntityType::kPerson, kNobody, RuleId("name.zone"));
    if (is_seat(name)) return candidate.words.add(EntityType::kPerson, kNobody, RuleId("name.seat"));
    vote_by_known_name(candidate);
    // What the "White House" and the "Soviet Union" are, their last words do not change.
    const KnownName known = tokens_.known_name(name.begin, name.end);
    if (name.size() > 1 && known.length == name.size() && known.weight >= 7) return;
    if (is_branch(name)) return candidate.words.add(EntityType::kOrganization, 7, RuleId("name.branch"));
    if (names_storm(tokens_, name)) return candidate.words.add(EntityType::kEvent, 12, RuleId("name.storm"));
    if (is_known_event(name)) return candidate.words.add(EntityType::kEvent, 12, RuleId("name.event"));
    if (const std::uint32_t of = name_connector(tokens_, name); of < name.end) {
      vote_by_heads(candidate, {name.begin, of}, 0);
    } else {
      vote_by_heads(candidate, name, 1);
    }
    if (name.size() > 1 && opens_place(tokens_, name.begin)) {
      candidate.words.add(EntityType::kPlace, 6, RuleId("name.place_head"));
    }
    if (opens_foreign_body(name)) candidate.words.add(EntityType::kOrganization, 7, RuleId("name.organization_head"));
    // "the Indiana House".
    if (is_chamber(name)) candidate.words.add(EntityType::kOrganization, 9, RuleId("name.chamber"));
    // "South Auckland", "Greater Accra".
    const KnownName after = name.size() > 1 ? tokens_.known_name(name.begin + 1, name.end) : KnownName();
    if (after.type == EntityType::kPlace && after.length + 1 == name.size() &&
        tokens_.is(name.begin, WordClass::kDirection)) {
      candidate.words.add(EntityType::kPlace, 6, RuleId("name.direction"));
    }
    if (name.size() > 1 && tokens_.is(name.end - 1, WordClass::kDirection)) vote_by_direction(candidate);
    if (ends_in_number(name)) {
      candidate.words.add(EntityType::kProduct, 4, RuleId("name.code"));
      candidate.words.add(EntityType::kPerson, -9, RuleId("name.code"));
    }
    // "the Dallas Riders"
    if (is_team(name)) {
      candidate.words.add(EntityType::kOrganization, 6, RuleId("name.team"));
      candidate.words.add(EntityType::kPerson, -9, RuleId("name.team"));
    }
    if (name.size() == 1) {
      vote_by_single_word(candidate);
    } else {
      vote_by_person_words(candidate);
    }
  }

 private:
  // The party and state of "Rep. Ada Brook (R-TX)".
  bool is_seat(TokenSpan name) const {
    if (name.size() != 3 || tokens_.word(name.begin + 1) != "-") return false;
    const std::string_view party = tokens_.word(name.begin), state = tokens_.word(name.begin + 2);
    return (party == "R" || party == "D" || party == "I") && state.size() == 2 &&
           tokens_[name.begin + 2].shape == TokenShape::kAllCaps;
  }

  // "at 02.16PM IST", "7.00 P.M.": letters behind a time of day.
  bool is_zone(TokenSpan name) const {
    if (name.size() == 1 && (tokens_.word(name.begin) == "P.M." || tokens_.word(name.begin) == "A.M.")) return true;
    if (name.size() != 1 || name.begin == 0 || tokens_.word(name.begin).size() > 4 ||
        tokens_[name.begin].shape != TokenShape::kAllCaps || !tokens_.word(name.begin).ends_with('T'))
      return false;
    const std::string_view before = tokens_.word(name.begin - 1);
    return before.ends_with("PM") || before.ends_with("AM") || before.ends_with("pm") || before.ends_with("am") ||
           before == "p.m." || before == "a.m.";
  }

  // A town and a plural behind "the", as clubs are called in America.
  bool is_team(TokenSpan name) const {
    if (name.size() < 2 || name.size() > 4 || !tokens_.follows_the(name.begin)) return false;
    const std::string_view last = tokens_.word(name.end - 1);
    const KnownName town = tokens_.known_name(name.begin, name.end - 1);
    return town.type == EntityType::kPlace && town.length + 1 == name.size() && last.ends_with('s') &&
           !last.ends_with("ss") && !tokens_.is(name.end - 1, kPersonalNames) &&
           tokens_[name.end - 1].shape == TokenShape::kCapitalized;
  }

  // "Milton Keynes North", "Hull East"; but "Oliver North".
  void vote_by_direction(NameCandidate& candidate) const {
    const TokenSpan name = candidate.tokens;
    const KnownName town = tokens_.known_name(name.begin, name.end - 1);
    if (town.type == EntityType::kPlace && town.length > 1 && town.length + 1 == name.size()) {
      candidate.words.add(EntityType::kPlace, 12, RuleId("name.direction"));
      candidate.words.add(EntityType::kPerson, -6, RuleId("name.direction"));
    } else if (tokens_.word(name.end - 1) != "West" && !tokens_.is(name.begin, WordClass::kGivenName)) {
      candidate.words.add(EntityType::kPlace, 9, RuleId("name.direction"));
    }
  }

  // "Velda Philippines": what a firm is in a country.
  bool is_branch(TokenSpan name) const {
    if (name.size() != 2 || !tokens_.is(name.end - 1, WordClass::kCountry) || tokens_.common(name.begin)) return false;
    return !tokens_.is(name.begin, kPersonalNames | WordClass::kDirection | WordClass::kDemonym |
                                       WordClass::kPlaceHead | WordClass::kParticle) &&
           tokens_.known_name(name.begin, name.end).length == 0 &&
           tokens_.known_name(name.end - 1, name.end).type == EntityType::kPlace &&
           !tokens_.is(name.end - 1, kPersonalNames);
  }

  // "World Cup", "State of the Union", "Brexit".
  bool is_known_event(TokenSpan name) const {
    const LexiconEntry* event = tokens_.ends_in(WordClass::kEventHead, name.begin, name.end, 0);
    return has_column(event, "alone") && event->terms.size() == name.size();
  }

  // "Banco Galicia", "Frente de Todos", but not "Bank Holiday".
  bool opens_foreign_body(TokenSpan name) const {
    return name.size() > 1 && stands_before_name(tokens_, WordClass::kOrganizationHead, name.begin) &&
           (!tokens_.capital(name.begin + 1) || !tokens_.common(name.begin + 1));
  }

  bool is_chamber(TokenSpan name) const {
    if (name.size() < 2 || tokens_.word(name.end - 1) != "House") return false;
    const KnownName state = tokens_.known_name(name.begin, name.end - 1);
    return state.length + 1 == name.size() && state.type == EntityType::kPlace && state.entry->columns.size() > 1 &&
           state.entry->columns[1] == "region";
  }

  void vote_by_known_name(NameCandidate& candidate) const {
    const TokenSpan name = candidate.tokens;
    const KnownName known = tokens_.known_name(name.begin, name.end);
    if (known.length == 0) return;
    if (known.length == name.size()) {
      candidate.words.add(known.type, known.weight, known.rule);
    } else if (known.type == EntityType::kOrganization) {
      const TokenShape last = tokens_[name.end - 1].shape;
      const bool model = last == TokenShape::kAlphanumeric || last == TokenShape::kNumber;
      candidate.words.add(model ? EntityType::kProduct : EntityType::kOrganization, 3, RuleId("name.of_organization"));
    } else if (!tokens_.is(name.begin, kPersonalNames)) {
      candidate.words.add(EntityType::kOrganization, 3, RuleId("name.place_prefix"));
    }
  }

  void vote_by_heads(NameCandidate& candidate, TokenSpan words, std::uint32_t remaining) const {
    NameVotes& votes = candidate.words;
    if (begins_with_suffix(words)) votes.add(EntityType::kOrganization, 5, RuleId("name.organization_suffix"));
    const auto ends_in = [&](WordClass c) { return tokens_.ends_in(c, words.begin, words.end, remaining); };
    if (ends_in(WordClass::kOrganizationSuffix))
      votes.add(EntityType::kOrganization, 7, RuleId("name.organization_suffix"));
    // "Chuck Close", "Robert Courts" and "Anna Park" are rather persons.
    const bool person = words.size() == 2 && tokens_.is(words.begin, WordClass::kGivenName);
    if (const LexiconEntry* head = ends_in(WordClass::kOrganizationHead)) {
      const bool building = has_column(head, "building"), family = person && has_column(head, "family");
      votes.add(building ? EntityType::kPlace : EntityType::kOrganization,
                family     ? 3
                : building ? 6
                           : 7,
                RuleId("name.organization_head"));
    }
    if (const LexiconEntry* head = ends_in(WordClass::kPlaceHead)) {
      const bool family = person && has_column(head, "family");
      votes.add(EntityType::kPlace, family ? 3 : 6, RuleId("name.place_head"));
    }
    // "Joint Statement" is no name by itself.
    const auto covers = [&](WordClass c) { return tokens_.phrase(c, words.begin, words.end) == words.size(); };
    if (remaining > 0 && (covers(WordClass::kEventHead) || covers(WordClass::kProgramHead)) && words.size() < 3 &&
        tokens_.common(words.begin) && tokens_.known_name(words.begin, words.end).length == 0) {
      return;
    }
    if (ends_in(WordClass::kEventHead)) votes.add(EntityType::kEvent, 6, RuleId("name.event_head"));
    if (const LexiconEntry* program = ends_in(WordClass::kProgramHead)) {
      votes.add(program_type(*program), person ? 3 : 6, RuleId("name.program_head"));  // "Nathan Law"
    }
  }

  // "FC Ostrava".
  bool begins_with_suffix(TokenSpan words) const {
    return words.size() > 1 && tokens_[words.begin].shape == TokenShape::kAllCaps &&
           tokens_.is(words.begin, WordClass::kOrganizationSuffix);
  }

  void vote_by_single_word(NameCandidate& candidate) const {
    const std::uint32_t i = candidate.tokens.begin;
    const RuleToken& token = tokens_[i];
    NameVotes& votes = candidate.words;
    if (has_column(tokens_.lexicon().entry(WordClass::kOrganizationHead, token.term), "alone")) {
      votes.add(EntityType::kOrganization, 7, RuleId("name.organization_alone"));
    }
    // "8GB of RAM".
    const bool shouted = token.shape == TokenShape::kAllCaps && !tokens_.title_case(i) && tokens_.word(i).size() > 2;
    if (tokens_.common(i)) {
      const bool given = !shouted && !tokens_.opens(i) && token.classes.has(WordClass::kGivenName);
      if (given) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
      return;
    }
    if (token.shape == TokenShape::kAllCaps && tokens_.word(i).size() <= 7 && !is_numeral(tokens_.word(i)) &&
        !is_measure(i)) {
      votes.add(EntityType::kOrganization, 3, RuleId("name.acronym"));
    }
    if (token.shape == TokenShape::kAlphanumeric && !is_rand(i)) {
      const bool group = tokens_.word(i).starts_with('G') && tokens_.word(i).size() <= 3;  // "G4", "G20"
      votes.add(group ? EntityType::kOrganization : EntityType::kProduct, 4, RuleId("name.code"));
    }
    if (looks_like_brand(i)) {
      const bool model = tokens_.word(i).find_first_of("0123456789") != std::string_view::npos;  // "A330neo"
      votes.add(model ? EntityType::kProduct : EntityType::kOrganization, 4, RuleId("name.brand"));
    }
    if (shouted) return;
    if (token.classes.has(WordClass::kGivenName)) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
    if (token.classes.has(WordClass::kFamilyName)) votes.add(EntityType::kPerson, 2, RuleId("name.family"));
  }

  // "USD 5", "25MW", "QR 250", "flight UO 804".
  bool is_measure(std::uint32_t i) const {
    const auto number = [&](std::uint32_t at) {
      return at < tokens_.size() && tokens_[at].shape == TokenShape::kNumber;
    };
    if (i + 1 < tokens_.size() && tokens_.word(i + 1) == "$") return true;  // "HK$5"
    const bool counted = i > 0 && number(i - 1) && !tokens_[i].space_before;
    if (i + 1 < tokens_.size() && !tokens_[i + 1].space_before && tokens_.word(i + 1).front() <= '9' &&
        tokens_.word(i + 1).front() >= '0')
      return true;  // "RM750mil"
    return number(i + 1) || counted || tokens_.is(i, WordClass::kUnit) ||
           (i > 0 && number(i - 1) && tokens_.is(i, WordClass::kCurrencyWord));
  }

  // "R67.6 billion", "R2.5bn"
  bool is_rand(std::uint32_t i) const {
    const std::string_view word = tokens_.word(i);
    if (word.size() < 2 || word[0] != 'R' || word[1] < '0' || word[1] > '9') return false;
    return tokens_.is(i + 1, WordClass::kMagnitude) || word.find('.') != std::string_view::npos ||
           word.ends_with('m') || word.ends_with("bn");
  }

  // "Safaricom", "SoftBank": endings and inner capitals that companies like.
  bool looks_like_brand(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 18> kEndings = {
        "news",  "bank",    "tech", "soft",  "corp",  "media", "pharm", "pharma", "labs",
        "works", "telecom", "com",  "press", "watch", "mart",  "pay",   "chem",   "petro"};
    const std::string_view word = tokens_.word(i);
    if (tokens_[i].shape == TokenShape::kMixed) {
      if (word.find('.') != std::string_view::npos) return false;  // "Ph.D."
      const bool plural = word.ends_with('s') && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == word.size() - 1;
      return !plural && word.size() > 3 && !word.starts_with("Mc") && !word.starts_with("Mac") &&
             !word.starts_with("De") && !word.starts_with("La") && !word.starts_with("Le") && !word.starts_with("Di") &&
             !word.starts_with("Fitz");
    }
    return word.size() > 6 && !tokens_.is(i, kPersonalNames) &&
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // "MiG-21", "Chandrayaan-5".
  bool ends_in_number(TokenSpan name) const {
    return name.size() == 3 && tokens_[name.end - 1].shape == TokenShape::kNumber &&
           tokens_.writes(name.begin + 1, "-") && !tokens_.common(name.begin);
  }

  void vote_by_person_words(NameCandidate& candidate) const {
    const TokenSpan name = candidate.tokens;
    if (tokens_.known_name(name.begin, name.end).length == name.size() || holds_other_name(name)) return;
    std::uint32_t words = 0, unknown = 0;
    bool particle = false, number = false, given_inside = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      number |= tokens_[i].shape == TokenShape::kNumber || tokens_[i].shape == TokenShape::kAlphanumeric;
      particle |=
          tokens_.is(i, WordClass::kParticle) && tokens_[i].shape == TokenShape::kLower && !tokens_.function_word(i);
      if (!tokens_.capital(i)) continue;
      given_inside |= i > name.begin && tokens_.is(i, WordClass::kGivenName) && !tokens_.is(i, WordClass::kParticle);
      ++words;
      unknown += tokens_.personal(i);
    }
    if (number || words == 0 || name_connector(tokens_, name) < name.end) return;
    if (unknown > 0 && joined_by_sign(name))
      return candidate.words.add(EntityType::kOrganization, 5, RuleId("name.firm"));
    if (names_show(name)) return candidate.words.add(EntityType::kProgram, 7, RuleId("name.show"));
    // "Paris Club", "Lena Holdings": a kind of thing, and no family name.
    const bool given = tokens_.is(name.begin, WordClass::kGivenName) && !tokens_.is(name.begin, WordClass::kParticle);
    if (const auto head = name_head_type(tokens_, name); head && !tokens_.is(name.end - 1, kPersonalNames)) {
      if (!given || words > 2 || !family_head(tokens_, name) || is_reigning(tokens_, name.begin)) return;
    }
    const std::string_view first = tokens_.word(name.begin);
    const bool initial = tokens_[name.begin].shape == TokenShape::kInitial || first.size() == 1 ||
                         (first.size() > 3 && first[1] == '.' && first[3] == '.' && first != "U.S.");  // "R.A."
    NameVotes& votes = candidate.words;
    if (initial && unknown + 1 >= words && tokens_.personal(name.end - 1))
      return votes.add(EntityType::kPerson, 6, RuleId("name.initials"));
    if (unknown < words && !(given && unknown > 0)) {
      // "Wong Man Li": syllables that are English words as well.
      const bool eastern = words == 3 && words == name.size() && unknown == 2 && !tokens_.common(name.begin) &&
                           tokens_.is(name.begin, WordClass::kFamilyName) && tokens_.word(name.begin + 1).size() <= 4;
      if (eastern) votes.add(EntityType::kPerson, 4, RuleId("name.family"));
      return;
    }
    if (given) votes.add(EntityType::kPerson, unknown < words ? 3 : 5, RuleId("name.given"));
    const WordClasses family = WordClass::kFamilyName;
    if (tokens_.is(name.end - 1, family) || (words <= 3 && tokens_.is(name.begin, family))) {
      votes.add(EntityType::kPerson, 3, RuleId("name.family"));
    }
    if (given_inside && !given) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
    // "La Prensa" and "Frente de Todos" are as good as anything.
    const bool romance = has_column(particle_at(name.begin), "article");
    if (particle && !romance) votes.add(EntityType::kPerson, holds_of(name) && !given ? 1 : 3, RuleId("name.particle"));
    if (words <= 4 && !romance && (given || given_inside || is_spaced(name)))
      votes.add(EntityType::kPerson, words <= 3 ? 2 : 1, RuleId("name.shape"));
  }

  // "Lena Drovik Live".
  bool names_show(TokenSpan name) const {
    const std::string_view last = tokens_.word(name.end - 1);
    return name.size() == 3 && tokens_.is(name.begin, WordClass::kGivenName) && tokens_.personal(name.begin + 1) &&
           (last == "Live" || last == "Tonight" || last == "Show");
  }

  // "Wi-Fi" is one word.
  bool is_spaced(TokenSpan name) const {
    for (std::uint32_t i = name.begin + 1; i < name.end; ++i) {
      if (tokens_[i].space_before) return true;
    }
    return false;
  }

  // "Orrin & Marlow".
  bool joined_by_sign(TokenSpan name) const {
    for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
      if (tokens_.writes(i, "&")) return true;
    }
    return false;
  }

  const LexiconEntry* particle_at(std::uint32_t i) const {
    return tokens_.is(i, WordClass::kParticle) ? tokens_.lexicon().entry(WordClass::kParticle, tokens_[i].term)
                                               : nullptr;
  }

  // "Casa de Montejo": a "de", which things have as well.
  bool holds_of(TokenSpan name) const {
    for (std::uint32_t i = name.begin + 1; i < name.end; ++i) {
      if (has_column(particle_at(i), "of")) return true;
    }
    return false;
  }

  // A word that no person carries: an acronym, a country or city that is no personal name, "Plaza" or "Lake" in front.
  bool holds_other_name(TokenSpan name) const {
    if (opens_place(tokens_, name.begin) || opens_foreign_body(name)) return true;
    bool lower = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) lower |= tokens_[i].shape == TokenShape::kCapitalized;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const std::string_view word = tokens_.word(i);
      if (lower && tokens_[i].shape == TokenShape::kAllCaps && !is_numeral(word) && word.size() > 2 && word[1] != '.')
        return true;
      const KnownName known = tokens_.known_name(i, name.end);
      // "Alfredo Cortes": cities give names to families.
      const bool family = known.weight < 8 && i + 1 == name.end && tokens_.is(name.begin, WordClass::kGivenName);
      if (known.length > 0 && known.weight >= 5 && !tokens_.is(i, kPersonalNames) && !family) return true;
    }
    return false;
  }

  static bool is_numeral(std::string_view word) { return word.find_first_not_of("IVX") == std::string_view::npos; }

  const NameTokens& tokens_;
};

}  // namespace

void NameVotes::add(const NameVotes& other) {
  if (!other.any_) return;
  for (std::size_t t = 0; t < kTypes; ++t) votes_[t] += other.votes_[t];
  take_stronger_rules(other);
}

void NameVotes::take_larger(const NameVotes& other) {
  if (!other.any_) return;
  for (std::size_t t = 0; t < kTypes; ++t) votes_[t] = std::max(votes_[t], other.votes_[t]);
  take_stronger_rules(other);
}

void NameVotes::take_stronger_rules(const NameVotes& other) {
  any_ = true;
  for (std::size_t t = 0; t < kTypes; ++t) {
    if (other.strongest_[t] <= strongest_[t]) continue;
    strongest_[t] = other.strongest_[t];
    rules_[t] = other.rules_[t];
  }
}

EntityType NameVotes::best() const {
  return static_cast<EntityType>(std::ranges::max_element(votes_) - votes_.begin());
}

int NameVotes::margin() const {
  const auto best = static_cast<std::size_t>(this->best());
  int second = 0;
  for (std::size_t t = 0; t < kTypes; ++t) {
    if (t != best) second = std::max(second, votes_[t]);
  }
  return votes_[best] - second;
}

bool family_head(const NameTokens& tokens, TokenSpan name) {
  const TermId last = tokens[name.end - 1].term;
  return has_column(tokens.lexicon().entry(WordClass::kPlaceHead, last), "family") ||
         has_column(tokens.lexicon().entry(WordClass::kOrganizationHead, last), "family") ||
         tokens.word(name.end - 1) == "Law";
}

bool is_reigning(const NameTokens& tokens, std::uint32_t i) {
  static constexpr std::array<std::string_view, 8> kNames = {"King",      "Queen", "Prince", "Princess",
                                                             "President", "Pope",  "Saint",  "Emperor"};
  return std::ranges::find(kNames, tokens.word(i)) != kNames.end();
}

std::optional<EntityType> name_head_type(const NameTokens& tokens, TokenSpan name) {
  const std::uint32_t one = 1;
  if (names_storm(tokens, name)) return EntityType::kEvent;
  if (tokens.ends_in(WordClass::kOrganizationSuffix, name.begin, name.end, one)) return EntityType::kOrganization;
  if (tokens.ends_in(WordClass::kOrganizationHead, name.begin, name.end, one)) return EntityType::kOrganization;
  if (tokens.ends_in(WordClass::kPlaceHead, name.begin, name.end, one)) return EntityType::kPlace;
  if (tokens.ends_in(WordClass::kEventHead, name.begin, name.end, one)) return EntityType::kEvent;
  const LexiconEntry* program = tokens.ends_in(WordClass::kProgramHead, name.begin, name.end, one);
  return program != nullptr ? std::optional(program_type(*program)) : std::nullopt;
}

bool opens_place(const NameTokens& tokens, std::uint32_t i) {
  return stands_before_name(tokens, WordClass::kPlaceHead, i);
}

std::uint32_t name_connector(const NameTokens& tokens, TokenSpan name) {
  for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
    if (tokens.writes_any(i, {"of", "for", "on"})) return i;
  }
  return name.end;
}

void add_word_votes(const NameTokens& tokens, NameCandidate& candidate) { WordReader(tokens).vote_by_words(candidate); }

}  // namespace newsloupe
