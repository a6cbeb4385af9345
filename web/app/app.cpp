#include "web/app/app.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "imgui.h"

namespace newsloupe {
namespace {

// The import sheet may close by itself: files came since it opened, every one is read, and none needs a person.
bool import_is_settled(const SetView& set, std::uint32_t files_before) {
  if (set.files_total <= files_before || set.files_done < set.files_total || set.comparing) return false;
  for (const ImportRow& row : set.imports) {
    if (row.state != ImportState::kDone || row.needs_date) return false;
  }
  return true;
}

platform::Rect rect_from(const ui::Box& box) { return {box.x0, box.y0, box.width(), box.height()}; }

}  // namespace

App::App() {
  constexpr std::array kFaces = {"inter-regular.otf", "inter-semibold.otf", "source-serif-regular.ttf",
                                 "source-serif-semibold.ttf"};
  std::array<std::span<const std::byte>, 4> files;
  for (std::size_t i = 0; i < kFaces.size(); ++i) files[i] = platform::asset(kFaces[i]);
  fonts_.load(*ImGui::GetIO().Fonts, files);
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavEscapeClearFocusItem = true;
  state_.view.theme = theme_from_word(platform::setting("theme"));
  const int size = std::atoi(platform::setting("text-size").c_str());
  if (size >= 14 && size <= 24) state_.view.text_size = static_cast<std::uint8_t>(size);
  reduced_motion_ = platform::test_mode();
  const std::span<const std::byte> licences = platform::asset("third_party_licences.txt");
  panels_.about.licences = {reinterpret_cast<const char*>(licences.data()), licences.size()};
  platform::set_bound_keys(bound_keys());
}

void App::frame() {
  for (const platform::Event& event : platform::take_events()) {
    take(event);
    take_views_into_state();
  }
  take_views_into_state();
  for (const Command& command : std::exchange(inbox_, {})) {
    for (const Effect& effect : reduce(state_, command)) perform(effect);
  }
  for (const AskView& question : requests_.wanted(state_.view, views_)) send(question, platform::Durability::kOnce);
  draw();
  flows_.end_frame();
  if (!inbox_.empty()) platform::request_frames(2);
}

void App::take(const platform::Event& event) {
  if (const auto* key = std::get_if<platform::KeyEvent>(&event)) {
    const std::vector<Subject> rows = ui::rows_on_screen(state_.view, views_, panels_);
    commands_from_key(*key, {state_, views_, rows, ImGui::GetIO().WantTextInput, ImGui::GetIO().NavVisible}, inbox_);
  } else if (const auto* look = std::get_if<platform::AppearanceEvent>(&event)) {
    system_dark_ = look->dark;
    reduced_motion_ = look->reduced_motion || platform::test_mode();
  } else if (const auto* drag = std::get_if<platform::DragEvent>(&event)) {
    dragged_ = drag->count;
  } else if (std::holds_alternative<platform::FilesEvent>(event)) {
    dragged_ = 0;
    reduce(state_, ShowSheet{Sheet::kImport});
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
  } else if (const auto* answer = std::get_if<platform::WorkerEvent>(&event)) {
    take_answer(answer->bytes);
  }
}

void App::file_failed(const std::string& path, const std::string& reason) {
  ImportRow row;
  row.name = row.id = path;
  row.state = ImportState::kFailed;
  row.messages = {reason};
  failed_files_.push_back(std::move(row));
  views_.set.imports.push_back(failed_files_.back());
  inbox_.emplace_back(ShowSheet{Sheet::kImport});
}

void App::take_answer(const std::vector<std::byte>& bytes) {
  Result<Response> response =
      decode_response(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  if (!response.ok()) return;
  if (const auto* changed = std::get_if<Changed>(&response.value())) {
    requests_.session_changed(changed->revision);
  } else if (auto* view = std::get_if<ViewReady>(&response.value())) {
    const ViewKind kind = take_view(std::move(*view), views_);
    requests_.answered(kind);
    if (kind == ViewKind::kSet) {
      views_.set.imports.insert(views_.set.imports.end(), failed_files_.begin(), failed_files_.end());
    }
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
  const bool import_open = state_.sheet == Sheet::kImport;
  if (import_open && !std::exchange(import_open_, import_open)) import_files_before_ = set.files_total;
  import_open_ = import_open;
  if (import_open && import_is_settled(set, import_files_before_)) inbox_.emplace_back(ShowSheet{Sheet::kNone});
  if (first_row_chosen_ || views_.brief.bands.empty() || set.comparing) return;
  for (const BriefBand& band : views_.brief.bands) {
    if (band.rows.empty() || !band.rows.front().subject.valid()) continue;
    if (!state_.view.selected.valid()) inbox_.emplace_back(Select{band.rows.front().subject});
    first_row_chosen_ = true;
    return;
  }
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
    void operator()(const CancelFiles&) const { platform::cancel_files(); }
    void operator()(const WriteClipboard& e) const { platform::write_clipboard(e.text); }
    void operator()(const KeepSetting& e) const { platform::set_setting(e.name, e.value); }
    void operator()(const StartTimer& e) const { platform::start_timer(e.seconds); }
  };
  std::visit(Performer{*this}, effect);
}

bool App::dark() const {
  return state_.view.theme == ThemeChoice::kSystem ? system_dark_ : state_.view.theme == ThemeChoice::kDark;
}

void App::draw() {
  const ui::Theme& theme = dark() ? ui::dark_theme() : ui::light_theme();
  if (!styled_ || styled_dark_ != theme.dark) {
    ui::apply_style(theme, ImGui::GetStyle());
    platform::set_dark(theme.dark);
    styled_ = true, styled_dark_ = theme.dark;
    platform::request_frames(2);
  }
  ui::FrameReport seen;
  const float density = std::max(0.5F, ImGui::GetIO().DisplayFramebufferScale.x);
  ui::Ui ui{ui::Canvas(*ImGui::GetBackgroundDrawList(), theme, fonts_, density),
            flows_,
            state_.view,
            inbox_,
            seen,
            reduced_motion_};
  ui::draw_workspace(ui, state_.sheet, dragged_, views_, panels_);
  ui::draw_toast(ui, state_.toast, panels_.toast);
  report(seen);
}

void App::report(const ui::FrameReport& seen) {
  std::vector<platform::FileButton> doors;
  for (const ui::FrameReport::Door& door : seen.doors) {
    doors.push_back({rect_from(door.box), door.folder ? platform::Chooser::kFolder : platform::Chooser::kFiles});
  }
  platform::set_file_buttons(doors);
  platform::TextLayer layer;
  layer.clip = rect_from(seen.text_clip);
  layer.origin = {seen.text_origin.x, seen.text_origin.y};
  layer.selectable = state_.sheet == Sheet::kNone;
  for (const ui::LayerLine& line : seen.text_lines) {
    const bool serif = line.type.face == ui::Face::kSerif || line.type.face == ui::Face::kSerifStrong;
    const bool strong = line.type.face == ui::Face::kSansStrong || line.type.face == ui::Face::kSerifStrong;
    layer.lines.push_back(
        {rect_from(line.box), line.type.size, serif, strong, line.ends_paragraph, std::string(line.text)});
  }
  platform::set_text_layer(layer);
  if (seen.wants_frames) platform::request_frames(1);
}

}  // namespace newsloupe
