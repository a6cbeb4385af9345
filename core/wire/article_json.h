// "newsloupe.article/1" of formats.md.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/resolve/article.h"

namespace newsloupe {

// The optional members of the object; each costs space and is left out unless asked for.
struct ArticleParts {
  bool text = false;
  bool sentences = false;
  bool tokens = false;
};

// One line without the line feed. Keys stand in the order of formats.md.
std::string article_json(const Article& article, const ArticleParts& parts);

// The line for a record that could not be read: {"schema", "id", "error": {"stage", "message"}}. Sketches have it, too.
std::string error_json(const std::string& id, const Error& error, std::string_view schema = "newsloupe.article/1");

}  // namespace newsloupe
