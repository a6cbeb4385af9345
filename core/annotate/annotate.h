// Runs the annotators over one segmented document. They are siblings: each reads the document and says what it finds.
#pragma once

#include "core/annotate/annotations.h"
#include "core/annotate/token_reader.h"
#include "core/resources/resources.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// Candidates of each kind, overlaps between kinds not yet settled.
struct Annotations {
  Layer<Mention> mentions;
  Layer<Quote> quotes;
  Layer<ReportingCue> cues;
  Layer<Timex> times;
  Layer<Quantity> quantities;
  Layer<Keyphrase> keyphrases;
};

Layer<Mention> annotate_mentions(const TokenReader& tokens);
Layer<Quote> annotate_quotes(const TokenReader& tokens);
Layer<ReportingCue> annotate_reporting_cues(const TokenReader& tokens);
// `reference` is the publication date; without it relative expressions keep open values ("XXXX-WXX-2").
Layer<Timex> annotate_times(const SegmentedDocument& doc, std::optional<CivilDate> reference,
                            const Resources& resources);
// `times` are left out, but for durations, which are quantities too.
Layer<Quantity> annotate_quantities(const SegmentedDocument& doc, const Layer<Timex>& times,
                                    const Resources& resources);
Layer<Keyphrase> annotate_keyphrases(const TokenReader& tokens, const Layer<Mention>& mentions);

Annotations annotate(const SegmentedDocument& doc, std::optional<CivilDate> reference, const Resources& resources);

}  // namespace newsloupe
