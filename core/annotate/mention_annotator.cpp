#include <algorithm>

#include "core/annotate/annotate.h"
#include "core/annotate/name_ledger.h"
#include "core/annotate/name_possessives.h"

namespace newsloupe {
namespace {

constexpr int kEnough = 3;    // votes below this prove nothing
constexpr int kLikely = 6;    // from here on likely
constexpr int kCertain = 10;  // from here on sure

class MentionBuilder {
 public:
  explicit MentionBuilder(const NameTokens& tokens) : tokens_(tokens), ledger_(tokens) {}

  std::vector<Mention> build() {
    std::vector<NameCandidate> candidates = collect_name_candidates(tokens_);
    join_possessives(tokens_, candidates);
    for (NameCandidate& candidate : candidates) {
      add_context_votes(tokens_, candidate);
      ledger_.add(candidate);
    }
    ledger_.link(candidates);
    ledger_.link_lists(candidates);
    for (const NameCandidate& candidate : candidates) settle(candidate);
    for (const Sentence& sentence : tokens_.doc().sentences) {
      if (!sentence.tokens.empty() && tokens_.title_case(sentence.tokens.begin)) read_title_case(sentence.tokens);
    }
    return std::move(mentions_);
  }

 private:
  // The article's votes decide; what stands beside this mention counts again.
  void settle(const NameCandidate& candidate) {
    if (ledger_.abbreviates_words(candidate.tokens)) return;
    NameVotes votes = ledger_.find(candidate.tokens);
    votes.add(candidate.context);
    // "Cortes" after "Alfredo Cortes" is no town.
    if (!is_surname(candidate)) votes.add(candidate.words);
    if (ledger_.impersonal(candidate.tokens)) votes.drop(EntityType::kPerson);
    const EntityType type = speaks_as_body(candidate, votes) ? EntityType::kOrganization : votes.best();
    if (votes.of(type) >= kEnough && !opens_with_head(candidate.tokens, votes.rule(type))) emit(candidate, type, votes);
  }

  // "Velda called it": where the words of the name say that it is a body, and only the speaking that it is a person.
  [[nodiscard]] bool speaks_as_body(const NameCandidate& candidate, const NameVotes& votes) const {
    if (votes.best() != EntityType::kPerson || votes.rule(EntityType::kPerson).name() != "name.speaks") return false;
    const NameVotes words = ledger_.words(candidate.tokens);
    return words.of(EntityType::kPerson) <= 0 && words.of(EntityType::kOrganization) >= kLikely;
  }

  // The family name of a person of the article that a town or, as in "Michael Bloomberg", a company bears as well.
  [[nodiscard]] bool is_surname(const NameCandidate& candidate) const {
    if (ledger_.words(candidate.tokens).of(EntityType::kPerson) < 6) return false;
    const EntityType best = candidate.words.best();
    const TokenSpan name = candidate.tokens;
    // "The Chronicle said" is the Upland Chronicle.
    if (tokens_.follows_the(name.begin) && tokens_.is(name.begin, WordClass::kOrganizationHead)) return false;
    // "Hamilton said": not the capital of an island where Ian Hamilton was named.
    const bool speaks = (name.end < tokens_.size() && tokens_.is(name.end, WordClass::kReportingVerb)) ||
                        (name.begin > 0 && tokens_.is(name.begin - 1, WordClass::kReportingVerb));
    return (best == EntityType::kPlace && candidate.words.of(best) <= (speaks ? 7 : 5)) ||
           (best == EntityType::kOrganization && candidate.tokens.size() == 1);
  }

  // "Police arrested him" speaks of no "Orla Police", "Regulators ordered" of no person.
  [[nodiscard]] bool opens_with_head(TokenSpan name, RuleId rule) const {
    return name.size() == 1 && tokens_.opens(name.begin) && tokens_.common(name.begin) &&
           (rule.name() == "name.head_of" || (rule.name() == "name.speaks" && !tokens_.personal(name.begin)));
  }

  void emit(const NameCandidate& candidate, EntityType type, const NameVotes& votes) {
    Mention mention;
    mention.span =
        tokens_.doc().text_from_tokens(type == EntityType::kEvent ? with_ordinal(candidate.tokens) : candidate.tokens);
    if (type == EntityType::kPerson) mention.role = tokens_.doc().text_from_tokens(candidate.role);
    mention.type = type;
    const int strength = std::min(votes.of(type), votes.margin());
    mention.confidence = strength >= kCertain               ? Confidence::kSure
                         : strength >= kLikely              ? Confidence::kLikely
                         : is_known(candidate, type, votes) ? Confidence::kLikely
                                                            : Confidence::kGuess;
    mention.rule = votes.rule(type);
    mentions_.push_back(mention);
    if (type != EntityType::kPerson && type != EntityType::kGroup && candidate.tokens.size() > 1)
      emit_nested(candidate.tokens);
  }

  // "Israel" and "Paris" are no guesses because persons bear these names, unless one of the article does.
  [[nodiscard]] bool is_known(const NameCandidate& candidate, EntityType type, const NameVotes& votes) const {
    const KnownName known = tokens_.known_name(candidate.tokens.begin, candidate.tokens.end);
    return known.length == candidate.tokens.size() && known.type == type && known.weight >= 5 &&
           votes.of(EntityType::kPerson) <= 2 * candidate.words.of(EntityType::kPerson);
  }

  // "14th India-Japan Annual Summit": the ordinal belongs to the name of an event.
  [[nodiscard]] TokenSpan with_ordinal(TokenSpan name) const {
    const bool ordinal = name.begin > 0 && tokens_[name.begin].space_before &&
                         tokens_.is(name.begin - 1, WordClass::kOrdinalNumber | WordClass::kOrdinalWord);
    return ordinal ? TokenSpan{name.begin - 1, name.end} : name;
  }

  // Known names inside a longer name: "Indian" in "Indian Navy". A known place ("Lake Chad") is not taken apart.
  void emit_nested(TokenSpan name) {
    const KnownName whole = tokens_.known_name(name.begin, name.end);
    if (whole.length == name.size() && whole.type == EntityType::kPlace) return;
    for (std::uint32_t i = name.begin; i < name.end;) {
      const KnownName known = tokens_.known_name(i, i == name.begin ? name.end - 1 : name.end);
      const bool letter =
          i > name.begin + 1 && tokens_.word(i - 2).size() == 1 && !tokens_[i].space_before;  // "T-Mobile"
      if (known.length == 0 || letter) {
        ++i;
        continue;
      }
      Mention mention;
      mention.span = tokens_.doc().text_from_tokens({i, i + known.length});
      mention.type = known.type;
      mention.nested = true;
      mention.rule = known.rule;
      mentions_.push_back(mention);
      i += known.length;
    }
  }

  // Where every word has a capital, only what the article or the lexicon knows is a name.
  void read_title_case(TokenSpan sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      const std::uint32_t length = tokens_.capital(i) ? proven_length(i, sentence.end) : 0;
      if (length == 0) {
        ++i;
        continue;
      }
      NameCandidate candidate{{i, i + length}, {}, {}, {}};
      const KnownName known = tokens_.known_name(i, i + length);
      if (known.length == length) candidate.words.add(known.type, known.weight, known.rule);
      settle(candidate);
      i += length;
    }
  }

  [[nodiscard]] std::uint32_t proven_length(std::uint32_t i, std::uint32_t end) const {
    const std::uint32_t proven = ledger_.longest_at(i, end);
    return std::max(proven, tokens_.known_name(i, end).length);
  }

  const NameTokens& tokens_;
  NameLedger ledger_;
  std::vector<Mention> mentions_;
};

}  // namespace

Layer<Mention> annotate_mentions(const TokenReader& tokens) {
  return Layer<Mention>(MentionBuilder(NameTokens(tokens)).build());
}

}  // namespace newsloupe
