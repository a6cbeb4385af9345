// Records out of JSON, as scrapers, readers and interfaces of news services write it.
#pragma once

#include "core/unpack/unpack.h"

namespace newsloupe {

// A file that is one JSON value: an article, a list of them, or an object that holds such a list ("articles", "items",
// "@graph" ...). False where it is no JSON.
bool unpack_json(const SourceFile& file, const RecordSink& sink);

// A row of a table whose columns are named as the fields of records are. `row` counts from 1 and names it.
UnpackedRecord record_from_cells(const std::vector<std::string>& names, const std::vector<std::string>& cells,
                                 std::string_view file_id, std::size_t row);
// True where one of the names is that of a text.
[[nodiscard]] bool names_text(const std::vector<std::string>& names);

}  // namespace newsloupe
