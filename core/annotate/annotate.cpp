#include "core/annotate/annotate.h"

namespace newsloupe {

Annotations annotate(const SegmentedDocument& doc, std::optional<CivilDate> /*reference*/, const Resources& resources) {
  Annotations result;
  result.quotes = annotate_quotes(doc, resources);
  result.cues = annotate_reporting_cues(doc, resources);
  return result;
}

}  // namespace newsloupe
