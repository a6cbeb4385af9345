#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "web/app/keys.h"
#include "web/app/reduce.h"
#include "web/app/view_requests.h"
#include "web/app/views.h"
#include "web/ui/workspace.h"

namespace newsloupe {

// The interface: one frame at a time. Facts come from the worker as views; what the person chose is in AppState and
// changes in `reduce` alone; panel states may be lost; geometry is in the flow cache.
class App {
 public:
  // Loads the faces from the platform's assets. The toolkit's context must exist.
  App();

  // Takes what happened, applies the commands of the frame before, draws.
  void frame();

  const AppState& state() const { return state_; }
  const Views& views() const { return views_; }

 private:
  void take(const platform::Event& event);
  void take_answer(const std::vector<std::byte>& bytes);
  void take_views_into_state();
  void take_import_into_state();
  void read_when_open();
  void perform(const Effect& effect);
  void keep(const std::string& name, const std::string& value);
  void forget();
  void send(const Request& request, platform::Durability durability);
  void draw();
  void say(const std::string& words);  // to eyes and ears
  void report(const ui::FrameReport& report);
  void report_text(const ui::FrameReport& report);
  void say_change();
  void file_failed(const std::string& path, const std::string& reason);
  void take_control(const platform::ControlEvent& event);
  std::uint32_t focused_control() const;
  void take_key(const platform::KeyEvent& event);
  void keep_ring_under_sheets();
  KeyContext key_context(const std::vector<Subject>& rows) const;
  bool dark() const;

  AppState state_;
  Views views_;
  ViewRequests requests_;
  CommandQueue inbox_;
  KeyState keys_;
  ui::PanelStates panels_;
  ui::Fonts fonts_;
  ui::FlowCache flows_;
  ui::Access access_;
  std::string announced_, undo_before_;
  std::uint32_t changes_before_ = 0;
  std::uint32_t passages_told_ = 0;  // of Compare
  bool says_change_ = false;         // the person changed something and no line has said so
  std::vector<ImGuiID> scrolling_;   // what scrolls under each text layer
  int dragged_ = 0;
  bool system_dark_ = false, system_contrast_ = false, reduced_motion_ = false;
  const ui::Theme* styled_ = nullptr;
  bool first_row_chosen_ = false, follow_selection_ = false;
  bool import_open_ = false, sheet_open_ = false;
  std::uint32_t ring_before_sheet_ = 0;  // the control that had the ring before a sheet opened
  bool started_in_library_ = false;
  std::string scope_;                      // of the set shown last
  std::uint32_t import_files_before_ = 0;  // files of the set when the import sheet opened
  std::size_t unread_before_ = 0;
};

}  // namespace newsloupe
