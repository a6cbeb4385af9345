#include "core/clean/furniture.h"

#include <algorithm>
#include <optional>

#include "core/clean/line_tokens.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongestLine = 70;  // tokens; what is longer is judged as prose
constexpr std::size_t kLongestBytes = 600;
constexpr int kEnough = 3;  // points

// The roles of a phrase, from the columns of its entry.
struct Roles {
  bool line = false, zone = false, label = false, kicker = false;
  int opens = 0, word = 0;
};

Roles roles_of(const LexiconEntry& entry) {
  Roles roles;
  for (const std::string_view column : entry.columns) {
    if (column == "line") roles.line = true;
    if (column == "zone") roles.zone = true;
    if (column == "label") roles.label = true;
    if (column == "kicker") roles.kicker = true;
    if (column.starts_with("opens:")) roles.opens = column.back() - '0';
    if (column.starts_with("word:")) roles.word = column.back() - '0';
  }
  return roles;
}

using Words = std::initializer_list<std::string_view>;

bool is_any(const TokenizedLine& line, std::size_t token, Words words) {
  return std::ranges::find(words, line.word(token)) != words.end();
}

bool is_number(const RuleToken& token) {
  return token.shape == TokenShape::kNumber || token.shape == TokenShape::kAlphanumeric;
}

// Only furniture phrases, numbers and punctuation, and at least one phrase.
struct WholeLine {
  bool furniture = false, zone = false;
};
WholeLine judge_whole_line(const TokenizedLine& line, const Lexicon& lexicon) {
  WholeLine verdict;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size();) {
    if (line.tokens[i].shape == TokenShape::kPunct || is_number(line.tokens[i])) {
      quoted |= is_any(line, i, {"\"", "\u201c", "\u2018"});
      ++i;
      continue;
    }
    const PhraseMatch match = phrase_at(line, i, WordClass::kBoilerplateWord, lexicon);
    if (match.entry == nullptr) return {};
    const Roles roles = roles_of(*match.entry);
    if (!roles.line && !roles.zone && !(roles.label && i == 0)) return {};
    verdict.zone |= roles.zone;
    verdict.furniture = true;
    i += match.length;
  }
  return quoted ? WholeLine() : verdict;
}

// The label that stands before a colon or bar.
std::optional<Roles> label_of(const TokenizedLine& line, const Lexicon& lexicon) {
  std::size_t first = 0;
  while (first < line.size() && is_any(line, first, {"(", "[", "*", "\u2022", "\u25ba", "\u00bb", ">", "|"})) ++first;
  if (first == line.size()) return std::nullopt;
  const PhraseMatch match = phrase_at(line, first, WordClass::kBoilerplateWord, lexicon);
  if (match.entry == nullptr || !roles_of(*match.entry).label) return std::nullopt;
  const std::size_t after = first + match.length;
  const bool marked = after < line.size() && is_any(line, after, {":", "|", "\u00bb", "\u203a", ">", "\u2192"});
  return marked ? std::optional(roles_of(*match.entry)) : std::nullopt;
}

// Points for promotion, points off for speech. Some phrase must say it plainly: single words ("our", "free", "video")
// never add up to furniture by themselves.
class PromotionScore {
 public:
  PromotionScore(const TokenizedLine& line, const Lexicon& lexicon) : line_(line), lexicon_(lexicon) {}

  // Speech is looked for last: hardly any line gets so far.
  bool is_enough() {
    const int points = points_for_promotion();
    return plainly_ && points >= kEnough && points - points_for_speech() >= kEnough;
  }

 private:
  int points_for_promotion() {
    int points = 0;
    for (std::size_t i = 0; i < line_.size();) {
      const PhraseMatch match = phrase_at(line_, i, WordClass::kBoilerplateWord, lexicon_);
      if (match.entry != nullptr) points += new_points(*match.entry, i);
      i += std::max<std::size_t>(match.length, 1);
    }
    return points;
  }

  int new_points(const LexiconEntry& entry, std::size_t token) {
    const Roles roles = roles_of(entry);
    const int found = std::max(roles.opens > 0 && begins_sentence(token) ? roles.opens : 0, roles.word);
    if (found <= 0 || std::ranges::find(seen_, &entry) != seen_.end()) return 0;
    seen_.push_back(&entry);
    plainly_ |= found >= 2;
    return found;
  }

  [[nodiscard]] bool begins_sentence(std::size_t token) const {
    return token == 0 || is_any(line_, token - 1, {".", "!", "?", ":", "|", "(", "\u2022"});
  }

  [[nodiscard]] int points_for_speech() const {
    int points = 0;
    for (std::size_t i = 0; i < line_.size();) {
      if (is_any(line_, i, {"said", "says", "told", "asked", "added", "saying", "wrote", "replied"})) points += 2;
      if (is_any(line_, i, {"\"", "\u201c", "\u201d"})) points += 2;
      i += std::max<std::size_t>(phrase_at(line_, i, WordClass::kBoilerplateWord, lexicon_).length, 1);
    }
    return points;
  }

  const TokenizedLine& line_;
  const Lexicon& lexicon_;
  std::vector<const LexiconEntry*> seen_;
  bool plainly_ = false;
};

FurnitureVerdict judge_tokens(const TokenizedLine& line, const Lexicon& lexicon) {
  if (line.size() == 0 || line.size() > kLongestLine) return {};
  const WholeLine whole = judge_whole_line(line, lexicon);
  if (whole.furniture) return {true, whole.zone, RuleId(whole.zone ? "furniture.comments" : "furniture.line")};
  if (const auto label = label_of(line, lexicon)) return {true, false, RuleId("furniture.label"), label->kicker};
  if (PromotionScore(line, lexicon).is_enough()) return {true, false, RuleId("furniture.promotion")};
  return {};
}

FurnitureVerdict judge_piece(Draft& draft, std::size_t piece, const Lexicon& lexicon) {
  if (draft.text(draft.pieces[piece]).size() > kLongestBytes) return {};
  return judge_tokens(draft.tokens(piece), lexicon);
}

// Where promotion runs into the lead without a space: a small letter before a capital ("OnlyFinance"), the part before
// it promotion, the part after it long. Gives the byte where the lead begins.
std::optional<std::uint32_t> glued_lead(std::string_view text, const Resources& resources) {
  static constexpr std::size_t kLongestPromotion = 600;
  for (std::size_t i = 1; i < std::min(text.size(), kLongestPromotion); ++i) {
    if (text[i] < 'A' || text[i] > 'Z') continue;
    const bool small = (text[i - 1] >= 'a' && text[i - 1] <= 'z') || text[i - 1] == '.' || text[i - 1] == '!';
    if (!small) continue;
    const TextFeatures rest = features_of(text.substr(i));
    if (rest.words < 8 || !rest.ends_sentence) return std::nullopt;
    if (judge_line(text.substr(0, i), resources).furniture) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

// Only before the first piece that reads like prose in its own right; promotion that ends in a sentence counts too.
void cut_glued_promotion(Draft& draft, const Resources& resources) {
  const std::size_t last = std::min<std::size_t>(draft.pieces.size(), 8);
  for (std::size_t i = 0; i < last; ++i) {
    if (!draft.is_body(i)) continue;
    if (const auto lead = glued_lead(draft.text(draft.pieces[i]), resources)) {
      draft.split(i, *lead, *lead);
      draft.mark(i, ParagraphClass::kBoilerplate, RuleId("furniture.glued_promotion"));
      return;
    }
    if (draft.features(i).is_prose() && !judge_piece(draft, i, resources.lexicon).furniture) return;
  }
}

// "Opinion | Bricks remember" is a headline where nothing of the article stands above it.
bool may_open_article(const Draft& draft, std::size_t piece) {
  if (draft.features(piece).words < 4) return false;
  if (draft.block_of(draft.pieces[piece]).tag == "h1") return true;
  for (std::size_t i = 0; i < piece; ++i) {
    if (draft.is_body(i)) return false;
  }
  return true;
}

std::uint32_t body_words(const Draft& draft, std::size_t first, std::size_t last) {
  std::uint32_t words = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (draft.is_body(i)) words += draft.features(i).words;
  }
  return words;
}

void mark_comments(Draft& draft, std::size_t head) {
  if (body_words(draft, head + 1, draft.pieces.size()) > body_words(draft, 0, head)) return;
  for (std::size_t i = head + 1; i < draft.pieces.size(); ++i) {
    if (draft.is_body(i)) draft.mark(i, ParagraphClass::kBoilerplate, RuleId("furniture.comments"));
  }
}

}  // namespace

FurnitureVerdict judge_line(std::string_view line, const Resources& resources) {
  if (line.size() > kLongestBytes) return {};
  std::vector<RuleToken> tokens;
  std::vector<TextSpan> spans;
  Tokenizer(resources.lexicon, line.size()).append(line, {0, static_cast<std::uint32_t>(line.size())}, tokens, spans);
  return judge_tokens({line, tokens, spans}, resources.lexicon);
}

void mark_furniture(Draft& draft, const Resources& resources) {
  cut_glued_promotion(draft, resources);
  std::optional<std::size_t> comments;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (!draft.is_body(i)) continue;
    const FurnitureVerdict verdict = judge_piece(draft, i, resources.lexicon);
    if (!verdict.furniture || (verdict.kicker && may_open_article(draft, i))) continue;
    draft.mark(i, ParagraphClass::kBoilerplate, verdict.rule);
    if (verdict.opens_comments && !comments) comments = i;
  }
  if (comments) mark_comments(draft, *comments);
}

}  // namespace newsloupe
