// Sequences of capitalised words that may be names, with what their own words and their neighbours say they are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/annotate/annotations.h"
#include "core/annotate/name_tokens.h"

namespace newsloupe {

// Votes for each entity type, and the rule that gave the strongest one.
class NameVotes {
 public:
  static constexpr std::size_t kTypes = 8;
  void add(EntityType type, int weight, RuleId rule) {
    const auto t = static_cast<std::size_t>(type);
    votes_[t] += weight;
    any_ = true;
    if (weight > strongest_[t]) {
      strongest_[t] = weight;
      rules_[t] = rule;
    }
  }
  void add(const NameVotes& other);
  // Of each type the larger number of votes: what the words of a name say does not grow with repetition.
  void take_larger(const NameVotes& other);
  [[nodiscard]] int of(EntityType type) const { return votes_[static_cast<std::size_t>(type)]; }
  [[nodiscard]] RuleId rule(EntityType type) const { return rules_[static_cast<std::size_t>(type)]; }
  // The type with most votes; of equal ones the first in the order of EntityType.
  [[nodiscard]] EntityType best() const;
  // Nothing said against a type weighs more than `least` votes, a negative number.
  void keep_above(EntityType type, int least) {
    int& votes = votes_[static_cast<std::size_t>(type)];
    votes = votes < least ? least : votes;
  }
  void drop(EntityType type) { votes_[static_cast<std::size_t>(type)] = 0; }
  // By how much the best type is ahead of the second.
  [[nodiscard]] int margin() const;

 private:
  void take_stronger_rules(const NameVotes& other);
  bool any_ = false;  // most votes that are added up are none
  std::array<int, kTypes> votes_{}, strongest_{};
  std::array<RuleId, kTypes> rules_{};
};

struct NameCandidate {
  TokenSpan tokens;
  TokenSpan role;     // words of the office or form of address beside it, empty where there are none
  NameVotes words;    // what the words of the name say
  NameVotes context;  // what stands beside it says
};

// Candidates of all sentences that are not written in title case, in document order, without overlaps.
std::vector<NameCandidate> collect_name_candidates(const NameTokens& tokens);

// The type that the last words of a name of several words prove ("... Council", "... River"), or none.
std::optional<EntityType> name_head_type(const NameTokens& tokens, TokenSpan name);

// "Storm Anna", "Tropical Storm Anna": the name of what its first word says.
bool names_storm(const NameTokens& tokens, TokenSpan name);

// True where a name ends in the kind of a place or a law that is a family name as well: "Hill", "Law".
bool family_head(const NameTokens& tokens, TokenSpan name);

// "King", "Saint": what streets and hospitals are called after.
bool is_reigning(const NameTokens& tokens, std::uint32_t i);

// True for a word that stands before names of places: "Lake", "Plaza".
bool opens_place(const NameTokens& tokens, std::uint32_t i);

// The first "of", "for" or "on" inside a name, or its end.
std::uint32_t name_connector(const NameTokens& tokens, TokenSpan name);

// Adds what the words of a candidate say: lexicon, heads, given and family names, shape.
void add_word_votes(const NameTokens& tokens, NameCandidate& candidate);

// Adds what the words around a candidate say: "in X", "X, 35,", "X said", "the company X", "X, India's foreign
// secretary,".
void add_context_votes(const NameTokens& tokens, NameCandidate& candidate);

}  // namespace newsloupe
