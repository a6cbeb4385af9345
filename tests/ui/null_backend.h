#pragma once

#include <functional>
#include <string>

#include "imgui.h"
#include "tests/ui/raster.h"
#include "web/ui/fonts.h"

// The toolkit without a window: a context, the four faces, frames of a fixed length, events put in by hand.
namespace newsloupe::test {

class NullBackend {
 public:
  explicit NullBackend(ImVec2 size = {1440, 900}, float density = 1);
  ~NullBackend();
  NullBackend(const NullBackend&) = delete;
  NullBackend& operator=(const NullBackend&) = delete;

  const ui::Fonts& fonts() const { return fonts_; }

  // One frame; `draw` is called between NewFrame and Render.
  void frame(const std::function<void()>& draw);
  void move(float x, float y);
  void press(bool down);
  void wheel(float notches);
  void key(ImGuiKey key);  // down and up
  void type(const char* text);
  // Moves there, presses and lets go, with a frame for each.
  void click(float x, float y, const std::function<void()>& draw);

  Picture picture(std::uint32_t background) const;

 private:
  ui::Fonts fonts_;
  std::vector<std::string> files_;
  ImGuiContext* context_ = nullptr;
};

// Writes a picture to $NEWSLOUPE_SHOTS/<name>.png; does nothing where the variable is not set.
bool shots_wanted();
void write_shot(const std::string& name, const Picture& picture);

}  // namespace newsloupe::test
