#include "core/unpack/office_document.h"

#include <algorithm>
#include <span>

#include "core/base/ascii.h"
#include "core/unpack/xml_reader.h"

namespace newsloupe {
namespace {

struct Refusal {
  std::string_view part;  // a member that tells the kind by its name
  std::string_view what;
};
constexpr Refusal kRefusals[] = {
    {"xl/workbook.xml", "A spreadsheet"},       {"xl/workbook.bin", "A spreadsheet"},
    {"ppt/presentation.xml", "A presentation"}, {"META-INF/container.xml", "An e-book"},
    {"Index/Document.iwa", "A Pages document"}, {"index.apxl", "A presentation"},
    {"visio/document.xml", "A drawing"},        {"Index.zip", "A Pages document"},
};

struct Property {
  std::string_view element;
  const char* field;
};
constexpr Property kWordProperties[] = {{"dc:title", "headline"},
                                        {"dc:creator", "byline"},
                                        {"dc:language", "language"},
                                        {"dcterms:created", "published"},
                                        {"dcterms:modified", "updated"}};
constexpr Property kOpenProperties[] = {
    {"dc:title", "headline"},    {"meta:initial-creator", "byline"},  {"dc:creator", "byline"},
    {"dc:language", "language"}, {"meta:creation-date", "published"}, {"dc:date", "updated"}};

class Document {
 public:
  Document(const SourceFile& file, const ZipArchive& archive, ArchiveBudget& budget)
      : file_(file), archive_(archive), budget_(budget) {}

  std::optional<std::string> part(const ZipMember* member) {
    if (member == nullptr || member->encrypted) return std::nullopt;
    Inflated inside = archive_.read(*member, std::min(budget_.bytes, kLargestMember));
    budget_.bytes -= inside.bytes.size();
    if (inside.end != Inflated::End::kWhole) return std::nullopt;
    return std::move(inside.bytes);
  }

  Result<SourceRecord> record(const ZipMember& text, SourceRecord::Kind kind, std::string_view properties,
                              std::span<const Property> known) {
    std::optional<std::string> bytes = part(&text);
    if (!bytes) {
      return Error{"unpack", "The document is damaged, locked or too long. Open it, and save it or its text anew."};
    }
    SourceRecord record{file_.id, file_.name, std::move(*bytes), kind, {}, true, {}, {}};
    record.charset = xml_encoding(record.bytes);
    if (const auto xml = part(archive_.find(properties))) read_properties(*xml, known, record.given);
    return record;
  }

 private:
  static void read_properties(std::string_view bytes, std::span<const Property> known,
                              std::vector<MetadataCandidate>& given) {
    XmlReader xml(bytes);
    for (auto event = xml.next(); event != XmlReader::Event::kDone; event = xml.next()) {
      if (event != XmlReader::Event::kStart) continue;
      for (const Property& property : known) {
        if (xml.name() != property.element) continue;
        const std::string value(trimmed_ascii(xml.text_inside()));
        if (!value.empty() && value.size() < 1000) given.push_back({property.field, value, "document properties", {}});
        break;
      }
    }
  }

  const SourceFile& file_;
  const ZipArchive& archive_;
  ArchiveBudget& budget_;
};

// "word/document.xml"; some programs number it.
const ZipMember* word_text(const ZipArchive& archive) {
  for (const ZipMember& m : archive.members()) {
    if (m.name.starts_with("word/document") && m.name.ends_with(".xml")) return &m;
  }
  return nullptr;
}

}  // namespace

std::optional<Result<SourceRecord>> record_from_office_document(const SourceFile& file, const ZipArchive& archive,
                                                                ArchiveBudget& budget) {
  using Kind = SourceRecord::Kind;
  Document document(file, archive, budget);
  const auto refused = [](std::string_view what) {
    return Error{"unpack", std::string(what) + " is not read. Copy its text and paste it here."};
  };
  if (const ZipMember* text = word_text(archive)) {
    return document.record(*text, Kind::kWord, "docProps/core.xml", kWordProperties);
  }
  if (const ZipMember* mimetype = archive.find("mimetype"); mimetype != nullptr && mimetype->size < 100) {
    const std::string type = document.part(mimetype).value_or("");
    const ZipMember* text = archive.find("content.xml");
    if (type.starts_with("application/vnd.oasis.opendocument.text") && text != nullptr) {
      return document.record(*text, Kind::kOpenDocument, "meta.xml", kOpenProperties);
    }
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) return refused("A spreadsheet");
    if (type.starts_with("application/vnd.oasis.opendocument")) return refused("A presentation or drawing");
    if (type.starts_with("application/epub")) return refused("An e-book");
  }
  for (const Refusal& refusal : kRefusals) {
    if (archive.find(refusal.part) != nullptr) return refused(refusal.what);
  }
  return std::nullopt;
}

}  // namespace newsloupe
