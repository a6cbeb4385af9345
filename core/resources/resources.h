// All vocabulary and rules, read once from the embedded assets. Immutable afterwards and shared by every analysis.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

struct Resources {
  Lexicon lexicon;
  RuleSet timex_rules;
  RuleSet quantity_rules;
  RuleSet attribution_rules;
  RuleSet event_rules;
  // Lines of assets that could not be read; empty in a good build.
  std::vector<std::string> problems;

  Resources() = default;
  Resources(const Resources&) = delete;  // RuleIds point into the rule sets
  Resources& operator=(const Resources&) = delete;
};

// Builds the resources from the embedded assets (a few milliseconds). The caller keeps them as long as any result of an
// analysis lives, because rule names point into them.
std::unique_ptr<const Resources> load_resources();

}  // namespace newsloupe
