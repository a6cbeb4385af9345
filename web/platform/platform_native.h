#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "web/platform/page_events.h"
#include "web/platform/platform.h"

// The page as a script: tests push events, run a frame, and read what the interface asked for.
namespace newsloupe::platform {

struct SavedFile {
  std::string name;
  std::string media_type;
  std::vector<std::byte> bytes;
};

struct AddedFile {
  std::string path;
  std::vector<std::byte> bytes;
};

// What was asked for since the last reset. Fields that describe a state (cursor, layer) keep the last value.
struct Script {
  // Set by the test.
  bool test = true;
  bool mac = false;
  std::string today = "2025-06-02";
  std::map<std::string, std::vector<std::byte>, std::less<>> assets;
  std::map<std::string, std::string, std::less<>> settings;
  // Read by the test.
  int frames_wanted = 0;
  float timer_seconds = 0;
  std::string clipboard_text;
  std::string clipboard_html;
  std::vector<FileButton> file_buttons;
  std::vector<Chooser> choosers_opened;
  std::vector<SavedFile> saved;
  std::vector<std::string> links_opened;
  Cursor cursor = Cursor::kArrow;
  std::string title;
  bool dark = false;
  std::optional<Rect> caret;
  std::vector<TextLayer> text_layers;
  std::vector<std::string> announced;
  std::string bound_keys;
  std::vector<std::vector<std::byte>> requests;
  std::vector<AddedFile> added;
  std::vector<Control> controls;
  std::uint32_t focused_control = 0;
  std::vector<PageTask> page_tasks;
  std::string view;
  int cancels = 0;
  bool refuses_settings = false;  // set by the test: nothing is kept
  int requests_made = 0;
};

Script& script();
void reset_script();

}  // namespace newsloupe::platform
