// Lines that are not the article: promotion, log-in prompts, share bars, "also read", comments, credits, notices.
#pragma once

#include <string_view>

#include "core/clean/piece.h"
#include "core/resources/resources.h"

namespace newsloupe {

struct FurnitureVerdict {
  bool furniture = false;
  bool opens_comments = false;
  RuleId rule;
  bool kicker = false;  // a word that stands before headlines, too: "Opinion | ...", "Live: ..."
};

// Judges one line by its wording (assets/lexicon/en/boilerplate_phrases.txt says how).
FurnitureVerdict judge_line(std::string_view line, const Resources& resources);

// Marks furniture among the body pieces: single lines, everything after the head of the comments, and promotion that
// was glued to the beginning of the lead ("... for Members OnlyThe minister said"), which is cut off.
void mark_furniture(Draft& draft, const Resources& resources);

}  // namespace newsloupe
