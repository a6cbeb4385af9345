// The invented sample, read and compared: what the page shows after "Try the sample".
#pragma once

#include "core/analysis/session.h"
#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {

inline const Snapshot& sample_snapshot() {
  static const std::unique_ptr<const Session> session = [] {
    auto loaded = std::make_unique<Session>(shared_resources(), AnalysisOptions{});
    for (AddFile& file : sample_files()) loaded->add(file.id, file.name, std::move(file.bytes));
    while (loaded->has_work()) loaded->step();
    return loaded;
  }();
  return session->snapshot();
}

}  // namespace newsloupe
