#pragma once

#include <string>

#include "web/app/actions.h"

// From a key to the action it is bound to. Single letters work only while nothing is typed, and can be switched off.
namespace newsloupe {

// What an earlier key left behind.
struct KeyState {
  bool go = false;  // "g" went down: the next letter is an article
};

// Appends the commands of a key that went down.
void commands_from_key(const platform::KeyEvent& event, const KeyContext& context, KeyState& keys,
                       CommandQueue& commands);

// For platform::set_bound_keys: what is kept from the browser now.
std::string bound_keys(const KeyContext& context);

}  // namespace newsloupe
