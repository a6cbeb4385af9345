#include "web/app/keys.h"

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

const ViewState& view(const KeyContext& context) { return context.state.view; }

template <Screen kScreen>
void open_screen(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(OpenScreen{kScreen});
}

// ---- Rows: Brief, Quotes, Timeline

void select_row(const KeyContext& context, int step, CommandQueue& commands) {
  const std::vector<Subject>& rows = context.rows;
  if (rows.empty()) return;
  const auto here = std::find(rows.begin(), rows.end(), view(context).selected);
  auto at = static_cast<std::ptrdiff_t>(here - rows.begin());
  if (here == rows.end()) {
    at = step > 0 ? 0 : static_cast<std::ptrdiff_t>(rows.size()) - 1;
  } else {
    at = std::clamp<std::ptrdiff_t>(at + step, 0, static_cast<std::ptrdiff_t>(rows.size()) - 1);
  }
  commands.emplace_back(Select{rows[static_cast<std::size_t>(at)]});
}

// ---- Read

void reveal_paragraph(const KeyContext& context, int step, CommandQueue& commands) {
  const ReaderView& reader = context.views.reader;
  std::vector<TextSpan> body;
  for (const ReaderParagraph& paragraph : reader.paragraphs) {
    if (paragraph.number > 0) body.push_back(paragraph.span);
  }
  if (body.empty()) return;
  const std::uint32_t at = view(context).reveal.begin;
  std::ptrdiff_t here = -1;
  for (const TextSpan& span : body) here += span.begin <= at && !view(context).reveal.empty() ? 1 : 0;
  const auto next = std::clamp<std::ptrdiff_t>(here + step, 0, static_cast<std::ptrdiff_t>(body.size()) - 1);
  commands.emplace_back(OpenArticle{view(context).article, body[static_cast<std::size_t>(next)]});
}

void step_row(const KeyContext& context, int step, CommandQueue& commands) {
  if (view(context).screen == Screen::kRead) {
    reveal_paragraph(context, step, commands);
  } else {
    select_row(context, step, commands);
  }
}

// The next place in the article that differs, after or before the one shown last.
void step_difference_in_text(const KeyContext& context, int step, CommandQueue& commands) {
  const Highlight* found = nullptr;
  const std::uint32_t at = view(context).reveal.begin;
  const bool anywhere = view(context).reveal.empty();
  for (const Highlight& mark : context.views.reader.highlights) {
    if (mark.status != Status::kDiffer) continue;
    if (step > 0 && (anywhere || mark.span.begin > at)) {
      found = &mark;
      break;
    }
    if (step < 0 && mark.span.begin < at) found = &mark;
  }
  if (found == nullptr) return;
  commands.emplace_back(OpenArticle{view(context).article, found->span});
  commands.emplace_back(Select{found->subject});
}

void step_difference(const KeyContext& context, int step, CommandQueue& commands) {
  if (view(context).screen == Screen::kRead) return step_difference_in_text(context, step, commands);
  std::vector<Subject> differing;
  for (const BriefBand& band : context.views.brief.bands) {
    if (band.status != Status::kDiffer) continue;
    for (const BriefRow& row : band.rows) differing.push_back(row.subject);
  }
  select_row({context.state, context.views, differing}, step, commands);
}

void next_row(const KeyContext& context, CommandQueue& commands) { step_row(context, 1, commands); }
void previous_row(const KeyContext& context, CommandQueue& commands) { step_row(context, -1, commands); }
void next_difference(const KeyContext& context, CommandQueue& commands) { step_difference(context, 1, commands); }
void previous_difference(const KeyContext& context, CommandQueue& commands) { step_difference(context, -1, commands); }

void step_article(const KeyContext& context, int step, CommandQueue& commands) {
  const auto count = static_cast<int>(context.views.set.articles.size());
  if (view(context).screen != Screen::kRead || count == 0) return;
  const int next = std::clamp(static_cast<int>(view(context).article) + step, 0, count - 1);
  commands.emplace_back(OpenArticle{static_cast<std::uint32_t>(next), {}});
}
void next_article(const KeyContext& context, CommandQueue& commands) { step_article(context, 1, commands); }
void previous_article(const KeyContext& context, CommandQueue& commands) { step_article(context, -1, commands); }

// The first sentence of what is selected; in Read, the first one of another article.
void read_here(const KeyContext& context, CommandQueue& commands) {
  const EvidenceView& evidence = context.views.evidence;
  if (!view(context).selected.valid() || !(evidence.subject == view(context).selected)) return;
  for (const EvidenceCard& card : evidence.cards) {
    const bool same = view(context).screen == Screen::kRead && card.place.article == view(context).article;
    if (same || card.place.span.empty()) continue;
    commands.emplace_back(OpenArticle{card.place.article, card.place.span});
    return;
  }
}

// The selected thing with its sentences and their sources, as plain text.
void copy_evidence(const KeyContext& context, CommandQueue& commands) {
  const EvidenceView& evidence = context.views.evidence;
  if (!view(context).selected.valid() || !(evidence.subject == view(context).selected)) return;
  std::string text = evidence.title;
  if (!evidence.status_word.empty()) text += " (" + evidence.status_word + ")";
  text += "\n";
  for (const EvidenceCard& card : evidence.cards) {
    text += "\n" + card.letter + " " + card.outlet + ", " + card.where;
    if (!card.published.empty()) text += ", " + card.published;
    text += "\n" + (card.text.empty() ? card.note : card.text) + "\n";
  }
  commands.emplace_back(CopyText{std::move(text)});
}

template <ReaderLayer kLayer>
void toggle_layer(const KeyContext& context, CommandQueue& commands) {
  if (view(context).screen != Screen::kRead) return;
  const bool shown = ((view(context).layers >> static_cast<std::uint32_t>(kLayer)) & 1) != 0;
  commands.emplace_back(ShowLayer{kLayer, !shown});
}

void add_files(const KeyContext&, CommandQueue& commands) { commands.emplace_back(ChooseFiles{}); }
void undo(const KeyContext&, CommandQueue& commands) { commands.emplace_back(Undo{}); }
void show_keys(const KeyContext& context, CommandQueue& commands) {
  commands.emplace_back(ShowSheet{context.state.sheet == Sheet::kKeys ? Sheet::kNone : Sheet::kKeys});
}
void go_back(const KeyContext&, CommandQueue& commands) { commands.emplace_back(GoBack{}); }

constexpr KeyBinding kBindings[] = {
    {"1", "1", "Brief", open_screen<Screen::kBrief>},
    {"2", "2", "Read", open_screen<Screen::kRead>},
    {"4", "4", "Quotes", open_screen<Screen::kQuotes>},
    {"6", "6", "Timeline", open_screen<Screen::kTimeline>},
    {"j", "j", "next row or paragraph", next_row},
    {"k", "k", "previous row or paragraph", previous_row},
    {"n", "n", "next difference", next_difference},
    {"p", "p", "previous difference", previous_difference},
    {"Right", "→", "next article", next_article},
    {"Left", "←", "previous article", previous_article},
    {"Enter", "Enter", "read the selected sentence", read_here},
    {"c", "c", "copy the evidence", copy_evidence},
    {"s", "s", "show what agrees and differs", toggle_layer<ReaderLayer::kStatus>},
    {"q", "q", "show quotes", toggle_layer<ReaderLayer::kQuote>},
    {"f", "f", "show figures", toggle_layer<ReaderLayer::kFigure>},
    {"Ctrl+O", "Ctrl O", "add files", add_files},
    {"Ctrl+Z", "Ctrl Z", "take back a correction", undo},
    {"?", "?", "keys", show_keys},
    {"Escape", "Esc", "one level up", go_back},
};

// "Ctrl+O" for an event, in the words of the table.
std::string word_from(const platform::KeyEvent& event) {
  using platform::Key;
  struct Named {
    Key key;
    std::string_view word;
  };
  constexpr std::array kNamed = {Named{Key::kEnter, "Enter"}, Named{Key::kEscape, "Escape"}, Named{Key::kLeft, "Left"},
                                 Named{Key::kRight, "Right"}};
  const bool command = event.modifiers.ctrl || event.modifiers.meta;
  if (event.modifiers.alt) return {};
  for (const Named& named : kNamed) {
    if (event.key == named.key) return std::string(command ? "Ctrl+" : "") + std::string(named.word);
  }
  if (command) {
    if (event.key < Key::kA || event.key > Key::kZ || event.modifiers.shift) return {};
    return std::string("Ctrl+") + static_cast<char>('A' + static_cast<int>(event.key) - static_cast<int>(Key::kA));
  }
  if (event.character == U'?' || (event.character >= U'0' && event.character <= U'9')) {
    return std::string(1, static_cast<char>(event.character));
  }
  if (event.key < Key::kA || event.key > Key::kZ || event.modifiers.shift) return {};
  return std::string(1, static_cast<char>('a' + static_cast<int>(event.key) - static_cast<int>(Key::kA)));
}

}  // namespace

std::span<const KeyBinding> key_bindings() { return kBindings; }

void commands_from_key(const platform::KeyEvent& event, const KeyContext& context, CommandQueue& commands) {
  if (!event.down) return;
  const std::string word = word_from(event);
  const bool command = word.starts_with("Ctrl+");
  if (word.empty() || (context.typing && (!command || word == "Ctrl+Z"))) return;        // Esc leaves the field first
  if (context.ringed && (word == "Enter" || word == "Left" || word == "Right")) return;  // meant for the ringed control
  if (context.state.sheet != Sheet::kNone && !command && word != "?" && word != "Escape") return;  // a sheet takes them
  for (const KeyBinding& binding : kBindings) {
    if (binding.keys == word) return binding.act(context, commands);
  }
}

std::string bound_keys() {
  std::string out;
  for (const KeyBinding& binding : kBindings) out += (out.empty() ? "" : " ") + std::string(binding.keys);
  return out;
}

}  // namespace newsloupe
