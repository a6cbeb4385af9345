// What an article says about a day: the material of the timeline.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/overlap.h"
#include "core/compare/set_words.h"

namespace newsloupe {

struct DatedStatement {
  std::uint32_t article = 0, story = 0;
  const Timex* time = nullptr;  // with first and last day; lives as long as the article
  TextSpan clause, sentence;
  const Event* event = nullptr;  // what it says happened, where that was read
  EventStatus status = EventStatus::kHappened;
  std::vector<WeightedWord> content;                        // of the clause, without the time itself
  std::vector<WeightedWord> context;                        // of the whole sentence, without the time itself
  std::vector<std::pair<CivilDate, CivilDate>> other_days;  // that the same sentence names
};

// Every dated statement of one article's body, in document order; guesses are left out.
[[nodiscard]] std::vector<DatedStatement> dated_statements(const Comparison& comparison, const SetWords& set,
                                                           std::uint32_t article);

// For two statements about the same days: do they tell one event?
[[nodiscard]] bool tell_one_event(const DatedStatement& x, const DatedStatement& y);

// For two statements about different single days: do they tell one event all the same? Asks that both say that the same
// kind of thing happened, that the names do not speak against it, and that one of them names the event in no other
// words than the other uses, too.
[[nodiscard]] bool tell_one_event_on_other_days(const DatedStatement& x, const DatedStatement& y);

}  // namespace newsloupe
