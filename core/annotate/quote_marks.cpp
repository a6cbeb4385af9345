#include "core/annotate/quote_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/sorting.h"

namespace newsloupe {
namespace {

enum class Family : std::uint8_t { kStraight, kCurly, kAngled, kSingle };
enum class Side : std::uint8_t { kEither, kOpening, kClosing };

struct Sign {
  std::string_view text;
  Family family;
  Side side;
};

constexpr std::array<Sign, 12> kSigns = {{{"\"", Family::kStraight, Side::kEither},
                                          {"\u201C", Family::kCurly, Side::kOpening},
                                          {"\u201D", Family::kCurly, Side::kClosing},
                                          {"\u201E", Family::kCurly, Side::kOpening},
                                          {"`", Family::kStraight, Side::kOpening},  // two: ``so''
                                          {"\u00AB", Family::kAngled, Side::kOpening},
                                          {"\u00BB", Family::kAngled, Side::kClosing},
                                          {"\u2039", Family::kAngled, Side::kOpening},
                                          {"\u203A", Family::kAngled, Side::kClosing},
                                          {"'", Family::kSingle, Side::kEither},
                                          {"\u2018", Family::kSingle, Side::kOpening},
                                          {"\u2019", Family::kSingle, Side::kClosing}}};

struct Mark {
  std::uint32_t token = 0;
  Family family = Family::kStraight;
  bool can_open = false;
  bool can_close = false;
  std::uint32_t width = 1;  // in tokens: `` and '' are two
};

// A passage that nobody closed ends at the comma before its own attribution: "We came at dawn, Joan Weaver said later.
std::uint32_t before_attribution(const TokenReader& tokens, std::uint32_t open, std::uint32_t end) {
  constexpr std::uint32_t kLongestSubject = 5, kLongestRest = 3;
  if (end > open && tokens.is_terminal(end - 1)) --end;
  for (std::uint32_t verb = end; verb > open + 3 && end - verb <= kLongestRest; --verb) {
    if (!tokens.is(verb - 1, WordClass::kReportingVerb)) continue;
    std::uint32_t subject = verb - 1;
    while (subject > open && verb - subject <= kLongestSubject && !tokens.is_comma(subject - 1)) --subject;
    const bool named = tokens.is_capitalized(subject) || tokens.says_any(subject, {"he", "she", "they"});
    if (named && subject + 1 < verb && tokens.is_comma(subject - 1)) return subject;
  }
  return 0;
}

// Reads the marks of one paragraph and pairs them. A stack holds what is open; only its lowest pair is kept.
class ParagraphPairing {
 public:
  ParagraphPairing(const TokenReader& tokens, TokenSpan paragraph) : tokens_(tokens), paragraph_(paragraph) {
    for (std::uint32_t t = paragraph.begin; t < paragraph.end; ++t) {
      const std::optional<Mark> mark = read_mark(t);
      if (!mark) continue;
      marks_.push_back(*mark);
      t += mark->width - 1;
    }
    count_from_the_end();
  }

  // True where the paragraph's first token opens a passage of this family: how a running quote is taken up again.
  [[nodiscard]] bool reopens(Family family) const {
    return !marks_.empty() && marks_.front().token == paragraph_.begin && marks_.front().can_open &&
           marks_.front().family == family;
  }

  // True where the first mark can only close: a quote that the paragraph before opened and the text broke in two.
  [[nodiscard]] bool closes_first(Family family) const {
    return !marks_.empty() && marks_.front().can_close && !marks_.front().can_open && marks_.front().family == family;
  }

  // Pairs the marks. `running` is a passage left open by the paragraph before; what is still open at the end comes
  // back.
  std::optional<Mark> pair(std::optional<Mark> running, std::vector<MarkedPassage>& out);

 private:
  // Marks of each family at or after an index that can only open, and that can close (single: at all).
  struct Ahead {
    std::array<std::uint32_t, 4> opening{}, closing{};
    [[nodiscard]] std::uint32_t singles() const { return closing[static_cast<std::size_t>(Family::kSingle)]; }
  };
  void count_from_the_end();
  [[nodiscard]] std::optional<Mark> read_mark(std::uint32_t token) const;
  [[nodiscard]] bool opens_here(std::uint32_t token, std::uint32_t width) const;
  [[nodiscard]] bool closes_here(std::uint32_t token, std::uint32_t width) const;
  [[nodiscard]] bool is_inches(std::size_t index) const;
  [[nodiscard]] bool single_opens(std::size_t index) const;
  [[nodiscard]] bool answers(const Mark& open, std::size_t index) const;
  void take(std::size_t index, bool running, std::vector<MarkedPassage>& out);
  void close_unfinished(const Mark& open, std::uint32_t limit, std::vector<MarkedPassage>& out) const;

  const TokenReader& tokens_;
  TokenSpan paragraph_;
  std::vector<Mark> marks_;
  std::vector<Ahead> ahead_;  // by index of the mark, one more at the end
  std::vector<Mark> stack_;
};

void ParagraphPairing::count_from_the_end() {
  if (marks_.empty()) return;
  ahead_.resize(marks_.size() + 1);
  for (std::size_t i = marks_.size(); i-- > 0;) {
    ahead_[i] = ahead_[i + 1];
    const auto family = static_cast<std::size_t>(marks_[i].family);
    if (marks_[i].can_open && !marks_[i].can_close) ++ahead_[i].opening[family];
    if (marks_[i].can_close && !marks_[i].can_open) ++ahead_[i].closing[family];
  }
}

// White space, a bracket or a dash stands before it, and text right behind it.
bool ParagraphPairing::opens_here(std::uint32_t token, std::uint32_t width) const {
  if (token + width >= paragraph_.end || tokens_.space_before(token + width)) return false;
  if (token == paragraph_.begin || tokens_.space_before(token)) return true;
  const std::string_view before = tokens_.text(token - 1);
  return before == "(" || before == "[" || before == ":" || tokens_.is_dash(token - 1) || before == "/" ||
         std::any_of(kSigns.begin(), kSigns.end(),
                     [&](const Sign& s) { return s.text == before && s.side != Side::kClosing; });
}

bool ParagraphPairing::closes_here(std::uint32_t token, std::uint32_t width) const {
  if (token == paragraph_.begin || tokens_.space_before(token)) return false;
  const std::uint32_t next = token + width;
  return next >= paragraph_.end || tokens_.space_before(next) || tokens_.is_punctuation(next);
}

// The sign of inches inside a quote ("he is 6'2\u201D,\u201D she said"): a number before it, another closing mark
// behind.
bool ParagraphPairing::is_inches(std::size_t index) const {
  const Mark& mark = marks_[index];
  if (mark.family == Family::kSingle || !tokens_.has_shape(mark.token - 1, TokenShape::kNumber)) return false;
  if (index + 1 >= marks_.size() || !marks_[index + 1].can_close || marks_[index + 1].family != mark.family)
    return false;
  return marks_[index + 1].token <= mark.token + 2;
}

std::optional<Mark> ParagraphPairing::read_mark(std::uint32_t token) const {
  if (!tokens_.is_punctuation(token) || tokens_.says_any(token, {",", ".", "-", "(", ")", ":"})) return std::nullopt;
  const std::string_view text = tokens_.text(token);
  const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.text == text; });
  if (sign == kSigns.end()) return std::nullopt;
  const bool pair = (text == "'" || text == "`") && token + 1 < paragraph_.end && tokens_.text(token + 1) == text &&
                    !tokens_.space_before(token + 1);
  if (text == "`" && !pair) return std::nullopt;
  const std::uint32_t width = pair ? 2 : 1;
  const Family family = pair ? Family::kStraight : sign->family;
  const bool opens = opens_here(token, width);
  const bool closes = closes_here(token, width);
  if (sign->side == Side::kEither && !tokens_.space_before(token) && !opens && token > paragraph_.begin &&
      tokens_.has_shape(token - 1, TokenShape::kNumber) && family == Family::kStraight) {
    // 6'2" and 14": inches, unless something is open that the mark can close.
    return Mark{token, family, false, true, width};
  }
  if (family == Family::kSingle) return Mark{token, family, opens && !closes, closes && !opens, width};
  // The place wins over the sign where it is clear: keyboards and editors turn curly marks the wrong way.
  const bool opening = opens != closes ? opens : sign->side == Side::kOpening || (sign->side == Side::kEither && opens);
  const bool closing = opens != closes ? closes : sign->side == Side::kClosing;
  return Mark{token, family, opening || (!closing && sign->side == Side::kEither),
              closing || (!opening && sign->side == Side::kEither), width};
}

// A single mark opens only where another closes it in the same paragraph: "the '90s" and "rock 'n' roll" do not.
bool ParagraphPairing::single_opens(std::size_t index) const {
  if (!marks_[index].can_open) return false;
  const std::uint32_t next = marks_[index].token + 1;
  if (tokens_.has_shape(next, TokenShape::kNumber)) return false;
  const bool one_letter = tokens_.text(next).size() == 1 && !tokens_.space_before(next + 1);
  if (one_letter && index + 1 < marks_.size() && marks_[index + 1].token == next + 1) return false;
  return ahead_[index + 1].singles() > 0;
}

bool ParagraphPairing::answers(const Mark& open, std::size_t index) const {
  const Mark& mark = marks_[index];
  if (!mark.can_close) return false;
  if (open.family == Family::kSingle || mark.family == Family::kSingle) {
    if (open.family != mark.family) return false;
    // A plural's apostrophe ("the countries' plans") closes nothing while a clearer mark follows.
    if (tokens_.is_punctuation(mark.token - 1) || !tokens_.ends_in(mark.token - 1, "s")) return true;
    return ahead_[index + 1].singles() == 0;
  }
  return (open.family == Family::kAngled) == (mark.family == Family::kAngled);
}

void ParagraphPairing::close_unfinished(const Mark& open, std::uint32_t limit, std::vector<MarkedPassage>& out) const {
  // Where another quote follows in the paragraph, this one ends with its sentence.
  std::uint32_t end = limit;
  const Sentence* sentence = tokens_.doc().sentence_at(tokens_.span(open.token).begin);
  if (sentence != nullptr) end = std::min(end, sentence->tokens.end);
  while (end > open.token + 1 && tokens_.says(end - 1, ",")) --end;
  if (const std::uint32_t told = before_attribution(tokens_, open.token, end); told != 0) end = told;
  if (end > open.token + 1) out.push_back({open.token, end, open.width, open.family == Family::kSingle, false, false});
}

void ParagraphPairing::take(std::size_t index, bool running, std::vector<MarkedPassage>& out) {
  const Mark& mark = marks_[index];
  if (!stack_.empty() && is_inches(index)) return;
  if (!stack_.empty() && answers(stack_.back(), index) && !(mark.can_open && stack_.back().family != mark.family)) {
    const Mark open = stack_.back();
    stack_.pop_back();
    if (!stack_.empty()) return;
    const bool reopened = running && open.token < paragraph_.begin;
    out.push_back({open.token, mark.token, open.width, open.family == Family::kSingle, true, reopened});
    return;
  }
  const bool opens = mark.family == Family::kSingle ? single_opens(index) : mark.can_open;
  if (!opens) return;
  if (!stack_.empty() && stack_.back().family == mark.family) {
    // The same sign opens twice. It is nested when enough marks follow to close both, else the first was never closed.
    const auto family = static_cast<std::size_t>(mark.family);
    const Ahead& ahead = ahead_[index + 1];
    if (ahead.closing[family] <= ahead.opening[family] + stack_.size()) {
      if (stack_.front().token >= paragraph_.begin) close_unfinished(stack_.front(), mark.token, out);
      stack_.clear();
    }
  }
  stack_.push_back(mark);
}

std::optional<Mark> ParagraphPairing::pair(std::optional<Mark> running, std::vector<MarkedPassage>& out) {
  std::size_t first = 0;
  if (running) {
    stack_.push_back(*running);
    first = reopens(running->family) ? 1 : 0;  // behind the mark that takes the quote up again
  }
  for (std::size_t index = first; index < marks_.size(); ++index) take(index, running.has_value(), out);
  if (stack_.empty() || stack_.front().family == Family::kSingle) return std::nullopt;
  return stack_.front();
}

// Carries what is open from paragraph to paragraph.
class Scan {
 public:
  explicit Scan(const TokenReader& tokens) : tokens_(tokens) {}

  std::vector<MarkedPassage> run() {
    for (const Paragraph& paragraph : tokens_.doc().paragraphs) {
      if (feeds_analysis(paragraph.paragraph_class) && !paragraph.tokens.empty()) read(paragraph.tokens);
    }
    give_up_running();
    return std::move(found_);
  }

 private:
  void read(TokenSpan paragraph) {
    ParagraphPairing pairing(tokens_, paragraph);
    // Lines of one quotation, each a paragraph: only what begins a paragraph goes on without a mark.
    const bool goes_on =
        running_ && last_end_ == first_end_ && opens_paragraph() && pairing.closes_first(running_->family);
    if (running_ && !goes_on && !pairing.reopens(running_->family)) give_up_running();
    running_ = pairing.pair(running_, found_);
    // Only what begins like a sentence is taken up again by the next paragraph; a fragment ends here.
    if (running_ && !tokens_.is_capitalized(running_->token + running_->width)) {
      first_end_ = last_end_ = paragraph.end;
      give_up_running();
    }
    if (running_) {
      if (running_->token >= paragraph.begin) first_end_ = paragraph.end;
      last_end_ = paragraph.end;
    }
  }

  [[nodiscard]] bool opens_paragraph() const {
    const Paragraph* paragraph = tokens_.doc().paragraph_at(tokens_.span(running_->token).begin);
    return paragraph != nullptr && paragraph->tokens.begin == running_->token;
  }

  // No paragraph takes the open quote up: it holds what was opened so far.
  void give_up_running() {
    if (!running_) return;
    std::uint32_t end = last_end_;
    const TextSpan open = tokens_.span(running_->token);
    const Sentence* sentence = tokens_.doc().sentence_at(open.begin);
    const bool whole = opens_paragraph();
    if (last_end_ == first_end_ && sentence != nullptr) {
      const std::uint32_t told = before_attribution(tokens_, running_->token, sentence->tokens.end);
      if (!whole || told != 0) end = std::min(end, told != 0 ? told : sentence->tokens.end);
    }
    if (end > running_->token + 1) {
      found_.push_back({running_->token, end, running_->width, false, false, last_end_ != first_end_});
    }
    running_.reset();
  }

  const TokenReader& tokens_;
  std::vector<MarkedPassage> found_;
  std::optional<Mark> running_;
  std::uint32_t first_end_ = 0;  // end of the paragraph that opened the running quote
  std::uint32_t last_end_ = 0;   // end of the last paragraph that took it up
};

}  // namespace

std::vector<MarkedPassage> find_marked_passages(const TokenReader& tokens) {
  std::vector<MarkedPassage> found = Scan(tokens).run();
  sort_items(found, [](const MarkedPassage& a, const MarkedPassage& b) { return a.open < b.open; });
  // What lies inside another passage is not listed.
  std::vector<MarkedPassage> outer;
  for (const MarkedPassage& passage : found) {
    if (passage.content().empty()) continue;
    if (outer.empty() || passage.open >= outer.back().close) outer.push_back(passage);
  }
  return outer;
}

}  // namespace newsloupe
