#include "cli/analyze.h"

#include <atomic>
#include <cstdio>
#include <iostream>
#include <optional>
#include <thread>

#include "cli/input.h"
#include "cli/plain_text.h"
#include "core/wire/article_json.h"

namespace newsloupe::cli {
namespace {

// Collects records and reads them a batch at a time, so that memory stays bounded however long the input is.
class BatchReader {
 public:
  BatchReader(const CommandLine& line, const Resources& resources, const std::vector<Change>& changes,
              const std::function<void(ReadRecord)>& sink)
      : line_(line), resources_(resources), changes_(changes), sink_(sink) {}

  void add(UnpackedRecord record) {
    if (is_removed(record.id, changes_)) return;
    waiting_.push_back(std::move(record));
    const std::size_t batch = line_.jobs == 1 ? 1 : line_.jobs * std::size_t{32};
    if (waiting_.size() >= batch) flush();
  }

  void flush() {
    std::vector<std::optional<ReadRecord>> done(waiting_.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < waiting_.size(); i = next++) done[i] = read(std::move(waiting_[i]));
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < line_.jobs && i < waiting_.size(); ++i) others.emplace_back(work);
    work();
    for (std::thread& thread : others) thread.join();
    waiting_.clear();
    for (auto& record : done) sink_(std::move(*record));
  }

 private:
  ReadRecord read(UnpackedRecord unpacked) const {
    if (!unpacked.record.ok()) return {std::move(unpacked.id), unpacked.record.error()};
    put_given(unpacked.record.value(), changes_);
    return {std::move(unpacked.id), analyze_article(unpacked.record.value(), line_.options, resources_)};
  }

  const CommandLine& line_;
  const Resources& resources_;
  const std::vector<Change>& changes_;
  const std::function<void(ReadRecord)>& sink_;
  std::vector<UnpackedRecord> waiting_;
};

}  // namespace

void read_articles(const CommandLine& line, const Resources& resources, const std::vector<Change>& changes,
                   const std::function<void(ReadRecord)>& sink) {
  BatchReader reader(line, resources, changes, sink);
  read_records(line.paths, [&](UnpackedRecord record) { reader.add(std::move(record)); });
  reader.flush();
}

int analyze(const CommandLine& line, const Resources& resources) {
  int status = 0;
  read_articles(line, resources, {}, [&](const ReadRecord& record) {
    if (!record.article.ok()) {
      status = 1;
      std::cerr << record.id << ": " << record.article.error().message << '\n';
      if (line.format == Format::kJsonl) std::cout << error_json(record.id, record.article.error()) << '\n';
    } else if (line.format == Format::kText) {
      std::cout << article_text(*record.article.value());
    } else {
      std::cout << article_json(*record.article.value(), line.parts) << '\n';
    }
  });
  std::cout.flush();
  return status;
}

}  // namespace newsloupe::cli
