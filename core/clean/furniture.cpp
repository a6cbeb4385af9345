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
  bool line = false, zone = false, label = false;
  int opens = 0, word = 0;
};

Roles roles_of(const LexiconEntry& entry) {
  Roles roles;
  for (const std::string& column : entry.columns) {
    if (column == "line") roles.line = true;
    if (column == "zone") roles.zone = true;
    if (column == "label") roles.label = true;
    if (column.starts_with("opens:")) roles.opens = column.back() - '0';
    if (column.starts_with("word:")) roles.word = column.back() - '0';
  }
  return roles;
}

bool is_any(const LineToken& token, std::initializer_list<std::string_view> texts) {
  return std::ranges::find(texts, token.text) != texts.end();
}

bool is_number(const LineToken& token) {
  return token.shape == TokenShape::kNumber || token.shape == TokenShape::kAlphanumeric;
}

// Only furniture phrases, numbers and punctuation, and at least one phrase.
struct WholeLine {
  bool furniture = false, zone = false;
};
WholeLine judge_whole_line(const std::vector<LineToken>& tokens, const Lexicon& lexicon) {
  WholeLine verdict;
  bool quoted = false;
  for (std::size_t i = 0; i < tokens.size();) {
    if (!is_word(tokens[i]) || is_number(tokens[i])) {
      quoted |= is_any(tokens[i], {"\"", "\u201c", "\u2018"});
      ++i;
      continue;
    }
    const PhraseMatch match = phrase_at(tokens, i, WordClass::kBoilerplateWord, lexicon);
    if (match.entry == nullptr) return {};
    const Roles roles = roles_of(*match.entry);
    if (!roles.line && !roles.zone && !(roles.label && i == 0)) return {};
    verdict.zone |= roles.zone;
    verdict.furniture = true;
    i += match.length;
  }
  return quoted ? WholeLine() : verdict;
}

bool is_label(const std::vector<LineToken>& tokens, const Lexicon& lexicon) {
  std::size_t first = 0;
  while (first < tokens.size() && is_any(tokens[first], {"(", "[", "*", "\u2022", "\u25ba", "\u00bb", ">", "|"}))
    ++first;
  if (first == tokens.size()) return false;
  const PhraseMatch match = phrase_at(tokens, first, WordClass::kBoilerplateWord, lexicon);
  if (match.entry == nullptr || !roles_of(*match.entry).label) return false;
  const std::size_t after = first + match.length;
  return after < tokens.size() && is_any(tokens[after], {":", "|", "\u00bb", "\u203a", ">", "\u2192"});
}

bool is_speech(const LineToken& token) {
  return is_any(token, {"said", "says", "told", "asked", "added", "saying", "wrote", "replied"});
}

bool is_quotation_mark(const LineToken& token) { return is_any(token, {"\"", "\u201c", "\u201d"}); }

// Points for promotion, points off for speech. Some phrase must say it plainly: single words ("our", "free", "video")
// never add up to furniture by themselves.
bool sounds_like_promotion(const std::vector<LineToken>& tokens, const Lexicon& lexicon) {
  int points = 0;
  bool plainly = false, begins_sentence = true;
  std::vector<const LexiconEntry*> seen;
  for (std::size_t i = 0; i < tokens.size();) {
    if (is_speech(tokens[i]) || is_quotation_mark(tokens[i])) points -= 2;
    const PhraseMatch match = phrase_at(tokens, i, WordClass::kBoilerplateWord, lexicon);
    if (match.entry != nullptr) {
      const Roles roles = roles_of(*match.entry);
      const int found = std::max(begins_sentence ? roles.opens : 0, roles.word);
      if (found > 0 && std::ranges::find(seen, match.entry) == seen.end()) {
        seen.push_back(match.entry);
        points += found;
        plainly |= found >= 2;
      }
    }
    const std::size_t length = std::max<std::size_t>(match.length, 1);
    begins_sentence = is_any(tokens[i + length - 1], {".", "!", "?", ":", "|", "(", "\u2022"});
    i += length;
  }
  return plainly && points >= kEnough;
}

// Where promotion runs into the lead without a space: a small letter before a capital ("OnlyFinance"), the part before
// it promotion, the part after it long. Gives the byte where the lead begins.
std::optional<std::uint32_t> glued_lead(std::string_view text, const Resources& resources) {
  static constexpr std::size_t kLongestPromotion = 600;
  for (std::size_t i = 1; i < std::min(text.size(), kLongestPromotion); ++i) {
    const bool small = (text[i - 1] >= 'a' && text[i - 1] <= 'z') || text[i - 1] == '.' || text[i - 1] == '!';
    if (!small || text[i] < 'A' || text[i] > 'Z') continue;
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
    if (draft.features(i).is_prose() && !judge_line(draft.text(draft.pieces[i]), resources).furniture) return;
  }
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
  const std::vector<LineToken> tokens = line_tokens(line, resources.lexicon, kLongestLine + 1);
  if (tokens.empty() || tokens.size() > kLongestLine) return {};
  const WholeLine whole = judge_whole_line(tokens, resources.lexicon);
  if (whole.furniture) return {true, whole.zone, RuleId(whole.zone ? "furniture.comments" : "furniture.line")};
  if (is_label(tokens, resources.lexicon)) return {true, false, RuleId("furniture.label")};
  if (sounds_like_promotion(tokens, resources.lexicon)) return {true, false, RuleId("furniture.promotion")};
  return {};
}

void mark_furniture(Draft& draft, const Resources& resources) {
  cut_glued_promotion(draft, resources);
  std::optional<std::size_t> comments;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (!draft.is_body(i)) continue;
    const FurnitureVerdict verdict = judge_line(draft.text(draft.pieces[i]), resources);
    if (!verdict.furniture) continue;
    draft.mark(i, ParagraphClass::kBoilerplate, verdict.rule);
    if (verdict.opens_comments && !comments) comments = i;
  }
  if (comments) mark_comments(draft, *comments);
}

}  // namespace newsloupe
