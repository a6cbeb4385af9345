// Records out of files. A file is one record or, as JSON Lines, one record a line.
#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

struct SourceFile {
  std::string id;    // path below the folder that was dropped or named, with '/'; "-" for standard input
  std::string name;  // last part of it
  std::string bytes;
};

// One record or the reason why there is none: a bad line keeps its place, so that one line comes out for each that went
// in. `id` is known in both cases ("set.jsonl:17" where the line gives none).
struct UnpackedRecord {
  std::string id;
  std::string name;
  Result<SourceRecord> record;
};

// Calls `sink` for every record of the file, in order.
void unpack(SourceFile file, const std::function<void(UnpackedRecord)>& sink);

// True where the bytes are JSON Lines: by the name's ending, or the first line is a JSON object.
[[nodiscard]] bool is_json_lines(std::string_view name, std::string_view bytes);

// One line of JSON Lines as a record. `line_number` counts from 1 and names the line in messages.
UnpackedRecord record_from_json_line(std::string_view line, std::string_view file_id, std::size_t line_number);

}  // namespace newsloupe
