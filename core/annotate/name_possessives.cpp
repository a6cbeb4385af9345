#include "core/annotate/name_possessives.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsloupe {
namespace {

class PossessiveJoiner {
 public:
  PossessiveJoiner(const NameTokens& tokens, std::vector<NameCandidate>& candidates)
      : tokens_(tokens), candidates_(candidates) {}

  void join() {
    const auto before_verb = [&](const NameCandidate& c) { return c.tokens.size() == 1 && has_verb(c.tokens.end); };
    const auto is_known = [&](const NameCandidate& c) {
      return is_mark(c.tokens.end) &&
             tokens_.known_name(c.tokens.begin, c.tokens.end + 1).length == c.tokens.size() + 1;
    };
    std::vector<TermId> firms;
    for (const NameCandidate& candidate : candidates_) {
      if (before_verb(candidate) && always_possessive(tokens_[candidate.tokens.begin].term))
        firms.push_back(tokens_[candidate.tokens.begin].term);
    }
    for (NameCandidate& candidate : candidates_) {
      const TokenSpan name = candidate.tokens;
      const bool known = is_known(candidate) && always_possessive(tokens_[name.end - 1].term);
      const bool firm =
          name.size() == 1 && is_mark(name.end) && std::ranges::find(firms, tokens_[name.begin].term) != firms.end();
      if (!known && !firm) continue;
      candidate = {{name.begin, name.end + 1}, {}, {}, {}};
      if (known) add_word_votes(tokens_, candidate);
      candidate.words.add(EntityType::kOrganization, kFirm, RuleId("name.possessive"));
    }
  }

 private:
  static constexpr int kFirm = 6;

  [[nodiscard]] bool is_mark(std::uint32_t i) const {
    return i < tokens_.size() && (tokens_.word(i) == "'s" || tokens_.word(i) == "\xE2\x80\x99s");
  }

  // "Dorvik's has", but "Dorvik's been" is short for "has been".
  [[nodiscard]] bool has_verb(std::uint32_t mark) const {
    static constexpr std::array<std::string_view, 5> kVerbs = {"said", "says", "has", "will", "would"};
    return is_mark(mark) && mark + 1 < tokens_.size() &&
           std::ranges::find(kVerbs, tokens_.word(mark + 1)) != kVerbs.end();
  }

  // "Mr. Dorvik's aide" names no firm where he is "Mr. Dorvik" elsewhere. Few names are asked about.
  [[nodiscard]] bool always_possessive(TermId term) const {
    for (const NameCandidate& candidate : candidates_) {
      for (std::uint32_t i = candidate.tokens.begin; i < candidate.tokens.end; ++i) {
        if (tokens_[i].term == term && !is_mark(i + 1)) return false;
      }
    }
    return true;
  }

  const NameTokens& tokens_;
  std::vector<NameCandidate>& candidates_;
};

}  // namespace

void join_possessives(const NameTokens& tokens, std::vector<NameCandidate>& candidates) {
  PossessiveJoiner(tokens, candidates).join();
}

}  // namespace newsloupe
