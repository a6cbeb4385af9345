#include "core/clean/byline.h"

#include <algorithm>

#include "core/clean/author_list.h"
#include "core/clean/line_tokens.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongestLine = 60;  // tokens
constexpr std::string_view kSeparators[] = {"|", "\u00b7", "\u2022", "\u2013", "\u2014", "/", "\u25cf"};

bool is_separator(const LineToken& token) {
  return std::ranges::find(kSeparators, token.text) != std::end(kSeparators);
}

// "4:08", "16.02", "9:05am"; "3.60" is a price.
bool is_time_of_day(std::string_view text) {
  const std::size_t mark = text.find_first_of(":.");
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  return (mark == 1 || mark == 2) && digit(0) && digit(mark - 1) && digit(mark + 1) && digit(mark + 2) &&
         !digit(mark + 3) && text[mark + 1] < '6';
}

// One segment of a byline line, between bars or dots.
class BylineReader {
 public:
  BylineReader(std::string_view line, const Resources& resources)
      : line_(line),
        resources_(resources),
        tokens_(line_tokens(line, resources.lexicon, kLongestLine + 1)),
        dates_(find_dates(line, resources.lexicon)) {}

  std::optional<BylineReading> read() {
    if (tokens_.empty() || tokens_.size() > kLongestLine) return std::nullopt;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && (!is_separator(tokens_[i]) || in_date(tokens_[i]))) continue;
      if (i > begin && !read_segment(begin, i)) return std::nullopt;
      begin = i + 1;
    }
    if (!out_.names_authors && person_ && is_sure_outlet_) {  // "Ada Lind | Coast Herald"
      out_.names_authors = read_authors_until_date(person_->first, person_->last);
    }
    if (!out_.names_authors && !out_.published && !out_.updated &&
        (!has_clock_ || !has_label_ || line_.ends_with(':'))) {
      return std::nullopt;
    }
    return out_;
  }

 private:
  [[nodiscard]] bool in_date(const LineToken& token) const {
    return std::ranges::any_of(
        dates_, [&](const DateReading& d) { return d.begin < token.span.end && token.span.begin < d.end; });
  }

  [[nodiscard]] PhraseMatch byline_word(std::size_t at) const {
    return phrase_at(tokens_, at, WordClass::kBylineWord, resources_.lexicon);
  }

  bool read_segment(std::size_t first, std::size_t last) {
    while (first < last && is_one_of(tokens_[first], {"(", "[", ",", "*"})) ++first;
    if (first == last) return true;
    const PhraseMatch opening = byline_word(first);
    if (says(opening, "unnamed")) return read_unnamed(first + opening.length, last);
    if (says(opening, "by") && first + opening.length < last) {
      std::size_t at = first + opening.length;
      if (is_one_of(tokens_[at], {":"})) ++at;
      return read_authors_until_date(at, last);
    }
    const bool dated = std::ranges::any_of(dates_, [&](const DateReading& d) {
      return d.begin >= tokens_[first].span.begin && d.begin < tokens_[last - 1].span.end;
    });
    if (dated) return read_named_dates(first, last);
    if (read_names_with_role(first, last) || read_names_with_outlet(first, last)) return true;
    // A label with a date in another language: known for what it is, not read.
    if (out_.names_authors && starts_date_label(first)) return true;
    if (is_aside(first, last)) {
      take_time_of_update(first, last);
      return true;
    }
    if (!person_ && is_person(first, last)) person_ = Part{first, last};
    return names_report(first, last) || take_outlet(first, last);
  }

  // "May 3, 2024 by Ada Lind", "Ada Lind May 3, 2024", or dates alone.
  bool read_named_dates(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const PhraseMatch match = byline_word(i);
      if (!in_date(tokens_[i]) && says(match, "by") && i > first && i + match.length < last) {
        return read_dates(first, i) && read_authors_until_date(i + match.length, last);
      }
    }
    std::size_t end = first;
    while (end < last && !in_date(tokens_[end]) && !starts_date_label(end)) ++end;
    const bool person = end - first >= 2 && end - first <= 4 && is_person(first, end);
    return person ? read_authors_until_date(first, last) : read_dates(first, last);
  }

  // "Ada Lind, Staff Reporter"
  bool read_names_with_role(std::size_t first, std::size_t last) {
    std::size_t comma = first;
    while (comma < last && !is_one_of(tokens_[comma], {","})) ++comma;
    const bool role = comma + 1 < last && says(byline_word(last - 1), "role");
    if (!role || last - comma > 5 || !is_person(first, comma)) return false;
    return read_authors_until_date(first, last);
  }

  // "Ada Lind and Ben Orr COAST HERALD": people and a known outlet, with or without a comma between them.
  bool read_names_with_outlet(std::size_t first, std::size_t last) {
    std::size_t name_end = first;
    while (name_end < last && !is_one_of(tokens_[name_end], {",", "and", "&"})) ++name_end;
    for (std::size_t outlet = first + 2; outlet < last; ++outlet) {
      if (phrase_at(tokens_, outlet, WordClass::kOutlet, resources_.lexicon).length != last - outlet) continue;
      std::size_t end = outlet;
      if (is_one_of(tokens_[end - 1], {","})) --end;
      if (!is_person(first, std::min(name_end, end)) || !read_authors_until_date(first, end)) return false;
      out_.outlet = line_.substr(tokens_[outlet].span.begin, tokens_[last - 1].span.end - tokens_[outlet].span.begin);
      return true;
    }
    return false;
  }

  // A first name that is known, and one or more capitalised words.
  [[nodiscard]] bool is_person(std::size_t first, std::size_t last) const {
    if (last - first < 2 || last - first > 4 || !tokens_[first].classes.has(WordClass::kGivenName)) return false;
    static constexpr WordClasses kNoName = WordClass::kWeekday | WordClass::kMonth | WordClass::kPlace;
    return std::all_of(
        tokens_.begin() + static_cast<std::ptrdiff_t>(first) + 1, tokens_.begin() + static_cast<std::ptrdiff_t>(last),
        [](const LineToken& t) { return !is_word(t) || (opens_in_capitals(t) && !t.classes.has_any(kNoName)); });
  }

  // "in Valve on 1 June", "Published in FrontBurner May 3": a section between the names and the date.
  [[nodiscard]] std::size_t after_section(std::size_t at, std::size_t last) const {
    if (at >= last || !is_one_of(tokens_[at], {"in", "In"})) return at;
    std::size_t end = at + 1;
    while (end < last && end < at + 5 && opens_in_capitals(tokens_[end]) && !in_date(tokens_[end])) ++end;
    return end > at + 1 ? end : at;
  }

  bool read_authors_until_date(std::size_t first, std::size_t last) {
    std::size_t end = first;
    while (end < last && !in_date(tokens_[end]) && !starts_date_label(end) && !ends_names(end)) ++end;
    AuthorReading authors;
    if (end == first || !read_author_list(line_, tokens_, {first, end}, resources_, authors)) return false;
    // "By Court Reporter" names nobody.
    const bool role = says(byline_word(end - 1), "role");
    if (authors.names.empty() && authors.agency.empty() && authors.outlet.empty() && !role) return false;
    out_.names_authors = true;
    out_.names = authors.names;
    out_.agency = authors.agency;
    if (!authors.outlet.empty()) out_.outlet = authors.outlet;
    // "Photos by Ben Orr": people of the pictures.
    if (end < last && says(byline_word(end), "credit")) return true;
    return end == last || read_dates(end, last);
  }

  // Words that end a list of names: of a section, of a date, of who helped.
  [[nodiscard]] bool ends_names(std::size_t at) const {
    const bool section =
        after_section(at, tokens_.size()) > at &&
        std::ranges::any_of(dates_, [&](const DateReading& d) { return d.begin > tokens_[at].span.begin; });
    const bool dated = is_one_of(tokens_[at], {"on"}) && at + 1 < tokens_.size() &&
                       (in_date(tokens_[at + 1]) || tokens_[at + 1].classes.has(WordClass::kWeekday));
    return section || dated || says(byline_word(at), "credit");
  }

  [[nodiscard]] int weekday_number(const LineToken& token) const {
    const LexiconEntry* entry = resources_.lexicon.entry(WordClass::kWeekday, token.term);
    return entry == nullptr ? 0 : first_number(*entry);
  }

  [[nodiscard]] bool starts_date_label(std::size_t at) const {
    const PhraseMatch match = byline_word(at);
    return says(match, "updated") || says(match, "published");
  }

  // Dates, their labels, weekdays, zones and the reading time, and nothing else.
  bool read_dates(std::size_t first, std::size_t last) {
    bool updated = false;
    for (std::size_t i = first; i < last;) {
      const PhraseMatch match = byline_word(i);
      if (tokens_[i].classes.has(WordClass::kWeekday)) weekday_ = weekday_number(tokens_[i]);
      if (says(match, "updated") || says(match, "published")) {
        updated = says(match, "updated");
        i += match.length;
        i = after_section(is_one_of(tokens_[i - 1], {"in"}) ? i - 1 : i, last);
      } else if (in_date(tokens_[i])) {
        i = take_date(i, updated);
      } else if (says(match, "meta")) {
        i += match.length;
      } else if (after_section(i, last) > i) {
        i = after_section(i, last);
      } else if (!is_word(tokens_[i]) || is_one_of(tokens_[i], {"on", "at", "in", "a", "p", "m", "a.", "p.", "m."}) ||
                 is_clock(i) || is_zone(i)) {
        ++i;
      } else {
        return false;
      }
    }
    return true;
  }

  // "11:28 AMT": capitals behind a time of day.
  [[nodiscard]] bool is_zone(std::size_t at) const {
    return at > 0 && tokens_[at].shape == TokenShape::kAllCaps && tokens_[at].text.size() <= 5 &&
           is_time_of_day(tokens_[at - 1].text);
  }

  [[nodiscard]] bool is_clock(std::size_t at) const {
    return tokens_[at].shape == TokenShape::kNumber || tokens_[at].shape == TokenShape::kAlphanumeric;
  }

  // Keeps the dates that begin in the token at `at` (stamps glued together are one token) and steps over them.
  std::size_t take_date(std::size_t at, bool updated) {
    const TextSpan token = tokens_[at].span;
    std::size_t end = token.end;
    for (const DateReading& date : dates_) {
      if (date.begin < token.begin || date.begin >= token.end) continue;
      keep_date(date, updated);
      end = std::max(end, date.end);
    }
    while (at < tokens_.size() && tokens_[at].span.begin < end) ++at;
    return at;
  }

  void keep_date(const DateReading& date, bool updated) {
    const bool stamp = date.iso.size() > 16;  // with seconds: written by a machine, more exact than the words before it
    std::optional<DateReading>& slot = updated && !stamp ? out_.updated : out_.published;
    const bool fits = weekday_ == 0 || weekday_ == static_cast<int>(weekday(date.date)) + 1;
    weekday_ = 0;
    if (!slot) {
      slot = date;
      if (&slot == &out_.published) out_.weekday_differs = !fits;
    } else if (stamp) {
      out_.updated = date;
    }
  }

  // "5 min read", "Updated", "2 hours ago", "Mar. 8 5:46 PM".
  bool is_aside(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last;) {
      const PhraseMatch match = byline_word(i);
      has_clock_ |= is_time_of_day(tokens_[i].text);
      // A clock alone may be how long a video is.
      has_label_ |= match.entry != nullptr || tokens_[i].classes.has(WordClass::kMonth) || ends_half_day(i);
      if (match.entry != nullptr && !says(match, "outlet") && !says(match, "role") && !says(match, "masthead") &&
          !says(match, "piece") && !says(match, "document")) {
        i += match.length;
      } else if (tokens_[i].classes.has(WordClass::kMonth) ||
                 is_one_of(tokens_[i], {"on", "at", "a", "p", "m", "a.", "p.", "m."})) {
        ++i;
      } else if (!is_word(tokens_[i]) || is_clock(i) || is_one_of(tokens_[i], {"ago", "hours", "hour", "minutes"})) {
        ++i;
      } else {
        return false;
      }
    }
    return true;
  }

  // "9:05am"
  [[nodiscard]] bool ends_half_day(std::size_t at) const {
    const std::string_view text = tokens_[at].text;
    return tokens_[at].shape == TokenShape::kAlphanumeric && (text.ends_with('m') || text.ends_with('M'));
  }

  // "Updated 16:02" after the date of publication: the same day.
  void take_time_of_update(std::size_t first, std::size_t last) {
    if (!says(byline_word(first), "updated") || !out_.published || out_.updated) return;
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view clock = tokens_[i].text;
      if (clock.size() != 5 || clock[2] != ':' || !is_time_of_day(clock)) continue;
      out_.updated = out_.published;
      out_.updated->iso = to_iso(out_.published->date) + "T" + std::string(clock);
    }
  }

  // "From our correspondent in Lisk": nobody is named.
  bool read_unnamed(std::size_t first, std::size_t last) {
    out_.names_authors = true;
    if (first == last) return true;
    if (is_one_of(tokens_[first], {",", "in", "at"}) && last - first <= 5) {
      return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                         tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                         [](const LineToken& t) { return !is_word(t) || opens_in_capitals(t); });
    }
    return false;
  }

  // "An Observer investigation by Piers Hallam": some words for the report, then "by" and people.
  bool names_report(std::size_t first, std::size_t last) {
    std::size_t by = first;
    bool report = false;
    while (by < last && by < first + 6 && tokens_[by].text != "by" && tokens_[by].text != "By") {
      report |= says(byline_word(by), "piece");
      ++by;
    }
    if (!report || by + 2 >= last || !is_one_of(tokens_[by], {"by", "By"})) return false;
    constexpr WordClasses kNoPerson = WordClass::kCommonWord | WordClass::kCommonNoun | WordClass::kOrganizationHead |
                                      WordClass::kDemonym | WordClass::kGroupNoun | WordClass::kPlace |
                                      WordClass::kCountry | WordClass::kWeekday | WordClass::kMonth;
    const bool given = tokens_[by + 1].classes.has(WordClass::kGivenName);
    if (!given && (tokens_[by + 1].classes | tokens_[by + 2].classes).has_any(kNoPerson)) return false;
    return read_authors_until_date(by + 1, last);
  }

  // An outlet beside "By ..." in one line: a few capitalised words.
  bool take_outlet(std::size_t first, std::size_t last) {
    if (last - first > 6) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (is_word(tokens_[i]) && !opens_in_capitals(tokens_[i]) && !is_one_of(tokens_[i], {"of", "the", "and", "in"})) {
        return false;
      }
    }
    is_sure_outlet_ = phrase_at(tokens_, first, WordClass::kOutlet, resources_.lexicon).length == last - first ||
                      (last - first > 1 && says(byline_word(last - 1), "outlet"));
    out_.outlet = line_.substr(tokens_[first].span.begin, tokens_[last - 1].span.end - tokens_[first].span.begin);
    return true;
  }

  std::string_view line_;
  const Resources& resources_;
  std::vector<LineToken> tokens_;
  std::vector<DateReading> dates_;
  BylineReading out_;
  int weekday_ = 0;              // that stands before the next date
  std::optional<Part> person_;   // a name that no word says to be an author's
  bool is_sure_outlet_ = false;  // the outlet taken is known as one, or called so
  bool has_clock_ = false;       // "4:08"
  bool has_label_ = false;       // "Updated", "p.m.", "GMT"
};

// "Ada LindStaff Writer": a name and a role that a page sets in two lines.
std::string parted_roles(std::string_view line, const Lexicon& lexicon) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool meets = i > 1 && line[i] >= 'A' && line[i] <= 'Z' && line[i - 1] >= 'a' && line[i - 1] <= 'z';
    if (meets && says(phrase_at(line_tokens(line.substr(i), lexicon, 4), 0, WordClass::kBylineWord, lexicon), "role")) {
      out += ' ';
    }
    out += line[i];
  }
  return out;
}

}  // namespace

std::optional<BylineReading> read_byline(std::string_view line, const Resources& resources) {
  if (line.size() > 300) return std::nullopt;
  const std::string apart = parted_roles(line, resources.lexicon);
  return BylineReader(apart, resources).read();
}

AuthorReading read_authors(std::string_view value, const Resources& resources) {
  if (value.size() > 300 || value.find("://") != std::string_view::npos) return {};
  // "Ada Lind | ada@post.example"
  if (const std::size_t at = value.find('@'); at != std::string_view::npos) {
    value = trimmed(value.substr(0, value.substr(0, at).find_last_of(" (") + 1), " |,;-(");
    if (value.empty()) return {};
  }
  const std::string apart = parted_roles(value, resources.lexicon);
  value = apart;
  const std::vector<LineToken> tokens = line_tokens(value, resources.lexicon, kLongestLine);
  if (tokens.empty()) return {};
  const PhraseMatch opening = phrase_at(tokens, 0, WordClass::kBylineWord, resources.lexicon);
  const std::size_t first = says(opening, "by") && opening.length < tokens.size() ? opening.length : 0;
  AuthorReading authors;
  return read_author_list(value, tokens, {first, tokens.size()}, resources, authors) ? authors : AuthorReading();
}

}  // namespace newsloupe
