#include <doctest/doctest.h>

#include "core/present/presenter.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

std::string report(const std::string& day, const std::string& killed) {
  return "---\ntitle: Dam breach in Velda\ndate: " + day + "\n---\n\nVELDA - " + killed +
         " people were killed when the Orrin dam above Velda broke, rescue teams said.\n\nThe valley below the Orrin "
         "dam was searched until dusk.\n";
}

// The note beside the row about the people killed; "none" where there is no such row.
std::string note_of(const std::vector<std::pair<std::string, std::string>>& reports) {
  Session session(shared_resources(), {});
  for (const auto& [day, killed] : reports) session.add(day + ".md", day, report(day, killed));
  while (session.has_work()) session.step();
  const BriefView view = Presenter(session.snapshot()).brief();
  for (const BriefBand& band : view.bands) {
    for (const BriefRow& row : band.rows) {
      if (row.label == "People killed") return row.note;
    }
  }
  return "none";
}

}  // namespace

TEST_CASE("a row of unequal values that are no contradiction says why") {
  CHECK(note_of({{"2025-05-03", "Three"}, {"2025-05-04", "Five"}}) == "updated since A");
  CHECK(note_of({{"2025-05-03", "Five"}, {"2025-05-04", "Five"}}).find("updated") == std::string::npos);
}

}  // namespace newsloupe
