// Who is who and who speaks, inside one article.
#pragma once

#include <string>
#include <vector>

#include "core/annotate/annotations.h"

namespace newsloupe {

// One person, organisation, place ... of the article with all its mentions.
struct Entity {
  std::string name;  // the lexicon's usual name ("United States" for "US"), else the fullest form in the text
  EntityType type = EntityType::kPerson;
  std::vector<std::string> aliases;   // other forms of the name in the text, in order of appearance, without `name`
  std::string role;                   // as given beside the name first, else empty
  std::string of;                     // for a group: the place it is named after ("Japanese": "Japan"), else empty
  std::vector<Id<Mention>> mentions;  // into Resolution::mentions, in document order, never empty
  Confidence confidence = Confidence::kSure;
  bool corrected = false;  // name or type given by a person, or joined with another by one
};

enum class SpeakerKind : std::uint8_t { kNamed, kGroup, kUnnamed, kNone };

// Who speaks quote number i of Resolution::quotes.
struct Attribution {
  TextSpan speaker;   // the words that name the speaker ("the foreign secretary", "he"); empty for kNone
  TextSpan cue;       // empty where there is none
  Id<Entity> entity;  // where the speaker is an entity of the article
  SpeakerKind kind = SpeakerKind::kNone;
  Confidence confidence = Confidence::kSure;
  RuleId rule;        // the sieve that answered
  std::string given;  // the speaker as a person named it; empty where the article's own words do

  [[nodiscard]] bool corrected() const { return rule == kGiven; }
  static constexpr RuleId kGiven{"speaker.given"};
};

// Final layers: overlaps are settled, references resolved.
struct Resolution {
  Layer<Mention> mentions;       // with nominal and pronoun mentions where they were resolved
  std::vector<Entity> entities;  // by first mention
  Layer<Quote> quotes;
  std::vector<Attribution> attributions;  // parallel to quotes
  Layer<Timex> times;
  Layer<Quantity> quantities;
  Layer<Event> events;
  Layer<Keyphrase> keyphrases;
};

}  // namespace newsloupe
