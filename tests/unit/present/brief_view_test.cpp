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

TEST_CASE("what articles share is not denied where only a list of figures shows it") {
  Session session(shared_resources(), {});
  session.add("a.txt", "a.txt",
              "Hunter falls ill after eating a hare\n\nThe new patient from Velda hunted and ate a hare on Monday, the "
              "health office said.\n\nA total of 28 people who were in close contact with the patient were put under "
              "quarantine, the office said.\n");
  session.add("b.txt", "b.txt",
              "Three fall ill in Velda province\n\nThree cases were found in the province, sparking fears, though "
              "officials called the risk low.\n\nThe Tarn Wire reports that 28 people who came into contact with the "
              "patient were quarantined, and displayed no symptoms like the sudden onset of fever, body aches and "
              "nausea.\n");
  while (session.has_work()) session.step();
  std::string summary;
  for (const auto& part : Presenter(session.snapshot()).brief().standfirst) summary += part.text;
  CHECK(summary.find("Two articles") != std::string::npos);
  CHECK(summary.find("They share no statement") == std::string::npos);
}

}  // namespace newsloupe
