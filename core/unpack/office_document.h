// Office documents, which are ZIP archives: the part that holds the text, and what the document says about itself.
#pragma once

#include <optional>

#include "core/unpack/archive.h"
#include "core/unpack/zip_archive.h"

namespace newsloupe {

// The record of a .docx or .odt, or why a document of another kind (spreadsheet, slides, e-book) is not read; nothing
// where the archive is no document.
std::optional<Result<SourceRecord>> record_from_office_document(const SourceFile& file, const ZipArchive& archive,
                                                                ArchiveBudget& budget);

}  // namespace newsloupe
