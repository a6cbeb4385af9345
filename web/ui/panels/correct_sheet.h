#pragma once

#include <string>

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct CorrectPanelState {
  Subject subject;         // what the sheet was opened on
  std::string typed;       // in the field
  int picked = -1;         // row of the list that Enter takes; -1: none yet
  std::uint64_t only = 0;  // bit i: rendering i of the quote is left as it is
  bool fresh = true;       // just opened: the field asks for the keyboard
};

// "Wrong? Correct": a name gets another name, type, or is the same as another; a quote another speaker, or is none.
void draw_correct(Ui& ui, const CorrectionView& view, CorrectPanelState& state);

// Every change in words, newest first, the last of which can be taken back.
void draw_changes(Ui& ui, const ChangesView& view);

// The mark of what a person corrected, with its words on hover; gives its width.
float draw_corrected_mark(Ui& ui, std::uint64_t id, float x, float middle_y);

}  // namespace newsloupe::ui
