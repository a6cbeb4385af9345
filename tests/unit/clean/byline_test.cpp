#include "core/clean/byline.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

std::string shown(std::string_view line) {
  const auto reading = read_byline(line, resources());
  if (!reading) return "none";
  std::string out;
  for (const std::string& name : reading->names) out += name + ";";
  if (!reading->agency.empty()) out += " agency " + reading->agency;
  if (!reading->outlet.empty()) out += " outlet " + reading->outlet;
  if (reading->published) out += " published " + reading->published->iso;
  if (reading->updated) out += " updated " + reading->updated->iso;
  return out;
}

std::string authors(std::string_view value) {
  std::string out;
  for (const std::string& name : read_authors(value, resources()).names) out += name + ";";
  return out;
}

}  // namespace

TEST_CASE("byline and date lines") {
  const struct {
    std::string_view line, reading;
  } rows[] = {
      {"By Ada Lind", "Ada Lind;"},
      {"By ADA LIND, BEN ORR and KIM VALE", "ADA LIND;BEN ORR;KIM VALE;"},
      {"By Tessa Marlow and Ben Aldous", "Tessa Marlow;Ben Aldous;"},
      {"By Nora Fennick, Coast Herald", "Nora Fennick; outlet Coast Herald"},
      {"By Nora Fennick, Political Editor", "Nora Fennick;"},
      {"By KNW | Updated: August 26, 2025 21:30 IST2025-08-26T21:25:55+5:302025-08-26T21:30:04+5:30",
       " agency KNW published 2025-08-26T21:25:55+05:30 updated 2025-08-26T21:30"},
      {"Upland Post \u00b7 By Hal Dorrin \u00b7 4 May 2025, 19:10",
       "Hal Dorrin; outlet Upland Post published 2025-05-04T19:10"},
      {"Sunday, 4 May 2025, 11:05", " published 2025-05-04T11:05"},
      {"Published 4 May 2025, 18:20 \u00b7 Updated 4 May 2025, 19:05",
       " published 2025-05-04T18:20 updated 2025-05-04T19:05"},
      {"By Jean-Luc van der Meer", "Jean-Luc van der Meer;"},
      // not bylines
      {"By the time the doors opened, 300 people stood in the rain.", "none"},
      {"By Monday the water had gone", "none"},
      {"The treaty of 4 May 2025 was signed", "none"},
      {"Updated", "none"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.line) == row.reading, row.line);
}

TEST_CASE("authors in metadata") {
  CHECK(authors("By JOSH LIND, DAVID ORR and PAT VALE") == "JOSH LIND;DAVID ORR;PAT VALE;");
  CHECK(authors("Luke Stone") == "Luke Stone;");
  CHECK(authors("https://example.com/authors/7").empty());
  CHECK(authors("desk@example.com").empty());
  CHECK(authors("Reuters").empty());
}

}  // namespace newsloupe
