#include "core/unpack/unpack.h"

#include "core/base/ascii.h"
#include "core/unpack/archive.h"
#include "core/unpack/delimited.h"
#include "core/unpack/feed.h"
#include "core/unpack/json_records.h"
#include "core/unpack/mail.h"
#include "core/unpack/office_document.h"
#include "core/unpack/zip_archive.h"

namespace newsloupe {
namespace {

void unpack_lines(const SourceFile& file, const RecordSink& sink) {
  std::string_view rest = file.bytes;
  if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t newline = rest.find('\n');
    const std::string_view line = rest.substr(0, newline);
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
    if (!trimmed_ascii(line).empty()) sink(record_from_json_line(line, file.id, number));
  }
}

bool is_named_json(std::string_view name) { return ends_like(name, ".json") || ends_like(name, ".jsonld"); }

bool is_named_lines(std::string_view name) { return ends_like(name, ".jsonl") || ends_like(name, ".ndjson"); }

class Unpacker {
 public:
  explicit Unpacker(const RecordSink& sink) : sink_(sink) {}

  void read(SourceFile file) {
    if (is_zip(file.bytes)) return open_zip(file);
    if (is_gzip(file.bytes)) {
      return open(file, [&](const FileSink& member) { unpack_gzip(file, budget_, member, sink_); });
    }
    if (is_mail(file)) return open(file, [&](const FileSink& attached) { unpack_mail(file, attached, sink_); });
    if (unpack_feed(file, sink_)) return;
    if (is_table(file.name)) return unpack_table(file, sink_);
    const bool lines = is_json_lines(file.name, file.bytes);
    if ((is_named_json(file.name) || (lines && !is_named_lines(file.name))) && unpack_json(file, sink_)) return;
    if (lines) return unpack_lines(file, sink_);
    if (is_named_json(file.name)) {
      const char* message = "This is no JSON that can be read: it may be cut off. Get the file again, or add the text.";
      return sink_({file.id, file.name, Error{"unpack", message}});
    }
    SourceRecord record;
    record.id = file.id;
    record.name = file.name;
    record.bytes = std::move(file.bytes);
    sink_({file.id, file.name, std::move(record)});
  }

 private:
  void open_zip(const SourceFile& file) {
    auto document = record_from_office_document(file, ZipArchive(file.bytes), budget_);
    if (!document) {
      return open(file, [&](const FileSink& member) { unpack_zip(file, budget_, member, sink_); });
    }
    sink_({file.id, file.name, std::move(*document)});
  }

  void open(const SourceFile& container, const std::function<void(const FileSink&)>& unpack_container) {
    if (budget_.depth == kDeepestArchive) {
      const char* message =
          "Archives more than three deep inside each other are not read. Unpack it and add what is inside.";
      return sink_({container.id, container.name, Error{"unpack", message}});
    }
    ++budget_.depth;
    unpack_container([this](SourceFile member) { read(std::move(member)); });
    --budget_.depth;
  }

  const RecordSink& sink_;
  ArchiveBudget budget_;
};

}  // namespace

void unpack(SourceFile file, const RecordSink& sink) { Unpacker(sink).read(std::move(file)); }

}  // namespace newsloupe
