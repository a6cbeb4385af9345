#include "web/ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <string>

#include "web/ui/icons.h"

namespace newsloupe::ui {
namespace {

struct Field {
  const char* name;
  std::size_t offset;
  int floats;
};
#define FIELD(name, floats) \
  Field { #name, offsetof(ImGuiStyle, name), floats }
// Every field of the toolkit's style that is drawn with. The ones our table wants as they come are named below.
const Field kFields[] = {
    FIELD(DisabledAlpha, 1),
    FIELD(WindowPadding, 2),
    FIELD(WindowBorderSize, 1),
    FIELD(WindowBorderHoverPadding, 1),
    FIELD(WindowMinSize, 2),
    FIELD(ChildBorderSize, 1),
    FIELD(PopupRounding, 1),
    FIELD(FramePadding, 2),
    FIELD(FrameRounding, 1),
    FIELD(ItemSpacing, 2),
    FIELD(ItemInnerSpacing, 2),
    FIELD(CellPadding, 2),
    FIELD(IndentSpacing, 1),
    FIELD(ColumnsMinSpacing, 1),
    FIELD(ScrollbarSize, 1),
    FIELD(ScrollbarRounding, 1),
    FIELD(GrabMinSize, 1),
    FIELD(GrabRounding, 1),
    FIELD(TabRounding, 1),
    FIELD(TabBarBorderSize, 1),
    FIELD(TabBarOverlineSize, 1),
    FIELD(TreeLinesSize, 1),
    FIELD(SelectableTextAlign, 2),
    FIELD(SeparatorTextBorderSize, 1),
    FIELD(SeparatorTextPadding, 2),
    FIELD(DisplayWindowPadding, 2),
    FIELD(DisplaySafeAreaPadding, 2),
    FIELD(CurveTessellationTol, 1),
    FIELD(CircleTessellationMaxError, 1),
    FIELD(HoverStationaryDelay, 1),
    FIELD(HoverDelayShort, 1),
    FIELD(HoverDelayNormal, 1),
};
#undef FIELD

TEST_CASE("no measure of the toolkit's style is left as it comes") {
  const ImGuiStyle built_in;
  ImGuiStyle ours;
  apply_style(light_theme(), ours);
  for (const Field& field : kFields) {
    const std::string field_name = field.name;
    CAPTURE(field_name);
    const auto* a = reinterpret_cast<const char*>(&built_in) + field.offset;
    const auto* b = reinterpret_cast<const char*>(&ours) + field.offset;
    CHECK(std::memcmp(a, b, sizeof(float) * static_cast<std::size_t>(field.floats)) != 0);
  }
  CHECK(ours.WindowMenuButtonPosition == ImGuiDir_None);
}

TEST_CASE("no visible colour of the toolkit's style equals one of its three built-in themes") {
  ImGuiStyle built_in[3];
  ImGui::StyleColorsDark(&built_in[0]);
  ImGui::StyleColorsLight(&built_in[1]);
  ImGui::StyleColorsClassic(&built_in[2]);
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    ImGuiStyle ours;
    apply_style(*theme, ours);
    for (int i = 0; i < ImGuiCol_COUNT; ++i) {
      if (ours.Colors[i].w == 0) continue;  // clear: painted by the panels
      const std::string color_name = ImGui::GetStyleColorName(i);
      CAPTURE(color_name);
      for (const ImGuiStyle& other : built_in) {
        CHECK(ImGui::ColorConvertFloat4ToU32(ours.Colors[i]) != ImGui::ColorConvertFloat4ToU32(other.Colors[i]));
      }
    }
  }
}

double luminance(ImU32 color) {
  const auto part = [color](int shift) {
    const double c = static_cast<double>((color >> shift) & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) + 0.0722 * part(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// What a translucent fill looks like on its ground.
ImU32 over(ImU32 fill, ImU32 ground) {
  const double share = static_cast<double>((fill >> IM_COL32_A_SHIFT) & 0xFF) / 255;
  ImU32 out = IM_COL32_A_MASK;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
    const double mixed = static_cast<double>((fill >> shift) & 0xFF) * share +
                         static_cast<double>((ground >> shift) & 0xFF) * (1 - share);
    out |= static_cast<ImU32>(mixed + 0.5) << shift;
  }
  return out;
}

TEST_CASE("text can be read on every ground it stands on") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Tint ground : {Tint::kPaper, Tint::kSurface, Tint::kPlate}) {
      for (const Tint text : {Tint::kInk, Tint::kInk2, Tint::kInk3, Tint::kAgree, Tint::kDiffer, Tint::kOnly}) {
        CHECK(contrast((*theme)[text], (*theme)[ground]) >= 4.5);
      }
      for (const Tint fill : {Tint::kAgreeFill, Tint::kDifferFill, Tint::kOnlyFill, Tint::kSelectFill}) {
        CHECK(contrast((*theme)[Tint::kInk], over((*theme)[fill], (*theme)[ground])) >= 7);
      }
    }
    CHECK(contrast((*theme)[Tint::kOnInverse], (*theme)[Tint::kInverse]) >= 7);
  }
}

TEST_CASE("the chrome has no hue: only the three statuses are coloured") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Tint tint : {Tint::kPaper, Tint::kSurface, Tint::kInk, Tint::kInk2, Tint::kInk3, Tint::kControl,
                            Tint::kLine2, Tint::kLine, Tint::kInverse, Tint::kSelectFill}) {
      const ImU32 c = (*theme)[tint];
      const int parts[] = {static_cast<int>(c & 0xFF), static_cast<int>((c >> 8) & 0xFF),
                           static_cast<int>((c >> 16) & 0xFF)};
      CHECK(*std::max_element(parts, parts + 3) - *std::min_element(parts, parts + 3) <= 20);
    }
  }
}

}  // namespace
}  // namespace newsloupe::ui
