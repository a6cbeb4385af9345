#include "core/compare/packed_words.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace newsloupe {
namespace {

using PackedWord = ArticleDigest::Word;

enum class Written : std::uint8_t { kAsTerm, kCapitalized, kCapitals, kOther };
constexpr std::uint32_t kMostMarks = 0x1F;

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
  out += static_cast<char>(number);
}

// Reads numbers; after a failure it gives zeros and says so.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : rest_(bytes) {}
  std::uint32_t next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80 && number <= 0xFFFFFFFF) return static_cast<std::uint32_t>(number);
    }
    failed_ = true;
    return 0;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty() && !failed_; }
  [[nodiscard]] std::size_t bytes_left() const { return rest_.size(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

// Parts of a text that each end with a line break.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  std::optional<std::string_view> next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (Lines reader(text); const auto line = reader.next();) lines.push_back(*line);
  return lines;
}

std::uint8_t marks_of(const PackedWord& word) {
  return static_cast<std::uint8_t>(word.content | word.name << 1U | word.number << 2U | word.persons << 3U);
}

void put_marks(PackedWord& word, std::uint8_t marks) {
  word.content = marks & 1U;
  word.name = marks >> 1U & 1U;
  word.number = marks >> 2U & 1U;
  word.persons = marks >> 3U & 3U;
}

// Has a written form in ArticleDigest::opening.
bool is_written(const PackedWord& word, std::size_t at, std::uint32_t opening_words) {
  return at < opening_words && word.content != 0 && word.number == 0;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string written_as(Written how, std::string_view term) {
  std::string text(term);
  if (how == Written::kCapitalized && !text.empty()) text[0] = upper(text[0]);
  if (how == Written::kCapitals) {
    for (char& c : text) c = upper(c);
  }
  return text;
}

Written how_written(std::string_view written, std::string_view term) {
  for (const Written how : {Written::kAsTerm, Written::kCapitalized, Written::kCapitals}) {
    if (written_as(how, term) == written) return how;
  }
  return Written::kOther;
}

void put_quoted_stretches(const std::vector<PackedWord>& words, std::string& out) {
  std::vector<std::uint64_t> lengths;
  for (std::size_t i = 0, quoted = 0; i < words.size(); quoted = 1 - quoted) {
    const std::size_t first = i;
    while (i < words.size() && words[i].quoted == quoted) ++i;
    lengths.push_back(i - first);
  }
  put_number(out, lengths.size());
  for (const std::uint64_t length : lengths) put_number(out, length);
}

// The words with nothing but whether they are quoted; nothing where they would be more than the bytes can hold.
std::optional<std::vector<PackedWord>> read_quoted_stretches(NumberReader& in) {
  std::vector<PackedWord> words;
  const std::uint32_t stretches = in.next();
  for (std::uint32_t i = 0; i < stretches; ++i) {
    const std::uint32_t length = in.next();
    if (in.failed() || words.size() + std::uint64_t{length} > in.bytes_left()) return std::nullopt;
    PackedWord word{};
    word.quoted = i & 1U;
    words.insert(words.end(), length, word);
  }
  if (words.size() > in.bytes_left()) return std::nullopt;
  return words;
}

struct Term {
  std::string_view text;
  std::uint8_t marks = 1;  // of its last word
};

std::vector<Term> terms_of(const ArticleDigest& digest) {
  std::vector<Term> terms;
  for (const std::string_view text : lines_of(digest.terms)) terms.push_back({text});
  return terms;
}

}  // namespace

PackedWords packed_words(const ArticleDigest& digest) {
  PackedWords out;
  std::vector<Term> terms = terms_of(digest);
  Lines opening(digest.opening);
  put_number(out.bytes, digest.opening_words);
  put_quoted_stretches(digest.words, out.bytes);
  std::uint32_t met = 0;
  for (std::size_t i = 0; i < digest.words.size(); ++i) {
    const PackedWord& word = digest.words[i];
    Term& term = terms[word.term];
    const bool added = word.term == met;
    const bool changed = std::exchange(term.marks, marks_of(word)) != term.marks;
    put_number(out.bytes, (added ? 0 : (word.term + std::uint64_t{1}) * 2) + (changed ? 1 : 0));
    if (added) ++met;
    if (changed) out.bytes += static_cast<char>(term.marks);
    if (!is_written(word, i, digest.opening_words)) continue;
    const std::string_view written = opening.next().value_or(std::string_view());
    const Written how = how_written(written, term.text);
    out.bytes += static_cast<char>(how);
    if (how == Written::kOther) out.written.append(written) += '\n';
  }
  return out;
}

bool unpack_words(const PackedWords& packed, ArticleDigest& digest) {
  NumberReader in(packed.bytes);
  std::vector<Term> terms = terms_of(digest);
  Lines others(packed.written);
  digest.opening_words = in.next();
  std::optional<std::vector<PackedWord>> words = read_quoted_stretches(in);
  if (!words || digest.opening_words > words->size()) return false;
  std::uint32_t met = 0;
  for (std::size_t i = 0; i < words->size(); ++i) {
    PackedWord& word = (*words)[i];
    const std::uint32_t number = in.next();
    const std::uint32_t term = number < 2 ? met++ : number / 2 - 1;
    if (term >= terms.size() || term >= met) return false;
    if (number % 2 != 0) {
      const std::uint32_t marks = in.next();
      if (marks > kMostMarks) return false;
      terms[term].marks = static_cast<std::uint8_t>(marks);
    }
    word.term = term & 0x3FFFFFF;
    put_marks(word, terms[term].marks);
    if (!is_written(word, i, digest.opening_words)) continue;
    const std::uint32_t code = in.next();
    if (code > static_cast<std::uint32_t>(Written::kOther)) return false;
    const auto how = static_cast<Written>(code);
    const auto other = how == Written::kOther ? others.next() : std::nullopt;
    if (how == Written::kOther && !other) return false;
    digest.opening.append(other ? std::string(*other) : written_as(how, terms[term].text)) += '\n';
  }
  digest.words = std::move(*words);
  return in.at_end() && others.at_end() && met == terms.size();
}

}  // namespace newsloupe
