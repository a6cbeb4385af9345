// Which passages between quotation marks are speech, and of what kind.
#include <algorithm>

#include "core/annotate/annotate.h"
#include "core/annotate/quote_marks.h"
#include "core/annotate/token_reader.h"
#include "core/base/sorting.h"

namespace newsloupe {
namespace {

constexpr RuleId kSentenceRule{"quote.sentence"};
constexpr RuleId kFragmentRule{"quote.fragment"};
constexpr RuleId kContinuedRule{"quote.continued"};
constexpr RuleId kReopenedRule{"quote.reopened"};
constexpr RuleId kUnclosedRule{"quote.unclosed"};
constexpr RuleId kBlockRule{"quote.block"};
constexpr RuleId kTranscriptRule{"quote.transcript"};

class QuoteAnnotator {
 public:
  explicit QuoteAnnotator(const TokenReader& tokens) : doc_(tokens.doc()), tokens_(tokens) {}

  Layer<Quote> run() {
    for (const MarkedPassage& passage : find_marked_passages(tokens_)) {
      const Paragraph* paragraph = doc_.paragraph_at(tokens_.span(passage.open).begin);
      if (paragraph != nullptr && is_body(paragraph->paragraph_class)) read(passage);
    }
    find_transcript_lines();
    find_blocks();
    return Layer<Quote>(std::move(quotes_));
  }

 private:
  struct Shape;  // what a passage looks like
  [[nodiscard]] Shape shape_of(const MarkedPassage& passage) const;
  [[nodiscard]] bool is_name(const MarkedPassage& passage, const Shape& shape) const;
  [[nodiscard]] bool is_sentence(const MarkedPassage& passage, const Shape& shape) const;
  void read(const MarkedPassage& passage);
  void find_transcript_lines();
  void find_blocks();
  [[nodiscard]] bool is_topic(TokenSpan label) const;
  [[nodiscard]] std::uint32_t transcript_colon(const Paragraph& paragraph) const;
  [[nodiscard]] bool introduces_speech(const Paragraph& paragraph) const;
  [[nodiscard]] bool holds_quote(TextSpan span) const;

  const SegmentedDocument& doc_;
  const TokenReader& tokens_;
  std::vector<Quote> quotes_;
};

struct QuoteAnnotator::Shape {
  std::uint32_t words = 0;
  bool capital_first = false;  // the first word is capitalised
  bool title_case = false;     // so is every word of more than three letters
  bool lower_word = false;     // some word is in lower case
  bool ends_sentence = false;  // . ! ? or ... before the closing mark or right behind it
  bool ends_inside = false;    // ... or a comma, inside the marks
  bool starts_sentence = false;
  bool after_pause = false;  // a comma, colon or dash stands before the opening mark
};

QuoteAnnotator::Shape QuoteAnnotator::shape_of(const MarkedPassage& passage) const {
  Shape shape;
  shape.title_case = true;
  const TokenSpan content = passage.content();
  for (std::uint32_t t = content.begin; t < content.end; ++t) {
    if (!tokens_.is_word(t)) continue;
    const bool capital = tokens_.is_capitalized(t) || tokens_.has_shape(t, TokenShape::kNumber);
    if (shape.words == 0) shape.capital_first = capital;
    if (!capital) shape.lower_word = true;
    if (!capital && tokens_.text(t).size() > 3) shape.title_case = false;
    ++shape.words;
  }
  const std::uint32_t last = content.end - 1;
  shape.ends_inside = tokens_.is_terminal(last) || tokens_.is_comma(last) || tokens_.is_dash(last);
  const std::uint32_t behind = passage.end();
  const Paragraph* paragraph = doc_.paragraph_at(tokens_.span(passage.open).begin);
  const bool at_end = paragraph != nullptr && behind >= paragraph->tokens.end;
  shape.ends_sentence = tokens_.is_terminal(last) || at_end || tokens_.is_terminal(behind);
  const Sentence* sentence = doc_.sentence_at(tokens_.span(passage.open).begin);
  shape.starts_sentence = sentence == nullptr || sentence->tokens.begin == passage.open ||
                          (paragraph != nullptr && paragraph->tokens.begin == passage.open) ||
                          tokens_.is_terminal(passage.open - 1);
  const std::uint32_t before = passage.open - 1;
  shape.after_pause = tokens_.is_comma(before) || tokens_.says(before, ":") || tokens_.is_dash(before);
  return shape;
}

// Nicknames, titles of works, names of programmes and words spoken about: nobody utters them here.
bool QuoteAnnotator::is_name(const MarkedPassage& passage, const Shape& shape) const {
  const std::uint32_t before = passage.open - 1;
  const bool said_before = tokens_.is(before, WordClass::kReportingVerb) || tokens_.says(before, ":") ||
                           (tokens_.is_comma(before) && tokens_.is(before - 1, WordClass::kReportingVerb));
  if (shape.words == 0) return true;
  if (shape.words <= 3 && !shape.starts_sentence && tokens_.is_capitalized(before) && shape.capital_first &&
      tokens_.is_capitalized(passage.end())) {
    return true;  // Joan "Red" Weaver
  }
  if (tokens_.says_any(before, {"so-called", "titled", "entitled", "nicknamed", "codenamed", "dubbed", "named", "term",
                                "word", "phrase", "slogan", "words", "motto", "hashtag", "theme", "acronym"})) {
    constexpr std::uint32_t kLongestTitle = 16;
    if (tokens_.says_any(before, {"titled", "entitled"})) return shape.words <= kLongestTitle;
    return shape.words <= 6 && !(shape.capital_first && shape.lower_word && tokens_.is_terminal(passage.close - 1));
  }
  if (tokens_.says(before, "called") && tokens_.says_any(before - 1, {"so", "-"})) return true;
  if (tokens_.says(before, "as") && tokens_.says_any(before - 1, {"known"}) && shape.words <= 5) return true;
  const bool mid_sentence = !shape.starts_sentence && !said_before;
  const bool one_name = shape.capital_first && !shape.lower_word && shape.words <= 8;
  if (mid_sentence && (one_name || (shape.capital_first && shape.title_case && shape.words <= 10))) {
    return !tokens_.says_any(passage.close - 1, {"!", "?"});
  }
  // A line of its own between single marks is a heading.
  const Paragraph* paragraph = doc_.paragraph_at(tokens_.span(passage.open).begin);
  if (passage.single && paragraph != nullptr && paragraph->tokens == TokenSpan{passage.open, passage.end()}) {
    return shape.words <= 8;
  }
  // A title that opens a sentence: "The Long Road" opens on Friday.
  return shape.starts_sentence && shape.title_case && shape.capital_first && shape.words >= 2 && shape.words <= 8 &&
         !shape.ends_inside && !shape.ends_sentence;
}

bool QuoteAnnotator::is_sentence(const MarkedPassage& passage, const Shape& shape) const {
  const std::uint32_t before = passage.open - 1;
  const bool introduced = shape.after_pause || tokens_.is(before, WordClass::kReportingVerb);
  if (shape.starts_sentence) return shape.ends_inside || (shape.ends_sentence && shape.words >= 3);
  if (!introduced) return false;
  return shape.capital_first && (shape.ends_inside || shape.ends_sentence);
}

void QuoteAnnotator::read(const MarkedPassage& passage) {
  const Shape shape = shape_of(passage);
  if (is_name(passage, shape)) return;
  Quote quote;
  quote.span = doc_.text_from_tokens(passage.content());
  quote.marked = {tokens_.span(passage.open).begin, tokens_.span(passage.end() - 1).end};
  const bool sentence = passage.reopened || is_sentence(passage, shape);
  quote.kind = sentence ? QuoteKind::kDirect : QuoteKind::kMixed;
  quote.rule = sentence ? kSentenceRule : kFragmentRule;
  if (passage.reopened) quote.rule = kReopenedRule;
  if (!passage.closed) quote.rule = kUnclosedRule;
  // "We will wait," she said, "and then decide.": the second half is direct though it begins in lower case.
  if (!sentence && shape.after_pause && tokens_.is_terminal(passage.close - 1) && !quotes_.empty()) {
    const Quote& last = quotes_.back();
    const Sentence* here = doc_.sentence_at(quote.marked.begin);
    const bool same = here != nullptr && last.marked.end > here->span.begin;
    if (same && last.kind == QuoteKind::kDirect) {
      quote.kind = QuoteKind::kDirect;
      quote.rule = kContinuedRule;
    }
  }
  quotes_.push_back(quote);
}

bool QuoteAnnotator::holds_quote(TextSpan span) const {
  const auto last =
      std::partition_point(quotes_.begin(), quotes_.end(), [&](const Quote& q) { return q.marked.begin < span.end; });
  return last != quotes_.begin() && std::prev(last)->marked.end > span.begin;
}

// "Advantages:", "Key points:": what the paragraph is about, and nobody who speaks.
bool QuoteAnnotator::is_topic(TokenSpan label) const {
  constexpr WordClasses kSomebody = WordClass::kGivenName | WordClass::kFamilyName | WordClass::kOffice |
                                    WordClass::kPersonNoun | WordClass::kHonorific;
  for (std::uint32_t t = label.begin; t < label.end; ++t) {
    if (tokens_.is(t, kSomebody) || tokens_.has_shape(t, TokenShape::kAllCaps)) return false;
  }
  std::string_view last = tokens_.text(label.end - 1);
  if (last == "Question" || last == "Answer") return false;
  const auto everyday = [&](std::string_view word) {
    return tokens_.lexicon().entry(WordClass::kCommonWord, tokens_.lexicon().find(fold_word(word))) != nullptr;
  };
  return everyday(last) || (last.ends_with('s') && everyday(last.substr(0, last.size() - 1)));
}

// The colon of "WEAVER: We agree." and "Joan Weaver: We agree."; 0 where the paragraph does not begin so.
std::uint32_t QuoteAnnotator::transcript_colon(const Paragraph& paragraph) const {
  constexpr std::uint32_t kLongestName = 5;
  for (std::uint32_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
    const std::uint32_t words = t - paragraph.tokens.begin;
    if (tokens_.says(t, ":"))
      return words > 0 && t + 2 < paragraph.tokens.end && !is_topic({paragraph.tokens.begin, t}) ? t : 0;
    if (words >= kLongestName) return 0;
    const bool name = tokens_.is_capitalized(t) || tokens_.says(t, "-") || tokens_.is_possessive(t);
    if (!name) return 0;
  }
  return 0;
}

// Lines of a transcript or an interview. One such line is a heading; several, and one name that comes again, are talk.
void QuoteAnnotator::find_transcript_lines() {
  struct Line {
    std::uint32_t colon;
    TokenSpan paragraph;
  };
  std::vector<Line> lines;
  for (const Paragraph& paragraph : doc_.paragraphs) {
    if (!is_body(paragraph.paragraph_class) || paragraph.tokens.empty()) continue;
    if (const std::uint32_t colon = transcript_colon(paragraph)) lines.push_back({colon, paragraph.tokens});
  }
  const auto name = [&](const Line& line) {
    return doc_.text(doc_.text_from_tokens({line.paragraph.begin, line.colon}));
  };
  std::vector<std::string_view> names;
  for (const Line& line : lines) names.push_back(name(line));
  sort_items(names);
  if (lines.size() < 3 || std::adjacent_find(names.begin(), names.end()) == names.end()) return;
  std::vector<Quote> talk;
  for (const Line& line : lines) {
    Quote quote;
    quote.span = doc_.text_from_tokens({line.colon + 1, line.paragraph.end});
    if (holds_quote(quote.span)) continue;
    quote.marked = quote.span;
    quote.rule = kTranscriptRule;
    talk.push_back(quote);
  }
  quotes_.insert(quotes_.end(), talk.begin(), talk.end());
  sort_items(quotes_, [](const Quote& a, const Quote& b) { return a.span.begin < b.span.begin; });
}

bool QuoteAnnotator::introduces_speech(const Paragraph& paragraph) const {
  const TokenSpan span = paragraph.tokens;
  if (span.size() < 3 || !tokens_.says(span.end - 1, ":")) return false;
  const Sentence* last = doc_.sentence_at(tokens_.span(span.end - 1).begin);
  const std::uint32_t begin = last != nullptr ? last->tokens.begin : span.begin;
  for (std::uint32_t t = begin; t < span.end; ++t) {
    const LexiconEntry* verb = tokens_.entry(WordClass::kReportingVerb, t);
    if (verb == nullptr || verb->columns.size() < 3 || verb->columns[1] == "base") continue;  // "you could read it:"
    if (tokens_.says(t + 1, "that")) return false;  // "who believed that there are kinds, shown below:"
    const std::string_view frames = verb->columns[2];
    const bool speech = frames.find("say") != std::string_view::npos || frames.find("quote") != std::string::npos ||
                        frames.find("tell") != std::string::npos;
    if (speech || tokens_.says_any(t, {"wrote", "writes", "tweeted", "posted", "stated"})) return true;
  }
  return false;
}

// A paragraph without marks behind "The minister wrote:" is what she wrote.
void QuoteAnnotator::find_blocks() {
  constexpr std::uint32_t kFewestTokens = 6;
  const Paragraph* before = nullptr;
  std::vector<Quote> blocks;
  for (const Paragraph& paragraph : doc_.paragraphs) {
    if (!is_body(paragraph.paragraph_class) || paragraph.tokens.empty()) continue;
    if (before != nullptr && introduces_speech(*before) && paragraph.tokens.size() >= kFewestTokens &&
        !holds_quote(paragraph.span)) {
      Quote quote;
      quote.span = doc_.text_from_tokens(paragraph.tokens);
      quote.marked = quote.span;
      quote.rule = kBlockRule;
      blocks.push_back(quote);
    }
    before = &paragraph;
  }
  quotes_.insert(quotes_.end(), blocks.begin(), blocks.end());
}

}  // namespace

Layer<Quote> annotate_quotes(const TokenReader& tokens) { return QuoteAnnotator(tokens).run(); }

}  // namespace newsloupe
