// The name of the rule or sieve that made an annotation: "quantity.at_least", "speaker.pronoun".
#pragma once

#include <string_view>

namespace newsloupe {

// One pointer wide, because every annotation carries one. The name is a string literal or lives in Resources, which
// outlive every analysis. Never used as a sort key.
class RuleId {
 public:
  constexpr RuleId() = default;
  constexpr explicit RuleId(const char* name) : name_(name) {}
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  friend constexpr bool operator==(RuleId a, RuleId b) { return a.name() == b.name(); }

 private:
  const char* name_ = "";
};

// How sure a reading is. A guess is shown as a guess, and nothing said to differ rests on one.
enum class Confidence : unsigned char { kSure, kLikely, kGuess };

}  // namespace newsloupe
