#include "web/ui/text_flow.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "tests/ui/null_backend.h"

namespace newsloupe::ui {
namespace {

using test::NullBackend;

constexpr std::string_view kText =
    "Rescue teams searched the flooded valley for 14 missing people, the governor’s office said. About 2,300 residents "
    "had been brought to safety.";

TextSpan find(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

std::vector<std::string> lines_of(const TextFlow& flow, std::string_view text) {
  std::vector<std::string> out;
  for (const FlowLine& line : flow.lines())
    out.emplace_back(text.substr(line.span.begin, line.ink_end - line.span.begin));
  return out;
}

TextFlow flow_of(const NullBackend& backend, std::string_view text, float width, std::vector<FlowStyle> styles = {}) {
  return TextFlow(text, type_spec(Type::kReading), width, std::move(styles), backend.fonts(), 1);
}

TEST_CASE("lines cover the text once, in order, and none is too wide") {
  const NullBackend backend;
  for (const float width : {90.0F, 200.0F, 584.0F, 4000.0F}) {
    const TextFlow flow = flow_of(backend, kText, width);
    std::uint32_t at = 0;
    for (const FlowLine& line : flow.lines()) {
      CHECK(line.span.begin == at);
      CHECK(line.ink_end <= line.span.end);
      CHECK(line.width <= width);
      at = line.span.end;
    }
    CHECK(at == kText.size());
    CHECK(flow.lines().back().ends_paragraph);
    CHECK(flow.height() == doctest::Approx(30.0 * static_cast<double>(flow.lines().size())));
  }
}

TEST_CASE("forced breaks, long words and empty text") {
  const NullBackend backend;
  CHECK(lines_of(flow_of(backend, "a\nb", 500), "a\nb") == std::vector<std::string>{"a", "b"});
  CHECK(flow_of(backend, "", 500).lines().size() == 1);
  const std::string word(200, 'w');
  const TextFlow flow = flow_of(backend, word, 100);
  CHECK(flow.lines().size() > 5);
  for (const FlowLine& line : flow.lines()) CHECK(line.width <= 100);
  CHECK(flow_of(backend, "wide", 1).lines().size() == 4);  // narrower than a letter: one letter a line, no endless loop
}

TEST_CASE("a border between characters is found again from its place") {
  const NullBackend backend;
  const TextFlow flow = flow_of(backend, kText, 300, {{find(kText, "14"), false, 4}});
  for (std::uint32_t at = 0; at < kText.size(); ++at) {
    if ((static_cast<unsigned char>(kText[at]) & 0xC0) == 0x80) continue;
    const FlowLine& line = flow.lines()[flow.line_at(at)];
    if (at >= line.ink_end) continue;
    const ImVec2 point{flow.x_from_offset(at) + 0.1F, line.top + 5};
    CHECK(flow.offset_from_point(point) == at);
    CHECK(flow.character_at(point).begin == at);
  }
  CHECK(flow.offset_from_point({-50, -50}) == 0);
  CHECK(flow.offset_from_point({5000, 5000}) == kText.size());
  CHECK(flow.character_at({5000, 5}).empty());
}

TEST_CASE("boxes of a span: one for each line it touches, without the room around a mark") {
  const NullBackend backend;
  const TextFlow flow = flow_of(backend, kText, 300, {{find(kText, "14"), false, 4}});
  const std::vector<Box> value = flow.boxes(find(kText, "14"));
  REQUIRE(value.size() == 1);
  const TextFlow plain = flow_of(backend, kText, 300);
  CHECK(value[0].width() == doctest::Approx(plain.boxes(find(kText, "14"))[0].width()));
  CHECK(flow.boxes({0, static_cast<std::uint32_t>(kText.size())}).size() == flow.lines().size());
  CHECK(flow.boxes({5, 5}).empty());
  const std::vector<Box> two = flow.boxes({0, flow.lines()[1].span.begin + 4});
  REQUIRE(two.size() == 2);
  CHECK(two[1].x0 == 0);
}

TEST_CASE("the strong face is wider and is drawn for its span only") {
  const NullBackend backend;
  const TextFlow strong = flow_of(backend, kText, 5000, {{find(kText, "flooded valley"), true, 0}});
  const TextFlow plain = flow_of(backend, kText, 5000);
  CHECK(strong.width() > plain.width());
  CHECK(strong.x_from_offset(find(kText, "flooded").begin) == plain.x_from_offset(find(kText, "flooded").begin));
}

TEST_CASE("the word around a place") {
  const std::string text = "She won’t “go”, 2,300 été.";
  const auto word = [&](std::string_view part) {
    const TextSpan span = word_around(text, find(text, part).begin);
    return text.substr(span.begin, span.size());
  };
  CHECK(word("on’t") == "won’t");
  CHECK(word("go") == "go");
  CHECK(word("“") == "“");
  CHECK(word("é.") == "été");
  CHECK(word_around(text, 4000).empty());
}

TEST_CASE("a flow is made once for the same text, width and style") {
  NullBackend backend;
  backend.frame([&] {
    const Canvas canvas(*ImGui::GetForegroundDrawList(), light_theme(), backend.fonts(), 1);
    FlowCache cache;
    const TextFlow* first = &cache.get(kText, Type::kReading, 300, canvas);
    CHECK(&cache.get(std::string(kText), Type::kReading, 300, canvas) == first);
    CHECK(&cache.get(kText, Type::kReading, 301, canvas) != first);
    CHECK(&cache.get(kText, Type::kPair, 300, canvas) != first);
    CHECK(&cache.get(kText, Type::kReading, 300, canvas, {{{0, 3}, true, 0}}) != first);
    CHECK(cache.size() == 4);
    for (int i = 0; i < 2000; ++i) {
      cache.get(std::to_string(i), Type::kReading, 300, canvas);
      cache.end_frame();
    }
    CHECK(cache.size() < 600);
  });
}

TEST_CASE("painted lines stand on whole physical rows") {
  for (const float density : {1.0F, 1.5F, 2.0F}) {
    NullBackend backend({400, 200}, density);
    backend.frame([&] {
      ImDrawList* list = ImGui::GetForegroundDrawList();
      const Canvas canvas(*list, light_theme(), backend.fonts(), density);
      const int before = list->VtxBuffer.Size;
      canvas.text(Type::kBody, 10.3F, 7.4F, Tint::kInk, "H");
      REQUIRE(list->VtxBuffer.Size == before + 4);
      const float y = list->VtxBuffer[before].pos.y * density;
      CHECK(y == doctest::Approx(std::round(y)));
    });
  }
}

}  // namespace
}  // namespace newsloupe::ui
