// newsloupe link.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <numeric>

#include "cli/analyze.h"
#include "core/compare/outline.h"
#include "core/wire/counted_parts.h"
#include "core/wire/links_json.h"
#include "core/wire/sketch_json.h"

namespace newsloupe::cli {
namespace {

// Calls `take` for every line of the files that is not empty, with the name by which messages speak of it. False where
// a file cannot be read to its end; that is said on standard error.
bool for_each_line(const std::vector<std::string>& paths,
                   const std::function<void(const std::string& name, const std::string& text)>& take) {
  bool all = true;
  std::string text;
  for (const std::string& path : paths) {
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    std::istream& in = path == "-" ? std::cin : file;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
      if (text.ends_with('\r')) text.pop_back();
      if (!text.empty()) take(path + ":" + std::to_string(number), text);
    }
    if (in.eof()) continue;
    std::cerr << path << ": cannot be opened: is it there, and may you read it?\n";
    all = false;
  }
  return all;
}

// The days whose articles are read: those asked for, and as many around them as may belong to their stories.
bool is_in_reach(const CommandLine& line, const ArticleDigest& article) {
  if (!line.from && !line.to) return true;
  const std::optional<CivilDate>& day = article.metadata.published.date;
  if (!day) return false;
  return (!line.from || *day >= add_days(*line.from, -line.overlap)) &&
         (!line.to || *day <= add_days(*line.to, line.overlap));
}

// Calls `take` for the articles behind the sketches that are in reach. False where some could not be read.
bool read_sketches(const CommandLine& line, const std::function<void(DigestPtr)>& take) {
  bool all_read = true;
  const bool all_files = for_each_line(line.paths, [&](const std::string& name, const std::string& text) {
    Result<DigestPtr> digest = digest_from_sketch(text);
    if (!digest.ok()) {
      all_read = false;
      std::cerr << name << ": " << digest.error().message << '\n';
    } else if (is_in_reach(line, *digest.value())) {
      take(std::move(digest).value());
    }
  });
  return all_files && all_read;
}

struct CanonicalOrder {
  std::vector<std::uint32_t> places;  // by arrival
  std::string set;
};

CanonicalOrder canonical_order(const std::vector<SourceInfo>& sources) {
  std::vector<std::uint32_t> order(sources.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return stands_before(sources[a], sources[b]); });
  CanonicalOrder result;
  result.places.resize(sources.size());
  std::vector<const SourceInfo*> in_order;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    result.places[order[place]] = place;
    in_order.push_back(&sources[order[place]]);
  }
  result.set = set_fingerprint(in_order);
  return result;
}

int count_part(const CommandLine& line) {
  std::vector<SourceInfo> sources;
  GramPart part(*line.part);
  const bool all = read_sketches(line, [&](const DigestPtr& digest) {
    part.add(*digest);
    sources.push_back({digest->source.id, {}, {}, {}, 0, digest->source.sha256});
  });
  const CanonicalOrder order = canonical_order(sources);
  std::cout << counted_part_text(order.set, sources.size(), *line.part, part.take(order.places));
  std::cout.flush();
  return all ? 0 : 1;
}

// What the parts counted of these articles; nothing where it cannot be used, which is said on standard error.
std::optional<std::vector<SharedGrams>> read_counts(const CommandLine& line, const std::vector<DigestPtr>& digests) {
  std::vector<SourceInfo> sources;
  for (const DigestPtr& digest : digests) sources.push_back(digest->source);
  CountedParts parts(canonical_order(sources).set, sources.size());
  bool usable = true;
  const bool all = for_each_line(line.pairs, [&](const std::string& name, const std::string& text) {
    if (!usable) return;
    if (const std::optional<Error> error = parts.add(text)) {
      usable = false;
      std::cerr << name << ": " << error->message << '\n';
    }
  });
  if (!usable || !all) return std::nullopt;
  Result<std::vector<SharedGrams>> counts = parts.take();
  if (counts.ok()) return std::move(counts).value();
  std::cerr << "newsloupe: " << counts.error().message << '\n';
  return std::nullopt;
}

// Begins with an article of the days asked for: of windows that overlap, only one lists it.
bool begins_inside(const CommandLine& line, const SetOutline& outline, const std::vector<ArticleIndex>& articles) {
  std::optional<CivilDate> first;
  for (const ArticleIndex a : articles) {
    const std::optional<CivilDate>& day = outline.article(a).metadata.published.date;
    if (day && (!first || *day < *first)) first = day;
  }
  return first && (!line.from || *first >= *line.from) && (!line.to || *first <= *line.to);
}

}  // namespace

int link(const CommandLine& line, const Resources& resources) {
  if (line.part) return count_part(line);
  std::vector<DigestPtr> digests;
  const bool all = read_sketches(line, [&](DigestPtr digest) { digests.push_back(std::move(digest)); });
  std::optional<std::vector<SharedGrams>> counts;
  if (!line.pairs.empty() && !(counts = read_counts(line, digests))) return 2;
  OutlineMaker maker(std::move(digests), resources);
  if (counts) maker.use(std::move(*counts));
  while (maker.step()) continue;
  const SetOutline outline = maker.take();
  const std::vector<Reuse> reuse = maker.take_reuse();
  const auto is_listed = [&](const std::vector<ArticleIndex>& articles) {
    return line.overlap == 0 || begins_inside(line, outline, articles);
  };
  if (line.format == Format::kJson) std::cout << links_json(outline, reuse) << '\n';
  if (line.format == Format::kJsonl) std::cout << links_json_lines(outline, reuse, is_listed);
  std::cout.flush();
  return all ? 0 : 1;
}

}  // namespace newsloupe::cli
