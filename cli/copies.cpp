// newsloupe copies.
#include <algorithm>
#include <iostream>
#include <map>

#include "cli/analyze.h"
#include "cli/input.h"
#include "core/base/content_hash.h"
#include "core/clean/clean_document.h"
#include "core/wire/copy_json.h"

namespace newsloupe::cli {
namespace {

// The text of a record of JSON Lines as it is; of a file or a page without furniture and repeats.
Result<std::string> text_of(SourceRecord record, const CommandLine& line, const Resources& resources) {
  if (record.kind == SourceRecord::Kind::kPlainText) return std::move(record.bytes);
  Result<RawArticle> raw = ingest(record, line.options, resources);
  if (!raw.ok()) return raw.error();
  const CleanDocument clean_document = clean(std::move(raw).value(), line.options, resources);
  std::string text;
  for (const Paragraph& p : clean_document.paragraphs) {
    if (p.paragraph_class == ParagraphClass::kBoilerplate || p.paragraph_class == ParagraphClass::kRepeat) continue;
    text.append(clean_document.document->text().substr(p.span.begin, p.span.size())) += '\n';
  }
  return text;
}

// Calls `take` for each text, in order.
void for_each_text(const CommandLine& line, const Resources& resources,
                   const std::function<void(const std::string& id, const Result<std::string>& text)>& take) {
  read_records(line.paths, [&](UnpackedRecord unpacked) {
    if (unpacked.record.ok()) {
      take(unpacked.id, text_of(std::move(unpacked.record).value(), line, resources));
    } else {
      take(unpacked.id, unpacked.record.error());
    }
  });
}

// By id, and where two have one, by the text: an order that does not depend on that in which they came.
struct Name {
  std::string id;
  std::uint64_t text = 0;
  friend auto operator<=>(const Name&, const Name&) = default;
};

// Candidates of a part of the shingles are compared as a whole, for which the texts they are about are read again.
std::vector<NearCopy> verified(const std::vector<NearCopy>& candidates, const CommandLine& line,
                               const Resources& resources) {
  std::map<std::uint32_t, std::vector<std::uint64_t>> sets;
  for (const NearCopy& pair : candidates) sets[pair.a] = sets[pair.b] = {};
  std::uint32_t place = 0;
  for_each_text(line, resources, [&](const std::string&, const Result<std::string>& text) {
    if (!text.ok()) return;
    if (const auto at = sets.find(place++); at != sets.end()) at->second = shingle_set(text.value());
  });
  std::vector<NearCopy> pairs;
  for (const NearCopy& candidate : candidates) {
    NearCopy pair = compared(sets[candidate.a], sets[candidate.b]);
    pair.a = candidate.a;
    pair.b = candidate.b;
    if (are_alike(pair, line.at_least)) pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace

int copies(const CommandLine& line, const Resources& resources) {
  const Part part = line.part.value_or(Part());
  const bool from_pipe = std::find(line.paths.begin(), line.paths.end(), "-") != line.paths.end();
  if (!part.is_whole() && from_pipe) {
    std::cerr << "newsloupe: a part reads its texts twice, so it takes files and no standard input\n";
    return 2;
  }
  int status = 0;
  std::vector<Name> names;
  NearCopies near_copies(line.at_least, part);
  for_each_text(line, resources, [&](const std::string& id, const Result<std::string>& text) {
    if (text.ok()) {
      near_copies.add(text.value());
      names.push_back({id, hash64(text.value())});
    } else {
      status = 1;
      std::cerr << id << ": " << text.error().message << '\n';
    }
  });
  std::vector<NearCopy> pairs = near_copies.take();
  if (!part.is_whole()) pairs = verified(pairs, line, resources);
  std::vector<std::string> lines;
  for (const NearCopy& pair : pairs) {
    const auto [a, b] = std::minmax(names[pair.a], names[pair.b]);
    lines.push_back(line.format == Format::kText ? copy_text(a.id, b.id, pair) : copy_json(a.id, b.id, pair));
  }
  std::sort(lines.begin(), lines.end());
  for (const std::string& text : lines) std::cout << text << '\n';
  std::cout.flush();
  return status;
}

}  // namespace newsloupe::cli
