#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/wire/requests.h"
#include "web/app/command.h"
#include "web/platform/platform.h"

namespace newsloupe {

// The line that says what was done; no words: none is shown.
struct Toast {
  std::string words;
  ToastAction action = ToastAction::kNone;
  std::uint32_t number = 0;  // another one for each toast, even of the same words
};

// What a person chose, and what lies over the screen (never saved).
struct AppState {
  ViewState view;
  Sheet sheet = Sheet::kNone;
  Toast toast;
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
struct StartTimer {
  float seconds = 0;
};
using Effect =
    std::variant<SendRequest, OpenChooser, AddTextFile, CancelFiles, WriteClipboard, KeepSetting, StartTimer>;

// Applies one command. The only place where AppState changes; does nothing else.
std::vector<Effect> reduce(AppState& state, const Command& command);

// Settings as they are kept between visits, and back; an unknown word gives the system's choice.
std::string_view word_from(ThemeChoice theme);
ThemeChoice theme_from_word(std::string_view word);

}  // namespace newsloupe
