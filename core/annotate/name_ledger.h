// What a whole article proves about its names: votes gathered under the words of a name, and carried to its short
// forms.
#pragma once

#include <span>
#include <vector>

#include "core/annotate/name_candidates.h"
#include "core/annotate/term_sequences.h"

namespace newsloupe {

// Filled in three steps: add() every candidate, then link() forms of one name, then ask. A name is its sequence of
// terms.
class NameLedger {
 public:
  explicit NameLedger(const NameTokens& tokens) : tokens_(tokens), sequences_(tokens.doc()) {}

  void add(const NameCandidate& candidate);
  // Joins long forms and bracketed short forms ("Harbour Safety Board (HSB)"), then carries the type of full names to
  // surnames, given names and short names. Call once, after every add().
  void link(std::span<const NameCandidate> candidates);
  // "Sutlej, Beas and Ravi": a name without a type of its own takes that of its neighbour in a list. Call after link().
  void link_lists(std::span<const NameCandidate> candidates);

  // What the article says in all about a name; nothing where it has none.
  [[nodiscard]] NameVotes find(TokenSpan name) const;
  // The same without what stands beside its mentions.
  [[nodiscard]] NameVotes words(TokenSpan name) const;
  // "a power producer (IPP)": an abbreviation of everyday words, and no name.
  // A name of several words that nothing but its look calls a person, and whose parts never stand alone.
  [[nodiscard]] bool impersonal(TokenSpan name) const;
  [[nodiscard]] bool abbreviates_words(TokenSpan name) const;
  // Length of the longest name of the ledger that begins at `begin`, where any word may be its first; 0 when none does.
  [[nodiscard]] std::uint32_t longest_at(std::uint32_t begin, std::uint32_t end) const;

 private:
  static constexpr std::uint32_t kLongestName = 10;
  struct Entry {
    bool linked = false;       // its short forms have been given their votes, and it awaits its doubts
    bool everyday = false;     // short for words that are written small
    bool impersonal = false;   // comes in full each time, as persons do not
    std::uint32_t count = 0;   // mentions
    NameVotes words, context;  // context votes of all mentions are added up
    [[nodiscard]] NameVotes all() const;
  };
  struct Given {
    TokenSpan name;
    NameVotes votes;
  };
  // The entry of a name, made where there is none; stays in its place until the next call.
  Entry& entry(TokenSpan name);
  void link_acronym(const NameCandidate& full, TokenSpan sentence);
  [[nodiscard]] bool follows_its_words(TokenSpan acronym, TokenSpan sentence) const;
  [[nodiscard]] bool stands_for_words(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool stands_alone(std::uint32_t i) const;
  [[nodiscard]] bool is_surname_of_everyday_word(TokenSpan name, const Entry& named) const;
  void doubt_person(TokenSpan name, Entry& named);
  void link_person(TokenSpan name, const NameVotes& votes);
  void link_organization(TokenSpan name, const NameVotes& votes);
  void give(TokenSpan name, EntityType type, int weight, const char* rule);
  void link_neighbours(const NameCandidate& first, const NameCandidate& second);

  const NameTokens& tokens_;
  TermSequences sequences_;
  std::vector<Entry> names_;  // by number of the sequence
  std::vector<Given> given_;  // votes from other forms, added after all were seen
};

// True when the letters of `acronym` are, in order, the first letters of words of `full` ("IAEA").
bool is_acronym_of(const NameTokens& tokens, std::string_view acronym, TokenSpan full);

}  // namespace newsloupe
