#include "core/clean/author_list.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {

bool is_one_of(const LineToken& token, std::initializer_list<std::string_view> texts) {
  return std::ranges::find(texts, token.text) != texts.end();
}

bool says(const PhraseMatch& match, std::string_view what) {
  return match.entry != nullptr && std::ranges::find(match.entry->columns, what) != match.entry->columns.end();
}

std::string_view trimmed(std::string_view text, std::string_view edges) {
  const std::size_t begin = text.find_first_not_of(edges);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find_last_not_of(edges);
  // The full stop of "Jr." and of initials belongs to the name.
  const bool keeps_stop = end + 1 < text.size() && text[end + 1] == '.' && end >= begin + 1 &&
                          (text[end - 1] == ' ' || text[end - 1] == '.' || text.substr(end - 1, 2) == "Jr" ||
                           text.substr(end - 1, 2) == "Sr");
  return text.substr(begin, end - begin + (keeps_stop ? 2 : 1));
}

namespace {

class NameList {
 public:
  NameList(std::string_view line, const std::vector<LineToken>& tokens, const Resources& resources)
      : line_(line), tokens_(tokens), lexicon_(resources.lexicon) {}

  // Reads tokens [first, last) as authors; false where they hold something else.
  bool read(std::size_t first, std::size_t last) {
    std::size_t begin = first;
    for (std::size_t i = first; i <= last; ++i) {
      const bool stop = i < last && i > begin + 1 && is_one_of(tokens_[i], {"."}) && tokens_[i - 1].text.size() > 3;
      const bool ends =
          i == last || stop || is_one_of(tokens_[i], {",", ";", "&", "and", "AND", "with", "und", "y", "et"});
      if (!ends) continue;
      if (i > begin && !read_part({begin, i})) return false;
      begin = i + 1;
    }
    return true;
  }

  AuthorReading out;

 private:
  bool read_part(Part part) {
    const std::size_t whole = part.last;
    part.last = end_of_name(part);
    if (part.last < whole && phrase_at(tokens_, part.last, WordClass::kAgency, lexicon_).length == whole - part.last) {
      out.agency = trimmed(
          line_.substr(tokens_[part.last].span.begin, tokens_[whole - 1].span.end - tokens_[part.last].span.begin));
    }
    if (is_address(part)) return true;
    const std::string text(trimmed(line_.substr(tokens_[part.first].span.begin,
                                                tokens_[part.last - 1].span.end - tokens_[part.first].span.begin)));
    if (text.empty()) return true;
    const PhraseMatch agency = phrase_at(tokens_, part.first, WordClass::kAgency, lexicon_);
    const bool initials = part.last - part.first == 1 && tokens_[part.first].shape == TokenShape::kAllCaps;
    if (initials && !out.names.empty() && (is_degree(text) || is_office(text))) return true;
    if (agency.length == part.last - part.first || (initials && text.size() <= 6)) {
      out.agency = text;  // also "By KNW"
    } else if (is_plain_role(part) || opens_role(part)) {
      behind_role_ = true;
      return true;
    } else if (is_outlet(part)) {
      if (behind_role_ && !out.outlet.empty()) return true;
      out.outlet = text;
      if (agency.entry != nullptr) out.agency = text;
    } else if (is_role(part)) {
      behind_role_ = true;
      return true;
    } else if (is_link(part)) {
      return true;
    } else if (behind_role_ && !is_given_name(part.first)) {
      return true;  // "Ada Lind, Senior Editor, Coast Media, Harbour and Sea Desk"
    } else if (is_name(part)) {
      if (text != "Jr." && text != "Sr." && !is_degree(text)) add_name(text);
    } else {
      return false;
    }
    return true;
  }

  // "Ada Lind, MS, RD"
  static bool is_degree(std::string_view text) {
    static constexpr std::string_view kDegrees[] = {"MD", "MS",  "MA",  "RD",  "RN",  "BA",  "BSC", "MSC", "DO",
                                                    "JD", "MPH", "MBA", "LDN", "DDS", "CPT", "PHD", "PhD"};
    return is_one_of(kDegrees, text);
  }

  // "Ada Lind, CEO"
  static bool is_office(std::string_view text) {
    return is_one_of(text, {"CEO", "CFO", "COO", "CTO", "MP", "MSP", "MEP", "TD", "QC", "KC"});
  }

  // "Hugh Pellow in Maren": the place is no part of the name, nor is the role in "Hugh Pellow Staff Writer".
  [[nodiscard]] std::size_t end_of_name(Part part) const {
    for (std::size_t i = part.first + 2; i + 1 < part.last; ++i) {
      if (is_one_of(tokens_[i], {"in", "at", "from"}) && opens_in_capitals(tokens_[i + 1])) return i;
    }
    for (std::size_t i = part.first + 2; i < part.last; ++i) {  // "Ben Orr Reuters"
      if (phrase_at(tokens_, i, WordClass::kAgency, lexicon_).length == part.last - i && is_given_name(part.first))
        return i;
    }
    const bool role =
        part.last - part.first > 2 && says(byline_word(part.last - 1), "role") && is_given_name(part.first);
    if (!role) return part.last;
    const bool two = part.last - part.first > 3 &&
                     (says(byline_word(part.last - 2), "role") || says(byline_word(part.last - 2), "section") ||
                      tokens_[part.last - 2].classes.has(WordClass::kCommonNoun));
    return part.last - (two ? 2 : 1);
  }

  // "hugh.pellow@post.example"
  [[nodiscard]] bool is_address(Part part) const {
    const std::size_t begin = tokens_[part.first].span.begin;
    const std::string_view text = line_.substr(begin, tokens_[part.last - 1].span.end - begin);
    return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
  }

  void add_name(std::string name) {
    const bool shouted =
        name.find(' ') != std::string::npos && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    if (shouted) name = in_title_case(std::move(name));
    if (std::ranges::find(out.names, name) == out.names.end()) out.names.push_back(name);
  }

  // "ADA MCKAY": Ada McKay. Letters beyond ASCII stay as they are, and so do initials.
  static std::string in_title_case(std::string name) {
    for (std::size_t i = 1; i < name.size(); ++i) {
      const auto capital = [&](std::size_t at) { return name[at] >= 'A' && name[at] <= 'Z'; };
      const bool inside = (name[i - 1] >= 'a' && name[i - 1] <= 'z') || capital(i - 1) ||
                          static_cast<unsigned char>(name[i - 1]) >= 0x80;
      const bool after_mc = i >= 2 && name.compare(i - 2, 2, "Mc") == 0 && (i == 2 || name[i - 3] == ' ');
      if (capital(i) && inside && !after_mc) name[i] = static_cast<char>(name[i] | 0x20);
    }
    return name;
  }

  [[nodiscard]] PhraseMatch byline_word(std::size_t at) const {
    return phrase_at(tokens_, at, WordClass::kBylineWord, lexicon_);
  }

  [[nodiscard]] bool is_outlet(Part part) const {
    if (phrase_at(tokens_, part.first, WordClass::kOutlet, lexicon_).length == part.last - part.first) return true;
    if (part.last - part.first < 2) return says(byline_word(part.first), "outlet");
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (says(byline_word(i), "outlet") && opens_in_capitals(tokens_[i]) && !is_given_name(part.first)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_given_name(std::size_t at) const { return tokens_[at].classes.has(WordClass::kGivenName); }

  // "Political Editor", "staff writer", "in London", "for the Coast Herald", "Health Correspondent".
  [[nodiscard]] bool is_role(Part part) const {
    if (is_one_of(tokens_[part.first], {"in", "at", "for", "of", "from", "on"})) return true;
    const bool ends_so = says(byline_word(part.last - 1), "role");
    return ends_so &&
           (part.last - part.first == 1 || !is_given_name(part.first) || says(byline_word(part.first), "role"));
  }

  // "Senior Staff Technologist": whatever it is that is one.
  [[nodiscard]] bool opens_role(Part part) const {
    return part.last - part.first > 1 && !out.names.empty() &&
           is_one_of(tokens_[part.first], {"Senior", "Chief", "Deputy", "Assistant", "Associate", "Executive"});
  }

  // "Staff Reporter", "Chief Political Correspondent": words of roles alone.
  [[nodiscard]] bool is_plain_role(Part part) const {
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (!says(byline_word(i), "role")) return false;
    }
    return true;
  }

  // "About Coast Herald", "SHOW ALL ARTICLES OF", "Creative Commons License": where a link leads.
  [[nodiscard]] bool is_link(Part part) const {
    const auto word = [&](std::size_t i) { return lower_ascii(tokens_[i].text); };
    return part.last - part.first > 1 &&
           (is_one_of(word(part.first), {"about", "show", "more", "view", "see", "read", "contact", "follow", "all"}) ||
            is_one_of(word(part.last - 1), {"license", "licence", "policy", "guidelines"}));
  }

  // Two to six capitalised words, with particles and initials between them.
  [[nodiscard]] bool is_name(Part part) const {
    std::size_t capitals = 0, words = 0;
    for (std::size_t i = part.first; i < part.last; ++i) {
      const LineToken& token = tokens_[i];
      if (is_one_of(token, {".", "-", "'", "\u2019", "\""})) continue;
      if (!is_word(token) || token.shape == TokenShape::kNumber) return false;
      ++words;
      if (opens_in_capitals(token) || token.shape == TokenShape::kOther) {
        ++capitals;
      } else if (!token.classes.has(WordClass::kParticle) &&
                 !is_one_of(token, {"de", "da", "del", "la", "van", "von", "der", "den", "bin", "al", "el", "ten", "le",
                                    "di", "dos", "du", "ibn", "s"})) {
        return false;
      }
    }
    return capitals >= 1 && words <= 6;
  }

  std::string_view line_;
  const std::vector<LineToken>& tokens_;
  const Lexicon& lexicon_;
  bool behind_role_ = false;  // a role was read
};

}  // namespace

bool read_author_list(std::string_view line, const std::vector<LineToken>& tokens, Part part,
                      const Resources& resources, AuthorReading& out) {
  NameList list(line, tokens, resources);
  const bool read = list.read(part.first, part.last);
  out = std::move(list.out);
  return read;
}

}  // namespace newsloupe
