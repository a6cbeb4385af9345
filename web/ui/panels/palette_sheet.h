#pragma once

#include <string>

#include "web/app/actions.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct PaletteState {
  std::size_t chosen = 0;
  std::string typed;  // what `chosen` belongs to
  bool open = false;
};

// S13: commands, screens, people, facts, events, articles and settings in one list, by a few letters of their name. It
// opens over the work and leaves it as it was.
void draw_palette(Ui& ui, const KeyContext& context, PaletteState& state);

}  // namespace newsloupe::ui
