#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/reduce.h"
#include "web/app/views.h"

// Everything a person can do by a key or by its name, in one table. The key handler, the palette, the help, tooltips
// and the list of keys that the page keeps from the browser are made from it.
namespace newsloupe {

// The groups of the help, in its order.
enum class ActionGroup : std::uint8_t { kGo, kRows, kReading, kEvidence, kStory, kLook, kHelp, kCount };
std::string_view group_title(ActionGroup group);

struct KeyContext {
  const AppState& state;
  const Views& views;
  const std::vector<Subject>& rows;  // the rows of the screen, in order
  bool typing = false;               // a text field is active
  bool ringed = false;               // a control has the keyboard's ring: Enter presses it
};

enum ActionTrait : std::uint8_t {
  kWhileTyping = 1,   // works in a text field too
  kOverSheets = 2,    // works while a sheet is open
  kByBrowser = 4,     // the browser turns the key into an event of its own (copy, paste): it is not kept from it
  kNotInPalette = 8,  // makes sense only under the fingers
  kForRingToo = 16,   // works while a control has the keyboard's ring
  kOnlyHere = 32,     // kept from the browser only where it applies
};

struct Action {
  std::string_view keys;  // as the platform wants them: "j", "Ctrl+O"; empty for what has no key
  std::string_view name;  // what it does
  std::string_view also;  // other words to find it by
  ActionGroup group = ActionGroup::kGo;
  void (*act)(const KeyContext& context, CommandQueue& commands) = nullptr;
  bool (*applies)(const KeyContext& context) = nullptr;  // null: always
  std::uint8_t traits = 0;                               // ActionTrait
};

std::span<const Action> actions();
bool applies(const Action& action, const KeyContext& context);

// A key as it is shown: "Ctrl Z", "⌘ Z" on a Mac, "→".
std::string shown_keys(std::string_view keys, bool mac);
// "Brief (1)": the key of the action with this name, for tooltips; empty where it has none.
std::string_view keys_of(std::string_view name);

}  // namespace newsloupe
