// Which language a text is written in.
#pragma once

#include <string>

#include "core/segment/segmented_document.h"

namespace newsloupe {

// The ISO 639-1 code ("en"), judged by the commonest short words of each language (assets/lexicon/languages.txt): the
// one that has most of them and more than half of all such words. Empty where the text has too few of any.
std::string language_of(const SegmentedDocument& doc, const Resources& resources);

// Names, quotes, figures and comparison are made for English; of other languages structure alone is read. A text of
// which the language is not known is read as English.
[[nodiscard]] inline bool is_fully_read(std::string_view code) { return code.empty() || code.starts_with("en"); }

// "German" for "de"; the code itself for one that has no name here.
std::string language_name(std::string_view code);

}  // namespace newsloupe
