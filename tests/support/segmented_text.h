// A piece of text, read as one body paragraph, for tests of what comes after clean/.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/resources/resources.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// The resources of the program, built once for the whole test run.
inline const Resources& shared_resources() {
  static const std::unique_ptr<const Resources> resources = load_resources();
  return *resources;
}

inline SegmentedDocument segmented_text(std::string_view text, ParagraphClass paragraph_class = ParagraphClass::kBody) {
  const auto size = static_cast<std::uint32_t>(text.size());
  OffsetMap map;
  map.append({0, size}, {0, size});
  CleanDocument clean;
  clean.document = std::make_unique<Document>(std::string(text), std::move(map));
  Paragraph paragraph;
  paragraph.span = {0, size};
  paragraph.paragraph_class = paragraph_class;
  clean.paragraphs.push_back(paragraph);
  return segment(std::move(clean), shared_resources());
}

}  // namespace newsloupe
