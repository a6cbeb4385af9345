#include "web/app/app.h"

#include <imgui.h>

#include "web/platform/platform.h"

namespace newsloupe {

void App::frame() {
  platform::take_events();
  ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, IM_COL32(250, 250, 247, 255));
  ImGui::GetBackgroundDrawList()->AddText({40, 40}, IM_COL32(27, 28, 30, 255), "Newsloupe");
}

}  // namespace newsloupe
