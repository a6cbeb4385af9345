// Where the time goes: milliseconds for a megabyte of text, for every stage and annotator, on JSON Lines from standard
// input.
//
//   node tests/bench/corpus.mjs 1000 | build/release/newsloupe_bench [PASSES]
//   node tests/bench/corpus.mjs 10000 | build/release/newsloupe_bench scale      what a large set costs (scale.h)
//   node tests/bench/corpus.mjs 1000 | build/release/newsloupe_bench copies      near copies among the texts (copies.h)
//
// Every stage is run over all articles before the next one starts, so that a stage is measured with warm code. The
// fastest pass and the median are printed: on a busy machine only the fastest says something. Times are for comparing
// stages and builds of one machine, never for tests.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "core/analysis/analyze_article.h"
#include "core/annotate/annotate.h"
#include "core/clean/clean_document.h"
#include "core/compare/comparison.h"
#include "core/resolve/resolve.h"
#include "core/unpack/unpack.h"
#include "core/wire/article_json.h"
#include "core/wire/comparison_json.h"
#include "tests/bench/copies.h"
#include "tests/bench/scale.h"

namespace {

using namespace newsloupe;
using Clock = std::chrono::steady_clock;

struct Stage {
  std::string name;
  std::vector<double> milliseconds;  // one a pass
};

class Bench {
 public:
  explicit Bench(std::vector<SourceRecord> records) : resources_(load_resources()), records_(std::move(records)) {
    for (const SourceRecord& record : records_) bytes_ += record.bytes.size();
  }

  void pass() {
    next_ = 0;
    std::vector<RawArticle> raw;
    std::vector<CleanDocument> clean_documents;
    std::vector<SegmentedDocument> documents;
    std::vector<std::optional<CivilDate>> dates;
    std::vector<Annotations> found;
    std::vector<Resolution> resolved;
    time("ingest", [&] {
      for (const SourceRecord& r : records_) raw.push_back(ingest(r, {}, *resources_).value());
    });
    time("clean", [&] {
      for (RawArticle& r : raw) clean_documents.push_back(clean(std::move(r), {}, *resources_));
    });
    for (const CleanDocument& c : clean_documents) dates.push_back(c.metadata.published.date);
    time("segment", [&] {
      for (CleanDocument& c : clean_documents) documents.push_back(segment(std::move(c), *resources_));
    });
    time("annotate", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) found.push_back(annotate(documents[i], dates[i], *resources_));
    });
    annotators(documents, dates, found);
    resolvers(documents, dates, found);
    time("resolve", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i)
        resolved.push_back(resolve(documents[i], std::move(found[i]), dates[i], *resources_));
    });
    whole();
  }

  // What an article costs while it is kept, beside its text: the sizes of what lies in its layers, and all of it as the
  // allocator counts.
  void print_kept() const {
    std::vector<ArticlePtr> articles;
    articles.reserve(records_.size());
    const std::size_t before = bytes_in_use();
    for (const SourceRecord& r : records_) articles.push_back(analyze_article(r, {}, *resources_).value());
    const std::size_t all = bytes_in_use() - before;
    std::size_t text = 0;
    for (const ArticlePtr& a : articles) text += a->doc.document->text().size();
    std::printf("\nkept bytes an article\n%-28s %10zu\n%-28s %10zu\n", "all", all / articles.size(), "  text",
                text / articles.size());
    const auto layer = [&](const char* name, std::size_t element, auto size) {
      std::size_t count = 0;
      for (const ArticlePtr& a : articles) count += size(*a);
      std::printf("%-28s %10zu  (%zu of %zu bytes)\n", name, count * element / articles.size(), count / articles.size(),
                  element);
    };
    layer("  tokens", sizeof(RuleToken) + sizeof(TextSpan), [](const Article& a) { return a.doc.tokens.size(); });
    layer("  sentences", sizeof(Sentence), [](const Article& a) { return a.doc.sentences.size(); });
    layer("  paragraphs", sizeof(Paragraph), [](const Article& a) { return a.doc.paragraphs.size(); });
    layer("  mentions", sizeof(Mention), [](const Article& a) { return a.resolution.mentions.size(); });
    layer("  entities", sizeof(Entity), [](const Article& a) { return a.resolution.entities.size(); });
    layer("  quotes and speakers", sizeof(Quote) + sizeof(Attribution),
          [](const Article& a) { return a.resolution.quotes.size(); });
    layer("  times", sizeof(Timex), [](const Article& a) { return a.resolution.times.size(); });
    layer("  quantities", sizeof(Quantity), [](const Article& a) { return a.resolution.quantities.size(); });
    layer("  events", sizeof(Event), [](const Article& a) { return a.resolution.events.size(); });
    layer("  key phrases", sizeof(Keyphrase), [](const Article& a) { return a.resolution.keyphrases.size(); });
  }

  void print() const {
    std::printf("%zu articles, %.2f MB of text\n%-28s %10s %10s\n", records_.size(), megabytes(), "ms a MB", "fastest",
                "median");
    for (const Stage& stage : stages_) {
      std::vector<double> sorted = stage.milliseconds;
      std::sort(sorted.begin(), sorted.end());
      std::printf("%-28s %10.2f %10.2f\n", stage.name.c_str(), sorted.front() / megabytes(),
                  sorted[sorted.size() / 2] / megabytes());
    }
  }

 private:
  using Documents = std::vector<SegmentedDocument>;

  static std::size_t bytes_in_use() {
#ifdef __EMSCRIPTEN__
    return static_cast<std::size_t>(mallinfo().uordblks);
#else
    return mallinfo2().uordblks;
#endif
  }

  void annotators(const Documents& documents, const std::vector<std::optional<CivilDate>>& dates,
                  const std::vector<Annotations>& found) {
    std::vector<TokenReader> tokens;
    time("  plain words", [&] {
      for (const auto& d : documents) tokens.emplace_back(d, resources_->lexicon);
    });
    time("  mentions", [&] {
      for (const auto& t : tokens) annotate_mentions(t);
    });
    time("  quotes", [&] {
      for (const auto& t : tokens) annotate_quotes(t);
    });
    time("  reporting cues", [&] {
      for (const auto& t : tokens) annotate_reporting_cues(t);
    });
    time("  times", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) annotate_times(documents[i], dates[i], *resources_);
    });
    time("  quantities", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) annotate_quantities(documents[i], found[i].times, *resources_);
    });
    std::vector<Layer<Mention>> mentions;
    for (const auto& t : tokens) mentions.push_back(annotate_mentions(t));
    time("  key phrases", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) annotate_keyphrases(tokens[i], mentions[i]);
    });
  }

  void resolvers(const Documents& documents, const std::vector<std::optional<CivilDate>>& dates,
                 const std::vector<Annotations>& found) {
    std::vector<TokenReader> tokens;
    for (const auto& d : documents) tokens.emplace_back(d, resources_->lexicon);
    std::vector<Coreference> names;
    time("  coreference", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i)
        names.push_back(resolve_entities(tokens[i], found[i].mentions, found[i].quotes));
    });
    time("  speakers", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) {
        attribute_quotes(tokens[i], found[i].quotes, found[i].cues, names[i]);
      }
    });
    time("  events", [&] {
      for (std::size_t i = 0; i < documents.size(); ++i) resolve_events(tokens[i], names[i], found[i].times, dates[i]);
    });
  }

  void whole() {
    std::vector<ArticlePtr> articles;
    time("article, all stages", [&] {
      for (const SourceRecord& r : records_) articles.push_back(analyze_article(r, {}, *resources_).value());
    });
    std::size_t written = 0;
    time("article as JSON", [&] {
      for (const ArticlePtr& a : articles) written += article_json(*a, {}).size();
    });
    Comparison comparison;
    time("compare", [&] { comparison = compare(articles, *resources_); });
    time("comparison as JSON", [&] { written += comparison_json(comparison, {}, false).size(); });
    if (written == 0) std::puts("nothing was written");
  }

  void time(const std::string& name, const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    const double spent = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    if (next_ == stages_.size()) stages_.push_back({name, {}});
    stages_[next_++].milliseconds.push_back(spent);
  }

  [[nodiscard]] double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

  std::unique_ptr<const Resources> resources_;
  std::vector<SourceRecord> records_;
  std::size_t bytes_ = 0;
  std::vector<Stage> stages_;
  std::size_t next_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<SourceRecord> records;
  std::string line;
  if (argc > 1 && std::string(argv[1]) == "scale") {
    std::vector<std::string> lines;
    while (std::getline(std::cin, line)) lines.push_back(line);
    newsloupe::bench::measure_scale(std::move(lines));
    return 0;
  }
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    UnpackedRecord unpacked = record_from_json_line(line, "-", number);
    if (unpacked.record.ok()) records.push_back(std::move(unpacked.record).value());
  }
  if (records.empty()) {
    std::fputs("no articles on standard input; see the first lines of tests/bench/stages.cpp\n", stderr);
    return 2;
  }
  if (argc > 1 && std::string(argv[1]) == "copies") {
    std::vector<std::string> texts;
    for (SourceRecord& record : records) texts.push_back(std::move(record.bytes));
    newsloupe::bench::measure_copies(texts, argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
    return 0;
  }
  Bench bench(std::move(records));
  const int passes = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
  for (int i = 0; i < passes; ++i) bench.pass();
  bench.print();
  bench.print_kept();
}
