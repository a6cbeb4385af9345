#include "core/annotate/annotate.h"

namespace newsloupe {

Annotations annotate(const SegmentedDocument& doc, std::optional<CivilDate> reference, const Resources& resources) {
  Annotations result;
  result.mentions = annotate_mentions(doc, resources);
  result.quotes = annotate_quotes(doc, resources);
  result.cues = annotate_reporting_cues(doc, resources);
  result.times = annotate_times(doc, reference, resources);
  result.quantities = annotate_quantities(doc, result.times, resources);
  result.keyphrases = annotate_keyphrases(doc, result.mentions, resources);
  return result;
}

}  // namespace newsloupe
