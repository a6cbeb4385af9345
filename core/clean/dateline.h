// Datelines: "NAIROBI, Kenya (AP) _", "New Delhi [India], August 26 :", "TOKYO, July 24 (Reuters) -".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/resources/resources.h"

namespace newsloupe {

struct DatelineReading {
  std::string place;       // the first name, capitals toned down: "New Delhi"
  std::string date;        // "2022-07-17", "XXXX-07-24", "2022-06"; empty when it names no day
  std::string agency;      // as written between brackets; empty when it names none
  std::uint32_t end = 0;   // after the mark that closes it, in bytes of the lead
  std::uint32_t body = 0;  // where the lead itself begins
};

// Reads the dateline at the beginning of a lead. A name in capitals before a dash or colon is one; a name in small
// letters only with a date, a credit or a country beside it, or where it is a known place. Speakers of transcripts,
// headings ("WATCH:") and sentences with a pair of dashes are none.
std::optional<DatelineReading> read_dateline(std::string_view lead, const Resources& resources);

}  // namespace newsloupe
