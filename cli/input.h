// Files and folders as records.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/unpack/unpack.h"

namespace newsloupe::cli {

// Reads every path in the order given (folders walked, sorted by name) and calls `sink` for every record. Standard
// input in JSON Lines is read line by line, so that the command can stand in a pipe. What cannot be opened reaches the
// sink as a record with an error.
void read_records(const std::vector<std::string>& paths, const std::function<void(UnpackedRecord)>& sink);

}  // namespace newsloupe::cli
