#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/wire/requests.h"
#include "web/app/command.h"
#include "web/app/library.h"
#include "web/app/settings.h"
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
  // A place that was shown before.
  struct Visited {
    Screen screen = Screen::kBrief;
    std::uint32_t article = 0;
    TextSpan reveal;
  };
  ViewState view;
  Settings settings;
  Sheet sheet = Sheet::kNone;
  Toast toast;
  SearchQuery search;
  std::uint32_t search_hit = 0;          // the one that Enter opens
  std::uint32_t search_opened = 0;       // how often the box was asked for
  std::string palette;                   // what is typed in it
  std::vector<std::string_view> recent;  // names of actions, the newest first
  std::vector<Visited> back;             // the newest at the end
  LibraryChoice library;
  std::uint32_t passage = 0;        // the row of Compare shown last, from 1; 0: none
  std::uint32_t passage_asked = 0;  // how often one was asked for
  std::string saved;                // "Not saved (Ctrl+S)", "Saved as …"; empty for an empty set
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
struct ForgetKept {};
struct AskPage {
  platform::PageTask task = platform::PageTask::kTextView;
};
struct MoveFocus {};  // to the next region
using Effect = std::variant<SendRequest, OpenChooser, AddTextFile, CancelFiles, WriteClipboard, KeepSetting, ForgetKept,
                            MoveFocus, StartTimer, AskPage>;

// Applies one command. The only place where AppState changes; does nothing else.
std::vector<Effect> reduce(AppState& state, const Command& command);

}  // namespace newsloupe
