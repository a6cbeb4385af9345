// What kind of text a file holds, by its first bytes and its name, or why it holds none that is read.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/ingest/raw_article.h"

namespace newsloupe {

inline constexpr std::size_t kLargestText = 4'000'000;   // bytes of text an article may have
inline constexpr std::size_t kLargestPage = 64'000'000;  // bytes of a saved page, whose images are inside

// Never kSniff. The bytes decide where they are clear (a file named .txt that opens with <!DOCTYPE html> is a page),
// else the name's ending. Errors: empty, PDF, archives, pictures, sound, office files, other binary data, too long.
Result<SourceRecord::Kind> sniff_kind(std::string_view name, std::string_view bytes);

// True where the bytes are no text in any encoding.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace newsloupe
