#include "core/unpack/archive.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/sorting.h"
#include "core/unpack/file_choice.h"
#include "core/unpack/zip_archive.h"

namespace newsloupe {
namespace {

constexpr std::string_view kAddItself = "Unpack the archive and add the file itself.";

std::string megabytes(std::size_t bytes) { return std::to_string(bytes / 1'000'000) + " MB"; }

// Archives and lists of many records may be as long as the whole.
bool may_be_long(std::string_view name) {
  for (const std::string_view ending : {".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".zip", ".gz", ".xml"}) {
    if (ends_like(name, ending)) return true;
  }
  return false;
}

class ZipUnpacker {
 public:
  ZipUnpacker(const SourceFile& file, ArchiveBudget& budget, const FileSink& member, const RecordSink& sink)
      : file_(file), budget_(budget), member_(member), sink_(sink), archive_(file.bytes) {}

  void unpack() {
    const std::vector<const ZipMember*> members = members_to_read();
    std::size_t left_out = 0;
    for (const ZipMember* m : members) {
      if (budget_.bytes == 0) {
        ++left_out;
      } else {
        read(*m);
      }
    }
    if (left_out > 0) {
      fail(file_.id, "The archive unpacks to more than " + megabytes(kLargestArchive) + ": " +
                         std::to_string(left_out) + " of its files were not read. Unpack it and add them in parts.");
    }
    if (archive_.too_many()) {
      fail(file_.id, "Of the files in the archive " + std::to_string(kMostMembers) +
                         " were looked at, it holds more. Unpack it and add the others.");
    } else if (archive_.cut_off()) {
      fail(file_.id, "The archive is cut off; only what is whole was read. Get it again.");
    } else if (members.empty()) {
      fail(file_.id, "The archive holds no file that is read. " + words_for_passed_over(passed_over_) +
                         (passed_over_ > 0 ? " " : "") + "Add an archive of articles.");
    }
  }

 private:
  std::vector<const ZipMember*> members_to_read() {
    std::vector<std::string> paths;
    std::vector<const ZipMember*> files, chosen;
    for (const ZipMember& m : archive_.members()) {
      if (m.folder) continue;
      paths.push_back(m.name);
      files.push_back(&m);
    }
    const std::vector<FileFate> fates = choose_files(paths);
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (fates[i] == FileFate::kRead) chosen.push_back(files[i]);
      if (fates[i] == FileFate::kPassedOver) ++passed_over_;
    }
    sort_items(chosen, [](const ZipMember* a, const ZipMember* b) { return a->name < b->name; });
    return chosen;
  }

  void read(const ZipMember& m) {
    const std::string id = file_.id + "/" + m.name;
    if (m.encrypted) return fail(id, "It is locked with a password inside the archive. " + std::string(kAddItself));
    if (m.method != 0 && m.method != 8) {
      return fail(id, "It is packed in a way that is not read (method " + std::to_string(m.method) + "). " +
                          std::string(kAddItself));
    }
    const std::size_t limit = may_be_long(m.name) ? budget_.bytes : std::min(budget_.bytes, kLargestMember);
    if (m.size > limit) return too_long(id, limit);
    Inflated inside = archive_.read(m, limit);
    budget_.bytes -= inside.bytes.size();
    if (inside.end == Inflated::End::kTooLong) return too_long(id, limit);
    if (inside.end != Inflated::End::kWhole) {
      return fail(id, "It is damaged inside the archive. Get the archive again, or unpack it and add the file itself.");
    }
    member_({id, m.name.substr(m.name.rfind('/') + 1), std::move(inside.bytes)});
  }

  void too_long(const std::string& id, std::size_t limit) {
    fail(id, "It unpacks to more than the " + megabytes(limit) + " that are read. " + std::string(kAddItself));
  }

  void fail(const std::string& id, std::string message) {
    sink_({id, id.substr(id.rfind('/') + 1), Error{"unpack", std::move(message)}});
  }

  const SourceFile& file_;
  ArchiveBudget& budget_;
  const FileSink& member_;
  const RecordSink& sink_;
  const ZipArchive archive_;
  std::size_t passed_over_ = 0;
};

}  // namespace

void unpack_zip(const SourceFile& archive, ArchiveBudget& budget, const FileSink& member, const RecordSink& sink) {
  ZipUnpacker(archive, budget, member, sink).unpack();
}

void unpack_gzip(const SourceFile& archive, ArchiveBudget& budget, const FileSink& member, const RecordSink& sink) {
  Inflated inside = gunzip(archive.bytes, budget.bytes);
  budget.bytes -= inside.bytes.size();
  const std::string_view name = archive.name;
  const auto fail = [&](std::string message) { sink({archive.id, archive.name, Error{"unpack", std::move(message)}}); };
  const bool any = !inside.bytes.empty() && inside.end != Inflated::End::kTooLong;
  if (any || inside.end == Inflated::End::kWhole) {
    member({archive.id, std::string(ends_like(name, ".gz") ? name.substr(0, name.size() - 3) : name),
            std::move(inside.bytes)});
  }
  if (inside.end == Inflated::End::kTooLong) {
    fail("It unpacks to more than the " + megabytes(kLargestArchive) +
         " that are read. Unpack it and add it in parts.");
  } else if (inside.end != Inflated::End::kWhole) {
    fail("The gzip file is damaged or cut off; what stands before that was read. Get it again.");
  }
}

}  // namespace newsloupe
