// Whole articles: input.txt, .html, .eml and so on beside expected.json in tests/golden/articles (what stands in texts)
// and formats (how they come). The paragraphs listed are there, in this order and with this class; what must not reach
// the analysis does not. UPDATE_GOLDEN=1 writes read.txt beside the input, a full listing to take expectations from.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/clean/clean_document.h"
#include "core/unpack/unpack.h"

namespace newsloupe {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kClassNames[] = {"headline", "subtitle",   "byline",      "dateline",
                                            "body",     "subheading", "boilerplate", "repeat"};

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

CleanDocument cleaned(const std::filesystem::path& path) {
  static const auto resources = load_resources();
  std::vector<UnpackedRecord> records;
  const std::string name = path.filename().string();
  unpack({name, name, file_text(path)}, [&](UnpackedRecord record) { records.push_back(std::move(record)); });
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].record.ok());
  Result<RawArticle> raw = ingest(records[0].record.value(), {}, *resources);
  REQUIRE(raw.ok());
  return clean(std::move(raw).value(), {}, *resources);
}

Json or_null(const std::string& value) { return value.empty() ? Json() : Json(value); }

void check_metadata(const ArticleMetadata& metadata, const Json& expected) {
  const std::pair<const char*, Json> fields[] = {{"headline", or_null(metadata.headline)},
                                                 {"subtitle", or_null(metadata.subtitle)},
                                                 {"byline", metadata.byline},
                                                 {"outlet", or_null(metadata.outlet)},
                                                 {"agency", or_null(metadata.agency)},
                                                 {"published", or_null(metadata.published.value)}};
  for (const auto& [name, value] : fields) {
    if (expected.contains(name)) CHECK_MESSAGE(value == expected[name], name << ": " << value.dump());
  }
  if (!expected.contains("dateline")) return;
  const Json& dateline = expected["dateline"];
  REQUIRE(metadata.dateline.has_value() == !dateline.is_null());
  if (dateline.is_null()) return;
  CHECK(metadata.dateline->place == dateline["place"]);
  CHECK(or_null(metadata.dateline->date) == dateline["date"]);
  CHECK(or_null(metadata.dateline->agency) == dateline["agency"]);
}

void check_paragraphs(const CleanDocument& document, const Json& expected) {
  auto next = document.paragraphs.begin();
  for (const Json& row : expected) {
    const auto starts = row["starts"].get<std::string>(), wanted = row["class"].get<std::string>();
    const auto ends = row.value("ends", std::string());
    next = std::find_if(next, document.paragraphs.end(), [&](const Paragraph& p) {
      const std::string_view text = document.document->view(p.span);
      return text.starts_with(starts) && text.ends_with(ends) &&
             kClassNames[static_cast<std::size_t>(p.paragraph_class)] == wanted;
    });
    CHECK_MESSAGE(next != document.paragraphs.end(), wanted << ": " << starts);
    if (next == document.paragraphs.end()) return;
    ++next;
  }
}

void check_kept_out(const CleanDocument& document, const Json& strings) {
  for (const Json& item : strings) {
    const auto string = item.get<std::string>();
    for (const Paragraph& p : document.paragraphs) {
      const bool read = feeds_analysis(p.paragraph_class);
      const bool found = document.document->view(p.span).find(string) != std::string_view::npos;
      CHECK_MESSAGE(!(read && found), string);
    }
  }
}

std::string listing(const CleanDocument& document) {
  std::string out;
  for (const Paragraph& p : document.paragraphs) {
    out += std::string(kClassNames[static_cast<std::size_t>(p.paragraph_class)]) + " (" + std::string(p.rule.name()) +
           ") " + std::string(document.document->view(p.span)) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("golden articles") {
  std::vector<std::filesystem::path> inputs;
  const std::filesystem::path folder = std::filesystem::path(NEWSLOUPE_SOURCE_DIR) / "tests/golden";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().stem() == "input") inputs.push_back(entry.path());
  }
  std::ranges::sort(inputs);
  REQUIRE(!inputs.empty());
  for (const std::filesystem::path& input : inputs) {
    CAPTURE(input.parent_path().filename().string());
    const CleanDocument document = cleaned(input);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(input.parent_path() / "read.txt", std::ios::binary) << listing(document);
    }
    const Json expected = Json::parse(file_text(input.parent_path() / "expected.json"));
    check_metadata(document.metadata, expected);
    check_paragraphs(document, expected["paragraphs"]);
    check_kept_out(document, expected["not_in_analysis"]);
  }
}

TEST_CASE("offsets lead from every paragraph to its source") {
  const std::string text = "Dam breaks in Velda\n\nThe dam broke on Saturday, the council of Velda said in a note.\n";
  static const auto resources = load_resources();
  SourceRecord record;
  record.bytes = text;
  record.kind = SourceRecord::Kind::kPlainText;
  const CleanDocument document = clean(ingest(record, {}, *resources).value(), {}, *resources);
  for (const Paragraph& p : document.paragraphs) {
    const SourceSpan source = document.document->source_from_text(p.span);
    CHECK(text.substr(source.begin, source.size()) == document.document->view(p.span));
  }
}

TEST_CASE("a lone line is body and has no headline") {
  static const auto resources = load_resources();
  for (const std::string text : {"Subscribe now", "Dam breaks in Velda", "By Ada Lind", "Comments", "VELDA: ..."}) {
    SourceRecord record;
    record.bytes = text;
    record.kind = SourceRecord::Kind::kPlainText;
    const CleanDocument document = clean(ingest(record, {}, *resources).value(), {}, *resources);
    CHECK_MESSAGE(document.metadata.headline.empty(), text);
    const auto bodies = std::ranges::count(document.paragraphs, ParagraphClass::kBody, &Paragraph::paragraph_class);
    CHECK_MESSAGE(bodies >= 1, text);
  }
}

}  // namespace newsloupe
