#include "web/ui/panels/settings_sheet.h"

#include <algorithm>
#include <array>

#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kRow = 44, kLabelRoom = 190;

// Draws rows from the top down: a label at the left, its control at the right.
class SettingsPage {
 public:
  SettingsPage(Ui& ui, Box column) : ui_(ui), canvas_(ui.canvas), column_(column), y_(column.y0 + 8) {}

  float bottom() const { return y_; }

  void draw() {
    title("Look");
    choice("Theme", "theme", kThemeWords, kThemeValues);
    text_size();
    choice("Contrast", "contrast", kSystemOrMore, kSystemOrMoreValues);
    choice("Movement", "motion", kSystemOrNone, kSystemOrNoneValues);
    title("Reading");
    choice("Line length", "line-length", kLineWords, kLineValues);
    layers();
    flag("Copying", "copy-source", "copied text carries its source", ui_.settings.copy_source);
    title("Keys");
    flag("Single letters", "single-keys", "keys such as j, n and 1 work; turn off for speech input",
         ui_.settings.single_keys);
    if (link_row("Show the keys of this screen")) ui_.commands.emplace_back(ShowSheet{Sheet::kKeys});
    privacy();
    title("About");
    if (link_row("Version, licences, what is read in which language")) {
      ui_.commands.emplace_back(ShowSheet{Sheet::kAbout});
    }
  }

 private:
  static constexpr std::array<std::string_view, 3> kThemeWords = {"As the system", "Light", "Dark"},
                                                   kThemeValues = {"system", "light", "dark"},
                                                   kLineWords = {"Short", "Medium", "Long"},
                                                   kLineValues = {"short", "medium", "long"};
  static constexpr std::array<std::string_view, 2> kSystemOrMore = {"As the system", "More"},
                                                   kSystemOrMoreValues = {"system", "more"},
                                                   kSystemOrNone = {"As the system", "None"},
                                                   kSystemOrNoneValues = {"system", "none"};

  void title(std::string_view words) {
    y_ += 14;
    canvas_.text(Type::kColumn, column_.x0, y_, Tint::kInk3, words);
    access_text(Role::kHeading, words, Box::at(column_.x0, y_, 200, 16));
    y_ += 24;
  }

  // The place right of the label.
  Box row(std::string_view label) {
    const Box place = Box::at(column_.x0, y_, column_.width(), kRow);
    canvas_.across(place.x0, place.x1, place.y0);
    canvas_.text_in(place, Type::kRow, Tint::kInk, label);
    y_ += kRow;
    return {place.x0 + kLabelRoom, place.y0 + 6, place.x1, place.y1 - 6};
  }

  void set(std::string_view name, std::string value) {
    ui_.commands.emplace_back(ChangeSetting{std::string(name), std::move(value)});
  }

  void choice(std::string_view label, std::string_view name, std::span<const std::string_view> words,
              std::span<const std::string_view> values) {
    const Box place = row(label);
    const std::string now = setting_value(ui_.settings, ui_.state, name);
    const auto chosen = static_cast<int>(std::find(values.begin(), values.end(), now) - values.begin());
    const float width = std::min(place.width(), 116 * static_cast<float>(words.size()));
    const int pressed = segments(ui_, label, Box::at(place.x0, place.y0, width, place.height()), words, chosen);
    if (pressed >= 0) set(name, std::string(values[static_cast<std::size_t>(pressed)]));
  }

  void text_size() {
    const Box place = row("Article text");
    const int now = ui_.state.text_size;
    const AccessRegion group(Role::kGroup, "Article text", place);
    if (button(ui_, "Smaller", Box::at(place.x0, place.y0, 84, 32)) && now > 14)
      set("text-size", std::to_string(now - 1));
    const Box value = Box::at(place.x0 + 84, place.y0, 52, 32);
    canvas_.text_in(value, Type::kRowStrong, Tint::kInk, std::to_string(now), Align::kCentre);
    access_text(Role::kText, std::to_string(now) + " pixels", value);
    if (button(ui_, "Larger", Box::at(place.x0 + 136, place.y0, 84, 32)) && now < 24)
      set("text-size", std::to_string(now + 1));
    TypeSpec sample = type_spec(Type::kReading);
    sample.size = static_cast<float>(now);
    const Box words{place.x0 + 244, place.y0, place.x1, place.y1};
    const TextFlow& flow = ui_.flows.get("as it is read", sample, words.width(), canvas_);
    FlowPainter(canvas_, flow, "as it is read", {words.x0, words.middle_y() - sample.line / 2})
        .text(canvas_.color(Tint::kInk2));
  }

  void layers() {
    struct Choice {
      ReaderLayer layer;
      std::string_view word;
    };
    constexpr Choice kChoices[] = {{ReaderLayer::kStatus, "Status"},  {ReaderLayer::kQuote, "Quotes"},
                                   {ReaderLayer::kFigure, "Figures"}, {ReaderLayer::kPerson, "People"},
                                   {ReaderLayer::kPlace, "Places"},   {ReaderLayer::kDate, "Dates"}};
    const Box place = row("Marks in Read");
    const AccessRegion group(Role::kGroup, "Marks in Read", place);
    float x = place.x0;
    for (const Choice& choice : kChoices) {
      const std::uint32_t bit = 1U << static_cast<std::uint32_t>(choice.layer);
      const bool on = (ui_.state.layers & bit) != 0;
      const float width = 33 + canvas_.width(on ? Type::kBodyStrong : Type::kBody, choice.word) + 12;
      if (x + width > place.x1 + 8) break;
      if (tick_box(ui_, choice.word, Box::at(x, place.y0 + 2, width, 28), on)) {
        set("layers", std::to_string(ui_.state.layers ^ bit));
      }
      x += width + 2;
    }
  }

  void flag(std::string_view label, std::string_view name, std::string_view words, bool on) {
    const Box place = row(label);
    const float width = 33 + canvas_.width(on ? Type::kBodyStrong : Type::kBody, words) + 12;
    if (tick_box(ui_, words, Box::at(place.x0, place.y0 + 2, std::min(width, place.width()), 28), on)) {
      set(name, on ? "off" : "on");
    }
  }

  bool link_row(std::string_view words) {
    canvas_.across(column_.x0, column_.x1, y_);
    const bool pressed = link(ui_, words, column_.x0, y_ + 12);
    y_ += kRow;
    return pressed;
  }

  void privacy() {
    title("Privacy");
    const Box kept = row("Kept in this browser");
    constexpr std::string_view kWords = "these settings, nothing of your articles";
    const float width = button_width(canvas_, "Forget them", 32);
    canvas_.text_in({kept.x0, kept.y0, kept.x1 - width - 16, kept.y1}, Type::kBody, Tint::kInk2, kWords);
    access_text(Role::kText, "Kept in this browser: these settings, nothing of your articles", kept);
    if (button(ui_, "Forget them", Box::at(kept.x1 - width, kept.y0, width, 32))) {
      ui_.commands.emplace_back(ForgetEverything{});
    }
    const Box requests = row("Requests since opening");
    const std::string count = std::to_string(platform::requests_made());
    canvas_.text_in(requests, Type::kBodyStrong, Tint::kInk, count);
    access_text(Role::kText, "Requests since opening: " + count, requests);
    if (link_row("This page cannot send requests: how to check")) ui_.commands.emplace_back(ShowSheet{Sheet::kPrivacy});
  }

  Ui& ui_;
  const Canvas& canvas_;
  Box column_;
  float y_;
};

}  // namespace

void draw_settings(Ui& ui) {
  SheetFrame frame(ui, "Settings", 800, 800);
  Box rest = frame.body;
  draw_sheet_head(ui, rest.take_top(72), "Settings", "they act at once");
  ui.canvas.across(rest.x0, rest.x1, rest.y0);
  if (!ui.settings.kept) {
    const Box foot = rest.take_bottom(48);
    constexpr std::string_view kRefused = "This browser did not keep the setting. It holds until you leave the page.";
    ui.canvas.across(foot.x0, foot.x1, foot.y0);
    draw_icon(ui.canvas, Icon::kWarning, {foot.x0 + 41, foot.middle_y()}, ui.canvas.color(Tint::kInk), 18);
    ui.canvas.text_in({foot.x0 + 60, foot.y0, foot.x1 - 32, foot.y1}, Type::kBodyStrong, Tint::kInk, kRefused);
    access_text(Role::kText, kRefused, foot);
  }
  ScrollRegion region(ui, "All settings", rest);
  SettingsPage page(ui, region.content().shrunk(32, 0));
  page.draw();
  region.set_height(page.bottom() - region.content().y0 + 20);
}

}  // namespace newsloupe::ui
