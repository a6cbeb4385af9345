#include "core/segment/language.h"

#include <doctest/doctest.h>

#include "tests/support/segmented_text.h"

namespace newsloupe {

TEST_CASE("language_of tells a language by its short words, and nothing where they do not tell") {
  struct Row {
    const char* text;
    const char* language;
  };
  const Row rows[] = {
      {"The mayor said that the bridge would be closed for a week.", "en"},
      {"Der Damm ist gebrochen, und das Wasser steht auf dem Markt.", "de"},
      {"Les pompiers sont arrivés dans la nuit avec une échelle.", "fr"},
      {"El alcalde fue a los pueblos del valle por la noche.", "es"},
      {"Мэр не знал, что это был последний поезд на север.", "ru"},
      {"Ministers met the president of Smith und Sons in Berlin and left.", "en"},
      {"Velda flood: 14 missing", ""},
      {"12 345 678", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(language_of(segmented_text(row.text), shared_resources()) == row.language);
  }
}

TEST_CASE("language_name speaks to the reader") {
  CHECK(language_name("de") == "German");
  CHECK(language_name("xx") == "xx");
}

}  // namespace newsloupe
