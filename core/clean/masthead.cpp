#include "core/clean/masthead.h"

#include <algorithm>

#include "core/clean/byline.h"
#include "core/clean/line_tokens.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongestLine = 28;  // tokens
constexpr std::size_t kLongestBytes = 140;
constexpr std::size_t kLongestName = 9;  // tokens
constexpr std::string_view kSeparators[] = {"|", "\u00b7", "\u2022", "\u2013", "\u2014", "/", "\u25cf", ","};
constexpr std::string_view kInsideNames[] = {"of", "the", "and", "&",      "for",     "de", "la",
                                             "le", "el",  "di",  "da",     "do",      "du", "-",
                                             "'",  "del", "der", "\u2019", "\u2019s", "'s", "."};

// No name of an outlet holds them, and headlines in capitals often do.
constexpr WordClasses kVerbs = WordClass::kAuxiliary | WordClass::kPronoun | WordClass::kNegation |
                               WordClass::kReportingVerb | WordClass::kPastForm;

template <std::size_t kSize>
bool is_any(std::string_view text, const std::string_view (&list)[kSize]) {
  return std::ranges::find(list, text) != std::end(list);
}

struct Range {
  std::size_t first = 0, last = 0;  // tokens
  [[nodiscard]] bool empty() const { return first == last; }
};

class MastheadReader {
 public:
  MastheadReader(std::string_view line, const Resources& resources)
      : line_(line),
        resources_(resources),
        tokens_(line_tokens(line, resources.lexicon, kLongestLine + 1)),
        dates_(find_dates(line, resources.lexicon)) {}

  std::optional<MastheadReading> read() {
    if (tokens_.empty() || tokens_.size() > kLongestLine) return std::nullopt;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && !separates(i)) continue;
      if (i > begin && !read_part({begin, i})) return std::nullopt;
      begin = i + 1;
    }
    return settled();
  }

 private:
  [[nodiscard]] bool in_date(std::size_t at) const {
    const TextSpan token = tokens_[at].span;
    return std::ranges::any_of(dates_,
                               [&](const DateReading& d) { return d.begin < token.end && token.begin < d.end; });
  }

  [[nodiscard]] bool is_weekday(std::size_t at) const { return tokens_[at].classes.has(WordClass::kWeekday); }

  [[nodiscard]] bool separates(std::size_t at) const {
    const std::string_view text = tokens_[at].text;
    if (in_date(at) || (text == "," && at > 0 && is_weekday(at - 1))) return false;
    const bool dash =
        text == "-" && tokens_[at].space_before && at + 1 < tokens_.size() && tokens_[at + 1].space_before;
    return dash || is_any(text, kSeparators);
  }

  [[nodiscard]] bool says(std::size_t at, std::string_view what) const {
    const LexiconEntry* entry = resources_.lexicon.entry(WordClass::kBylineWord, tokens_[at].term);
    return entry != nullptr && std::ranges::find(entry->columns, what) != entry->columns.end();
  }

  [[nodiscard]] PhraseMatch phrase(std::size_t at, WordClass c) const {
    return phrase_at(tokens_, at, c, resources_.lexicon);
  }

  [[nodiscard]] std::string_view text_of(Range part) const {
    const std::size_t begin = tokens_[part.first].span.begin;
    return line_.substr(begin, tokens_[part.last - 1].span.end - begin);
  }

  // A name, then perhaps a date.
  bool read_part(Range part) {
    std::size_t date = part.first + document_kind(part);
    while (date < part.last && !begins_date(date, part.last)) ++date;
    if (date < part.last && !read_date({date, part.last})) return false;
    return date == part.first || read_name({part.first, date});
  }

  [[nodiscard]] bool begins_date(std::size_t at, std::size_t last) const {
    if (in_date(at) || says(at, "published") || says(at, "updated")) return true;
    if (!is_weekday(at)) return false;
    std::size_t next = at + 1;
    if (next < last && tokens_[next].text == ",") ++next;
    return next >= last || in_date(next);
  }

  bool read_date(Range part) {
    const auto reading = read_byline(text_of(part), resources_);
    const bool dates_only = reading && !reading->names_authors && reading->outlet.empty();
    if (!dates_only) return part.last - part.first == 1 && is_weekday(part.first);
    if (reading->published && !out_.published) {
      out_.published = reading->published;
      out_.weekday_differs = reading->weekday_differs;
    }
    if (reading->updated && !out_.updated) out_.updated = reading->updated;
    return true;
  }

  bool read_name(Range part) {
    if (const std::size_t length = document_kind(part); length > 0) {
      out_.is_document = true;
      part.first += length;
      if (!part.empty() && is_any(tokens_[part.first].text, {"from", "by", "of"})) ++part.first;
      if (part.empty()) return true;
    }
    if (is_section(part)) {
      ++sections_;
      return true;
    }
    // "checked against delivery"
    if (out_.is_document && !opens_in_capitals(tokens_[part.first])) return true;
    if (is_edition(part)) return true;
    if (!has_shape_of_name(part)) return false;
    names_.push_back(part);
    return true;
  }

  static bool is_any(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, text) != list.end();
  }
  template <std::size_t kSize>
  static bool is_any(std::string_view text, const std::string_view (&list)[kSize]) {
    return std::ranges::find(list, text) != std::end(list);
  }

  // Tokens of "Press release", "Transcript" at the beginning of the part.
  [[nodiscard]] std::size_t document_kind(Range part) const {
    const PhraseMatch match = phrase(part.first, WordClass::kBylineWord);
    if (match.entry == nullptr || match.length > part.last - part.first) return 0;
    const bool kind = std::ranges::find(match.entry->columns, "document") != match.entry->columns.end();
    return kind && part.first == 0 ? match.length : 0;
  }

  [[nodiscard]] bool is_section(Range part) const {
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (!says(i, "section") && !says(i, "role") && !is_any(tokens_[i].text, kInsideNames)) return false;
    }
    return true;
  }

  // "English service", "Late edition", "Page 3"
  [[nodiscard]] bool is_edition(Range part) const {
    if (part.last - part.first > 4 || names_.empty()) return false;
    return says(part.first, "edition") || says(part.last - 1, "edition");
  }

  [[nodiscard]] bool has_shape_of_name(Range part) const {
    if (part.last - part.first > kLongestName || !opens_in_capitals(tokens_[part.first])) return false;
    if (says(part.first, "source") && !says(part.first, "outlet")) return false;  // "Courtesy of ..."
    for (std::size_t i = part.first; i < part.last; ++i) {
      const LineToken& t = tokens_[i];
      const bool number = t.shape == TokenShape::kNumber && i > part.first && t.text.size() <= 2;
      if (!opens_in_capitals(t) && !number && !is_any(t.text, kInsideNames)) return false;
      if (t.classes.has_any(kVerbs) && !says(i, "outlet") && !says(i, "masthead")) return false;
    }
    const std::string_view end = tokens_[part.last - 1].text;
    return is_word(tokens_[part.last - 1]) && !is_any(end, {"of", "the", "and", "for", "The", "Of", "And"});
  }

  std::optional<MastheadReading> settled() {
    if (names_.size() > 1) keep_the_outlet();
    if (names_.size() > 1) return std::nullopt;
    if (names_.empty()) {
      if (!out_.published && !out_.updated && !out_.is_document) return std::nullopt;
      return out_;
    }
    const Range name = names_.front();
    out_.outlet = text_of(name);
    out_.evidence = evidence_of(name);
    out_.is_agency = covers(name, WordClass::kAgency);
    out_.is_body = is_body(name);
    const bool place = is_place(name);
    const bool begins_with_the = tokens_[name.first].text == "The" || tokens_[name.first].text == "THE";
    if (out_.published || sections_ > 0) {
      // A place may stand before a date, and anybody.
      const bool told =
          out_.evidence == MastheadEvidence::kWord || (out_.published && sections_ > 0) || begins_with_the;
      if (told && !place) out_.evidence = MastheadEvidence::kOutlet;
    }
    out_.is_person = !out_.published && sections_ == 0 && out_.evidence == MastheadEvidence::kName && is_person(name);
    if (out_.evidence == MastheadEvidence::kOutlet && place) out_.evidence = MastheadEvidence::kName;
    return out_;
  }

  // "Atlas News Service, Penbrook": of two names one may prove to be the outlet and the other a place.
  void keep_the_outlet() {
    std::vector<Range> outlets;
    for (const Range& name : names_) {
      if (evidence_of(name) != MastheadEvidence::kName) {
        outlets.push_back(name);
      } else if (!is_place(name)) {
        return;
      }
    }
    if (outlets.size() == 1) names_ = outlets;
  }

  [[nodiscard]] bool covers(Range part, WordClass c) const {
    return phrase(part.first, c).length == part.last - part.first;
  }

  [[nodiscard]] bool is_place(Range part) const {
    return covers(part, WordClass::kPlace) || covers(part, WordClass::kCountry);
  }

  [[nodiscard]] bool is_body(Range part) const {
    return tokens_[part.last - 1].classes.has_any(WordClass::kOrganizationHead | WordClass::kOrganizationSuffix) ||
           covers(part, WordClass::kOrganizationName);
  }

  [[nodiscard]] MastheadEvidence evidence_of(Range part) const {
    if (covers(part, WordClass::kOutlet)) return MastheadEvidence::kOutlet;
    if (covers(part, WordClass::kAgency) && part.last - part.first > 1) return MastheadEvidence::kOutlet;
    std::size_t first = part.first;
    if (is_any(tokens_[first].text, {"The", "THE"})) ++first;
    std::size_t own = 0, everyday = 0, sure = 0, weak = 0;
    for (std::size_t i = first; i < part.last; ++i) {
      if (is_any(tokens_[i].text, kInsideNames)) continue;
      const bool at_end = i + 1 == part.last || (i == first && says(i, "first"));
      if (at_end && says(i, "masthead")) {
        ++(says(i, "sure") ? sure : weak);
      } else if (!says(i, "section") && !says(i, "role") && !says(i, "masthead") && !says(i, "piece")) {
        ++(tokens_[i].classes.has_any(WordClass::kCommonWord | WordClass::kCommonNoun) ? everyday : own);
      }
    }
    const bool named = own > 0 || (first > part.first && part.last - first > 1);
    if (sure > 0 && named) return MastheadEvidence::kOutlet;
    const bool article = first > part.first && part.last - first == 1 && sure + weak > 0;  // "The Star"
    const bool few = own + everyday > 0 && own + everyday <= 3 && everyday <= 2;
    return (sure + weak > 0 && few) || article ? MastheadEvidence::kWord : MastheadEvidence::kName;
  }

  [[nodiscard]] bool is_person(Range part) const {
    const std::size_t length = part.last - part.first;
    if (length < 2 || length > 4 || is_body(part)) return false;
    for (std::size_t i = part.first; i < part.last; ++i) {
      const LineToken& t = tokens_[i];
      const bool initial = t.shape == TokenShape::kInitial || t.text == ".";
      if (initial || (i > part.first && t.classes.has(WordClass::kParticle))) continue;
      if (t.shape != TokenShape::kCapitalized && t.shape != TokenShape::kMixed) return false;
      const bool given = i == part.first && t.classes.has(WordClass::kGivenName);
      const bool other = t.classes.has_any(WordClass::kCommonWord | WordClass::kCommonNoun | WordClass::kDeterminer |
                                           WordClass::kPlace | WordClass::kCountry | WordClass::kMonth |
                                           WordClass::kWeekday | WordClass::kDemonym | WordClass::kOrganizationHead |
                                           WordClass::kOffice | WordClass::kHonorific);
      if (!given && !t.classes.has(WordClass::kFamilyName) && (other || says(i, "section"))) return false;
    }
    return true;
  }

  std::string_view line_;
  const Resources& resources_;
  std::vector<LineToken> tokens_;
  std::vector<DateReading> dates_;
  std::vector<Range> names_;
  std::size_t sections_ = 0;
  MastheadReading out_;
};

}  // namespace

std::optional<MastheadReading> read_masthead(std::string_view line, const Resources& resources) {
  if (line.empty() || line.size() > kLongestBytes) return std::nullopt;
  return MastheadReader(line, resources).read();
}

}  // namespace newsloupe
