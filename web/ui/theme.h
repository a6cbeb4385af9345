#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "imgui.h"

// Every colour, size and stroke of the interface, as one table each for light and dark. Nothing in web/ui writes a
// colour by hand. The chrome has no hue: the only hues are agree, differ and only, so a coloured spot is always a
// finding.
namespace newsloupe::ui {

enum class Tint : std::uint8_t {
  kClear,      // nothing
  kPaper,      // the page
  kSurface,    // drawer, sheet, field, button
  kSunk,       // tracks and opened rows
  kPlate,      // the ground under articles of one origin
  kInk,        // text
  kInk2,       // second text, icons
  kInk3,       // meta, "does not say"
  kControl,    // outline of tick boxes, dashed frames
  kLine2,      // outline of buttons and key caps
  kLine,       // hairline
  kInverse,    // ground of badges and primary buttons
  kOnInverse,  // text on kInverse
  kAgree,      // glyphs and underlines of the three statuses
  kDiffer,
  kOnly,
  kScrim,      // behind sheets
  kAgreeFill,  // fills are translucent: they lie on several grounds
  kDifferFill,
  kOnlyFill,
  kSelectFill,
  kHoverFill,
  kAgreeBar,     // agreement where it must stay in the background: paragraph bars, heat strip
  kSheetLine,    // lines of the drop picture
  kAgreeRibbon,  // ribbons between passages in the same words, and those of the drop picture
  kDifferRibbon,
  kSameFact,  // passages that say the same in other words
  kShadow,    // one of the eight steps of a sheet's shadow
  kCount,
};

struct Theme {
  bool dark = false;
  std::array<ImU32, static_cast<std::size_t>(Tint::kCount)> tints{};
  ImU32 operator[](Tint tint) const { return tints[static_cast<std::size_t>(tint)]; }
};

const Theme& light_theme();
const Theme& dark_theme();
// For those who ask for more contrast: black on white or white on black, darker hues, lines that can be seen.
const Theme& contrast_theme(bool dark);

// The same colour at `share` (0 to 1) of its opacity.
ImU32 faded(ImU32 color, float share);

// ---- Type
// ---------------------------------------------------------------------------------------------------------------

enum class Face : std::uint8_t { kSans, kSansStrong, kSerif, kSerifStrong, kCount };

enum class Type : std::uint8_t {
  kDisplay,        // empty state
  kHeadline,       // article title in Read
  kStandfirst,     // first sentence of the Brief
  kStandfirstLow,  // the same in a low window
  kReading,        // Read
  kPair,           // lists of quotes
  kEvidence,       // verbatim sentences in the drawer
  kView,           // title of a view, of a sheet, of the selected thing
  kLead,           // the line under the display line
  kThing,          // story name, name of the product
  kRow,            // rows, value cells, large buttons
  kRowStrong,
  kBody,
  kBodyStrong,
  kSmall,  // marginalia, legends, status bar
  kSmallStrong,
  kLabel,   // capitals, spaced
  kColumn,  // column heads: lower case, spaced
  kMini,    // letters in small badges, key caps, words of the rail
  kMiniStrong,
  kBadge,       // letter in a badge of 24
  kEntry,       // text being typed in the palette
  kPairStrong,  // what was found, in lines of Search
  kTitleRow,    // titles of articles in rows
  kCount,
};

struct TypeSpec {
  Face face = Face::kSans;
  float size = 13;     // em, CSS pixels; a whole number
  float line = 20;     // line height
  float tracking = 0;  // space added after each letter
};

const TypeSpec& type_spec(Type type);
// Sets what articles say in another size on all screens: `size` is that of kReading, 18 where nothing was chosen.
void set_article_text(int size);

// ---- Measures
// -----------------------------------------------------------------------------------------------------------

namespace measure {
inline constexpr float kAppBar = 56, kRail = 72, kRailNarrow = 48, kDrawer = 360, kDrawerNarrow = 320, kStatusBar = 28;
inline constexpr float kBottomSheet = 280;  // the drawer under kBottomSheetBelow
inline constexpr float kPage = 40;          // page padding
inline constexpr float kStrip = 12;         // heat strip
inline constexpr float kStandfirstWidth = 880, kReadingWidth = 584, kMarginaliaWidth = 184;
inline constexpr float kLowWindow = 840, kNarrowWindow = 1280, kRailNarrowBelow = 1280, kBottomSheetBelow = 1100;
}  // namespace measure

// Sets every field and colour of the toolkit's own style, so that nothing shows the toolkit's default look.
void apply_style(const Theme& theme, ImGuiStyle& style);

}  // namespace newsloupe::ui
