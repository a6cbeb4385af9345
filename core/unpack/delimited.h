// Tables of articles: comma, semicolon or tab between the cells (RFC 4180), one article a row.
#pragma once

#include "core/unpack/unpack.h"

namespace newsloupe {

[[nodiscard]] bool is_table(std::string_view name);

// The first row names the fields as JSON records name them (text, title, date, url ...), in any case. One record a row,
// numbered as rows; an error where no column holds texts.
void unpack_table(const SourceFile& file, const RecordSink& sink);

}  // namespace newsloupe
