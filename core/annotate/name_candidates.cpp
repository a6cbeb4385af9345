#include "core/annotate/name_candidates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/annotate/name_runs.h"

namespace newsloupe {
namespace {

constexpr WordClasses kTitles = WordClass::kOffice | WordClass::kHonorific;
constexpr WordClasses kPersonalNames = WordClass::kGivenName | WordClass::kFamilyName;

EntityType program_type(const LexiconEntry& entry) {
  const std::string_view kind = entry.columns.empty() ? std::string_view() : std::string_view(entry.columns[0]);
  return kind == "agreement" ? EntityType::kAgreement : kind == "product" ? EntityType::kProduct : EntityType::kProgram;
}

bool has_column(const LexiconEntry* entry, std::string_view value) {
  return entry != nullptr && std::ranges::find(entry->columns, value) != entry->columns.end();
}

class CandidateCollector {
 public:
  explicit CandidateCollector(const NameTokens& tokens) : tokens_(tokens) {}

  std::vector<NameCandidate> collect() {
    for (const Sentence& sentence : tokens_.doc().sentences) {
      if (sentence.tokens.empty() || tokens_.title_case(sentence.tokens.begin)) continue;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
        if (!begins_name_run(tokens_, i, sentence.tokens)) {
          ++i;
          continue;
        }
        const std::uint32_t end = name_run_end(tokens_, i, sentence.tokens);
        split_run({i, end});
        i = end;
      }
    }
    std::ranges::sort(candidates_, {}, &NameCandidate::tokens);
    return std::move(candidates_);
  }

 private:
  // Cuts a run of name words into the names it holds.
  void split_run(TokenSpan run) {
    run = without_opening_word(run);
    run = trimmed(run);
    if (run.empty() || split_pair(run) || split_title(run) || split_known_prefix(run)) return;
    add(run, {});
  }

  // A sentence opens with a capital that proves nothing: an everyday word goes unless the run as a whole is a name.
  TokenSpan without_opening_word(TokenSpan run) const {
    const std::uint32_t i = run.begin;
    if (!tokens_.opens(i) || tokens_.known_name(i, run.end).length > 0) return run;
    if (!tokens_.common(i)) {
      const bool ordinary = tokens_.seen_lower(i) && !tokens_.is(i, kPersonalNames | kTitles);
      return ordinary ? TokenSpan{i + 1, run.end} : run;
    }
    if (tokens_.phrase(WordClass::kOffice, i, run.end) + tokens_.phrase(WordClass::kHonorific, i, run.end) > 0)
      return run;
    if (run.size() > 1) {
      const bool person = tokens_.is(i, kPersonalNames) && !tokens_.common(i + 1) && tokens_.capital(i + 1);
      if (person || head_type_at_end(run) || connector_of(run) < run.end) return run;
    }
    return tokens_.seen_capital(i) && run.size() == 1 ? run : TokenSpan{i + 1, run.end};
  }

  // No name begins or ends with a hyphen, a connector or a function word.
  TokenSpan trimmed(TokenSpan run) const {
    const auto stays = [&](std::uint32_t i) {
      return tokens_.capital(i) || tokens_[i].shape == TokenShape::kNumber ||
             (tokens_[i].shape == TokenShape::kLower && !tokens_.function_word(i) && tokens_.word(i).front() != '\'' &&
              tokens_.word(i).front() != '\xE2');
    };
    while (!run.empty() && !stays(run.begin)) ++run.begin;
    while (!run.empty() && !stays(run.end - 1)) --run.end;
    return run;
  }

  // "India-Japan" is two names; "India-Japan Annual Summit" is one that holds two.
  bool split_pair(TokenSpan run) {
    for (std::uint32_t i = run.begin; i < run.end;) {
      const KnownName left = tokens_.known_name(i, run.end);
      const std::uint32_t after = i + std::max<std::uint32_t>(1, left.length);
      if (left.length > 0 && after + 1 < run.end && is_joining_hyphen(tokens_, after, run.end)) {
        const KnownName right = tokens_.known_name(after + 1, run.end);
        if (right.type == EntityType::kGroup && combining_form(i, left)) {
          return add_combined(run, {i, after + 1 + right.length});
        }
        if (right.length > 0 && right.type != EntityType::kPerson) {
          return cut_pair(run, {i, after}, {after + 1, after + 1 + right.length});
        }
      }
      i = after;
    }
    return false;
  }

  // "Indo-Japanese" is one word.
  bool combining_form(std::uint32_t i, const KnownName& known) const {
    return known.type == EntityType::kGroup && tokens_.word(i).size() <= 6 && tokens_.word(i).ends_with('o');
  }

  bool add_combined(TokenSpan run, TokenSpan people) {
    NameCandidate candidate{people, {}, {}, {}};
    candidate.words.add(EntityType::kGroup, 9, RuleId("name.demonym"));
    candidates_.push_back(candidate);
    if (run.begin < people.begin) split_run({run.begin, people.begin});
    if (people.end < run.end) split_run({people.end, run.end});
    return true;
  }

  bool cut_pair(TokenSpan run, TokenSpan left, TokenSpan right) {
    if (right.end < run.end && head_type_at_end(run) && !tokens_.function_word(right.end)) {
      add({left.begin, run.end}, {});
    } else {
      add(left, {});
      add(right, {});
      if (right.end < run.end) split_run({right.end, run.end});
    }
    if (left.begin > run.begin) split_run({run.begin, left.begin});
    return true;
  }

  // "Japanese Prime Minister Fumio Kishida": group, role, person.
  bool split_title(TokenSpan run) {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const std::uint32_t length = title_length(i, run);
      if (length == 0 || follows_head_of(i, run)) {
        const KnownName known = tokens_.known_name(i, run.end);
        if (known.length > 1) i += known.length - 1;
        continue;
      }
      if (is_named_after(run, i + length)) return false;
      std::uint32_t first = i;
      while (first > run.begin && modifies_title(first - 1, run)) --first;
      while (first < i && !tokens_.capital(first)) ++first;
      if (first > run.begin) split_run({run.begin, first});
      after_title({first, i + length}, run);
      return true;
    }
    return false;
  }

  // "Council of Heads of State" is a body.
  bool follows_head_of(std::uint32_t i, TokenSpan run) const {
    return i > run.begin + 1 && tokens_.word(i - 1) == "of" &&
           tokens_.ends_in(WordClass::kOrganizationHead, run.begin, i - 1, 0) != nullptr;
  }

  // Length of the office or form of address at `i`. A form of address must be followed by a name.
  std::uint32_t title_length(std::uint32_t i, TokenSpan run) const {
    if (!tokens_.capital(i)) return 0;
    const std::uint32_t office = tokens_.phrase(WordClass::kOffice, i, run.end);
    const std::uint32_t honorific = tokens_.phrase(WordClass::kHonorific, i, run.end);
    if (office >= honorific && office > 0) {
      const bool name_of_person = office == 1 && tokens_.is(i, kPersonalNames) && i == run.begin && run.size() == 1;
      return name_of_person ? 0 : office;
    }
    // "Mr" and "Dr" make a name of any word, "Chief" and "Major" do not.
    const bool named = honorific > 0 && i + honorific < run.end &&
                       (tokens_.personal(i + honorific) || !tokens_.common(i)) &&
                       tokens_.known_name(i, run.end).length <= honorific;
    return named ? honorific : 0;
  }

  // "King Faisal Hospital", "Prime Minister's Office": named after a title, and no person.
  bool is_named_after(TokenSpan run, std::uint32_t after_title) const {
    if (after_title >= run.end) return false;
    if (!head_type_at_end({after_title - 1, run.end})) return false;  // "Leaders Summit" too
    const bool person = run.end - after_title == 2 && tokens_.is(after_title, WordClass::kGivenName) &&
                        tokens_.is(run.end - 1, WordClass::kFamilyName);
    const bool of = tokens_.word(after_title) == "of" || tokens_.word(after_title) == "for";
    return !person && !of;
  }

  // "Former Foreign and Trade" before "Minister".
  bool modifies_title(std::uint32_t i, TokenSpan run) const {
    const std::string_view word = tokens_.word(i);
    if (word == "-" || word == "and" || word == "&" || word == "of") return i > run.begin;
    if (!tokens_.capital(i) || !tokens_.common(i)) return false;
    return tokens_.known_name(i, run.end).length == 0;
  }

  void after_title(TokenSpan title, TokenSpan run) {
    std::uint32_t at = title.end;
    while (at < run.end) {
      const std::uint32_t more = title_length(at, run);
      if (more > 0) {
        at += more;
      } else if (tokens_.word(at) == "-" || tokens_.word(at) == "&" || tokens_.word(at) == "and") {
        ++at;
      } else {
        break;
      }
    }
    if (at < run.end && (tokens_.word(at) == "of" || tokens_.word(at) == "for")) {
      if (heads_body({at + 1, run.end})) return add({at + 1, run.end}, {});
      at = over_portfolio(at + 1, run);
    }
    add_titled({title.begin, at}, trimmed({at, run.end}));
  }

  // "CEO of Acumen", "Chair of the Institute of Certified Accountants": "of" is followed by a body, not by a field and
  // a name.
  bool heads_body(TokenSpan rest) const {
    if (rest.begin < rest.end && tokens_.word(rest.begin) == "the") ++rest.begin;
    if (rest.empty()) return false;
    if (head_type_at_end(rest).has_value() || connector_of(rest) < rest.end) return true;
    return tokens_.known_name(rest.begin, rest.end).length == 0 && !is_field(rest.begin, rest.end);
  }

  // "Health and Family Welfare", "the Western Cape": the field of an office; known names in it are names of their own.
  std::uint32_t over_portfolio(std::uint32_t at, TokenSpan run) {
    bool first = true;
    while (at < run.end) {
      const KnownName known = tokens_.known_name(at, run.end);
      if (known.length > 0) {
        if (!first && known.type == EntityType::kPlace && known.length == 1 && tokens_.is(at, kPersonalNames)) break;
        add({at, at + known.length}, {});
        at += known.length;
      } else if (!tokens_.capital(at) || is_field(at, run.end)) {
        ++at;
      } else {
        break;
      }
      first = false;
    }
    return at;
  }

  // A word for a field of work: an everyday one, or any that a given name follows later.
  bool is_field(std::uint32_t i, std::uint32_t end) const {
    if (tokens_.is(i, WordClass::kGivenName)) return false;
    if (tokens_.common(i) || tokens_.is(i, WordClass::kPlaceHead | WordClass::kOrganizationHead)) return true;
    if (tokens_.is(i, WordClass::kFamilyName)) return false;
    for (std::uint32_t later = i + 1; later < end; ++later) {
      if (tokens_.is(later, WordClass::kGivenName)) return true;
    }
    return false;
  }

  void add_titled(TokenSpan title, TokenSpan name) {
    if (name.empty()) return;
    const KnownName known = tokens_.known_name(name.begin, name.end);
    const bool person = known.length == 0 || tokens_.is(name.begin, kPersonalNames) || known.length < name.size();
    bool personal = tokens_.is(title.end - 1, WordClass::kHonorific) && !tokens_.common(title.end - 1);
    for (std::uint32_t i = name.begin; i < name.end; ++i) personal |= tokens_.capital(i) && tokens_.personal(i);
    if (!person || (known.type == EntityType::kPlace && known.weight >= 9)) return split_run(name);
    if (!personal) return;
    NameCandidate candidate{name, title, {}, {}};
    candidate.words.add(EntityType::kPerson, 10, RuleId("name.title"));
    candidates_.push_back(candidate);
  }

  // "Nigerian Afrobeats", "Google Chrome": the known name stands for itself when nothing makes the whole one name.
  bool split_known_prefix(TokenSpan run) {
    const KnownName known = tokens_.known_name(run.begin, run.end);
    if (known.length == 0 || known.length >= run.size()) return false;
    if (head_type_at_end(run) || connector_of(run) < run.end) return false;
    const std::uint32_t rest = run.begin + known.length;
    if (tokens_.is(run.begin, kPersonalNames) && tokens_.is(run.begin + 1, kPersonalNames)) return false;
    // "Nicaragua Daniel Capri" stands in "ambassador to Nicaragua Daniel Capri".
    const bool person = known.weight >= 5 && rest + 1 < run.end && tokens_.is(rest, WordClass::kGivenName) &&
                        tokens_.personal(rest + 1);
    if (known.type != EntityType::kGroup && !person) return false;
    add({run.begin, run.begin + known.length}, {});
    split_run({run.begin + known.length, run.end});
    return true;
  }

  // The type that the last words of a run of several words prove ("... Council", "... River"), or none.
  std::optional<EntityType> head_type_at_end(TokenSpan run) const {
    const std::uint32_t one = 1;
    if (tokens_.ends_in(WordClass::kOrganizationSuffix, run.begin, run.end, one)) return EntityType::kOrganization;
    if (tokens_.ends_in(WordClass::kOrganizationHead, run.begin, run.end, one)) return EntityType::kOrganization;
    if (tokens_.ends_in(WordClass::kPlaceHead, run.begin, run.end, one)) return EntityType::kPlace;
    if (tokens_.ends_in(WordClass::kEventHead, run.begin, run.end, one)) return EntityType::kEvent;
    const LexiconEntry* program = tokens_.ends_in(WordClass::kProgramHead, run.begin, run.end, one);
    return program != nullptr ? std::optional(program_type(*program)) : std::nullopt;
  }

  // The first "of", "for" or "on" of the run, or its end.
  std::uint32_t connector_of(TokenSpan run) const {
    for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
      const std::string_view word = tokens_.word(i);
      if (word == "of" || word == "for" || word == "on") return i;
    }
    return run.end;
  }

  void add(TokenSpan name, TokenSpan role) {
    name = trimmed(name);
    if (name.empty()) return;
    NameCandidate candidate{name, role, {}, {}};
    vote_by_words(candidate);
    candidates_.push_back(candidate);
  }

  void vote_by_words(NameCandidate& candidate) const {
    const TokenSpan name = candidate.tokens;
    vote_by_known_name(candidate);
    if (const std::uint32_t of = connector_of(name); of < name.end) {
      vote_by_heads(candidate, {name.begin, of}, 0);
    } else {
      vote_by_heads(candidate, name, 1);
    }
    if (has_column(tokens_.lexicon().entry(WordClass::kPlaceHead, tokens_[name.begin].term), "before") &&
        name.size() > 1) {
      candidate.words.add(EntityType::kPlace, 6, RuleId("name.place_head"));
    }
    // "South Auckland", "Greater Accra".
    const KnownName after = name.size() > 1 ? tokens_.known_name(name.begin + 1, name.end) : KnownName();
    if (after.type == EntityType::kPlace && after.length + 1 == name.size() &&
        tokens_.is(name.begin, WordClass::kDirection)) {
      candidate.words.add(EntityType::kPlace, 6, RuleId("name.direction"));
    }
    if (ends_in_number(name)) candidate.words.add(EntityType::kProduct, 4, RuleId("name.code"));
    if (name.size() == 1) {
      vote_by_single_word(candidate);
    } else {
      vote_by_person_words(candidate);
    }
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
    if (ends_in(WordClass::kOrganizationHead))
      votes.add(EntityType::kOrganization, 7, RuleId("name.organization_head"));
    // "Chuck Close" and "Anna Park" are rather persons.
    const bool person = words.size() == 2 && tokens_.is(words.begin, WordClass::kGivenName);
    if (ends_in(WordClass::kPlaceHead)) votes.add(EntityType::kPlace, person ? 3 : 6, RuleId("name.place_head"));
    // "Joint Statement" is no name by itself.
    const auto covers = [&](WordClass c) { return tokens_.phrase(c, words.begin, words.end) == words.size(); };
    if (remaining > 0 && (covers(WordClass::kEventHead) || covers(WordClass::kProgramHead)) && words.size() < 3 &&
        tokens_.common(words.begin) && tokens_.known_name(words.begin, words.end).length == 0) {
      return;
    }
    if (ends_in(WordClass::kEventHead)) votes.add(EntityType::kEvent, 6, RuleId("name.event_head"));
    if (const LexiconEntry* program = ends_in(WordClass::kProgramHead)) {
      votes.add(program_type(*program), 6, RuleId("name.program_head"));
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
      votes.add(EntityType::kOrganization, 4, RuleId("name.organization_alone"));
    }
    if (tokens_.common(i)) {
      const bool given = !tokens_.opens(i) && token.classes.has(WordClass::kGivenName);
      if (given) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
      return;
    }
    if (token.shape == TokenShape::kAllCaps && tokens_.word(i).size() <= 7 && !is_numeral(tokens_.word(i))) {
      votes.add(EntityType::kOrganization, 3, RuleId("name.acronym"));
    }
    if (token.shape == TokenShape::kAlphanumeric) {
      const bool group = tokens_.word(i).starts_with('G') && tokens_.word(i).size() <= 3;  // "G4", "G20"
      votes.add(group ? EntityType::kOrganization : EntityType::kProduct, 4, RuleId("name.code"));
    }
    if (looks_like_brand(i)) votes.add(EntityType::kOrganization, 4, RuleId("name.brand"));
    if (token.classes.has(WordClass::kGivenName)) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
    if (token.classes.has(WordClass::kFamilyName)) votes.add(EntityType::kPerson, 2, RuleId("name.family"));
  }

  // "Safaricom", "SoftBank": endings and inner capitals that companies like.
  bool looks_like_brand(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 18> kEndings = {
        "news",  "bank",    "tech", "soft",  "corp",  "media", "pharm", "pharma", "labs",
        "works", "telecom", "com",  "press", "watch", "mart",  "pay",   "chem",   "petro"};
    const std::string_view word = tokens_.word(i);
    if (tokens_[i].shape == TokenShape::kMixed) {
      const bool plural = word.ends_with('s') && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == word.size() - 1;
      return !plural && word.size() > 3 && !word.starts_with("Mc") && !word.starts_with("Mac") && !word.starts_with("De") &&
             !word.starts_with("La") && !word.starts_with("Le") && !word.starts_with("Di") && !word.starts_with("Fitz");
    }
    return word.size() > 6 && !tokens_.is(i, kPersonalNames) &&
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // "MiG-21", "Chandrayaan-5".
  bool ends_in_number(TokenSpan name) const {
    return name.size() == 3 && tokens_[name.end - 1].shape == TokenShape::kNumber &&
           tokens_.word(name.begin + 1) == "-" && !tokens_.common(name.begin);
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
    if (number || words == 0 || connector_of(name) < name.end) return;
    const bool given = tokens_.is(name.begin, WordClass::kGivenName) && !tokens_.is(name.begin, WordClass::kParticle);
    const bool initial = tokens_[name.begin].shape == TokenShape::kInitial || tokens_.word(name.begin).size() == 1;
    NameVotes& votes = candidate.words;
    if (initial && unknown + 1 >= words) return votes.add(EntityType::kPerson, 6, RuleId("name.initials"));
    if (unknown < words && !(given && unknown > 0)) return;
    if (given) votes.add(EntityType::kPerson, unknown < words ? 3 : 5, RuleId("name.given"));
    const WordClasses family = WordClass::kFamilyName;
    if (tokens_.is(name.end - 1, family) || (words <= 3 && tokens_.is(name.begin, family))) {
      votes.add(EntityType::kPerson, 3, RuleId("name.family"));
    }
    if (given_inside && !given) votes.add(EntityType::kPerson, 2, RuleId("name.given"));
    if (particle) votes.add(EntityType::kPerson, 3, RuleId("name.particle"));
    if (words <= 4) votes.add(EntityType::kPerson, words <= 3 ? 2 : 1, RuleId("name.shape"));
  }

  // A word that no person carries: an acronym, a country or city that is no personal name, "Plaza" or "Lake" in front.
  bool holds_other_name(TokenSpan name) const {
    if (has_column(tokens_.lexicon().entry(WordClass::kPlaceHead, tokens_[name.begin].term), "before")) return true;
    bool lower = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) lower |= tokens_[i].shape == TokenShape::kCapitalized;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const std::string_view word = tokens_.word(i);
      if (lower && tokens_[i].shape == TokenShape::kAllCaps && !is_numeral(word) && word.size() > 2) return true;
      const KnownName known = tokens_.known_name(i, name.end);
      if (known.length > 0 && known.weight >= 5 && !tokens_.is(i, kPersonalNames)) return true;
    }
    return false;
  }

  static bool is_numeral(std::string_view word) { return word.find_first_not_of("IVX") == std::string_view::npos; }

  const NameTokens& tokens_;
  std::vector<NameCandidate> candidates_;
};

}  // namespace

void NameVotes::add(const NameVotes& other) {
  for (std::size_t t = 0; t < kTypes; ++t) {
    votes_[t] += other.votes_[t];
    if (other.strongest_[t] > strongest_[t]) {
      strongest_[t] = other.strongest_[t];
      rules_[t] = other.rules_[t];
    }
  }
}

void NameVotes::take_larger(const NameVotes& other) {
  for (std::size_t t = 0; t < kTypes; ++t) {
    votes_[t] = std::max(votes_[t], other.votes_[t]);
    if (other.strongest_[t] > strongest_[t]) {
      strongest_[t] = other.strongest_[t];
      rules_[t] = other.rules_[t];
    }
  }
}

EntityType NameVotes::best() const {
  return static_cast<EntityType>(std::ranges::max_element(votes_) - votes_.begin());
}

int NameVotes::margin() const {
  std::array<int, kTypes> sorted = votes_;
  std::ranges::sort(sorted, std::greater<>());
  return sorted[0] - std::max(0, sorted[1]);
}

std::vector<NameCandidate> collect_name_candidates(const NameTokens& tokens) {
  return CandidateCollector(tokens).collect();
}

}  // namespace newsloupe
