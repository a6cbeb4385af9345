#include "core/annotate/name_candidates.h"

#include <algorithm>
#include <array>

#include "core/annotate/name_bodies.h"
#include "core/annotate/name_doubts.h"
#include "core/annotate/name_runs.h"
#include "core/base/sorting.h"

namespace newsloupe {
namespace {

constexpr WordClasses kTitles = WordClass::kOffice | WordClass::kHonorific;
constexpr WordClasses kPersonalNames = WordClass::kGivenName | WordClass::kFamilyName;

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
    sort_items(candidates_, [](const NameCandidate& x, const NameCandidate& y) { return x.tokens < y.tokens; });
    return std::move(candidates_);
  }

 private:
  // Cuts a run of name words into the names it holds.
  void split_run(TokenSpan run) {
    run = without_shouting(tokens_, trimmed(without_opening_word(run)));
    // "By Tom Drovik Last updated"
    if (run.size() > 1 && tokens_.word(run.end - 1) == "Last" && run.end < tokens_.size() &&
        tokens_.word(run.end) == "updated")
      --run.end;
    // "NGO Velanta".
    if (run.size() > 1 && tokens_.common(run.begin) && tokens_[run.begin].shape != TokenShape::kCapitalized &&
        tokens_.is(run.begin, WordClass::kNameCue))
      run = trimmed({run.begin + 1, run.end});
    if (run.size() == 1 && follows_model_number(tokens_, run.begin)) return models_.push_back(tokens_[run.begin].term);
    if (run.empty() || split_pair(run) || split_title(run) || split_owner(run) || split_known_prefix(run) ||
        split_unnamed_role(run) || split_part_of(run) || split_couple(run))
      return;
    add(run, {});
  }

  // A sentence opens with a capital that proves nothing: an everyday word goes unless the run as a whole is a name.
  TokenSpan without_opening_word(TokenSpan run) const {
    const std::uint32_t i = run.begin;
    if (!tokens_.opens(i) || tokens_.known_name(i, run.end).length > 0) return run;
    if (is_joining_hyphen(tokens_, i + 1, run.end) && tokens_.capital(i + 2)) return run;
    if (run.size() > 1 && (stands_together(i) || heads_chief(tokens_, run))) return run;
    // "Coincidentally, Weaver left"
    if (run.size() == 1 && !tokens_.is(i, kPersonalNames) && tokens_.word(i).ends_with("ly") &&
        tokens_.writes(run.end, ","))
      return {run.end, run.end};
    if (!tokens_.common(i)) {
      const bool ordinary = tokens_.seen_lower(i) && !tokens_.is(i, kPersonalNames | kTitles | WordClass::kParticle);
      return ordinary ? TokenSpan{i + 1, run.end} : run;
    }
    if (tokens_.phrase(WordClass::kOffice, i, run.end) + tokens_.phrase(WordClass::kHonorific, i, run.end) > 0)
      return run;
    // "Van Halen played"
    if (tokens_.is(i, WordClass::kParticle) && run.size() > 1 && tokens_.capital(i + 1)) return run;
    if (run.size() > 1) {
      // "Carol Van Der Linde"
      const std::uint32_t family = tokens_.is(i + 1, WordClass::kParticle) && i + 2 < run.end ? i + 2 : i + 1;
      const bool person = tokens_.is(i, kPersonalNames) && tokens_.capital(i + 1) &&
                          (!tokens_.common(family) || tokens_.is(family, WordClass::kParticle));
      if (person || name_head_type(tokens_, run) || name_connector(tokens_, run) < run.end) return run;
    }
    return tokens_.seen_capital(i) && run.size() == 1 ? run : TokenSpan{i + 1, run.end};
  }

  // "Con Velda" inside a sentence, too: its everyday word belongs to it.
  bool stands_together(std::uint32_t i) const {
    if (tokens_.function_word(i)) return false;
    if (tokens_.is(i, kTitles) || tokens_.everyday(i + 1) || tokens_.word(i + 1).size() == 1) return false;
    return tokens_.seen_together(i, i + 1);
  }

  // No name begins or ends with a hyphen, a connector or a function word.
  TokenSpan trimmed(TokenSpan run) const {
    const auto stays = [&](std::uint32_t i) {
      return tokens_.capital(i) || tokens_[i].shape == TokenShape::kNumber ||
             (tokens_[i].shape == TokenShape::kCapitalized && !tokens_[i].space_before) ||
             (tokens_[i].shape == TokenShape::kLower && !tokens_.function_word(i) && tokens_.word(i).front() != '\'' &&
              tokens_.word(i).front() != '\xE2');
    };
    // "Singer-guitarists Tom Drovik".
    const auto opens = [&](std::uint32_t i) {
      return stays(i) && (tokens_[i].shape != TokenShape::kLower || tokens_.is(i, WordClass::kParticle));
    };
    while (!run.empty() && !opens(run.begin)) ++run.begin;
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
    if (right.end < run.end && name_head_type(tokens_, run) && !tokens_.function_word(right.end)) {
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
      const bool own = length > 0 && tokens_.known_name(i, run.end).length > length;  // "Uncle Sam"
      if (length == 0 || own || follows_head_of(tokens_, i, run) || begins_body(tokens_, i, i + length, run)) {
        const KnownName known = tokens_.known_name(i, run.end);
        if (known.length > 1) i += known.length - 1;
        continue;
      }
      if (is_named_after(run, i + length)) return false;
      std::uint32_t first = i;
      // "Kisumu County Commissioner", but "Local Administration Minister".
      const bool of_body = tokens_.word(i + length - 1) != "Minister" &&
                           (tokens_.ends_in(WordClass::kOrganizationHead, run.begin, i, 1) ||
                            follows_body(tokens_, i, run) || tokens_.ends_in(WordClass::kPlaceHead, run.begin, i, 1));
      while (!of_body && first > run.begin && modifies_title(first - 1, run)) --first;
      while (first < i && !tokens_.capital(first)) ++first;
      if (first > run.begin) split_run({run.begin, first});
      after_title({first, i + length}, run);
      return true;
    }
    return false;
  }

  // Length of the office or form of address at `i`. A form of address must be followed by a name.
  std::uint32_t title_length(std::uint32_t i, TokenSpan run) const {
    if (!tokens_.capital(i)) return 0;
    if (i > 0 && tokens_.word(i) == "PM" && tokens_[i - 1].shape == TokenShape::kNumber) return 0;  // "2 PM IST"
    const std::uint32_t office = tokens_.phrase(WordClass::kOffice, i, run.end);
    const std::uint32_t honorific = tokens_.phrase(WordClass::kHonorific, i, run.end);
    if (office >= honorific && office > 0) {
      // "Dusty Baker", "Ken Doctor", "King".
      const bool name_of_person =
          office == 1 && i + 1 == run.end &&
          (i == run.begin ? tokens_.is(i, kPersonalNames)
                          : i == run.begin + 1 && tokens_.is(run.begin, WordClass::kGivenName) &&
                                (tokens_.is(i, kPersonalNames) || tokens_.known_name(run.begin, i).length == 0));
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
    if (!name_head_type(tokens_, {after_title - 1, run.end})) return false;  // "Leaders Summit" too
    // "Governor Tom Hill", but "Queen Anne Hill".
    const bool hill = family_head(tokens_, run) && !is_reigning(tokens_, after_title - 1);
    const bool person = run.end - after_title == 2 && tokens_.is(after_title, WordClass::kGivenName) &&
                        (hill || tokens_.is(run.end - 1, WordClass::kFamilyName));
    const bool of = tokens_.writes_any(after_title, {"of", "for"});
    return !person && !of;
  }

  // "Former Foreign and Trade" before "Minister".
  bool modifies_title(std::uint32_t i, TokenSpan run) const {
    if (tokens_.writes_any(i, {"-", "and", "&", "of"})) return i > run.begin;
    if (!tokens_.capital(i) || !tokens_.common(i)) return false;
    return tokens_.known_name(i, run.end).length == 0;
  }

  void after_title(TokenSpan title, TokenSpan run) {
    if (title.size() == 1 && run.size() == 1) return add_office_word(title);
    std::uint32_t at = title.end;
    while (at < run.end) {
      const std::uint32_t more = title_length(at, run);
      if (more > 0) {
        at += more;
      } else if (tokens_.writes_any(at, {"-", "&", "and"})) {
        ++at;
      } else {
        break;
      }
    }
    if (at < run.end && tokens_.writes_any(at, {"of", "for"})) {
      if (heads_body({at + 1, run.end})) return add({at + 1, run.end}, {});
      if (const std::uint32_t body = body_end(at + 1, run); body > 0) {
        add({at + 2, body}, {});
        return add_titled({title.begin, body}, trimmed({body, run.end}));
      }
      at = over_portfolio(at + 1, run);
    }
    add_titled({title.begin, at}, trimmed({at, run.end}));
  }

  // "Doctor said" may be short for "Ken Doctor", "the Doctor" and "Our Doctor" are not.
  void add_office_word(TokenSpan word) {
    const std::uint32_t i = word.begin;
    const bool determined = i > 0 && tokens_.is(i - 1, WordClass::kDeterminer | WordClass::kPronoun);
    if (tokens_.common(i) && !determined) candidates_.push_back({word, {}, {}, {}});
  }

  // "CEO of Acumen", "Chair of the Institute of Certified Accountants": "of" is followed by a body, not by a field and
  // a name.
  bool heads_body(TokenSpan rest) const {
    if (rest.begin < rest.end && tokens_.writes(rest.begin, "the")) ++rest.begin;
    if (rest.empty()) return false;
    if (name_head_type(tokens_, rest).has_value() || name_connector(tokens_, rest) < rest.end) return true;
    if (rest.size() > 1 && opens_place(tokens_, rest.begin)) return true;
    return tokens_.known_name(rest.begin, rest.end).length == 0 && !is_field(rest.begin, rest.end);
  }

  // End of the body in "President of the World Rowing Forum Mia Berg", 0 where there is none.
  std::uint32_t body_end(std::uint32_t at, TokenSpan run) const {
    if (!tokens_.writes(at, "the")) return 0;
    for (std::uint32_t i = at + 3; i + 1 < run.end; ++i) {
      if (tokens_.ends_in(WordClass::kOrganizationHead, at + 1, i, 1) && tokens_.capital(i) && tokens_.personal(i))
        return i;
    }
    return 0;
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

  // "H.E. Tom Drovik Former Kenyan Ambassador", "Minister Ana Drovik and Trade Minister Tom Velta": the name ends where
  // another office begins.
  std::uint32_t next_office(TokenSpan name) const {
    for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
      const bool former = tokens_.word(i) == "Former";
      if (!former && !(tokens_.common(i) && tokens_.phrase(WordClass::kOffice, i, name.end) > 0)) continue;
      while (i > name.begin + 1 && (tokens_.common(i - 1) || tokens_.writes_any(i - 1, {"and", "&"}))) --i;
      return i;
    }
    return name.end;
  }

  void add_titled(TokenSpan title, TokenSpan name) {
    if (const std::uint32_t end = next_office(name); end < name.end) {
      split_run({end, name.end});
      name = trimmed({name.begin, end});
    }
    if (name.empty()) return;
    const KnownName known = tokens_.known_name(name.begin, name.end);
    const bool person = known.length == 0 || tokens_.is(name.begin, kPersonalNames) || known.length < name.size();
    bool personal = tokens_.is(title.end - 1, WordClass::kHonorific) && !tokens_.common(title.end - 1);
    for (std::uint32_t i = name.begin; i < name.end; ++i) personal |= tokens_.capital(i) && tokens_.personal(i);
    if (!person || (known.type == EntityType::kPlace && known.weight >= 9)) return split_run(name);
    if (!personal) return;
    while (title.size() > 1 && tokens_.writes_any(title.end - 1, {"-", "and", "&"})) --title.end;
    NameCandidate candidate{name, title, {}, {}};
    candidate.words.add(EntityType::kPerson, 10, RuleId("name.title"));
    candidates_.push_back(candidate);
  }

  // "Qatar Zelna Drovik" in "ambassador to Qatar Zelna Drovik".
  bool split_country(TokenSpan run, KnownName known) {
    const std::uint32_t rest = run.begin + known.length;
    if (known.type != EntityType::kPlace || known.weight < 5 || rest + 2 > run.end || run.begin == 0) return false;
    if (!tokens_.writes(run.begin - 1, "to")) return false;
    for (std::uint32_t i = rest; i < run.end; ++i) {
      if (tokens_.capital(i) && tokens_.common(i)) return false;
    }
    add({run.begin, rest}, {});
    NameCandidate person{{rest, run.end}, {}, {}, {}};
    add_word_votes(tokens_, person);
    person.words.add(EntityType::kPerson, 4, RuleId("name.title"));
    candidates_.push_back(person);
    return true;
  }

  // "Nigerian Afrobeats", "Google Chrome": the known name stands for itself when nothing makes the whole one name.
  bool split_known_prefix(TokenSpan run) {
    const KnownName known = tokens_.known_name(run.begin, run.end);
    if (known.length == 0 || known.length >= run.size()) return false;
    if (split_player(run, known) || split_party(run, known)) return true;
    if (name_head_type(tokens_, run) || name_connector(tokens_, run) < run.end) return false;
    if (split_country(run, known)) return true;
    const std::uint32_t rest = run.begin + known.length;
    // "Christian Pintado" bears the name of a people.
    if (known.length == 1 && tokens_.is(run.begin, WordClass::kGivenName) && tokens_.capital(rest) &&
        !tokens_.common(rest) && (run.begin == 0 || !tokens_.writes_any(run.begin - 1, {"a", "the"})))
      return false;
    if (tokens_.is(run.begin, kPersonalNames) && tokens_.is(run.begin + 1, kPersonalNames)) return false;
    // "Nicaragua Daniel Capri" stands in "ambassador to Nicaragua Daniel Capri".
    const bool person = known.weight >= 5 && rest + 1 < run.end && tokens_.is(rest, WordClass::kGivenName) &&
                        tokens_.personal(rest + 1);
    if (known.type != EntityType::kGroup && !person) return false;
    add({run.begin, run.begin + known.length}, {});
    split_run({run.begin + known.length, run.end});
    return true;
  }

  // "the Weaver White House" is that of a person.
  bool split_owner(TokenSpan run) {
    if (run.size() < 3 || !tokens_.is(run.begin, WordClass::kFamilyName) || tokens_.common(run.begin)) return false;
    const KnownName body = tokens_.known_name(run.begin + 1, run.end);
    if (body.type != EntityType::kOrganization || body.length + 1 != run.size() || body.weight < 7) return false;
    add({run.begin, run.begin + 1}, {});
    add({run.begin + 1, run.end}, {});
    return true;
  }

  // "Dallas Rider Tom Drovik": one of a club that is called by its town.
  bool split_player(TokenSpan run, const KnownName& town) {
    const std::uint32_t player = run.begin + town.length, given = player + 1;
    if (town.type != EntityType::kPlace || given + 2 != run.end || !tokens_.capital(player)) return false;
    if (tokens_.is(player, kPersonalNames | kTitles | WordClass::kPlaceHead | WordClass::kOrganizationHead))
      return false;
    if (!tokens_.is(given, WordClass::kGivenName) || tokens_.common(given) || !tokens_.capital(given + 1) ||
        tokens_.common(given + 1))
      return false;
    add({given, run.end}, {});
    return true;
  }

  // "a Utah Republican", "California Democrats"
  bool split_party(TokenSpan run, const KnownName& state) {
    const std::uint32_t party = run.begin + state.length;
    if (state.type != EntityType::kPlace || party + 1 != run.end) return false;
    const std::string_view name = tokens_.word(party);
    if (!name.starts_with("Republican") && !name.starts_with("Democrat")) return false;
    add({run.begin, party}, {});
    add({party, run.end}, {});
    return true;
  }

  // "Audit Committee of the Velda Institute of Accountants" is a part of a body and the body.
  bool split_part_of(TokenSpan run) {
    for (std::uint32_t i = run.begin + 1; i + 3 < run.end; ++i) {
      if (!tokens_.writes(i, "of") || !tokens_.writes(i + 1, "the")) continue;
      if (!tokens_.ends_in(WordClass::kOrganizationHead, run.begin, i, 0)) continue;
      const TokenSpan whole{i + 2, run.end};
      const std::uint32_t of = name_connector(tokens_, whole);
      if (name_head_type(tokens_, {whole.begin, of}) != EntityType::kOrganization) continue;
      add({run.begin, i}, {});
      split_run(whole);
      return true;
    }
    return false;
  }

  // "Ferry Authority Senior Ranger Mia Berg", "Transport Workers Jo Berg": a given name and one that is no everyday
  // word after words that no person carries.
  bool split_unnamed_role(TokenSpan run) {
    if (run.size() < 3 || name_head_type(tokens_, run) || name_connector(tokens_, run) < run.end) return false;
    bool role = false;
    for (std::uint32_t i = run.begin; i + 1 < run.end; ++i) {
      const bool particle = tokens_.is(i, WordClass::kParticle);
      if (role && !particle && tokens_.is(i, WordClass::kGivenName) && tokens_.capital(i + 1) &&
          tokens_.personal(i + 1)) {
        split_run({run.begin, i});
        split_run({i, run.end});
        return true;
      }
      const TokenShape shape = tokens_[i].shape;
      const bool capitals = shape == TokenShape::kAllCaps && tokens_.word(i).size() > 2 && tokens_.word(i)[1] != '.';
      if (!tokens_.capital(i) || particle || tokens_.is(i, kPersonalNames)) return false;
      role = tokens_.common(i) || capitals || tokens_.is(i, WordClass::kOrganizationHead | WordClass::kPlaceHead);
    }
    return false;
  }

  // "Anna & Tom Berg", "Lu Hong-tu & Family" are persons, "Berg & Hill" is a firm.
  bool split_couple(TokenSpan run) {
    for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
      if (!tokens_.writes(i, "&")) continue;
      const TokenSpan left{run.begin, i}, right{i + 1, run.end};
      const bool full = is_full_name(left) || is_full_name(right);
      if (!full || name_head_type(tokens_, run)) return false;
      add(left, {});
      if (right.size() > 1 || !tokens_.common(right.begin)) split_run(right);
      return true;
    }
    return false;
  }

  bool is_full_name(TokenSpan name) const {
    NameCandidate candidate{name, {}, {}, {}};
    if (name.size() > 1) add_word_votes(tokens_, candidate);
    return candidate.words.of(EntityType::kPerson) >= 5;
  }

  void add(TokenSpan name, TokenSpan role) {
    name = trimmed(name);
    if (is_party_and_state(tokens_, name)) return;
    if (name.empty() ||
        (name.size() == 1 && (tokens_.word(name.begin).size() == 1 || tokens_.word(name.begin) == "No.")))
      return;
    if (name.begin > 0 && follows_handle_sign(tokens_, name.begin)) return;
    if (name.size() == 1 && !models_.empty() && std::ranges::find(models_, tokens_[name.begin].term) != models_.end())
      return;
    if (name.size() == 1 && (is_form_of_address(tokens_, name.begin) || is_everyday_brand(tokens_, name.begin))) return;
    // "6th Avenue".
    if (name.size() == 1 && name.begin > 0 && tokens_.is(name.begin - 1, WordClass::kOrdinalNumber) &&
        tokens_.is(name.begin, WordClass::kPlaceHead))
      --name.begin;
    NameCandidate candidate{name, role, {}, {}};
    add_word_votes(tokens_, candidate);
    candidates_.push_back(candidate);
  }

  const NameTokens& tokens_;
  std::vector<NameCandidate> candidates_;
  std::vector<TermId> models_;  // given names that the document has used for products
};

}  // namespace

std::vector<NameCandidate> collect_name_candidates(const NameTokens& tokens) {
  return CandidateCollector(tokens).collect();
}

}  // namespace newsloupe
