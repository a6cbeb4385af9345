// What went wrong with an input that was read all the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/span.h"

namespace newsloupe {

// `stage` names the part that noticed ("ingest", "clean"); `message` is one line for the reader: cause and way out.
struct Diagnostic {
  std::string stage;
  std::string message;
  std::optional<SourceSpan> source;
};
using Diagnostics = std::vector<Diagnostic>;

}  // namespace newsloupe
