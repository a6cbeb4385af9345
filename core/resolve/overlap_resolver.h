// Settles what siblings claim alike: the 26 of "26 August" is no count, the 20 of "G20" no number.
#pragma once

#include "core/annotate/annotations.h"

namespace newsloupe {

// The quantities that are neither part of a time (a duration is both, and stays) nor part of a name. A quantity that
// only touches a name stays ("5 Labour members").
[[nodiscard]] Layer<Quantity> quantities_outside(const Layer<Quantity>& quantities, const Layer<Timex>& times,
                                                 const Layer<Mention>& mentions);

// The names that are not words of a day or a year ("Christmas Eve", "FY25").
[[nodiscard]] Layer<Mention> mentions_outside(const Layer<Mention>& mentions, const Layer<Timex>& times);

// The times that no longer name holds ("Black Friday Agreement"); a year inside the name of an event stays a time.
[[nodiscard]] Layer<Timex> times_outside(const Layer<Timex>& times, const Layer<Mention>& mentions);

}  // namespace newsloupe
