#include "web/ui/runs.h"

#include <cstring>

#include "imgui_internal.h"
#include "web/platform/browser_text.h"
#include "web/ui/hash.h"

namespace newsloupe::ui {
namespace {

constexpr std::uint32_t kWhite = 0xFFFFFF;

platform::BrowserFace face_from(const TypeSpec& spec) {
  return {spec.size, spec.face == Face::kSerif || spec.face == Face::kSerifStrong,
          spec.face == Face::kSansStrong || spec.face == Face::kSerifStrong};
}

Hash hash_of(const TypeSpec& spec, std::string_view text) {
  Hash hash;
  hash.add(text);
  hash.add(static_cast<std::uint64_t>(spec.face));
  hash.add(spec.size);
  return hash;
}

std::uint32_t ink_from(ImU32 color) {
  return (color >> IM_COL32_R_SHIFT & 0xFF) << 16 | (color >> IM_COL32_G_SHIFT & 0xFF) << 8 |
         (color >> IM_COL32_B_SHIFT & 0xFF);
}

}  // namespace

std::optional<float> Runs::width(const TypeSpec& spec, std::string_view text) {
  constexpr std::size_t kKept = 4096;
  const std::uint64_t key = hash_of(spec, text).state();
  const auto found = widths_.find(key);
  if (found != widths_.end()) return found->second;
  const std::optional<float> width = platform::browser_width(face_from(spec), text);
  if (!width) return std::nullopt;
  if (widths_.size() >= kKept) widths_.clear();
  widths_.emplace(key, *width);
  return width;
}

Runs::Picture Runs::make(const TypeSpec& spec, float density, std::string_view text, bool right_to_left,
                         std::uint32_t ink) const {
  Picture made;
  const auto drawn = platform::browser_picture(face_from(spec), density, text, right_to_left, ink);
  if (!drawn || drawn->width == 0) return made;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  // The atlas doubles a few times for one request; a wide line in a small atlas may need more.
  for (int turn = 0; turn < 4 && made.rect == ImFontAtlasRectId_Invalid; ++turn) {
    made.rect = atlas.AddCustomRect(drawn->width, drawn->height);
  }
  if (made.rect == ImFontAtlasRectId_Invalid) return made;
  const ImTextureRect& place = *ImFontAtlasPackGetRect(&atlas, made.rect);
  ImTextureData& texture = *atlas.TexData;
  ImFontAtlasTextureBlockConvert(reinterpret_cast<const unsigned char*>(drawn->pixels.data()), ImTextureFormat_RGBA32,
                                 drawn->width * 4, static_cast<unsigned char*>(texture.GetPixelsAt(place.x, place.y)),
                                 texture.Format, texture.GetPitch(), drawn->width, drawn->height);
  ImFontAtlasTextureBlockQueueUpload(&atlas, &texture, place.x, place.y, place.w, place.h);
  made.corner = {drawn->left, drawn->top};
  made.size = {static_cast<float>(drawn->width) / density, static_cast<float>(drawn->height) / density};
  made.colored = drawn->colored;
  if (made.colored) atlas.TexPixelsUseColors = texture.UseColors = true;
  return made;
}

Runs::Picture& Runs::find(const TypeSpec& spec, float density, std::string_view text, bool right_to_left,
                          std::uint32_t ink) {
  Hash hash = hash_of(spec, text);
  hash.add(density);
  hash.add(std::uint64_t{right_to_left});
  hash.add(std::uint64_t{ink});
  auto found = pictures_.find(hash.state());
  if (found == pictures_.end()) {
    found = pictures_.emplace(hash.state(), make(spec, density, text, right_to_left, ink)).first;
  }
  found->second.last_used = frame_;
  return found->second;
}

bool Runs::draw(ImDrawList& list, const TypeSpec& spec, float density, ImVec2 pen, ImU32 color, std::string_view text,
                bool right_to_left) {
  if (!width(spec, text)) return false;
  const Picture* picture = &find(spec, density, text, right_to_left, kWhite);
  // Emoji keep their colours; the letters beside them cannot be tinted any more, so they are drawn in their ink.
  const bool colored = picture->colored;
  if (colored) picture = &find(spec, density, text, right_to_left, ink_from(color));
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  if (picture->rect == ImFontAtlasRectId_Invalid || !atlas.GetCustomRect(picture->rect, &place)) return true;
  const ImVec2 from{pen.x + picture->corner.x, pen.y + picture->corner.y};
  list.AddImage(atlas.TexRef, from, {from.x + picture->size.x, from.y + picture->size.y}, place.uv0, place.uv1,
                colored ? color | ~IM_COL32_A_MASK : color);
  return true;
}

void Runs::end_frame() {
  constexpr std::size_t kKept = 128;
  constexpr std::uint64_t kFrames = 60;
  ++frame_;
  if (pictures_.size() <= kKept) return;
  for (auto at = pictures_.begin(); at != pictures_.end();) {
    if (frame_ - at->second.last_used <= kFrames) {
      ++at;
      continue;
    }
    ImGui::GetIO().Fonts->RemoveCustomRect(at->second.rect);
    at = pictures_.erase(at);
  }
}

}  // namespace newsloupe::ui
