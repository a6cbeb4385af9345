#include "core/clean/foot.h"

#include <algorithm>

#include "core/clean/byline.h"
#include "core/clean/head.h"
#include "core/clean/line_tokens.h"
#include "core/clean/masthead.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongestBytes = 240;
constexpr std::size_t kLongestLine = 60;  // tokens
constexpr std::size_t kLastPieces = 8;    // looked at for credits
constexpr std::size_t kFirstPieces = 16;
constexpr std::size_t kLastBios = 3;  // writers told of below one article

bool is_one_of(const LineToken& token, std::initializer_list<std::string_view> texts) {
  return std::ranges::find(texts, token.text) != texts.end();
}

bool has_column(const LexiconEntry* entry, std::string_view what) {
  return entry != nullptr && std::ranges::find(entry->columns, what) != entry->columns.end();
}

class CreditReader {
 public:
  CreditReader(std::string_view line, const Resources& resources)
      : line_(line), resources_(resources), tokens_(line_tokens(line, resources.lexicon, kLongestLine + 1)) {}

  std::optional<CreditReading> read() {
    if (tokens_.empty() || tokens_.size() > kLongestLine) return std::nullopt;
    std::size_t first = 0, last = tokens_.size();
    const bool bracketed = is_one_of(tokens_[0], {"(", "["}) && is_one_of(tokens_[last - 1], {")", "]"});
    const bool dashed = is_one_of(tokens_[0], {"-", "\u2013", "\u2014"});
    while (first < last && !is_word(tokens_[first]) && tokens_[first].text != "\u00a9") ++first;
    while (last > first && !is_word(tokens_[last - 1])) --last;
    if (first == last) return std::nullopt;
    if (read_copyright(first, last)) return out_;
    if ((bracketed || dashed) && read_bare(first, last)) return out_;
    for (std::size_t begin = first; begin < last;) {
      std::size_t end = begin;
      while (end < last && !is_one_of(tokens_[end], {";", "|"}) && !ends_sentence(end, last)) ++end;
      if (end > begin && !read_part(begin, end)) return std::nullopt;
      begin = end + 1;
    }
    return out_;
  }

 private:
  // A stop that does not belong to an initial.
  [[nodiscard]] bool ends_sentence(std::size_t at, std::size_t last) const {
    return tokens_[at].text == "." && at > 0 && tokens_[at - 1].text.size() > 2 && at + 1 < last;
  }

  [[nodiscard]] std::string_view text_of(std::size_t first, std::size_t last) const {
    const std::size_t begin = tokens_[first].span.begin;
    return line_.substr(begin, tokens_[last - 1].span.end - begin);
  }

  bool read_part(std::size_t first, std::size_t last) {
    const PhraseMatch opening = phrase_at(tokens_, first, WordClass::kBylineWord, resources_.lexicon);
    std::size_t at = first + opening.length;
    if (opening.entry == nullptr || at >= last) return false;
    const bool colon = tokens_[at].text == ":";
    if (colon && ++at == last) return false;
    if (has_column(opening.entry, "material")) return read_material(at, last, false);
    if (has_column(opening.entry, "source") && colon) return read_material(at, last, true);
    if (!has_column(opening.entry, "credit")) return false;
    const AuthorReading people = read_authors(text_of(at, last), resources_);
    auto& list = has_column(opening.entry, "reporter") ? out_.reporters : out_.helpers;
    list.insert(list.end(), people.names.begin(), people.names.end());
    return !people.names.empty() || !people.agency.empty() || !people.outlet.empty();
  }

  // Names between commas. After "Source:" stands anything, so that only agencies and outlets count.
  bool read_material(std::size_t first, std::size_t last, bool only_known) {
    bool any = false;
    for (std::size_t begin = first, i = first; i <= last; ++i) {
      if (i < last && !is_one_of(tokens_[i], {",", "and", "&", "/"})) continue;
      if (i > begin && !read_agency(begin, i, only_known)) return false;
      any |= i > begin;
      begin = i + 1;
    }
    return any;
  }

  bool read_agency(std::size_t first, std::size_t last, bool only_known) {
    if (is_one_of(tokens_[first], {"the", "The"}) && first + 1 < last) ++first;
    if (is_one_of(tokens_[first], {"agencies", "agency", "wires"})) return true;  // whichever
    if (!is_name(first, last)) return false;
    if (only_known && !is_outlet(first, last)) return false;
    out_.agencies.emplace_back(text_of(first, last));
    return true;
  }

  [[nodiscard]] bool is_name(std::size_t first, std::size_t last) const {
    if (last - first > 7) return false;
    for (std::size_t i = first; i < last; ++i) {
      const LineToken& t = tokens_[i];
      const bool known = t.classes.has(WordClass::kAgency);
      if (is_word(t) && !opens_in_capitals(t) && !known && !is_one_of(t, {"of", "the", "and"})) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_outlet(std::size_t first, std::size_t last) const {
    if (phrase_at(tokens_, first, WordClass::kAgency, resources_.lexicon).length == last - first) return true;
    const auto reading = read_masthead(text_of(first, last), resources_);
    return reading && !reading->published && reading->evidence != MastheadEvidence::kName;
  }

  // "(Reuters)", "(Atlas News Service/CP)"
  bool read_bare(std::size_t first, std::size_t last) {
    std::vector<std::string> agencies;
    for (std::size_t begin = first, i = first; i <= last; ++i) {
      if (i < last && tokens_[i].text != "/") continue;
      if (i == begin) return false;
      if (is_outlet(begin, i)) agencies.emplace_back(text_of(begin, i));
      begin = i + 1;
    }
    if (agencies.empty()) return false;
    out_.agencies = std::move(agencies);
    return true;
  }

  // "© 2025 Reuters", "Copyright The Meridian Post 2025. All rights reserved."
  bool read_copyright(std::size_t first, std::size_t last) {
    std::size_t at = first;
    while (at < last && (is_one_of(tokens_[at], {"\u00a9", "Copyright", "COPYRIGHT", "(", ")", "c", "by", ","}) ||
                         tokens_[at].shape == TokenShape::kNumber)) {
      ++at;
    }
    const bool marked = is_one_of(tokens_[first], {"\u00a9", "Copyright", "COPYRIGHT"});
    if (!marked || at == last) return false;
    std::size_t end = at;
    while (end < last && !is_one_of(tokens_[end], {".", ",", "|"}) && tokens_[end].shape != TokenShape::kNumber) ++end;
    const std::size_t name = is_one_of(tokens_[at], {"The", "the"}) && at + 1 < end ? at + 1 : at;
    if (end == at) return true;
    if (phrase_at(tokens_, name, WordClass::kAgency, resources_.lexicon).length == end - name) {
      out_.agencies.emplace_back(text_of(name, end));
    } else if (is_outlet(at, end)) {
      out_.outlet = text_of(at, end);
    }
    return true;
  }

  std::string_view line_;
  const Resources& resources_;
  std::vector<LineToken> tokens_;
  CreditReading out_;
};

// The pieces that an article ends with, judged from its last one up.
class FootReader {
 public:
  FootReader(Draft& draft, std::size_t lead, const Resources& resources)
      : draft_(draft), lead_(lead), resources_(resources) {}

  void read() {
    for (std::size_t i = 0; i < std::min(lead_, kFirstPieces); ++i) try_credit(i);
    const std::size_t count = draft_.pieces.size();
    mark_after_end();
    bool bios = true;
    for (std::size_t i = count, seen = 0; i-- > lead_ + 1 && seen < kLastPieces;) {
      if (!is_open(i)) continue;
      ++seen;
      if (try_credit(i) || try_about(i)) continue;
      bios = bios && seen <= kLastBios && try_bio(i);
    }
  }

 private:
  // Body, or known for furniture by its wording: credits are.
  [[nodiscard]] bool is_open(std::size_t i) const {
    return draft_.is_body(i) || std::string_view(draft_.pieces[i].rule.name()).starts_with("furniture.");
  }

  bool try_credit(std::size_t i) {
    if (!is_open(i)) return false;
    const std::string_view text = draft_.text(draft_.pieces[i]);
    const auto credit = text.size() <= kLongestBytes ? read_credit(text, resources_) : std::nullopt;
    if (!credit) return false;
    if (draft_.is_body(i)) draft_.mark(i, ParagraphClass::kBoilerplate, RuleId("foot.credit"));
    for (const std::string& name : credit->agencies) keep(i, "agency", name);
    for (const std::string& name : credit->reporters) keep(i, "byline", name);
    for (const std::string& name : credit->helpers) keep(i, "credit", name);
    if (!credit->outlet.empty()) keep(i, "outlet", credit->outlet);
    return true;
  }

  void keep(std::size_t i, const char* field, const std::string& value) {
    draft_.candidates.push_back({field, value, "credit line", draft_.source(draft_.pieces[i])});
  }

  // "About Kestrel Marine Group: Kestrel Marine builds ferries", or "About Kestrel" above "Kestrel builds ferries".
  bool try_about(std::size_t i) {
    static constexpr std::string_view kAbout = "About ";
    const std::string_view text = draft_.text(draft_.pieces[i]);
    if (!draft_.is_body(i) || !text.starts_with(kAbout)) return false;
    const std::string_view name = text.substr(kAbout.size(), text.find(':') - kAbout.size());
    if (name.size() > 80 || !is_named(name)) return false;
    const std::string_view first = name.substr(0, name.find(' '));
    const std::size_t colon = text.find(':');
    std::size_t block = i;
    std::string_view rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (rest.empty()) {
      while (++block < draft_.pieces.size() && !draft_.is_body(block)) {
      }
      if (block == draft_.pieces.size()) return false;
      rest = draft_.text(draft_.pieces[block]);
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest.starts_with("The ")) rest.remove_prefix(4);
    if (!rest.starts_with(first)) return false;
    draft_.mark(i, ParagraphClass::kBoilerplate, RuleId("foot.about"));
    draft_.mark(block, ParagraphClass::kBoilerplate, RuleId("foot.about"));
    return true;
  }

  // "Dana Merrow is a reporter for the Post. She joined it in 2015." below an article by Dana Merrow, or "About the
  // author: ...".
  bool try_bio(std::size_t i) {
    static constexpr std::string_view kOpenings[] = {"About the author", "About the writer", "About the authors"};
    constexpr std::uint32_t kLongestBio = 80;
    const std::string_view text = draft_.text(draft_.pieces[i]);
    if (!draft_.is_body(i) || draft_.features(i).words > kLongestBio) return false;
    const bool opened = std::ranges::any_of(kOpenings, [&](std::string_view o) { return text.starts_with(o); });
    if (!opened && !tells_of_author(text)) return false;
    draft_.mark(i, ParagraphClass::kBoilerplate, RuleId("foot.bio"));
    return true;
  }

  [[nodiscard]] bool tells_of_author(std::string_view text) const {
    static constexpr std::string_view kTrades[] = {
        "reporter", "correspondent", "columnist", "journalist", "editor",    "writer", "contributor", "covers",
        "writes",   "reports",       "written",   "author",     "freelance", "critic", "reached",     "bureau"};
    constexpr std::size_t kReach = 14;
    const auto opens = [&](const MetadataCandidate& c) {
      return std::string_view(c.field) == "byline" && c.value.size() > 4 && text.starts_with(c.value);
    };
    if (std::ranges::none_of(draft_.raw().candidates, opens) && std::ranges::none_of(draft_.candidates, opens))
      return false;
    const std::vector<LineToken> tokens = line_tokens(text, resources_.lexicon, kReach);
    return std::ranges::any_of(
        tokens, [&](const LineToken& t) { return std::ranges::find(kTrades, t.text) != std::end(kTrades); });
  }

  // Capitals, and no more than a name has.
  [[nodiscard]] bool is_named(std::string_view name) const {
    const auto reading = read_masthead(name, resources_);
    return reading && !reading->outlet.empty() && !reading->published;
  }

  [[nodiscard]] std::uint32_t words(std::size_t first, std::size_t last) const {
    std::uint32_t count = 0;
    for (std::size_t i = first; i < last; ++i) count += draft_.is_body(i) ? draft_.features(i).words : 0;
    return count;
  }

  static bool is_end(std::string_view text) {
    if (text == "###" || text == "# # #" || text == "-30-" || text == "- 30 -") return true;
    const std::string key = text_key(text);
    const bool marked = text.find_first_of("-*(\u2013") != std::string_view::npos || text == "ENDS" || text == "END";
    return key == "ends" || (key == "end" && marked);
  }

  // "Notes to editors", "Media contact: ..."
  [[nodiscard]] bool opens_notes(std::size_t i) const {
    const std::vector<LineToken> tokens = line_tokens(draft_.text(draft_.pieces[i]), resources_.lexicon, 8);
    const PhraseMatch match = phrase_at(tokens, 0, WordClass::kBylineWord, resources_.lexicon);
    if (!has_column(match.entry, "notes")) return false;
    return match.length == tokens.size() || is_one_of(tokens[match.length], {":", ",", "(", "|"});
  }

  // What an issuer adds below "ENDS" or "Notes to editors", shorter than what stands above it.
  void mark_after_end() {
    for (std::size_t i = lead_ + 1; i < draft_.pieces.size(); ++i) {
      if (!is_open(i) || draft_.features(i).words > 24) continue;
      const bool end = draft_.features(i).words <= 3 && is_end(draft_.text(draft_.pieces[i]));
      if (!end && !opens_notes(i)) continue;
      if (words(i, draft_.pieces.size()) > words(0, i)) continue;
      draft_.mark(i, ParagraphClass::kBoilerplate, RuleId(end ? "foot.end" : "foot.notes"));
      for (std::size_t below = i + 1; below < draft_.pieces.size(); ++below) {
        if (draft_.is_body(below) && !try_credit(below)) {
          draft_.mark(below, ParagraphClass::kBoilerplate, RuleId("foot.after_end"));
        }
      }
      return;
    }
  }

  Draft& draft_;
  std::size_t lead_;
  const Resources& resources_;
};

}  // namespace

std::optional<CreditReading> read_credit(std::string_view line, const Resources& resources) {
  if (std::ranges::count(line, ' ') > static_cast<std::ptrdiff_t>(kLongestLine)) return std::nullopt;
  return CreditReader(line, resources).read();
}

void mark_foot(Draft& draft, std::size_t lead, const Resources& resources) {
  if (lead < draft.pieces.size()) FootReader(draft, lead, resources).read();
}

}  // namespace newsloupe
