// Sets that were read and compared, for tests of views: the invented sample, and three reports in which figures differ,
// were updated, and stand in other units.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/session.h"
#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {

inline std::unique_ptr<const Session> read_session(std::vector<AddFile> files) {
  auto session = std::make_unique<Session>(shared_resources(), AnalysisOptions{});
  for (AddFile& file : files) session->add(std::move(file.id), std::move(file.name), std::move(file.bytes));
  while (session->has_work()) session->step();
  return session;
}

// What the page shows after "Try the sample".
inline const Snapshot& sample_snapshot() {
  static const std::unique_ptr<const Session> session = read_session(sample_files());
  return session->snapshot();
}

inline const Snapshot& figures_snapshot() {
  static const std::unique_ptr<const Session> session = read_session(
      {{"a.md", "a.md",
        "---\ntitle: Dam breach leaves 14 missing in Velda\ndate: 2025-05-04\noutlet: Morning Ledger\n---\n\n"
        "VELDA - Five people were killed when the Orrin dam above Velda broke, rescue teams said.\n\n"
        "Rescue teams in Velda searched the flooded valley for 14 missing people, the governor’s office said.\n\n"
        "The flood service measured 88 mm of rain in 24 hours at Harle. The dam operator put the damage in Velda at 40 "
        "million euros.\n\nSixty soldiers from Calder carried sandbags.\n"},
       {"b.md", "b.md",
        "---\ntitle: Twelve missing after dam breach in Velda\ndate: 2025-05-04\noutlet: Coast Herald\n---\n\n"
        "VELDA - About five people were killed when the Orrin dam above Velda broke, officials in the town said.\n\n"
        "Boats in Velda looked for 12 missing people on Sunday, the fire service said.\n\n"
        "At Harle the gauge of the flood service caught 3.5 inches of rain in 24 hours. The operator of the dam put "
        "the "
        "damage in Velda at 43 million dollars.\n\nA baker gave away 300 loaves.\n"},
       {"c.md", "c.md",
        "---\ntitle: Three die as dam breaks above Velda\ndate: 2025-05-03\noutlet: Wire One\n---\n\n"
        "VELDA - Three people were killed when the Orrin dam above Velda broke on Saturday, rescue teams said.\n\n"
        "In Velda the search for missing people went on into the night.\n"}});
  return session->snapshot();
}

}  // namespace newsloupe
