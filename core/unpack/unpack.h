// Records out of files. A file is one record, or holds many: JSON Lines one a line, an archive one or more a member.
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

using RecordSink = std::function<void(UnpackedRecord)>;

// Calls `sink` for every record of the file, in order. A file inside an archive goes by "archive.zip/folder/a.html".
void unpack(SourceFile file, const RecordSink& sink);

// True where the bytes are JSON Lines: by the name's ending, or the first line is a JSON object.
[[nodiscard]] bool is_json_lines(std::string_view name, std::string_view bytes);

// One line of JSON Lines as a record. `line_number` counts from 1 and names the line in messages.
UnpackedRecord record_from_json_line(std::string_view line, std::string_view file_id, std::size_t line_number);

}  // namespace newsloupe
