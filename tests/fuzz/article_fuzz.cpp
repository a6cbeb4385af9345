// One article of any kind through the whole pipeline: spans hold, and reading it again gives the same bytes.
#include "core/analysis/analyze_article.h"
#include "core/wire/article_json.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  if (size == 0) return 0;
  constexpr const char* kNames[] = {"a.txt", "a.html", "a.md", "a"};
  SourceRecord record;
  record.id = record.name = kNames[data[0] % 4];
  record.bytes = fuzz::bytes_from(data + 1, size - 1);
  const Result<ArticlePtr> article = analyze_article(record, {}, fuzz::resources());
  if (!article.ok()) {
    fuzz::require(!article.error().message.empty(), "an error says why");
    return 0;
  }
  fuzz::check_article(*article.value());
  const std::string json = article_json(*article.value(), {.text = true, .sentences = true});
  const Result<ArticlePtr> again = analyze_article(record, {}, fuzz::resources());
  fuzz::require(again.ok() && article_json(*again.value(), {.text = true, .sentences = true}) == json,
                "the same input gives the same bytes");
  return 0;
}
