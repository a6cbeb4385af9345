#include "core/annotate/annotate.h"

namespace newsloupe {

Annotations annotate(const SegmentedDocument& doc, std::optional<CivilDate> reference, const Resources& resources) {
  const TokenReader tokens(doc, resources.lexicon);
  Annotations result;
  result.mentions = annotate_mentions(tokens);
  result.quotes = annotate_quotes(tokens);
  result.cues = annotate_reporting_cues(tokens);
  result.times = annotate_times(doc, reference, resources);
  result.quantities = annotate_quantities(doc, result.times, resources);
  result.keyphrases = annotate_keyphrases(tokens, result.mentions);
  return result;
}

}  // namespace newsloupe
