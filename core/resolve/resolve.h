// From candidates to one consistent reading of the article: overlaps settled, names and pronouns resolved, speakers
// found, events given their who, where and when.
#pragma once

#include "core/annotate/annotate.h"
#include "core/resolve/resolution.h"

namespace newsloupe {

// Coreference: mentions grouped into entities, with nominal and pronoun mentions added where they are sure. Who is only
// named inside one of the quotes is not the "he" who speaks it.
struct Coreference {
  Layer<Mention> mentions;
  std::vector<Entity> entities;
};
Coreference resolve_entities(const TokenReader& tokens, const Layer<Mention>& mentions, const Layer<Quote>& quotes);

// Speakers by ordered sieves, sure to loose; the first that answers wins and its name is the RuleId. Indirect quotes
// are found here too, because a reported clause is known by its cue and its speaker; `quotes` comes back with them.
struct AttributedQuotes {
  Layer<Quote> quotes;
  std::vector<Attribution> attributions;  // parallel to quotes
};
AttributedQuotes attribute_quotes(const TokenReader& tokens, const Layer<Quote>& quotes,
                                  const Layer<ReportingCue>& cues, const Coreference& coreference);

// `reference` is the publication date: what is dated behind it has not happened.
Layer<Event> resolve_events(const TokenReader& tokens, const Coreference& coreference, const Layer<Timex>& times,
                            std::optional<CivilDate> reference);

Resolution resolve(const SegmentedDocument& doc, Annotations annotations, std::optional<CivilDate> reference,
                   const Resources& resources);

}  // namespace newsloupe
