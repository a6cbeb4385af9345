#include "web/app/keys.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace newsloupe {
namespace {

using platform::Key;

bool is_letter(Key key) { return key >= Key::kA && key <= Key::kZ; }
char letter_of(Key key, char first) {
  return static_cast<char>(first + static_cast<int>(key) - static_cast<int>(Key::kA));
}

std::string_view named(Key key) {
  struct Named {
    Key key;
    std::string_view word;
  };
  constexpr std::array kNamed = {Named{Key::kEnter, "Enter"}, Named{Key::kEscape, "Escape"},
                                 Named{Key::kLeft, "Left"},   Named{Key::kRight, "Right"},
                                 Named{Key::kUp, "Up"},       Named{Key::kDown, "Down"},
                                 Named{Key::kF6, "F6"},       Named{Key::kBackspace, "Backspace"},
                                 Named{Key::kSpace, "Space"}};
  for (const Named& entry : kNamed) {
    if (entry.key == key) return entry.word;
  }
  return {};
}

// "Ctrl+Shift+Z" for an event, in the words of the table. Characters are found by what they type, on every layout.
std::string word_from(const platform::KeyEvent& event) {
  std::string word = event.modifiers.ctrl || event.modifiers.meta ? "Ctrl+" : "";
  if (event.modifiers.alt) word += "Alt+";
  const bool bare = word.empty();
  const std::string_view name = named(event.key);
  if (!name.empty() || is_letter(event.key)) {
    if (event.modifiers.shift) word += "Shift+";
    if (!name.empty()) return word.append(name);
    return word + letter_of(event.key, word.empty() ? 'a' : 'A');
  }
  constexpr std::u32string_view kCharacters = U"?/.0123456789";
  if (!bare || kCharacters.find(event.character) == std::u32string_view::npos) return {};
  return std::string(1, static_cast<char>(event.character));
}

bool is_single(std::string_view word) { return word.size() == 1 || (word.size() == 7 && word.starts_with("Shift+")); }

// "g", then the letter of an article.
bool take_go(const platform::KeyEvent& event, const KeyContext& context, KeyState& keys, CommandQueue& commands) {
  if (!keys.go) return false;
  keys.go = false;
  const auto article = static_cast<std::uint32_t>(event.key) - static_cast<std::uint32_t>(Key::kA);
  if (!is_letter(event.key) || event.modifiers.ctrl || article >= context.views.set.articles.size()) return false;
  commands.emplace_back(OpenArticle{article, {}});
  return true;
}

// Shift and the letter of an article: leaves it out, or takes it in again.
bool take_switch(std::string_view word, const KeyContext& context, CommandQueue& commands) {
  if (word.size() != 7 || !word.starts_with("Shift+") || context.typing || context.state.sheet != Sheet::kNone) {
    return false;
  }
  const std::string_view letter = word.substr(6);
  const auto put = [&](const std::vector<ArticleTab>& tabs, bool out) {
    const auto found = std::find_if(tabs.begin(), tabs.end(), [&](const ArticleTab& t) { return t.letter == letter; });
    if (found == tabs.end()) return false;
    commands.emplace_back(SwitchArticle{found->id, out});
    return true;
  };
  return put(context.views.set.articles, true) || put(context.views.set.left_out, false);
}

// A ringed control takes these for itself.
bool belongs_to_ring(std::string_view word) {
  constexpr std::string_view kWords[] = {"Enter", "Space", "Left", "Right", "Up", "Down"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool may_act(const Action& action, std::string_view word, const KeyContext& context) {
  const auto has = [&](ActionTrait trait) { return (action.traits & trait) != 0; };
  if (word == "Escape" && context.state.sheet == Sheet::kPalette) return true;  // its box is all there is to leave
  if (context.typing && !has(kWhileTyping)) return false;
  if (context.state.sheet != Sheet::kNone && !has(kOverSheets)) return false;
  if (context.ringed && belongs_to_ring(word) && !has(kForRingToo)) return false;
  return applies(action, context);
}

}  // namespace

void commands_from_key(const platform::KeyEvent& event, const KeyContext& context, KeyState& keys,
                       CommandQueue& commands) {
  if (!event.down) return;
  const std::string word = word_from(event);
  if (word.empty()) return;
  if (is_single(word) && !context.state.settings.single_keys) return;
  if (!context.typing && take_go(event, context, keys, commands)) return;
  if (word == "g" && !context.typing && context.state.sheet == Sheet::kNone) {
    keys.go = true;
    return;
  }
  if (take_switch(word, context, commands)) return;
  for (const Action& action : actions()) {
    if (action.keys == word && may_act(action, word, context)) return action.act(context, commands);
  }
}

std::string bound_keys(const KeyContext& context) {
  std::string out;
  for (const Action& action : actions()) {
    if (action.keys.empty() || (action.traits & kByBrowser) != 0) continue;
    if ((action.traits & kOnlyHere) != 0 && !applies(action, context)) continue;
    if (is_single(action.keys) && !context.state.settings.single_keys) continue;
    // In the search box Ctrl+F is the browser's own find.
    if (action.keys == "Ctrl+F" && context.typing && context.state.view.screen == Screen::kSearch) continue;
    const std::string word = " " + std::string(action.keys) + " ";
    if ((" " + out + " ").find(word) != std::string::npos) continue;
    out += (out.empty() ? "" : " ") + std::string(action.keys);
  }
  return out;
}

}  // namespace newsloupe
