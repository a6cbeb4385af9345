#include "core/resolve/resolve.h"

#include "core/resolve/overlap_resolver.h"

namespace newsloupe {

Resolution resolve(const SegmentedDocument& doc, Annotations annotations, std::optional<CivilDate> reference,
                   const Resources& resources) {
  const TokenReader tokens(doc, resources.lexicon);
  Coreference coreference =
      resolve_entities(tokens, mentions_outside(annotations.mentions, annotations.times), annotations.quotes);
  AttributedQuotes quotes = attribute_quotes(tokens, annotations.quotes, annotations.cues, coreference);
  Resolution result;
  result.times = times_outside(annotations.times, coreference.mentions);
  result.quantities = quantities_outside(annotations.quantities, result.times, coreference.mentions);
  result.events = resolve_events(tokens, coreference, result.times, reference);
  result.mentions = std::move(coreference.mentions);
  result.entities = std::move(coreference.entities);
  result.quotes = std::move(quotes.quotes);
  result.attributions = std::move(quotes.attributions);
  result.keyphrases = std::move(annotations.keyphrases);
  return result;
}

}  // namespace newsloupe
