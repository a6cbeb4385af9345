#include "core/clean/dateline.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

std::string shown(std::string_view lead) {
  static const auto resources = load_resources();
  const auto reading = read_dateline(lead, *resources);
  if (!reading) return "none";
  return reading->place + "|" + reading->date + "|" + reading->agency + "|" +
         std::string(lead.substr(0, reading->end)) + "|" + std::string(lead.substr(reading->body, 8));
}

}  // namespace

TEST_CASE("datelines of the known forms") {
  const struct {
    std::string_view lead, reading;
  } rows[] = {
      {"VELDA: The dam broke.", "Velda|||VELDA:|The dam "},
      {"NEW VELDA \u2014 The dam broke.", "New Velda|||NEW VELDA \u2014|The dam "},
      {"VELDA--The dam broke.", "Velda|||VELDA--|The dam "},
      {"VELDA, Orrinland (KNW) _ The dam broke.", "Velda||KNW|VELDA, Orrinland (KNW) _|The dam "},
      {"VELDA, Orrinland, May 3 (Wire One) \u2014 The dam broke.",
       "Velda|XXXX-05-03|Wire One|VELDA, Orrinland, May 3 (Wire One) \u2014|The dam "},
      {"New Velda [Orrinland], August 26 : The dam broke.",
       "New Velda|XXXX-08-26||New Velda [Orrinland], August 26 :|The dam "},
      {"VELDA, July 24 (Reuters) - The dam broke.", "Velda|XXXX-07-24|Reuters|VELDA, July 24 (Reuters) -|The dam "},
      {"VELDA - 7 July 2022: The dam broke.", "Velda|2022-07-07||VELDA - 7 July 2022:|The dam "},
      {"Upper Velda, June 2022: The dam broke.", "Upper Velda|2022-06||Upper Velda, June 2022:|The dam "},
      {"VELDA, May 5 \u2014 \u201cThe dam broke,\u201d he said.", "Velda|XXXX-05-05||VELDA, May 5 \u2014|\u201cThe d"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.lead) == row.reading, row.lead);
}

TEST_CASE("look-alikes are no datelines") {
  for (const std::string_view lead : {
           "Otto Brink \u2014 trained as a surgeon and known from television \u2014 was called away.",
           "The Velda-Harle road was closed.",
           "WATCH: The dam breaks in slow motion",
           "UPDATE: The dam broke.",
           "Marta Lind: Voters are worried about the dam",
           "May 5: The dam broke.",
           "NATO said the dam broke.",
           "DamCo \u2013 the owner of the dam \u2013 said nothing.",
           "Sarn-upon-Orr was flooded.",
           "",
       }) {
    CHECK_MESSAGE(shown(lead) == "none", lead);
  }
}

}  // namespace newsloupe
