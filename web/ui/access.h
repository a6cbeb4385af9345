#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "web/platform/platform.h"
#include "web/ui/box.h"

// What a screen reader is told of a frame: every control with role, name and state, and the words that are only
// painted, in the order of the keyboard. The bridge makes a hidden element of each; operating it operates the control.
//
// Controls report themselves (widgets.h), so this sees no toolkit item that has no name. The toolkit's own test hooks
// would report labels and ticks alone, without roles, rows, values or what is painted by hand.
namespace newsloupe::ui {

enum class Role : std::uint8_t {
  kButton,
  kLink,
  kCheckbox,
  kRadio,
  kTextbox,
  kRow,     // of a grid: holds cells
  kOption,  // of a list box
  kCell,
  kRowHeader,
  kText,  // painted words
  kHeading,
  // Things that hold others
  kBanner,
  kNavigation,
  kMain,
  kComplementary,
  kContentinfo,
  kDialog,
  kGroup,
  kGrid,
  kListbox,
  kRadiogroup,
  kCount,
};

// What is said of a control beside its name.
struct Said {
  Role role = Role::kButton;
  std::optional<bool> checked = {}, expanded = {}, selected = {};
  bool disabled = false;
  std::string value = {};  // of a text box
};

class Access {
 public:
  // The one that the frame reports to; null in a frame that nobody listens to.
  static Access* current() { return static_cast<Access*>(ImGui::GetIO().UserData); }

  void begin_frame();
  // Forgets what was asked for and not found.
  void end_frame();

  // ---- While drawing

  // Of the control that comes next.
  void next(Said said) { next_ = std::move(said); }
  struct Asked {
    bool press = false, focus = false;
  };
  // A control of the toolkit; gives what was asked of it from outside. Not recorded where it is `silent`.
  Asked control(ImGuiID id, std::string_view name, Box box, bool silent = false);
  void open(Role role, std::string_view name, Box box);
  void descend() { ++depth_; }
  void close();
  void text(Role role, std::string_view words, Box box);

  // ---- From outside

  void press(std::uint32_t id) { press_ = id; }
  void focus(std::uint32_t id) { focus_ = id; }
  // The first control of the region after the one that has `focused`: rail, screen, evidence, and round again.
  std::uint32_t next_region(std::uint32_t focused) const;
  // The row that is selected, 0 for none.
  std::uint32_t selected_row() const;
  bool is_selected_row(std::uint32_t id) const { return id != 0 && id == selected_row(); }
  // While a dialog is open nothing else can be reached.
  std::vector<platform::Control> controls() const;

 private:
  void add(Role role, std::uint32_t id, std::string_view name, Box box);

  std::vector<platform::Control> list_;
  std::vector<Role> roles_;  // parallel to list_
  Said next_;
  std::uint32_t press_ = 0, focus_ = 0;
  std::uint8_t depth_ = 0;
};

// A region of the frame, as long as it lives; works without anybody listening.
class AccessRegion {
 public:
  AccessRegion(Role role, std::string_view name, Box box) : access_(Access::current()) {
    if (access_ != nullptr) access_->open(role, name, box);
  }
  ~AccessRegion() {
    if (access_ != nullptr) access_->close();
  }
  AccessRegion(const AccessRegion&) = delete;
  AccessRegion& operator=(const AccessRegion&) = delete;

 private:
  Access* access_;
};

// What is told while it lives lies in the control told last: the cells of a row.
class AccessInside {
 public:
  AccessInside() : access_(Access::current()) {
    if (access_ != nullptr) access_->descend();
  }
  ~AccessInside() {
    if (access_ != nullptr) access_->close();
  }
  AccessInside(const AccessInside&) = delete;
  AccessInside& operator=(const AccessInside&) = delete;

 private:
  Access* access_;
};

void access_next(Said said);
void access_text(Role role, std::string_view words, Box box);

}  // namespace newsloupe::ui
