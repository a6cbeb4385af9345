#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/wire/requests.h"
#include "web/app/command.h"
#include "web/platform/platform.h"

namespace newsloupe {

// What a person chose, and the sheet that is open (never saved).
struct AppState {
  ViewState view;
  Sheet sheet = Sheet::kNone;
};

// What a command asks of the world outside the state.
struct SendRequest {
  Request request;
  platform::Durability durability = platform::Durability::kOnce;
};
struct OpenChooser {
  platform::Chooser chooser = platform::Chooser::kFiles;
};
struct AddTextFile {
  std::string name, text;
};
struct CancelFiles {};
struct WriteClipboard {
  std::string text;
};
struct KeepSetting {
  std::string name, value;
};
using Effect = std::variant<SendRequest, OpenChooser, AddTextFile, CancelFiles, WriteClipboard, KeepSetting>;

// Applies one command. The only place where AppState changes; does nothing else.
std::vector<Effect> reduce(AppState& state, const Command& command);

// Settings as they are kept between visits, and back; an unknown word gives the system's choice.
std::string_view word_from(ThemeChoice theme);
ThemeChoice theme_from_word(std::string_view word);

}  // namespace newsloupe
