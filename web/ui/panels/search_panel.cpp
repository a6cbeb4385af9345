#include "web/ui/panels/search_panel.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/present/counted.h"
#include "web/app/actions.h"

namespace newsloupe::ui {
namespace {

constexpr float kEntry = 48, kRow = 44, kGroupGap = 12, kReach = 16, kWhereRoom = 96;

class SearchPage {
 public:
  SearchPage(Ui& ui, Box box, const AppState& app, const SetView& set, const SearchView& view, SearchPanelState& state)
      : ui_(ui),
        canvas_(ui.canvas),
        app_(app),
        set_(set),
        view_(view),
        state_(state),
        left_(box.x0 + measure::kPage),
        right_(box.x1 - measure::kPage) {
    const float room = right_ - left_;
    hit_x_ = std::round(left_ + kWhereRoom + (room - kWhereRoom) * 0.38F);
  }

  void draw(Box box) {
    Box rest = box;
    rest.take_top(24);
    draw_entry(rest.take_top(kEntry));
    const bool short_text = app_.search.text.size() < 2;
    if (short_text) return draw_hint(rest);
    if (view_.revision == 0) return;  // the first answer is on its way
    draw_meaning(rest.take_top(40));
    if (!view_.problem.empty()) return;
    draw_counts(rest.take_top(48));
    if (view_.total + view_.elsewhere_total == 0 && view_.to_search == 0) return;
    draw_foot(rest.take_bottom(48));
    draw_hits(rest);
  }

 private:
  void put(SearchQuery query) { ui_.commands.emplace_back(SetSearch{std::move(query)}); }

  void draw_entry(Box line) {
    const float width = std::min(right_ - left_, 720.0F);
    const Box frame = Box::at(left_, line.y0, width, kEntry);
    SearchQuery query = app_.search;
    const bool ask = state_.focused != app_.search_opened;
    state_.focused = app_.search_opened;
    canvas_.fill(frame, Tint::kSurface, 10);
    Box rest = frame.shrunk(8, 8);
    rest.take_left(32);
    const Box switches = rest.take_right(232);
    const bool active =
        entry(ui_, "Search all articles", 1, rest, query.text, "words, a phrase, or a whole sentence", ask);
    canvas_.outline(frame, active ? Tint::kInk : Tint::kControl, 10, active ? 2.0F : 1.0F);
    draw_icon(canvas_, Icon::kSearch, {frame.x0 + 24, frame.middle_y()}, canvas_.color(Tint::kInk2), 20);
    if (query.text != app_.search.text) put(query);
    draw_switches(switches);
    if (frame.x1 + 300 > right_) return;
    draw_key_hint(canvas_, frame.x1 + 24, frame.middle_y(), shown_keys("Ctrl+F", platform::mac()),
                  "again: the browser's own find");
  }

  void draw_switches(Box room) {
    struct Switch {
      bool SearchQuery::*on;
      const char *word, *name;
      float width;
    };
    constexpr Switch kSwitches[] = {{&SearchQuery::regex, ".*", "Regular expression", 36},
                                    {&SearchQuery::match_case, "Aa", "Match case", 40},
                                    {&SearchQuery::whole_word, "whole word", "Whole words", 100}};
    float x = room.x1 - 4;
    for (std::size_t i = std::size(kSwitches); i-- > 0;) {
      const Switch& choice = kSwitches[i];
      const bool on = app_.search.*choice.on;
      const Box place = Box::at(x - choice.width, room.y0, choice.width, 32);
      access_next({.role = Role::kCheckbox, .checked = on});
      const Hit h = hit(choice.name, i, place);
      if (on || h.hovered) canvas_.fill(place, on ? Tint::kInverse : Tint::kHoverFill, 6);
      canvas_.text_in(place, on ? Type::kBodyStrong : Type::kBody, on ? Tint::kOnInverse : Tint::kInk, choice.word,
                      Align::kCentre);
      if (h.focused) focus_ring(canvas_, place.shrunk(2, 2), 5);
      tooltip(ui_, h, choice.name);
      if (h.clicked) {
        SearchQuery query = app_.search;
        query.*choice.on = !on;
        put(query);
      }
      x -= choice.width + 6;
    }
  }

  void line(Box place, Type type, Tint tint, std::string_view words) {
    canvas_.text_in(place, type, tint, words);
    access_text(Role::kText, words, place);
  }

  void draw_hint(Box rest) {
    const Box place{left_, rest.y0 + 12, right_, rest.y0 + 32};
    line(place, Type::kBody, Tint::kInk3,
         "Type two letters or more. Paste a sentence to see who else prints it, exactly or nearly.");
  }

  void draw_meaning(Box place) {
    const Box words{left_, place.y0 + 12, right_, place.y0 + 32};
    if (!view_.problem.empty()) {
      draw_icon(canvas_, Icon::kWarning, {left_ + 8, words.middle_y()}, canvas_.color(Tint::kInk), 18);
      line({left_ + 26, words.y0, right_, words.y1}, Type::kBodyStrong, Tint::kInk, view_.problem);
    } else {
      line(words, Type::kBody, Tint::kInk2, view_.meaning);
    }
  }

  std::string total_words() const {
    return (view_.more ? "more than " : "") + std::to_string(view_.total) + (view_.total == 1 ? " hit" : " hits");
  }

  // How many each article has: a zero is as large as a five.
  void draw_counts(Box place) {
    const AccessRegion group(Role::kGroup, "Hits by article", place);
    const Box row{left_, place.y0 + 6, right_, place.y0 + 38};
    float x = left_ + canvas_.text(Type::kThing, left_, row.middle_y() - 12, Tint::kInk, total_words()) + 20;
    access_text(Role::kText, total_words(), row);
    for (const SearchCount& count : view_.counts) {
      if (count.article >= set_.articles.size() || x + 64 > right_) break;
      const ArticleTab& tab = set_.articles[count.article];
      const std::string number = std::to_string(count.hits);
      const Box chip = Box::at(x, row.y0, 46 + canvas_.width(Type::kRowStrong, number), 32);
      if (count.hits > 0) {
        canvas_.fill(chip, Tint::kSelectFill, 8);
      } else {
        canvas_.outline(chip, Tint::kLine2, 8, 1);
      }
      draw_badge(canvas_, Box::at(x + 6, row.y0 + 6, 20, 20), tab.letter, count.hits == 0);
      canvas_.text_in({x + 34, row.y0, chip.x1, row.y1}, Type::kRowStrong, count.hits > 0 ? Tint::kInk : Tint::kInk3,
                      number);
      access_text(Role::kText, tab.letter + " " + number, chip);
      x = chip.x1 + 8;
    }
    std::string note = view_.absent;
    if (view_.articles_total > view_.counts.size()) {
      note = "in " + std::to_string(view_.articles_with) + " of " + std::to_string(view_.articles_total) + " articles";
    }
    if (view_.total == 0) note = view_.elsewhere_total == 0 ? "No article has it." : "No article of this story has it.";
    if (view_.total == 0 && view_.to_search > 0) note.clear();
    line({x + 8, row.y0, right_, row.y1}, Type::kBody, Tint::kInk2, note);
  }

  void draw_foot(Box foot) {
    canvas_.across(left_, right_, foot.y0);
    float x = left_;
    x += draw_key_hint(canvas_, x, foot.middle_y(), "Enter", "open at the line");
    x += draw_key_hint(canvas_, x, foot.middle_y(), "↑ ↓", "move");
    draw_key_hint(canvas_, x, foot.middle_y(), "Esc", "leave the box");
    if (view_.total == 0) return;
    const std::string shown = std::to_string(view_.hits.size()) + " of " + (view_.more ? "more than " : "") +
                              std::to_string(view_.total) + " shown";
    canvas_.text_in({left_, foot.y0, right_, foot.y1}, Type::kBody, Tint::kInk3, shown, Align::kRight);
    access_text(Role::kText, shown, foot);
  }

  void draw_hits(Box rest) {
    ScrollRegion region(ui_, "Hits", rest);
    const AccessRegion grid(Role::kGrid, "Hits", rest);
    float y = region.content().y0 + 8;
    for (std::size_t i = 0; i < view_.hits.size(); ++i) {
      const bool first = i == 0 || view_.hits[i].place.article != view_.hits[i - 1].place.article;
      if (first && i > 0) y += kGroupGap;
      const Box place = Box::at(left_, y, right_ - left_, kRow);
      reveal_row(region, i, y);
      if (place.y1 > rest.y0 && place.y0 < rest.y1) draw_hit(view_.hits[i], i, place, first);
      y += kRow;
    }
    draw_elsewhere(region, rest, y);
    region.set_height(y - region.content().y0 + 16);
  }

  // Articles that are not compared now: a row each, its best hit.
  void draw_elsewhere(ScrollRegion& region, Box rest, float& y) {
    std::string head = counted(view_.elsewhere_total, "article", "articles") + " of other stories";
    if (view_.to_search > 0)
      head = "Looking through the other articles: " + grouped(view_.searched) + " of " + grouped(view_.to_search);
    if (view_.elsewhere_total == 0 && view_.to_search == 0) return;
    line({left_, y + 14, right_, y + 34}, Type::kBodyStrong, Tint::kInk, head);
    y += 40;
    for (std::size_t i = 0; i < view_.elsewhere.size(); ++i) {
      const FoundElsewhere& found = view_.elsewhere[i];
      const std::size_t number = view_.hits.size() + i;
      const Box place = Box::at(left_, y, right_ - left_, kRow);
      reveal_row(region, number, y);
      if (place.y1 > rest.y0 && place.y0 < rest.y1) {
        draw_row({{}, "", found.before, found.hit, found.after, found.source}, "", number, place, ReadArticle{found.id},
                 i > 0);
      }
      y += kRow;
    }
    if (view_.elsewhere_total <= view_.elsewhere.size()) return;
    line({left_, y + 10, right_, y + 30}, Type::kSmall, Tint::kInk3,
         std::to_string(view_.elsewhere.size()) + " of " + std::to_string(view_.elsewhere_total) + " shown");
    y += 36;
  }

  void reveal_row(ScrollRegion& region, std::size_t number, float y) {
    if (app_.search_hit != number || state_.shown == app_.search_hit) return;
    state_.shown = app_.search_hit;
    region.reveal(y - region.content().y0, y + kRow - region.content().y0);
  }

  void draw_hit(const SearchHitView& found, std::size_t i, Box place, bool first) {
    const std::string letter =
        found.place.article < set_.articles.size() ? set_.articles[found.place.article].letter : "";
    draw_row(found, letter, i, place, OpenArticle{found.place.article, found.place.span}, !first);
    if (first) draw_badge(canvas_, Box::at(left_, place.middle_y() - 10, 20, 20), letter);
  }

  // `open`: what a second press does.
  void draw_row(const SearchHitView& found, const std::string& letter, std::size_t number, Box place,
                const Command& open, bool parted) {
    const Box ground = place.grown(kReach, 0);
    const bool selected = app_.search_hit == number;
    access_next({.role = Role::kRow, .selected = selected});
    const std::string where = letter.empty() ? found.note : letter + " " + found.where;
    const Hit h = hit(where + ": " + found.before + found.hit + found.after, number, ground);
    if (parted) canvas_.across(left_, right_, place.y0);
    row_ground(canvas_, ground, selected, h.hovered);
    canvas_.text_in({left_ + 32, place.y0, left_ + kWhereRoom, place.y1}, Type::kSmall, Tint::kInk3, found.where);
    draw_line(found, place);
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (!h.clicked) return;
    ui_.commands.emplace_back(selected ? open : Command(PickHit{static_cast<std::uint32_t>(number)}));
    if (!selected) state_.shown = static_cast<std::uint32_t>(number);
  }

  // What was found stands at the same place in every row; the words before it end there.
  void draw_line(const SearchHitView& found, Box place) {
    const float note = found.note.empty() ? 0 : canvas_.width(Type::kSmall, found.note) + 20;
    const Box before{left_ + kWhereRoom, place.y0 + 1, hit_x_ - 4, place.y1 + 1};
    canvas_.list().PushClipRect(before.min(), before.max(), true);
    const float width = canvas_.width(Type::kPair, found.before);
    canvas_.text_in({std::min(before.x0, before.x1 - width), before.y0, before.x1, before.y1}, Type::kPair, Tint::kInk2,
                    found.before, Align::kRight);
    canvas_.list().PopClipRect();
    const float room = right_ - note - hit_x_;
    const float words = std::min(canvas_.width(Type::kPairStrong, found.hit), room - 8);
    const Box mark{hit_x_, place.middle_y() - 14, hit_x_ + words + 8, place.middle_y() + 14};
    canvas_.fill(mark, Tint::kSelectFill, 3);
    canvas_.text_in({mark.x0 + 4, place.y0 + 1, mark.x0 + 4.5F + words, place.y1 + 1}, Type::kPairStrong, Tint::kInk,
                    found.hit);
    const float gap = found.after.starts_with(' ') ? 4.0F : 0;  // the rest of a word touches it
    const Box after{mark.x1 + gap, place.y0 + 1, right_ - note, place.y1 + 1};
    if (after.width() > 20) canvas_.text_in(after, Type::kPair, Tint::kInk2, trimmed(found.after));
    if (note > 0) {
      canvas_.text_in({right_ - note, place.y0, right_, place.y1}, Type::kSmall, Tint::kInk2, found.note,
                      Align::kRight);
    }
  }

  static std::string_view trimmed(std::string_view words) { return words.starts_with(' ') ? words.substr(1) : words; }

  Ui& ui_;
  const Canvas& canvas_;
  const AppState& app_;
  const SetView& set_;
  const SearchView& view_;
  SearchPanelState& state_;
  float left_, right_, hit_x_ = 0;
};

}  // namespace

void draw_search(Ui& ui, Box box, const AppState& app, const SetView& set, const SearchView& view,
                 SearchPanelState& state) {
  SearchPage(ui, box, app, set, view, state).draw(box);
}

}  // namespace newsloupe::ui
