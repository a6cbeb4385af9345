#include "core/compare/quote_alignment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/base/sorting.h"
#include "core/compare/word_alignment.h"
#include "core/compare/word_forms.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostWords = 400;         // longer renderings are compared up to here
constexpr std::uint32_t kMostReplaced = 8;      // words; a negation in a longer change says little of what it denies
constexpr std::uint32_t kLittleInCommon = 500;  // thousandths of the shorter rendering's words

using Range = std::pair<std::uint32_t, std::uint32_t>;  // words, half-open

bool is_negation(std::string_view word) {
  static constexpr std::array<std::string_view, 5> kNegations = {"not", "no", "never", "cannot", "without"};
  return std::find(kNegations.begin(), kNegations.end(), word) != kNegations.end() || word.ends_with("n't");
}

// What stands between two words, without spaces and quotation marks; dashes and ellipses in one form each.
std::string marks_between(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kForms = {{{"“", ""},
                                                                                            {"”", ""},
                                                                                            {"‘", ""},
                                                                                            {"’", ""},
                                                                                            {"«", ""},
                                                                                            {"»", ""},
                                                                                            {"…", "..."},
                                                                                            {". . .", "..."},
                                                                                            {"–", "-"},
                                                                                            {"—", "-"},
                                                                                            {"―", "-"},
                                                                                            {"--", "-"}}};
  std::string marks;
  for (std::size_t i = 0; i < text.size();) {
    const auto form =
        std::find_if(kForms.begin(), kForms.end(), [&](const auto& f) { return text.substr(i).starts_with(f.first); });
    if (form != kForms.end()) {
      marks += form->second;
      i += form->first.size();
      continue;
    }
    const char c = text[i++];
    if (c != ' ' && c != '\n' && c != '"' && c != '\'') marks += c;
  }
  return marks;
}

bool has_ellipsis(std::string_view marks) { return marks.find("...") != std::string_view::npos; }
bool has_bracket(std::string_view marks) { return marks.find_first_of("[]") != std::string_view::npos; }

// One rendering as words, with what stands around each.
class Side {
 public:
  explicit Side(const Rendering& rendering) : rendering_(rendering) {
    words_ = rendering.words->at(rendering.words->words_in(rendering.span));
    words_ = words_.subspan(0, std::min(words_.size(), kMostWords));
    bool inside = false;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      for (const char c : marks_before(i)) inside = c == '[' || (inside && c != ']');
      bracketed_.push_back(inside);
    }
  }

  [[nodiscard]] std::span<const Word> words() const { return words_; }
  [[nodiscard]] std::span<const Word> words(Range r) const { return words_.subspan(r.first, r.second - r.first); }

  // Marks between a word and the one before; those at the ends too.
  [[nodiscard]] std::string marks_before(std::uint32_t i) const {
    const std::uint32_t from = i > 0 ? words_[i - 1].span.end : rendering_.span.begin;
    const std::uint32_t to = i < words_.size() ? words_[i].span.begin : rendering_.span.end;
    return marks_between(rendering_.article->text({from, std::max(from, to)}));
  }
  // The marks from the word before the range to the word after it.
  [[nodiscard]] std::string marks_around(Range r) const {
    std::string marks;
    for (std::uint32_t i = r.first; i <= r.second; ++i) marks += marks_before(i);
    return marks;
  }
  [[nodiscard]] bool is_bracketed(Range r) const {
    bool all = r.first < r.second;
    for (std::uint32_t i = r.first; i < r.second; ++i) all = all && bracketed_[i];
    return all;
  }

  [[nodiscard]] TextSpan span_of(Range r) const {
    if (r.first < r.second) return {words_[r.first].span.begin, words_[r.second - 1].span.end};
    const std::uint32_t at = r.first > 0 ? words_[r.first - 1].span.end : rendering_.span.begin;
    return {at, at};
  }
  [[nodiscard]] TextSpan before_word(std::uint32_t i) const { return {words_[i - 1].span.end, words_[i].span.begin}; }

  // Written as a name: in a name, or with a capital where none begins the sentence.
  [[nodiscard]] bool is_name(std::uint32_t i) const {
    if (words_[i].name) return true;
    const std::string_view text = rendering_.article->text(words_[i].span);
    const std::string marks = marks_before(i);
    const bool begins = i == 0 || marks.find_first_of(".!?:") != std::string::npos;
    return words_[i].content && !words_[i].number && !begins && text.front() >= 'A' && text.front() <= 'Z';
  }
  [[nodiscard]] bool are_names(Range r) const {
    for (std::uint32_t i = r.first; i < r.second; ++i) {
      if (!is_name(i)) return false;
    }
    return r.first < r.second;
  }

  // Set off by marks or a conjunction on both ends: it can be left out without touching what stands around it.
  [[nodiscard]] bool stands_alone(Range r, const Vocabulary& set) const {
    static constexpr std::array<std::string_view, 7> kJoining = {"and", "but", "or", "nor", "because", "so", "then"};
    const auto joins = [&](std::uint32_t i) {
      return std::find(kJoining.begin(), kJoining.end(), set.text(words_[i].word)) != kJoining.end();
    };
    const bool before = r.first == 0 || !marks_before(r.first).empty() || joins(r.first);
    const bool after = r.second == words_.size() || !marks_before(r.second).empty() || joins(r.second);
    return before && after;
  }

 private:
  const Rendering& rendering_;
  std::span<const Word> words_;
  std::vector<bool> bracketed_;  // by word
};

// An edit with the words on both sides.
struct Change {
  QuoteEdit edit;
  Range a, b;
  [[nodiscard]] std::uint32_t in_a() const { return a.second - a.first; }
  [[nodiscard]] std::uint32_t in_b() const { return b.second - b.first; }
};

// Reads the gaps of one alignment into changes.
class EditReader {
 public:
  EditReader(const Rendering& a, const Rendering& b, const Vocabulary& set) : a_(a), b_(b), set_(set) {
    alignment_ = align_words(a_.words(), b_.words(), set);
  }

  std::vector<Change> read() {
    for (const WordPair& p : alignment_.pairs) {
      if (p.spelling) add(EditKind::kSpelling, {p.a, p.a + 1}, {p.b, p.b + 1});
    }
    for (const MovedWords& m : alignment_.moves) add(EditKind::kMove, {m.a, m.a + m.length}, {m.b, m.b + m.length});
    for (const WordGap& gap : alignment_.gaps) read_gap({gap.a_begin, gap.a_end}, {gap.b_begin, gap.b_end});
    read_marks();
    sort_items(changes_, [](const Change& x, const Change& y) {
      if (x.edit.a != y.edit.a) return x.edit.a < y.edit.a;
      return x.edit.b != y.edit.b ? x.edit.b < y.edit.b : x.edit.kind < y.edit.kind;
    });
    return std::move(changes_);
  }

  // Words that stand in both, and those of them that carry sense.
  [[nodiscard]] std::uint32_t shared(bool content) const {
    std::uint32_t count = 0;
    const auto counts = [&](std::uint32_t i) { return !content || a_.words()[i].content ? 1U : 0U; };
    for (const WordPair& pair : alignment_.pairs) count += counts(pair.a);
    for (const MovedWords& m : alignment_.moves) {
      for (std::uint32_t i = m.a; i < m.a + m.length; ++i) count += counts(i);
    }
    return count;
  }
  [[nodiscard]] bool little_in_common() const {
    return shared(false) * 1000 < std::min(a_.words().size(), b_.words().size()) * kLittleInCommon;
  }
  // At the beginning or the end of both.
  [[nodiscard]] bool is_outer(const Change& change) const {
    return (change.a.first == 0 && change.b.first == 0) ||
           (change.a.second == a_.words().size() && change.b.second == b_.words().size());
  }

 private:
  void add(EditKind kind, Range a, Range b) { changes_.push_back({{kind, a_.span_of(a), b_.span_of(b)}, a, b}); }

  void read_gap(Range a, Range b) {
    const EditKind kind = kind_of(a, b);
    add(kind, a, b);
  }

  [[nodiscard]] std::vector<std::string_view> texts(std::span<const Word> words) const {
    std::vector<std::string_view> result;
    for (const Word& word : words) result.push_back(set_.text(word.word));
    return result;
  }

  // Words of one side alone.
  [[nodiscard]] EditKind kind_of_one_sided(const Side& with, Range r, const Side& without, Range place) const {
    const std::string marks = without.marks_around(place);
    if (has_ellipsis(marks)) return EditKind::kEllipsis;
    const std::vector<std::string_view> words = texts(with.words(r));
    if (words.size() == 1 && words[0] == "and" && marks.find('&') != std::string::npos) return EditKind::kSpelling;
    if (has_negation(words) && !with.stands_alone(r, set_)) return EditKind::kNegation;
    return &with == &a_ ? EditKind::kDelete : EditKind::kInsert;
  }

  [[nodiscard]] EditKind kind_of(Range a, Range b) const {
    if (a_.is_bracketed(a) || b_.is_bracketed(b)) return EditKind::kBracket;
    if (b.first == b.second) return kind_of_one_sided(a_, a, b_, b);
    if (a.first == a.second) return kind_of_one_sided(b_, b, a_, a);
    const std::vector<std::string_view> from = texts(a_.words(a)), to = texts(b_.words(b));
    if (letters_of(from) == letters_of(to)) return EditKind::kSpelling;
    const std::optional<Decimal> first = number_of(from), second = number_of(to);
    if (first && second) return *first == *second ? EditKind::kSpelling : EditKind::kNumber;
    if (are_numbers(a_.words(a)) && are_numbers(b_.words(b))) return EditKind::kNumber;
    const bool is_short = std::max(from.size(), to.size()) <= kMostReplaced;
    if (is_short && has_negation(from) != has_negation(to)) return EditKind::kNegation;
    return a_.are_names(a) && b_.are_names(b) ? EditKind::kName : EditKind::kReplace;
  }

  static bool has_negation(const std::vector<std::string_view>& words) {
    return std::any_of(words.begin(), words.end(), is_negation);
  }

  static bool are_numbers(std::span<const Word> words) {
    return std::all_of(words.begin(), words.end(), [](const Word& w) { return w.number; });
  }

  // Marks between words that follow each other on both sides. Those at the ends belong to the sentence around.
  void read_marks() {
    const std::vector<WordPair>& pairs = alignment_.pairs;
    for (std::size_t p = 1; p < pairs.size(); ++p) {
      if (pairs[p].a != pairs[p - 1].a + 1 || pairs[p].b != pairs[p - 1].b + 1) continue;
      const std::string in_a = a_.marks_before(pairs[p].a), in_b = b_.marks_before(pairs[p].b);
      if (in_a == in_b) continue;
      const EditKind kind = has_ellipsis(in_a) != has_ellipsis(in_b) ? EditKind::kEllipsis
                            : has_bracket(in_a) != has_bracket(in_b) ? EditKind::kBracket
                                                                     : EditKind::kPunctuation;
      changes_.push_back({{kind, a_.before_word(pairs[p].a), b_.before_word(pairs[p].b)}, {}, {}});
    }
  }

  const Side a_, b_;
  const Vocabulary& set_;
  WordAlignment alignment_;
  std::vector<Change> changes_;
};

// Where words were left out, put in, or changed.
struct Extent {
  std::uint32_t left_out = 0, put_in = 0;
  bool changed = false;  // other words, or words left out here and put in there within the utterance
};

Extent extent_of(const std::vector<Change>& changes, const EditReader& reader) {
  Extent extent;
  bool inner_out = false, inner_in = false;
  for (const Change& change : changes) {
    switch (change.edit.kind) {
      case EditKind::kSpelling:
      case EditKind::kPunctuation:
      case EditKind::kBracket:
        break;
      case EditKind::kEllipsis:
      case EditKind::kDelete:
      case EditKind::kInsert:
        extent.left_out += change.in_a();
        extent.put_in += change.in_b();
        inner_out = inner_out || (change.in_a() > 0 && !reader.is_outer(change));
        inner_in = inner_in || (change.in_b() > 0 && !reader.is_outer(change));
        break;
      default:
        extent.changed = true;
    }
  }
  const bool both = extent.left_out > 0 && extent.put_in > 0;
  extent.changed = extent.changed || (both && (inner_out || inner_in));
  return extent;
}

VariantRelation relation_of(const std::vector<Change>& changes, const EditReader& reader, bool reported,
                            bool translated) {
  if (changes.empty()) return VariantRelation::kIdentical;
  const Extent extent = extent_of(changes, reader);
  if (!extent.changed && extent.left_out + extent.put_in == 0) return VariantRelation::kStyle;
  if (reported) return VariantRelation::kParaphrase;
  if (extent.changed && translated) return VariantRelation::kTranslated;
  if (reader.little_in_common()) return VariantRelation::kParaphrase;
  if (extent.changed) return VariantRelation::kReworded;
  return extent.left_out >= extent.put_in ? VariantRelation::kTrimmed : VariantRelation::kExtended;
}

}  // namespace

QuoteComparison compare_renderings(const Rendering& a, const Rendering& b, const Vocabulary& set) {
  EditReader reader(a, b, set);
  QuoteComparison result;
  const std::vector<Change> changes = reader.read();
  const bool reported = (a.form == QuoteForm::kIndirect) != (b.form == QuoteForm::kIndirect);
  result.relation = relation_of(changes, reader, reported, a.translated || b.translated);
  for (const Change& change : changes) result.edits.push_back(change.edit);
  result.shared_content = reader.shared(true);
  return result;
}

}  // namespace newsloupe
