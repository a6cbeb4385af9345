// What a large set costs.
#pragma once

#include <string>
#include <vector>

namespace newsloupe::bench {

// Opens the records (lines of JSON Lines) one by one through a session host, as the page does, and prints time, number
// and longest of the units of work, messages to the page, and memory.
void measure_scale(std::vector<std::string> lines);

}  // namespace newsloupe::bench
