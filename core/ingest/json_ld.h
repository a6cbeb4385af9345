// What a page says of its article in schema.org's vocabulary (JSON-LD).
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace newsloupe {

struct JsonLdReading {
  // Called for each value found: the field (as in MetadataCandidate), the value, and where it was found ("json-ld",
  // "json-ld page" for what is said of the page, not of the article, "json-ld reference" for an author named
  // elsewhere).
  std::function<void(const char* field, std::string_view value, const char* from)> add;
  std::string article_body;  // the longest articleBody; not seldom cut short
};

// Reads one <script type="application/ld+json">. Authors and publishers given by reference ({"@id": ...}) are looked up
// in the same script. What is no JSON is left alone.
void read_json_ld(std::string_view script, JsonLdReading& reading);

}  // namespace newsloupe
