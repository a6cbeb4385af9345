#pragma once

#include "core/present/view_state.h"
#include "web/app/command.h"
#include "web/app/settings.h"
#include "web/ui/canvas.h"
#include "web/ui/text_flow.h"

namespace newsloupe::ui {

// One line of painted article text, for the transparent text layer over the canvas.
struct LayerLine {
  Box box;
  TypeSpec type;
  bool ends_paragraph = false;
  std::string_view text;  // of a view that lives through the frame
};

// What a frame reports to the page beside its picture.
struct FrameReport {
  std::vector<LayerLine> text_lines;  // selectable text, relative to text_origin
  ImVec2 text_origin;                 // moves with the scrolling
  Box text_clip;
  struct Door {  // a button that opens a file chooser
    Box box;
    bool folder = false;
  };
  std::vector<Door> doors;
  bool wants_frames = false;  // something moves
};

// What every drawing function needs: where to draw, what was chosen, where commands go. Made anew each frame; a child
// region changes the canvas and puts it back.
struct Ui {
  Canvas canvas;
  FlowCache& flows;
  const ViewState& state;
  CommandQueue& commands;
  FrameReport& report;
  bool reduced_motion = false;
  Settings settings = {};
};

}  // namespace newsloupe::ui
