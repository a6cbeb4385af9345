#include "core/resources/rule_set.h"
namespace newsloupe {
struct RuleSet::Program {
  std::vector<Rule> rules;
};
RuleSet::RuleSet() : program_(std::make_unique<Program>()) {}
RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet RuleSet::compile(std::string_view, Lexicon&, std::vector<std::string>&) { return {}; }
const std::vector<Rule>& RuleSet::rules() const { return program_->rules; }
bool RuleSet::match_at(std::span<const RuleToken>, std::uint32_t, TokenSpan, RuleMatch&) const { return false; }
std::vector<RuleMatch> RuleSet::match_all(std::span<const RuleToken>, TokenSpan) const { return {}; }
}  // namespace newsloupe
