#include "web/ui/theme.h"

#include <cmath>

namespace newsloupe::ui {
namespace {

// 0xRRGGBB and an opacity in tenths of a percent, so that 5.5 % can be written.
constexpr ImU32 rgb(std::uint32_t value, std::uint32_t permille = 1000) {
  const std::uint32_t alpha = (255 * permille + 500) / 1000;
  return IM_COL32((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF, alpha);
}

struct TintRow {
  Tint tint;
  ImU32 light, dark;
};

constexpr TintRow kTints[] = {
    {Tint::kClear, rgb(0x000000, 0), rgb(0x000000, 0)},
    {Tint::kPaper, rgb(0xFAFAF7), rgb(0x16181D)},
    {Tint::kSurface, rgb(0xFFFFFF), rgb(0x1D2026)},
    {Tint::kSunk, rgb(0xF3F2ED), rgb(0x121418)},
    {Tint::kPlate, rgb(0xF3F2EF), rgb(0x1F2229)},
    {Tint::kInk, rgb(0x1B1C1E), rgb(0xECEDEF)},
    {Tint::kInk2, rgb(0x47494D), rgb(0xC0C4CB)},
    {Tint::kInk3, rgb(0x636466), rgb(0x9AA0A6)},
    {Tint::kControl, rgb(0x85837B), rgb(0x737A86)},
    {Tint::kLine2, rgb(0xC8C5BA), rgb(0x4A505B)},
    {Tint::kLine, rgb(0xE4E2DA), rgb(0x2B2F37)},
    {Tint::kInverse, rgb(0x1B1C1E), rgb(0xECEDEF)},
    {Tint::kOnInverse, rgb(0xFFFFFF), rgb(0x16181D)},
    {Tint::kAgree, rgb(0x004488), rgb(0x76C2FA)},
    {Tint::kDiffer, rgb(0xAA3300), rgb(0xF5873A)},
    {Tint::kOnly, rgb(0x9A2EC4), rgb(0xC966FB)},
    {Tint::kScrim, rgb(0x2C2A24, 300), rgb(0x060709, 580)},
    {Tint::kAgreeFill, rgb(0x004488, 120), rgb(0x76C2FA, 160)},
    {Tint::kDifferFill, rgb(0xBE3900, 150), rgb(0xF1751D, 200)},
    {Tint::kOnlyFill, rgb(0x9A2EC4, 120), rgb(0xC14BFA, 200)},
    {Tint::kSelectFill, rgb(0x1B1C1E, 60), rgb(0xECEDEF, 70)},
    {Tint::kHoverFill, rgb(0x1B1C1E, 30), rgb(0xECEDEF, 40)},
    {Tint::kAgreeBar, rgb(0x004488, 420), rgb(0x76C2FA, 420)},
    {Tint::kSheetLine, rgb(0xC8C5BA), rgb(0x4A505B)},
    {Tint::kAgreeRibbon, rgb(0x004488, 130), rgb(0x76C2FA, 180)},
    {Tint::kDifferRibbon, rgb(0xAA3300, 150), rgb(0xF1751D, 200)},
    {Tint::kSameFact, rgb(0x004488, 55), rgb(0x76C2FA, 100)},
    {Tint::kShadow, rgb(0x000000, 12), rgb(0x000000, 40)},
};
static_assert(std::size(kTints) == static_cast<std::size_t>(Tint::kCount));

constexpr Theme made(bool dark) {
  Theme theme;
  theme.dark = dark;
  for (const TintRow& row : kTints) theme.tints[static_cast<std::size_t>(row.tint)] = dark ? row.dark : row.light;
  return theme;
}

constexpr Theme kLight = made(false), kDark = made(true);

// What more contrast changes.
constexpr TintRow kStronger[] = {
    {Tint::kPaper, rgb(0xFFFFFF), rgb(0x000000)},
    {Tint::kSurface, rgb(0xFFFFFF), rgb(0x0B0C0E)},
    {Tint::kSunk, rgb(0xF0F0F0), rgb(0x000000)},
    {Tint::kPlate, rgb(0xEFEFEF), rgb(0x17191E)},
    {Tint::kInk, rgb(0x000000), rgb(0xFFFFFF)},
    {Tint::kInk2, rgb(0x1A1A1A), rgb(0xEDEDED)},
    {Tint::kInk3, rgb(0x333333), rgb(0xCFCFCF)},
    {Tint::kControl, rgb(0x000000), rgb(0xFFFFFF)},
    {Tint::kLine2, rgb(0x4D4D4D), rgb(0xB8B8B8)},
    {Tint::kLine, rgb(0x808080), rgb(0x808080)},
    {Tint::kInverse, rgb(0x000000), rgb(0xFFFFFF)},
    {Tint::kOnInverse, rgb(0xFFFFFF), rgb(0x000000)},
    {Tint::kAgree, rgb(0x00315F), rgb(0x9AD4FF)},
    {Tint::kDiffer, rgb(0x862800), rgb(0xFFA45C)},
    {Tint::kOnly, rgb(0x6F159A), rgb(0xDE9CFF)},
    {Tint::kSelectFill, rgb(0x000000, 130), rgb(0xFFFFFF, 170)},
    {Tint::kHoverFill, rgb(0x000000, 70), rgb(0xFFFFFF, 90)},
    {Tint::kAgreeBar, rgb(0x00315F), rgb(0x9AD4FF)},
    {Tint::kScrim, rgb(0x000000, 550), rgb(0x000000, 700)},
};

constexpr Theme strengthened(Theme theme) {
  for (const TintRow& row : kStronger) {
    theme.tints[static_cast<std::size_t>(row.tint)] = theme.dark ? row.dark : row.light;
  }
  return theme;
}

constexpr Theme kStrongLight = strengthened(kLight), kStrongDark = strengthened(kDark);

constexpr TypeSpec kTypes[] = {
    {Face::kSerifStrong, 40, 48, 0},    // kDisplay
    {Face::kSerifStrong, 32, 40, 0},    // kHeadline
    {Face::kSerif, 25, 36, 0},          // kStandfirst
    {Face::kSerif, 22, 32, 0},          // kStandfirstLow
    {Face::kSerif, 18, 30, 0},          // kReading
    {Face::kSerif, 17, 24, 0},          // kPair
    {Face::kSerif, 16, 24, 0},          // kEvidence
    {Face::kSansStrong, 20, 28, 0},     // kView
    {Face::kSans, 17, 24, 0},           // kLead
    {Face::kSansStrong, 15, 24, 0},     // kThing
    {Face::kSans, 14, 20, 0},           // kRow
    {Face::kSansStrong, 14, 20, 0},     // kRowStrong
    {Face::kSans, 13, 20, 0},           // kBody
    {Face::kSansStrong, 13, 20, 0},     // kBodyStrong
    {Face::kSans, 12, 16, 0},           // kSmall
    {Face::kSansStrong, 12, 16, 0},     // kSmallStrong
    {Face::kSansStrong, 11, 16, 0.6F},  // kLabel
    {Face::kSansStrong, 11, 16, 0.4F},  // kColumn
    {Face::kSans, 11, 16, 0},           // kMini
    {Face::kSansStrong, 11, 16, 0},     // kMiniStrong
    {Face::kSansStrong, 12, 16, 0},     // kBadge
    {Face::kSans, 18, 28, 0},           // kEntry
    {Face::kSerifStrong, 17, 24, 0},    // kPairStrong
    {Face::kSerif, 18, 24, 0},          // kTitleRow
};
static_assert(std::size(kTypes) == static_cast<std::size_t>(Type::kCount));

void apply_measures(ImGuiStyle& style) {
  style.FontSizeBase = type_spec(Type::kBody).size;
  style.DisabledAlpha = 0.45F;
  style.WindowPadding = style.CellPadding = style.SeparatorTextPadding = ImVec2(0, 0);
  style.CellPadding.y = 8;
  style.WindowRounding = style.ChildRounding = style.TabRounding = 0;
  style.WindowBorderSize = style.ChildBorderSize = style.TabBorderSize = style.TabBarBorderSize = 0;
  style.TabBarOverlineSize = style.SeparatorTextBorderSize = style.TreeLinesSize = style.ImageBorderSize = 0;
  style.WindowBorderHoverPadding = 1;  // the toolkit asks for more than nothing; frame windows cannot be resized anyway
  style.WindowMinSize = ImVec2(1, 1);
  style.WindowTitleAlign = ImVec2(0, 0.5F);
  style.WindowMenuButtonPosition = ImGuiDir_None;
  style.PopupRounding = 10;
  style.PopupBorderSize = 1;
  style.FramePadding = ImVec2(12, 6);
  style.FrameRounding = 8;
  style.FrameBorderSize = 0;
  style.ItemSpacing = ImVec2(8, 8);
  style.ItemInnerSpacing = ImVec2(8, 4);
  style.IndentSpacing = 20;
  style.ColumnsMinSpacing = 8;
  style.ScrollbarSize = 12;
  style.ScrollbarRounding = 6;
  style.GrabMinSize = 32;
  style.GrabRounding = 6;
  style.ButtonTextAlign = ImVec2(0.5F, 0.5F);
  style.SelectableTextAlign = ImVec2(0, 0.5F);
  style.TreeLinesFlags = ImGuiTreeNodeFlags_DrawLinesNone;
  style.DisplayWindowPadding = style.DisplaySafeAreaPadding = ImVec2(8, 8);
  style.AntiAliasedLines = style.AntiAliasedLinesUseTex = style.AntiAliasedFill = true;
  style.CurveTessellationTol = 0.6F;
  style.CircleTessellationMaxError = 0.15F;
  style.HoverStationaryDelay = 0.10F;
  style.HoverDelayShort = style.HoverDelayNormal = 0.35F;
}

}  // namespace

const Theme& light_theme() { return kLight; }

const Theme& dark_theme() { return kDark; }

const Theme& contrast_theme(bool dark) { return dark ? kStrongDark : kStrongLight; }

ImU32 faded(ImU32 color, float share) {
  const auto alpha = static_cast<float>((color >> IM_COL32_A_SHIFT) & 0xFF) * share;
  return (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha + 0.5F) << IM_COL32_A_SHIFT);
}

namespace {

using Types = std::array<TypeSpec, static_cast<std::size_t>(Type::kCount)>;

Types& types() {
  static Types table = std::to_array(kTypes);
  return table;
}

}  // namespace

const TypeSpec& type_spec(Type type) { return types()[static_cast<std::size_t>(type)]; }

void set_article_text(int size) {
  constexpr int kUsual = 18;
  // Rows of lists keep their height, so the largest of them grow by half as much.
  const auto set = [size](Type type, float share) {
    const TypeSpec& usual = kTypes[static_cast<std::size_t>(type)];
    const float factor = 1 + static_cast<float>(size - kUsual) / kUsual * share;
    TypeSpec& spec = types()[static_cast<std::size_t>(type)];
    spec.size = std::round(usual.size * factor);
    spec.line = std::round(usual.line * factor);
  };
  for (const Type type : {Type::kPair, Type::kPairStrong, Type::kEvidence}) set(type, 1);
  for (const Type type : {Type::kStandfirst, Type::kStandfirstLow, Type::kHeadline}) set(type, 0.5F);
}

void apply_style(const Theme& theme, ImGuiStyle& style) {
  apply_measures(style);
  struct Slot {
    ImGuiCol color;
    Tint tint;
    float share;
  };
  // What is not listed is clear: panels paint it themselves.
  constexpr Slot kSlots[] = {
      {ImGuiCol_Text, Tint::kInk, 1},
      {ImGuiCol_TextDisabled, Tint::kInk3, 1},
      {ImGuiCol_PopupBg, Tint::kSurface, 1},
      {ImGuiCol_Border, Tint::kLine2, 1},
      {ImGuiCol_ScrollbarGrab, Tint::kInk, 0.18F},
      {ImGuiCol_ScrollbarGrabHovered, Tint::kInk, 0.32F},
      {ImGuiCol_ScrollbarGrabActive, Tint::kInk, 0.45F},
      {ImGuiCol_CheckMark, Tint::kInk, 1},
      {ImGuiCol_SliderGrab, Tint::kInk, 1},
      {ImGuiCol_SliderGrabActive, Tint::kInk, 1},
      {ImGuiCol_InputTextCursor, Tint::kInk, 1},
      {ImGuiCol_TextSelectedBg, Tint::kInk, 0.18F},
      {ImGuiCol_TextLink, Tint::kInk, 1},
      {ImGuiCol_DragDropTarget, Tint::kInk, 1},
      {ImGuiCol_PlotLines, Tint::kInk, 1},
      {ImGuiCol_PlotLinesHovered, Tint::kInk, 1},
      {ImGuiCol_PlotHistogram, Tint::kInk, 1},
      {ImGuiCol_PlotHistogramHovered, Tint::kInk, 1},
      {ImGuiCol_ModalWindowDimBg, Tint::kScrim, 1},
  };
  for (ImVec4& color : style.Colors) color = ImVec4(0, 0, 0, 0);
  for (const Slot& slot : kSlots) {
    style.Colors[slot.color] = ImGui::ColorConvertU32ToFloat4(faded(theme[slot.tint], slot.share));
  }
}

}  // namespace newsloupe::ui
