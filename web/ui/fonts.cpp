#include "web/ui/fonts.h"

#include <cmath>
#include <cstdint>
#include <optional>

#include "imgui_internal.h"
#include "web/platform/browser_text.h"
#include "web/ui/scripts.h"

namespace newsloupe::ui {
namespace {

// Big-endian reads that answer 0 outside the file.
class FontFile {
 public:
  explicit FontFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint32_t u16(std::size_t at) const { return at + 2 <= bytes_.size() ? (byte(at) << 8) | byte(at + 1) : 0; }
  std::uint32_t u32(std::size_t at) const { return (u16(at) << 16) | u16(at + 2); }
  float i16(std::size_t at) const { return static_cast<float>(static_cast<std::int16_t>(u16(at))); }

  std::optional<std::size_t> table(std::string_view tag) const {
    for (std::size_t i = 0; i < u16(4); ++i) {
      const std::size_t entry = 12 + 16 * i;
      if (entry + 16 > bytes_.size()) return std::nullopt;
      const std::string_view name(reinterpret_cast<const char*>(bytes_.data() + entry), 4);
      if (name == tag) return u32(entry + 8);
    }
    return std::nullopt;
  }

 private:
  std::uint32_t byte(std::size_t at) const { return std::to_integer<std::uint32_t>(bytes_[at]); }
  std::span<const std::byte> bytes_;
};

// ---- Characters from the browser: a font source without data, asked after the embedded face

platform::BrowserFace browser_face(const ImFontConfig& source, const ImFontBaked& baked) {
  const auto face = static_cast<Face>(source.FontNo);
  return {baked.Size, face == Face::kSerif || face == Face::kSerifStrong,
          face == Face::kSansStrong || face == Face::kSerifStrong};
}

bool load_browser_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                        ImFontGlyph* glyph, float* advance) {
  char text[5] = {};
  ImTextCharToUtf8(text, character);
  const platform::BrowserFace face = browser_face(*source, *baked);
  if (advance != nullptr) {
    const std::optional<float> width = platform::browser_width(face, text);
    if (width) *advance = *width;
    return width.has_value();
  }
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const auto picture = platform::browser_picture(face, density, text, false);
  if (!picture) return false;
  glyph->Codepoint = character & 0x3FFFFFFU;  // as wide as the field
  glyph->AdvanceX = picture->advance;
  if (picture->width == 0) return true;
  glyph->PackId = ImFontAtlasPackAddRect(atlas, picture->width, picture->height);
  if (glyph->PackId == ImFontAtlasRectId_Invalid) return false;
  glyph->X0 = picture->left, glyph->X1 = picture->left + static_cast<float>(picture->width) / density;
  glyph->Y0 = picture->top + IM_ROUND(baked->Ascent);
  glyph->Y1 = glyph->Y0 + static_cast<float>(picture->height) / density;
  glyph->Visible = true;
  glyph->Colored = picture->colored;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, glyph->PackId),
                                     reinterpret_cast<const unsigned char*>(picture->pixels.data()),
                                     ImTextureFormat_RGBA32, picture->width * 4);
  return true;
}

const ImFontLoader& browser_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontBakedLoadGlyph = load_browser_glyph;
    return made;
  }();
  return loader;
}

void add_browser_source(ImFontAtlas& atlas, std::size_t face) {
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = &browser_loader();
  config.FontNo = static_cast<ImU32>(face);
  config.SizePixels = -type_spec(Type::kBody).size;
  config.GlyphMaxAdvanceX = -10000;  // as below
  atlas.AddFont(&config);
}

}  // namespace

FaceMetrics read_face_metrics(std::span<const std::byte> file) {
  const FontFile font(file);
  const auto head = font.table("head"), hhea = font.table("hhea"), os2 = font.table("OS/2");
  if (!head || !hhea || !os2 || font.u16(*head + 18) == 0) return {};
  const auto em = static_cast<float>(font.u16(*head + 18));
  FaceMetrics metrics;
  metrics.ascent = font.i16(*hhea + 4) / em;
  metrics.descent = -font.i16(*hhea + 6) / em;
  const bool has_heights = font.u16(*os2) >= 2;  // sxHeight and sCapHeight came with version 2
  metrics.x_height = has_heights ? font.i16(*os2 + 86) / em : 0.5F;
  metrics.cap_height = has_heights ? font.i16(*os2 + 88) / em : 0.7F;
  return metrics;
}

void Fonts::load(ImFontAtlas& atlas, const std::array<std::span<const std::byte>, 4>& files) {
  atlas.TexMinWidth = 2048;  // a line of the reader at density 2, so that the atlas need not grow for it
  atlas.TexMinHeight = 256;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const FaceMetrics metrics = read_face_metrics(files[i]);
    if (metrics.ascent > 0) {
      ImFontConfig config;
      config.FontDataOwnedByAtlas = false;
      config.SizePixels = -type_spec(Type::kBody).size;       // negative: sizes mean the em, as in CSS
      config.GlyphMaxAdvanceX = -10000;                       // the toolkit multiplies by size / SizePixels: no limit
      auto* bytes = const_cast<std::byte*>(files[i].data());  // the atlas reads only
      fonts_[i] = atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(files[i].size()), 0, &config);
      metrics_[i] = metrics;
      add_browser_source(atlas, i);
    } else if (i > 0) {
      fonts_[i] = fonts_[i - 1], metrics_[i] = metrics_[i - 1];
    } else {
      fonts_[i] = atlas.AddFontDefault(), metrics_[i] = {0.8F, 0.2F, 0.7F, 0.5F};
    }
  }
}

float Fonts::width(const TypeSpec& spec, std::string_view text, float density) const {
  if (needs_shaping(text)) {
    if (const std::optional<float> width = runs_.width(spec, text)) return *width;
  }
  ImFontBaked* baked = font(spec.face)->GetFontBaked(spec.size, density);
  float width = 0;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    unsigned int code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    width += baked->GetCharAdvance(static_cast<ImWchar>(code_point)) + spec.tracking;
  }
  return width;
}

float Fonts::baseline(const TypeSpec& spec) const {
  const FaceMetrics& face = metrics(spec.face);
  const float ascent = std::round(face.ascent * spec.size), descent = std::round(face.descent * spec.size);
  return std::floor((spec.line - ascent - descent) / 2) + ascent;
}

}  // namespace newsloupe::ui
