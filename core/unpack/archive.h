// Files out of archives (ZIP, gzip), one at a time, within limits that no archive of articles meets.
#pragma once

#include "core/unpack/unpack.h"

namespace newsloupe {

inline constexpr std::size_t kLargestMember = 64'000'000;    // bytes of one file inside; lists of records may be longer
inline constexpr std::size_t kLargestArchive = 500'000'000;  // bytes of all files inside
inline constexpr int kDeepestArchive = 3;                    // archives and mails inside each other

// What is left for the file that was given, whatever archives it holds.
struct ArchiveBudget {
  std::size_t bytes = kLargestArchive;
  int depth = 0;
};

using FileSink = std::function<void(SourceFile)>;

// Calls `member` for every file inside that is looked at (file_choice.h), sorted by path, with the id
// "archive.zip/folder/a.html"; calls `sink` with an error for each that cannot be unpacked. Precondition: is_zip().
void unpack_zip(const SourceFile& archive, ArchiveBudget& budget, const FileSink& member, const RecordSink& sink);

// The one file inside, under the archive's id, named without ".gz". What could be unpacked of a damaged one is handed
// on too. Precondition: is_gzip().
void unpack_gzip(const SourceFile& archive, ArchiveBudget& budget, const FileSink& member, const RecordSink& sink);

}  // namespace newsloupe
