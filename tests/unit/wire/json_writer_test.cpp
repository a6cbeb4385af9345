#include "core/wire/json_writer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace newsloupe::wire {
namespace {

std::string written(std::string_view text) {
  JsonWriter json;
  json.value(text);
  return json.take();
}

std::string written(const Decimal& value) {
  JsonWriter json;
  json.value(value);
  return json.take();
}

}  // namespace

TEST_CASE("a JSON writer sets commas between the members of objects and arrays only") {
  JsonWriter json;
  json.begin_object();
  json.field("name", "Weaver");
  json.begin_array("spans");
  json.value(TextSpan{1, 20});
  json.value(SourceSpan{4294967294, 4294967295});
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.end_array();
  json.field("all", std::vector<std::string>{"a,", "{", "["});
  json.field("none", std::vector<std::string>{});
  json.field("nested", true);
  json.field("entity", std::uint32_t{0});
  json.field("speaker", nullptr);
  json.field_or_null("role", "");
  json.field_or_null("of", "Japan");
  json.end_object();
  CHECK(json.take() ==
        R"({"name":"Weaver","spans":[[1,20],[4294967294,4294967295],{},[]],"all":["a,","{","["],"none":[],)"
        R"("nested":true,"entity":0,"speaker":null,"role":null,"of":"Japan"})");
}

TEST_CASE("a JSON writer escapes what JSON forbids, keeps UTF-8 and repairs what is none") {
  CHECK(written("") == R"("")");
  CHECK(written(R"(say "no" \ yes/no)") == R"("say \"no\" \\ yes/no")");
  CHECK(written("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(written(std::string("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
  CHECK(written("Łódź – “ja” 🌊") == "\"Łódź – “ja” 🌊\"");
  CHECK(written("a\xFFz\n") == "\"a\uFFFDz\\n\"");
}

TEST_CASE("a JSON writer gives integers where an amount is one that a double holds") {
  CHECK(written(Decimal(15, 3)) == "15000");
  CHECK(written(Decimal(-3, 0)) == "-3");
  CHECK(written(Decimal(25, -1)) == "2.5");
  CHECK(written(Decimal(1, 20)) == "1e+20");
}

}  // namespace newsloupe::wire
