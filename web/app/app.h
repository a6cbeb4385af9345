#pragma once

namespace newsloupe {

// The interface: one frame at a time.
class App {
 public:
  void frame();
};

}  // namespace newsloupe
