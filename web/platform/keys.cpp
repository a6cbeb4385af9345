#include <algorithm>
#include <array>
#include <string_view>

#include "web/platform/events.h"

namespace newsloupe::platform {
namespace {

struct NamedKey {
  std::string_view name;
  Key key;
};

// Sorted by name. Names of `KeyboardEvent.key` and of `KeyboardEvent.code` do not clash.
constexpr std::array kNamedKeys = std::to_array<NamedKey>({
    {"ArrowDown", Key::kDown},
    {"ArrowLeft", Key::kLeft},
    {"ArrowRight", Key::kRight},
    {"ArrowUp", Key::kUp},
    {"Backquote", Key::kGrave},
    {"Backslash", Key::kBackslash},
    {"Backspace", Key::kBackspace},
    {"BracketLeft", Key::kLeftBracket},
    {"BracketRight", Key::kRightBracket},
    {"Comma", Key::kComma},
    {"Delete", Key::kDelete},
    {"End", Key::kEnd},
    {"Enter", Key::kEnter},
    {"Equal", Key::kEqual},
    {"Escape", Key::kEscape},
    {"Home", Key::kHome},
    {"Insert", Key::kInsert},
    {"Minus", Key::kMinus},
    {"NumpadEnter", Key::kEnter},
    {"PageDown", Key::kPageDown},
    {"PageUp", Key::kPageUp},
    {"Period", Key::kPeriod},
    {"Quote", Key::kApostrophe},
    {"Semicolon", Key::kSemicolon},
    {"Slash", Key::kSlash},
    {"Space", Key::kSpace},
    {"Tab", Key::kTab},
});

constexpr Key offset(Key first, int steps) { return static_cast<Key>(static_cast<int>(first) + steps); }

Key named_key(std::string_view name) {
  const auto found = std::lower_bound(kNamedKeys.begin(), kNamedKeys.end(), name,
                                      [](const NamedKey& entry, std::string_view key) { return entry.name < key; });
  return found != kNamedKeys.end() && found->name == name ? found->key : Key::kNone;
}

Key letter_or_digit(char c) {
  if (c >= 'a' && c <= 'z') return offset(Key::kA, c - 'a');
  if (c >= 'A' && c <= 'Z') return offset(Key::kA, c - 'A');
  if (c >= '0' && c <= '9') return offset(Key::k0, c - '0');
  return Key::kNone;
}

Key function_key(std::string_view name) {
  if (name.size() < 2 || name.size() > 3 || name[0] != 'F') return Key::kNone;
  int number = 0;
  for (const char c : name.substr(1)) {
    if (c < '0' || c > '9') return Key::kNone;
    number = number * 10 + (c - '0');
  }
  return number >= 1 && number <= 12 ? offset(Key::kF1, number - 1) : Key::kNone;
}

}  // namespace

Key key_from_dom(std::string_view key, std::string_view code) {
  if (key.size() == 1) {
    if (const Key plain = letter_or_digit(key[0]); plain != Key::kNone) return plain;
  }
  if (const Key function = function_key(key); function != Key::kNone) return function;
  if (const Key named = named_key(key); named != Key::kNone) return named;
  if (code.starts_with("Key") && code.size() == 4) return letter_or_digit(code[3]);
  if (code.starts_with("Digit") && code.size() == 6) return letter_or_digit(code[5]);
  return named_key(code);
}

}  // namespace newsloupe::platform
