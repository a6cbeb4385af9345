#include "tests/ui/null_backend.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>

namespace newsloupe::test {
namespace {

constexpr std::array<const char*, 4> kFiles = {"inter-regular.otf", "inter-semibold.otf", "source-serif-regular.ttf",
                                               "source-serif-semibold.ttf"};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void answer_texture_requests() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

NullBackend::NullBackend(ImVec2 size, float density) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = size;
  io.DisplayFramebufferScale = {density, density};
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.ConfigInputTextCursorBlink = false;
  std::array<std::span<const std::byte>, 4> spans;
  for (const char* name : kFiles) files_.push_back(read_file(std::string(NEWSLOUPE_FONT_DIR "/") + name));
  for (std::size_t i = 0; i < files_.size(); ++i) spans[i] = std::as_bytes(std::span(files_[i]));
  fonts_.load(*io.Fonts, spans);
  ui::apply_style(ui::light_theme(), ImGui::GetStyle());
}

NullBackend::~NullBackend() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context_);
}

void NullBackend::frame(const std::function<void()>& draw) {
  ImGui::GetIO().DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  answer_texture_requests();
}

void NullBackend::move(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
void NullBackend::press(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }
void NullBackend::wheel(float notches) { ImGui::GetIO().AddMouseWheelEvent(0, notches); }

void NullBackend::key(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
}

void NullBackend::type(const char* text) { ImGui::GetIO().AddInputCharactersUTF8(text); }

void NullBackend::click(float x, float y, const std::function<void()>& draw) {
  move(x, y);
  frame(draw);
  press(true);
  frame(draw);
  press(false);
  frame(draw);
}

Picture NullBackend::picture(std::uint32_t background) const { return rasterise(*ImGui::GetDrawData(), background); }

bool shots_wanted() { return std::getenv("NEWSLOUPE_SHOTS") != nullptr; }

void write_shot(const std::string& name, const Picture& picture) {
  const char* folder = std::getenv("NEWSLOUPE_SHOTS");
  if (folder == nullptr) return;
  std::ofstream(std::string(folder) + "/" + name + ".png", std::ios::binary) << png_from(picture);
}

}  // namespace newsloupe::test
