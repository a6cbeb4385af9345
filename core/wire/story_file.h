// A story to keep and to pass on: sources, what a person said against their reading, and the view, as one JSON text
// ("newsloupe.story/1"). In a file it stands inside the report, an ordinary web page; in a link it travels alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/correction.h"
#include "core/base/civil_date.h"
#include "core/base/result.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

// One article. Without a record only its fingerprint travels, and the receiver has to add the article.
struct KeptArticle {
  std::string fingerprint;  // of its clean text, so that another copy of the page is recognised
  std::optional<SourceRecord> record;
  std::optional<CivilDate> received;
};

struct KeptStory {
  std::vector<KeptArticle> articles;  // in order of arrival
  // Articles are named "@0", "@1" ...: their places in `articles`, because ids change where one is taken already.
  std::vector<Change> changes;
  std::string view;  // core/wire/view_text.h, the travelling form
};

// "newsloupe.story/1" as one line; no '<' stands in it, so it can lie in a page.
[[nodiscard]] std::string story_json(const KeptStory& story);
[[nodiscard]] Result<KeptStory> story_from_json(std::string_view json);

// The element that carries a story in a page: inert, with the checksum of its text.
[[nodiscard]] std::string story_block(const KeptStory& story);
// The story in a page with such an element. The error is one line for the reader: cut, changed, or too new.
[[nodiscard]] Result<KeptStory> story_from_page(std::string_view page);

}  // namespace newsloupe
