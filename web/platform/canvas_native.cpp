#include <imgui.h>

#include "web/platform/canvas.h"
#include "web/platform/imgui_input.h"
#include "web/platform/page_events.h"

namespace newsloupe::canvas {

bool start() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  configure_input();
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  return true;
}

void begin_frame(float seconds) {
  ImGui::GetIO().DeltaTime = seconds;
  feed_events(platform::waiting_events());
  ImGui::NewFrame();
}

// Textures are accepted and thrown away.
void end_frame() {
  ImGui::Render();
  for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
  report_to_page();
}

void restore() {}

}  // namespace newsloupe::canvas
