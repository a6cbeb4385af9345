#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/reduce.h"
#include "web/app/views.h"

// Keys and what they do, in one table: the handler, the sheet of keys and the list of keys the page keeps from the
// browser are made from it. Single letters work only while nothing is typed.
namespace newsloupe {

struct KeyContext {
  const AppState& state;
  const Views& views;
  const std::vector<Subject>& rows;  // the rows of the screen, in order
  bool typing = false;               // a text field is active
  bool ringed = false;               // a control has the keyboard's ring: Enter presses it
};

struct KeyBinding {
  std::string_view keys;   // as the platform wants them: "j", "Ctrl+O"; several are parted by spaces
  std::string_view shown;  // as the sheet of keys shows them
  std::string_view words;  // what it does
  void (*act)(const KeyContext& context, CommandQueue& commands);
};

std::span<const KeyBinding> key_bindings();

// Appends the commands of a key that went down.
void commands_from_key(const platform::KeyEvent& event, const KeyContext& context, CommandQueue& commands);

// For platform::set_bound_keys.
std::string bound_keys();

}  // namespace newsloupe
