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
  if (reading->weekday_differs) out += " with another weekday";
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
      {"By ADA LIND, BEN ORR and KIM VALE", "Ada Lind;Ben Orr;Kim Vale;"},
      {"By Tessa Marlow and Ben Aldous", "Tessa Marlow;Ben Aldous;"},
      {"By Nora Fennick, Coast Herald", "Nora Fennick; outlet Coast Herald"},
      {"By Nora Fennick, Political Editor", "Nora Fennick;"},
      {"Written by Nora Fennick, MS, RD on November 14, 2019", "Nora Fennick; published 2019-11-14"},
      {"By KNW | Updated: August 26, 2025 21:30 IST2025-08-26T21:25:55+5:302025-08-26T21:30:04+5:30",
       " agency KNW published 2025-08-26T21:25:55+05:30 updated 2025-08-26T21:30"},
      {"Upland Post \u00b7 By Hal Dorrin \u00b7 4 May 2025, 19:10",
       "Hal Dorrin; outlet Upland Post published 2025-05-04T19:10"},
      {"Sunday, 4 May 2025, 11:05", " published 2025-05-04T11:05"},
      {"Published 4 May 2025, 18:20 \u00b7 Updated 4 May 2025, 19:05",
       " published 2025-05-04T18:20 updated 2025-05-04T19:05"},
      {"By Jean-Luc van der Meer", "Jean-Luc van der Meer;"},
      {"By Hugh Pellow in Maren", "Hugh Pellow;"},
      {"By Hugh Pellow, Senior Editor, Coast Media, Sea, and Harbour Desk", "Hugh Pellow; outlet Coast Media"},
      {"By Hugh Pellow, SHOW ALL ARTICLES OFHugh Pellow", "Hugh Pellow;"},
      {"By Hugh Pellow, Creative Commons License", "Hugh Pellow;"},
      {"By Hugh Pellow, CEO", "Hugh Pellow;"},
      {"By Hugh Pellow. Coast Herald", "Hugh Pellow; outlet Coast Herald"},
      {"By Hugh Pellow in Maren and Ada Lind in Lisk", "Hugh Pellow;Ada Lind;"},
      {"By Ada Lind, ada.lind@herald.example", "Ada Lind;"},
      {"By Dolly Marchbanks, Evening Bell", "Dolly Marchbanks; outlet Evening Bell"},
      {"From our correspondent in Lisk", ""},
      {"By a staff reporter", ""},
      {"By Antrim Court Reporter", ""},
      {"An Observer investigation by Peter Hallam", "Peter Hallam;"},
      {"Tuesday 14 October 2025", " published 2025-10-14"},
      {"Monday 14 October 2025", " published 2025-10-14 with another weekday"},
      {"Published 14 October 2025, 07:40", " published 2025-10-14T07:40"},
      {"14 Oct 2025 | Updated 16:02", " published 2025-10-14 updated 2025-10-14T16:02"},
      {"7:15 a. m. Dec. 7, 2009", " published 2009-12-07"},
      {"Friday, Dec. 20 2013 12:00 a. m. MST", " published 2013-12-20T00:00"},
      {"Edited time: March 13, 2025 02:15", " updated 2025-03-13T02:15"},
      {"Updated 4:08 p.m. ET", ""},
      {"Mar. 8 5:46 PM EST", ""},
      {"November 20, 2019 - 11:28 AMT", " published 2019-11-20T11:28"},
      {"Ada Lind and Peter Hallam USA TODAY", "Ada Lind;Peter Hallam; outlet USA TODAY"},
      {"Ada Lind, BBC News", "Ada Lind; outlet BBC News"},
      // not bylines
      {"An investigation by the Senate", "none"},
      {"A report by Monday", "none"},
      {"From our window we saw the fire", "none"},
      {"From our correspondent in Lisk we hear nothing", "none"},
      {"8:24am:", "none"},
      {"15:11", "none"},
      {"(3.60%) $4.96", "none"},
      {"March 8", "none"},
      {"Peter Hallam leaves Reuters", "none"},
      {"November 20, 2019 was COLD", "none"},
      {"May 2025 was warm", "none"},
      {"By the time the doors opened, 300 people stood in the rain.", "none"},
      {"By Monday the water had gone", "none"},
      {"The treaty of 4 May 2025 was signed", "none"},
      {"Updated", "none"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.line) == row.reading, row.line);
}

TEST_CASE("authors in metadata") {
  CHECK(authors("By JOSH LIND, DAVID ORR and PAT VALE") == "Josh Lind;David Orr;Pat Vale;");
  CHECK(authors("Luke Stone") == "Luke Stone;");
  CHECK(authors("https://example.com/authors/7").empty());
  CHECK(authors("desk@example.com").empty());
  CHECK(authors("Reuters").empty());
}

}  // namespace newsloupe
