#include "core/annotate/name_ledger.h"

#include <algorithm>
#include <utility>

namespace newsloupe {
namespace {

// Family names that stand first in Chinese and Korean names are short and in the list of family names; the given name
// after them is one word or two joined by a hyphen.
bool family_name_first(const NameTokens& tokens, TokenSpan name) {
  if (!tokens.is(name.begin, WordClass::kFamilyName) || tokens.is(name.begin, WordClass::kGivenName)) return false;
  const bool hyphen = name.size() == 4 && tokens.writes(name.begin + 2, "-");
  return (name.size() == 2 && !tokens.is(name.begin + 1, WordClass::kFamilyName)) || hyphen;
}

bool everyday_words(const NameTokens& tokens, TokenSpan name) {
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    const bool plural = tokens.common(i) && tokens.word(i).back() == 's';
    if (tokens.capital(i) && !tokens.is(i, WordClass::kCommonWord) && !plural) return false;
  }
  return true;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

bool is_acronym_of(const NameTokens& tokens, std::string_view acronym, TokenSpan full) {
  std::string letters;
  for (const char c : acronym) {
    if (c != '.' && c != '-') letters.push_back(upper(c));
  }
  if (letters.size() < 2 || full.size() < 2) return false;
  std::size_t matched = 0;
  for (std::uint32_t i = full.begin; i < full.end && matched < letters.size(); ++i) {
    const std::string_view word = tokens.word(i);
    if (upper(word.front()) == letters[matched]) ++matched;
  }
  return matched == letters.size() && upper(tokens.word(full.begin).front()) == letters.front();
}

// "Molirena" for "Movimiento Liberal Republicano Nacional": its letters stand in the name in this order.
static bool is_clipping_of(const NameTokens& tokens, std::uint32_t i, TokenSpan full) {
  if (full.size() < 3 || !tokens.capital(i) || tokens.common(i) || tokens.known_name(i, i + 1).length > 0) return false;
  const std::string_view clipped = tokens.word(i);
  std::size_t matched = 0;
  for (std::uint32_t k = full.begin; k < full.end; ++k) {
    for (const char c : tokens.word(k)) matched += matched < clipped.size() && upper(c) == upper(clipped[matched]);
  }
  return matched == clipped.size();
}

NameLedger::Entry& NameLedger::entry(TokenSpan name) {
  const std::size_t number = sequences_.number(name);
  if (number == names_.size()) names_.emplace_back();
  return names_[number];
}

NameVotes NameLedger::Entry::all() const {
  NameVotes votes = words;
  votes.add(context);
  return votes;
}

void NameLedger::add(const NameCandidate& candidate) {
  Entry& name = entry(candidate.tokens);
  name.words.take_larger(candidate.words);
  name.context.add(candidate.context);
  ++name.count;
}

NameVotes NameLedger::find(TokenSpan name) const {
  const std::optional<std::size_t> number = sequences_.find(name);
  return number ? names_[*number].all() : NameVotes();
}

NameVotes NameLedger::words(TokenSpan name) const {
  const std::optional<std::size_t> number = sequences_.find(name);
  return number ? names_[*number].words : NameVotes();
}

bool NameLedger::impersonal(TokenSpan name) const {
  const std::optional<std::size_t> number = name.size() > 1 ? sequences_.find(name) : std::nullopt;
  return number && names_[*number].impersonal;
}

bool NameLedger::abbreviates_words(TokenSpan name) const {
  const std::optional<std::size_t> number = name.size() == 1 ? sequences_.find(name) : std::nullopt;
  return number && names_[*number].everyday;
}

std::uint32_t NameLedger::longest_at(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t length = std::min(end - begin, kLongestName); length > 0; --length) {
    if (sequences_.find({begin, begin + length})) return length;
  }
  return 0;
}

void NameLedger::give(TokenSpan name, EntityType type, int weight, const char* rule) {
  NameVotes votes;
  votes.add(type, weight, RuleId(rule));
  given_.push_back({name, votes});
}

namespace {
constexpr int kFullName = 5;  // votes for the family name of a full name that is a person's beyond doubt
}  // namespace

void NameLedger::link(std::span<const NameCandidate> candidates) {
  for (const NameCandidate& candidate : candidates) {
    const std::uint32_t offset = tokens_.doc().token_spans[candidate.tokens.begin].begin;
    if (const Sentence* sentence = tokens_.doc().sentence_at(offset)) link_acronym(candidate, sentence->tokens);
  }
  for (const NameCandidate& candidate : candidates) {
    const TokenSpan name = candidate.tokens;
    if (name.size() < 2) continue;
    Entry& named = entry(name);
    if (std::exchange(named.linked, true)) continue;
    // "Velta Drovik" and later "Drovik" alone: persons are named so.
    if (named.words.of(EntityType::kPerson) == 2 && !tokens_.common(name.end - 1) && stands_alone(name.end - 1))
      named.context.add(EntityType::kPerson, 2, RuleId("name.shape"));
    if (is_surname_of_everyday_word(name, named)) named.words.add(EntityType::kPerson, 5, RuleId("name.shape"));
    const NameVotes votes = named.all();
    if (votes.best() == EntityType::kPerson && votes.of(EntityType::kPerson) >= 4) link_person(name, votes);
    // "Rita" of "Hurricane Rita" is nobody.
    if (names_storm(tokens_, name)) give({name.end - 1, name.end}, EntityType::kEvent, 8, "name.storm");
    if (votes.best() == EntityType::kOrganization && votes.of(EntityType::kOrganization) >= 4)
      link_organization(name, votes);
  }
  for (const Given& given : given_) {
    Entry& named = entry(given.name);
    named.words.take_larger(given.votes);
    // "the Drovik plan", again and again, where Tom Drovik is named.
    const bool other = named.context.of(EntityType::kPlace) >= kFullName;  // a town bears the name, too
    if (given.votes.of(EntityType::kPerson) >= kFullName && !other) named.context.keep_above(EntityType::kPerson, 0);
  }
  for (const NameCandidate& candidate : candidates) {
    Entry& named = entry(candidate.tokens);
    if (std::exchange(named.linked, false)) doubt_person(candidate.tokens, named);
  }
}

void NameLedger::link_lists(std::span<const NameCandidate> candidates) {
  for (std::size_t i = 1; i < candidates.size(); ++i) link_neighbours(candidates[i - 1], candidates[i]);
  for (std::size_t i = candidates.size(); i-- > 1;) link_neighbours(candidates[i], candidates[i - 1]);
}

// The type of `known` for `unknown`, where only a comma or "and" stands between them.
void NameLedger::link_neighbours(const NameCandidate& known, const NameCandidate& unknown) {
  const NameCandidate& left = known.tokens < unknown.tokens ? known : unknown;
  const NameCandidate& right = known.tokens < unknown.tokens ? unknown : known;
  if (left.tokens.end >= right.tokens.begin || right.tokens.begin - left.tokens.end > 2 || !right.role.empty()) return;
  for (std::uint32_t i = left.tokens.end; i < right.tokens.begin; ++i) {
    if (!tokens_.writes_any(i, {",", "and", "&", "or"})) return;
  }
  const NameVotes votes = find(known.tokens);
  const EntityType type = votes.best();
  if (abbreviates_words(known.tokens) || votes.of(type) < 5 || type == EntityType::kGroup) return;
  const TokenShape shape = tokens_[unknown.tokens.begin].shape;
  if (type != EntityType::kOrganization && unknown.tokens.size() == 1 && shape != TokenShape::kCapitalized) return;
  // "Orla United, Chelsea and Real Velta": a given name among bodies is none; of several words only beside "and".
  const NameVotes other = find(unknown.tokens);
  const bool single = unknown.tokens.size() == 1 && tokens_.is(unknown.tokens.begin, WordClass::kGivenName);
  const bool given = type == EntityType::kOrganization && other.best() == EntityType::kPerson && votes.of(type) >= 7 &&
                     other.of(EntityType::kPerson) == 2 && unknown.context.of(EntityType::kPerson) <= 0 &&
                     (single || !tokens_.writes(right.tokens.begin - 1, ","));
  if (other.of(other.best()) >= 2 && !given) return;
  if (everyday_words(tokens_, unknown.tokens) || (type == EntityType::kPerson && unknown.tokens.size() > 1)) return;
  entry(unknown.tokens).words.add(type, given ? 5 : 4, RuleId("name.list"));
}

// "Full Name (FN)" and "FN (Full Name)": both forms share their votes.
void NameLedger::link_acronym(const NameCandidate& full, TokenSpan sentence) {
  const TokenSpan name = full.tokens;
  if (follows_its_words(name, sentence)) entry(name).everyday = true;
  const std::uint32_t bracket = name.end;
  if (bracket + 2 >= sentence.end || !tokens_.writes(bracket, "(")) return;
  std::uint32_t close = bracket + 1;
  while (close < sentence.end && !tokens_.writes(close, ")")) ++close;
  if (close >= sentence.end) return;
  const TokenSpan inside{bracket + 1, close};
  const bool forward =
      inside.size() == 1 &&
      (is_acronym_of(tokens_, tokens_.word(inside.begin), name) ||
       (entry(name).words.of(EntityType::kOrganization) >= 4 && is_clipping_of(tokens_, inside.begin, name)));
  const bool backward = name.size() == 1 && is_acronym_of(tokens_, tokens_.word(name.begin), inside);
  if (!forward && !backward) return;
  // The long form says what the thing is; only where it does not, is an abbreviation taken for a body's.
  const TokenSpan full_name = forward ? name : inside, short_name = forward ? inside : name;
  const Entry short_entry = entry(short_name);
  Entry shared = entry(full_name);
  shared.context.add(short_entry.context);
  if (shared.words.of(shared.words.best()) < 4 || shared.words.best() == EntityType::kPerson) {
    shared.words.take_larger(short_entry.words);
    shared.context.add(EntityType::kOrganization, 2, RuleId("name.acronym"));
  }
  shared.context.add(EntityType::kPerson, -6, RuleId("name.acronym"));
  for (const TokenSpan form : {name, inside}) {
    entry(form).words = shared.words;
    entry(form).context = shared.context;
  }
}

// In brackets after small words that begin with its letters: "long-term agreement (LTA)", "tuberculosis (TB)"; or
// before them: "HDR (high dynamic range)".
bool NameLedger::follows_its_words(TokenSpan acronym, TokenSpan sentence) const {
  const std::uint32_t i = acronym.begin;
  if (acronym.size() == 1 && stands_for_words(i, sentence.end)) return true;
  if (acronym.size() != 1 || i < sentence.begin + 2 || tokens_[i].shape != TokenShape::kAllCaps) return false;
  if (!tokens_.writes(i - 1, "(") || tokens_[i - 2].shape != TokenShape::kLower) return false;
  const std::string_view letters = tokens_.word(i);
  const auto reach = static_cast<std::uint32_t>(2 * letters.size());
  std::uint32_t first = i - 1;
  while (first > sentence.begin && i - 1 - first < reach && tokens_[first - 1].shape != TokenShape::kCapitalized) {
    --first;
    const bool begins = upper(tokens_.word(first).front()) == letters.front();
    if (begins && (first + 2 == i || is_acronym_of(tokens_, letters, {first, i - 1}))) return true;
  }
  return false;
}

bool NameLedger::stands_for_words(std::uint32_t i, std::uint32_t end) const {
  if (tokens_[i].shape != TokenShape::kAllCaps || i + 2 >= end || !tokens_.writes(i + 1, "(")) return false;
  std::uint32_t close = i + 2;
  while (close < end && tokens_[close].shape != TokenShape::kCapitalized && !tokens_.writes(close, ")")) ++close;
  return close < end && tokens_.writes(close, ")") && is_acronym_of(tokens_, tokens_.word(i), {i + 2, close});
}

// "Dylvan Roof": an everyday word that says and does things without an article, more than once, is a family name.
bool NameLedger::is_surname_of_everyday_word(TokenSpan name, const Entry& named) const {
  const std::uint32_t first = name.begin, last = name.end - 1;
  if (name.size() != 2 || tokens_.common(first) || tokens_.function_word(first) || !tokens_.common(last)) return false;
  if (!tokens_[last].space_before || tokens_[first].shape != TokenShape::kCapitalized) return false;
  const NameVotes votes = named.all();
  return votes.of(votes.best()) <= 0 && stands_alone(last) && tokens_.acts(last);
}

// The word is a name by itself somewhere.
bool NameLedger::stands_alone(std::uint32_t i) const {
  const std::optional<std::size_t> number = sequences_.find({i, i + 1});
  return number && names_[*number].count > 0;
}

// News gives a person's full name once and the family name after that. What comes in full each time and has nothing of
// a person but its look, no given name and no family name of the lists, is no person; where it speaks it is rather a
// body.
void NameLedger::doubt_person(TokenSpan name, Entry& named) {
  constexpr int kShape = 2;
  const int words = named.words.of(EntityType::kPerson), context = named.context.of(EntityType::kPerson);
  if (name.size() < 2 || named.count < 2 || words == 0 || words > kShape) return;
  if (context > 0 && named.context.rule(EntityType::kPerson).name() != "name.speaks") return;
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (!tokens_[i].space_before || tokens_.is(i, WordClass::kParticle) || stands_alone(i)) return;
  }
  named.impersonal = context <= 0 || named.count > 3;
  if (named.impersonal && context > 0) named.context.add(EntityType::kOrganization, 3, RuleId("name.speaks"));
}

// Family name, given name and the name without its first word stand for the person.
void NameLedger::link_person(TokenSpan name, const NameVotes& votes) {
  const int weight = std::min(8, votes.of(EntityType::kPerson));
  std::uint32_t last = name.end - 1;
  while (last > name.begin + 1 && !tokens_[last].space_before) --last;  // "Hill-Lewis", "al-Assad"
  while (last > name.begin + 1 && tokens_[last - 1].shape == TokenShape::kLower) --last;
  if (tokens_[last].space_before || last == name.end - 1)
    give({last, name.end}, EntityType::kPerson, weight, "name.family_of");
  if (last < name.end - 1) give({name.end - 1, name.end}, EntityType::kPerson, weight / 2, "name.family_of");
  const bool first_is_family = family_name_first(tokens_, name);
  give({name.begin, name.begin + 1}, EntityType::kPerson, first_is_family ? weight : weight / 2, "name.given_of");
  for (std::uint32_t i = name.begin + 1; i < last; ++i) {
    if (tokens_.capital(i) && tokens_[i].space_before)
      give({i, name.end}, EntityType::kPerson, weight, "name.family_of");
  }
}

// "Eskom Holdings" also goes by "Eskom"; the "Harbour Safety Board" by "the Board".
void NameLedger::link_organization(TokenSpan name, const NameVotes& votes) {
  const int weight = std::min(6, votes.of(EntityType::kOrganization));
  const std::uint32_t first = name.begin;
  if (!tokens_.common(first) && tokens_.known_name(first, name.end).length == 0) {
    const bool branch = name.size() == 2 && tokens_.is(name.end - 1, WordClass::kCountry);
    give({first, first + 1}, EntityType::kOrganization, branch ? weight : weight - 2, "name.short_of");
  }
  if (name.size() > 2 && tokens_.is(name.end - 1, WordClass::kOrganizationSuffix)) {
    give({first, name.end - 1}, EntityType::kOrganization, weight, "name.short_of");
  }
  // "the Church of Arvalia" is spoken of as "Arvalia"; a known place keeps to itself.
  const std::uint32_t last = name.end - 1;
  const bool place = tokens_.known_name(last, name.end).length > 0;
  if (name.size() == 3 && tokens_.writes(last - 1, "of") && !tokens_.common(last) && !place) {
    give({last, name.end}, EntityType::kOrganization, weight - 2, "name.short_of");
  }
  if (tokens_.is(name.end - 1, WordClass::kOrganizationHead)) {
    give({name.end - 1, name.end}, EntityType::kOrganization, 4, "name.head_of");
  }
}

}  // namespace newsloupe
