#include "web/app/app.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/present/counted.h"
#include "core/wire/view_text.h"
#include "imgui_internal.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLargestBrief = 12;  // with more articles the Library comes first

platform::Rect rect_from(const ui::Box& box) { return {box.x0, box.y0, box.width(), box.height()}; }

bool is_change(const Command& command) {
  return std::holds_alternative<Correct>(command) || std::holds_alternative<SwitchArticle>(command) ||
         std::holds_alternative<Undo>(command) || std::holds_alternative<Redo>(command);
}

}  // namespace

App::App() {
  constexpr std::array kFaces = {"inter-regular.otf", "inter-semibold.otf", "source-serif-regular.ttf",
                                 "source-serif-semibold.ttf"};
  std::array<std::span<const std::byte>, 4> files;
  for (std::size_t i = 0; i < kFaces.size(); ++i) files[i] = platform::asset(kFaces[i]);
  fonts_.load(*ImGui::GetIO().Fonts, files);
  ImGuiIO& io = ImGui::GetIO();
  io.UserData = &access_;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavEscapeClearFocusItem = true;
  for (const std::string_view name : setting_names()) {
    apply_setting(state_.settings, state_.view, name, platform::setting(name));
  }
  reduced_motion_ = platform::test_mode();
  const std::span<const std::byte> licences = platform::asset("third_party_licences.txt");
  panels_.about.licences = {reinterpret_cast<const char*>(licences.data()), licences.size()};
}

void App::frame() {
  for (const platform::Event& event : platform::take_events()) {
    take(event);
    take_views_into_state();
  }
  take_views_into_state();
  for (const Command& command : std::exchange(inbox_, {})) {
    says_change_ = says_change_ || is_change(command);
    if (const auto* correct = std::get_if<Correct>(&command)) {
      keep_heads_open(state_.library, correct->change, views_.library, views_.matches);
    }
    if (const auto* expand = std::get_if<ExpandStory>(&command); expand != nullptr && !expand->expanded) {
      forget_other_names(state_.library, expand->story, views_.library);
    }
    for (const Effect& effect : reduce(state_, command)) perform(effect);
  }
  if (state_.library.wish && requests_.current(views_.matches.revision) &&
      views_.matches.filter == state_.library.filter) {
    grant_wish(state_.library, views_.matches);
  }
  if (std::exchange(passages_told_, state_.passage_asked) != state_.passage_asked) {
    platform::announce(ui::compare_told(views_.compare, state_));
  }
  for (const AskView& question : requests_.wanted(state_, views_, panels_.lists))
    send(question, platform::Durability::kOnce);
  draw();
  flows_.end_frame();
  fonts_.end_frame();
  if (!inbox_.empty()) platform::request_frames(2);
}

void App::take(const platform::Event& event) {
  if (const auto* key = std::get_if<platform::KeyEvent>(&event)) {
    take_key(*key);
  } else if (const auto* control = std::get_if<platform::ControlEvent>(&event)) {
    take_control(*control);
  } else if (const auto* look = std::get_if<platform::AppearanceEvent>(&event)) {
    system_dark_ = look->dark;
    system_contrast_ = look->more_contrast;
    reduced_motion_ = look->reduced_motion || platform::test_mode();
  } else if (const auto* drag = std::get_if<platform::DragEvent>(&event)) {
    dragged_ = drag->count;
  } else if (std::holds_alternative<platform::FilesEvent>(event)) {
    dragged_ = 0;
    reduce(state_, ShowSheet{Sheet::kImport});
  } else if (const auto* progress = std::get_if<platform::FileProgressEvent>(&event)) {
    views_.files = {progress->done, progress->accepted};
  } else if (const auto* failed = std::get_if<platform::FileFailedEvent>(&event)) {
    file_failed(failed->path, failed->reason);
  } else if (const auto* lost = std::get_if<platform::WorkerLostEvent>(&event)) {
    requests_.forget();
    if (!lost->path.empty()) file_failed(lost->path, "Reading this file stopped the analysis; it is left out.");
  } else if (std::holds_alternative<platform::TimerEvent>(event)) {
    constexpr float kAgain = 2;  // while somebody is about to press it
    if (panels_.toast.held) {
      platform::start_timer(kAgain);
    } else {
      reduce(state_, HideToast{});
    }
  } else if (const auto* notice = std::get_if<platform::NoticeEvent>(&event)) {
    say(notice->words);
  } else if (const auto* scrolled = std::get_if<platform::TextScrollEvent>(&event)) {
    if (scrolled->layer < scrolling_.size()) ui::scroll_text_area(scrolling_[scrolled->layer], scrolled->by);
  } else if (const auto* opened = std::get_if<platform::ViewEvent>(&event)) {
    ViewState view = state_.view;
    if (read_view(opened->text, view)) inbox_.emplace_back(RestoreView{view});
    first_row_chosen_ = true;
  } else if (const auto* saved = std::get_if<platform::SavedEvent>(&event)) {
    state_.saved = saved->words;
  } else if (const auto* answer = std::get_if<platform::WorkerEvent>(&event)) {
    take_answer(answer->bytes);
  }
}

KeyContext App::key_context(const std::vector<Subject>& rows) const {
  return {state_, views_, rows, ImGui::GetIO().WantTextInput,
          ImGui::GetIO().NavVisible && !access_.is_selected_row(focused_control())};
}

void App::take_key(const platform::KeyEvent& event) {
  const std::vector<Subject> rows = ui::rows_on_screen(state_.view, views_, panels_);
  const std::size_t before = inbox_.size();
  commands_from_key(event, key_context(rows), keys_, inbox_);
  // The ring goes with the selection, and so does what a screen reader says.
  const bool walks = event.key != platform::Key::kEnter && ImGui::GetIO().NavVisible;
  for (std::size_t i = before; i < inbox_.size(); ++i) {
    if (const auto* select = std::get_if<Select>(&inbox_[i])) follow_selection_ = walks && select->subject.valid();
  }
  // The toolkit answers an arrow with a ring of its own somewhere: it belongs to the row that the arrow opened or
  // closed.
  const bool arrow = event.key == platform::Key::kLeft || event.key == platform::Key::kRight;
  if (arrow && inbox_.size() > before) follow_selection_ = follow_selection_ || access_.selected_row() != 0;
}

void App::take_control(const platform::ControlEvent& event) {
  if (event.action == platform::ControlAction::kPress) {
    access_.press(event.id);
  } else {
    access_.focus(event.id);
  }
  platform::request_frames(4);  // the toolkit moves its ring in the frame after
}

// What is typed in, or what has the keyboard's ring.
std::uint32_t App::focused_control() const {
  const ImGuiContext& toolkit = *ImGui::GetCurrentContext();
  if (ImGui::GetIO().WantTextInput && toolkit.ActiveId != 0) return toolkit.ActiveId;
  return ImGui::GetIO().NavVisible ? toolkit.NavId : 0;
}

void App::file_failed(const std::string& path, const std::string& reason) {
  ImportRow row;
  row.name = row.id = path;
  row.state = ImportState::kFailed;
  row.messages = {reason};
  views_.unread.push_back(std::move(row));
  inbox_.emplace_back(ShowSheet{Sheet::kImport});
}

void App::take_answer(const std::vector<std::byte>& bytes) {
  Result<Response> response =
      decode_response(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  if (!response.ok()) return;
  if (const auto* changed = std::get_if<Changed>(&response.value())) {
    requests_.session_changed(changed->revision);
  } else if (auto* view = std::get_if<ViewReady>(&response.value())) {
    requests_.answered(take_view(std::move(*view), views_));
  } else if (const auto* failed = std::get_if<Failed>(&response.value())) {
    platform::announce(failed->message);
  }
}

void App::take_views_into_state() {
  const SetView& set = views_.set;
  if (set.live != announced_) {
    announced_ = set.live;
    platform::announce(announced_);
  }
  say_change();
  take_import_into_state();
  if (set.total_articles > kLargestBrief && !started_in_library_) {
    started_in_library_ = true;
    if (state_.view.screen == Screen::kBrief) inbox_.emplace_back(StartInLibrary{});
  }
  read_when_open();
  if (std::exchange(scope_, set.scope) != set.scope) first_row_chosen_ = false;
  if (first_row_chosen_ || views_.brief.bands.empty() || set.comparing) return;
  if (!requests_.current(views_.brief.revision)) return;  // it may speak of another story
  for (const BriefBand& band : views_.brief.bands) {
    if (band.rows.empty() || !band.rows.front().subject.valid()) continue;
    if (!state_.view.selected.valid()) inbox_.emplace_back(Select{band.rows.front().subject});
    first_row_chosen_ = true;
    return;
  }
}

// The sheet closes by itself when files came since it opened, every one is read, and none needs a person.
void App::take_import_into_state() {
  const bool open = state_.sheet == Sheet::kImport;
  const ImportView& import = views_.import;
  if (open && !std::exchange(import_open_, open)) {
    import_files_before_ = std::max(import.files, views_.set.files_total);
    unread_before_ = views_.unread.size();
    panels_.import = {};
    panels_.lists.import = {};
    panels_.lists.import_only_needing = false;
  }
  import_open_ = open;
  if (!open || import.files <= import_files_before_ || views_.unread.size() > unread_before_) return;
  const bool newest = requests_.current(import.revision) && requests_.current(views_.set.revision);
  if (!newest || import.needs_you > 0 || views_.set.comparing) return;
  if (ui::import_is_settled({import, views_.unread, views_.files})) inbox_.emplace_back(ShowSheet{Sheet::kNone});
}

// An article chosen in the Library is shown as soon as its story is the open one.
void App::read_when_open() {
  if (state_.library.to_read.empty()) return;
  for (std::uint32_t i = 0; i < views_.set.articles.size(); ++i) {
    if (views_.set.articles[i].id != state_.library.to_read) continue;
    state_.library.to_read.clear();
    inbox_.emplace_back(OpenArticle{i, {}});
    return;
  }
  const SetView& set = views_.set;
  const bool of_its_story = set.scope == state_.library.to_read && !set.comparing && requests_.current(set.revision);
  if (!of_its_story || set.scope_articles <= set.articles.size()) return;
  state_.library.to_read.clear();
  say(counted(set.articles.size(), "article", "articles") + " of this story's " + grouped(set.scope_articles) +
      " are compared at once. This one is not among them: move it to a story of its own to read it.");
}

// A line for what the person just changed, once the worker has its words.
void App::say_change() {
  const SetView& set = views_.set;
  const bool same = set.changes == changes_before_ && set.undo_label == undo_before_;
  if (same) return;
  const bool back = set.changes < changes_before_;
  if (std::exchange(says_change_, false)) {
    const bool silent = back ? set.redo_label.empty() : set.undo_label.empty();
    if (!silent)
      inbox_.emplace_back(ShowToast{back ? "Taken back: " + set.redo_label : set.undo_label,
                                    back ? ToastAction::kRedo : ToastAction::kUndo});
  }
  changes_before_ = set.changes;
  undo_before_ = set.undo_label;
}

void App::send(const Request& request, platform::Durability durability) {
  const std::string bytes = encode(request);
  platform::post_to_worker(std::as_bytes(std::span(bytes)), durability);
}

void App::perform(const Effect& effect) {
  struct Performer {
    App& app;
    void operator()(const SendRequest& e) const { app.send(e.request, e.durability); }
    void operator()(const OpenChooser& e) const { platform::open_chooser(e.chooser); }
    void operator()(const AddTextFile& e) const { platform::add_file(e.name, std::as_bytes(std::span(e.text))); }
    void operator()(const AskPage& e) const { platform::ask_page(e.task); }
    void operator()(const CancelFiles&) const { platform::cancel_files(); }
    void operator()(const WriteClipboard& e) const { platform::write_clipboard(e.text); }
    void operator()(const StartTimer& e) const { platform::start_timer(e.seconds); }
    void operator()(const KeepSetting& e) const { app.keep(e.name, e.value); }
    void operator()(const MoveFocus&) const {
      app.take_control({app.access_.next_region(app.focused_control()), platform::ControlAction::kFocus});
    }
    void operator()(const ForgetKept&) const { app.forget(); }
  };
  std::visit(Performer{*this}, effect);
}

void App::keep(const std::string& name, const std::string& value) {
  state_.settings.kept = platform::set_setting(name, value);
  if (!state_.settings.kept) say("This browser did not keep the setting. It holds until you leave the page.");
}

void App::forget() {
  const bool done = platform::forget_kept();
  say(done ? "Nothing of this page is kept in this browser any more."
           : "The browser did not let the page forget. Clear its site data in the browser.");
}

bool App::dark() const {
  return state_.view.theme == ThemeChoice::kSystem ? system_dark_ : state_.view.theme == ThemeChoice::kDark;
}

void App::draw() {
  const bool strong = system_contrast_ || state_.settings.more_contrast;
  const ui::Theme& theme = strong ? ui::contrast_theme(dark()) : dark() ? ui::dark_theme() : ui::light_theme();
  ui::set_article_text(state_.view.text_size);
  if (styled_ != &theme) {
    ui::apply_style(theme, ImGui::GetStyle());
    platform::set_dark(theme.dark);
    styled_ = &theme;
    platform::request_frames(2);
  }
  ui::FrameReport seen;
  const float density = std::max(0.5F, ImGui::GetIO().DisplayFramebufferScale.x);
  ui::Ui ui{ui::Canvas(*ImGui::GetBackgroundDrawList(), theme, fonts_, density),
            flows_,
            state_.view,
            inbox_,
            seen,
            reduced_motion_ || state_.settings.still,
            state_.settings};
  access_.begin_frame();
  ui::draw_workspace(ui, state_, dragged_, views_, panels_);
  constexpr float kFootOfSheet = 72;  // what can be pressed there stays free
  const float lift = state_.sheet == Sheet::kImport ? kFootOfSheet : ui::bulk_bar_height(state_.view, state_.library);
  ui::draw_toast(ui, state_.toast, panels_.toast, lift);
  access_.end_frame();
  keep_ring_under_sheets();
  if (std::exchange(follow_selection_, false)) take_control({access_.selected_row(), platform::ControlAction::kFocus});
  report(seen);
  platform::set_controls(access_.controls(), focused_control());
}

// When a sheet closes, the toolkit would put its ring on the first control there is. Where no ring was shown before the
// sheet, or what had it is gone, none is shown; else the page gives it back.
void App::keep_ring_under_sheets() {
  const bool open = state_.sheet != Sheet::kNone;
  const bool was_open = std::exchange(sheet_open_, open);
  if (!open && !was_open) ring_before_sheet_ = focused_control();
  if (open || !was_open) return;
  const std::vector<platform::Control> controls = access_.controls();
  const bool there = std::any_of(controls.begin(), controls.end(), [&](const platform::Control& control) {
    return control.id != 0 && control.id == ring_before_sheet_;
  });
  if (!there) ImGui::SetNavCursorVisible(false);
}

void App::report(const ui::FrameReport& seen) {
  std::vector<platform::FileButton> doors;
  for (const ui::FrameReport::Door& door : seen.doors) {
    doors.push_back({rect_from(door.box), door.folder ? platform::Chooser::kFolder : platform::Chooser::kFiles});
  }
  platform::set_file_buttons(doors);
  platform::set_view(text_from(state_.view));
  platform::set_bound_keys(bound_keys(key_context({})));
  report_text(seen);
  if (seen.wants_frames) platform::request_frames(1);
}

void App::say(const std::string& words) {
  platform::announce(words);
  inbox_.emplace_back(ShowToast{words, ToastAction::kNone});
}

void App::report_text(const ui::FrameReport& seen) {
  std::vector<platform::TextLayer> layers;
  scrolling_.clear();
  for (const ui::TextArea& area : seen.text_areas) {
    platform::TextLayer& layer = layers.emplace_back();
    layer.clip = rect_from(area.clip);
    layer.origin = {area.origin.x, area.origin.y};
    layer.selectable = state_.sheet == Sheet::kNone;
    for (const ui::LayerLine& line : area.lines) {
      const bool serif = line.type.face == ui::Face::kSerif || line.type.face == ui::Face::kSerifStrong;
      const bool strong = line.type.face == ui::Face::kSansStrong || line.type.face == ui::Face::kSerifStrong;
      layer.lines.push_back({rect_from(line.box), line.type.size, serif, strong, line.shaped, line.right_to_left,
                             line.text, line.tail, line.source.name, line.source.where});
    }
    scrolling_.push_back(area.window);
  }
  platform::set_text_layers(layers);
}

}  // namespace newsloupe
