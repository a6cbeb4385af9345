#include "core/clean/head.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/clean/author_list.h"
#include "core/clean/byline.h"
#include "core/clean/dateline.h"
#include "core/clean/foot.h"
#include "core/clean/masthead.h"
#include "core/clean/metadata_choice.h"

namespace newsloupe {
namespace {

constexpr std::size_t kDeepestHead = 16;  // pieces above the lead that are looked at

bool has_tag(const Draft& draft, std::size_t i, std::string_view tag) {
  return draft.block_of(draft.pieces[i]).tag == tag;
}

bool has_hint(const Draft& draft, std::size_t i, std::initializer_list<std::string_view> words) {
  const std::vector<RawContainer>& containers = draft.raw().containers;
  std::uint32_t at = draft.block_of(draft.pieces[i]).container;
  for (int level = 0; level < 2 && at != RawContainer::kNone; ++level, at = containers[at].parent) {
    const std::string& hints = containers[at].hints;
    if (std::ranges::any_of(words, [&](std::string_view word) { return hints.find(word) != std::string::npos; })) {
      return true;
    }
  }
  return false;
}

bool is_subtitle_by_markup(const Draft& draft, std::size_t i) {
  return has_tag(draft, i, "em") ||
         has_hint(draft, i,
                  {"standfirst", "subtitle", "subhead", "subline", "sub-title", "dek", "deck", "teaser", "summary",
                   "strapline", "kicker-text", "emphasis", "ttl2", "abstract", "excerpt"});
}

void keep(Draft& draft, std::size_t i, const char* field, std::string value, const char* from) {
  if (!value.empty()) draft.candidates.push_back({field, std::move(value), from, draft.source(draft.pieces[i])});
}

bool try_byline(Draft& draft, std::size_t i, const Resources& resources) {
  const auto reading = read_byline(draft.text(draft.pieces[i]), resources);
  if (!reading) return false;
  draft.mark(i, ParagraphClass::kByline, RuleId(reading->names_authors ? "head.byline" : "head.date_line"));
  for (const std::string& name : reading->names) keep(draft, i, "byline", name, "byline line");
  keep(draft, i, "agency", reading->agency, "byline line");
  keep(draft, i, "outlet", reading->outlet, "byline line");
  if (reading->published) {
    keep(draft, i, "published", reading->published->iso, reading->weekday_differs ? kOtherWeekday : "byline line");
    if (reading->weekday_differs) note_weekday(draft, i, *reading->published);
  }
  if (reading->updated) keep(draft, i, "updated", reading->updated->iso, "byline line");
  return true;
}

// A line that is an address: where the text was copied from. A date in it is inferred, not stated.
bool try_address(Draft& draft, std::size_t i, const Resources& resources) {
  const std::string_view text = draft.text(draft.pieces[i]);
  const bool scheme = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
  if (!scheme || text.size() > 1000 || text.find(' ') != std::string_view::npos) return false;
  draft.mark(i, ParagraphClass::kBoilerplate, RuleId("head.address"));
  keep(draft, i, "url", std::string(text), "address line");
  const std::vector<DateReading> dates = find_dates(text, resources.lexicon);
  if (!dates.empty()) keep(draft, i, "published", to_iso(dates.front().date), "url");
  return true;
}

// The first piece that reads like running text, or the end.
std::size_t first_prose(const Draft& draft) {
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    const bool heading = draft.block_of(draft.pieces[i]).tag.starts_with('h');
    if (draft.is_body(i) && !heading && draft.features(i).is_prose() && !is_subtitle_by_markup(draft, i)) return i;
  }
  return draft.pieces.size();
}

// A standfirst may read like the lead, with byline and date below it. Dates that stand between paragraphs all through a
// text part its days.
void mark_dates_below_standfirst(Draft& draft, std::size_t lead, const Resources& resources) {
  constexpr std::size_t kLines = 3;
  std::vector<std::size_t> lines;
  for (std::size_t i = lead + 1, seen = 0; i < draft.pieces.size(); ++i) {
    if (!draft.is_body(i) || ++seen > 4 * kLines) continue;
    if (draft.features(i).words > 14 || draft.features(i).ends_stop) continue;
    if (!read_byline(draft.text(draft.pieces[i]), resources)) continue;
    if (seen > kLines) return;
    lines.push_back(i);
  }
  for (const std::size_t i : lines) try_byline(draft, i, resources);
}

// Index of the headline above the lead, or the lead itself where there is none.
std::size_t find_headline(const Draft& draft, std::size_t lead, std::string_view title) {
  const std::string title_key = text_key(title);
  std::size_t tagged = lead, wide = lead, last = lead;
  for (std::size_t i = 0; i < lead; ++i) {
    if (draft.is_body(i) && !title_key.empty() && text_key(draft.text(draft.pieces[i])) == title_key) return i;
    if (draft.is_body(i) && has_tag(draft, i, "h1") && tagged == lead && !names_outlet(draft, i)) tagged = i;
    if (!can_be_headline(draft, i)) continue;
    if (draft.features(i).words >= 4 && wide == lead) wide = i;
    last = i;
  }
  if (tagged != lead) return tagged;
  return wide != lead ? wide : last;
}

void mark_above_headline(Draft& draft, std::size_t headline, const Resources& resources) {
  for (std::size_t i = 0; i < headline; ++i) {
    if (!draft.is_body(i) || draft.features(i).words > 8) continue;
    draft.mark(i, ParagraphClass::kBoilerplate, RuleId("head.above_headline"));
    const auto reading = read_masthead(draft.text(draft.pieces[i]), resources);
    if (reading && reading->evidence != MastheadEvidence::kName) {
      keep(draft, i, "outlet", reading->outlet, "line above headline");
    }
  }
}

// On a page: in the very element that holds the lead, told by nothing but its place.
bool is_first_paragraph(const Draft& draft, std::size_t i, std::size_t lead) {
  if (lead == draft.pieces.size() || is_subtitle_by_markup(draft, i)) return false;
  const std::vector<RawContainer>& containers = draft.raw().containers;
  const std::uint32_t own = draft.block_of(draft.pieces[i]).container;
  const std::uint32_t other = draft.block_of(draft.pieces[lead]).container;
  if (own == RawContainer::kNone || other == RawContainer::kNone || draft.features(i).words < 15) return false;
  return containers[own].tag == "p" && containers[other].tag == "p" &&
         containers[own].parent == containers[other].parent;
}

// "Ada Lind Coast Times", "Ada Lind, Coast Media", "Ada Lind 1 day ago", "Su 4 May 2025".
bool names_author_or_day(const Draft& draft, std::size_t i, const Lexicon& lexicon) {
  const std::string_view text = draft.text(draft.pieces[i]);
  if (text.ends_with(" ago") || text.starts_with("Courtesy of ") || !find_dates(text, lexicon).empty()) return true;
  const auto named = [&](const MetadataCandidate& c) {
    return (c.field == "byline" && c.value.find(' ') != std::string::npos && text.starts_with(c.value)) ||
           (c.field == "outlet" && text.size() > c.value.size() && text.ends_with(c.value)) ||
           (c.field == "outlet" && text_key(text) == text_key(c.value));
  };
  return std::ranges::any_of(draft.candidates, named) || std::ranges::any_of(draft.raw().candidates, named);
}

// "By Ada Lind | Coast Media for coast.example", "By Ada Lind - Staff Writer 2025-05-04T18:20:00Z Health", "Posted on
// Mai 4, 2025 by Admin": more than a byline, and still no subtitle.
bool is_credit_line(const Draft& draft, std::size_t i, const Lexicon& lexicon) {
  constexpr std::uint32_t kLongest = 14, kLongestRole = 6;
  const TextFeatures& f = draft.features(i);
  if (f.words > kLongest || f.ends_sentence) return false;
  if (f.words <= kLongestRole && names_author_or_day(draft, i, lexicon)) return true;
  const std::vector<LineToken> tokens = line_tokens(draft.text(draft.pieces[i]), lexicon, 4 * kLongest);
  // "Ada B. Lind Senior Contributor", "Coast Times business reporter"; "crime" is a section as well.
  const PhraseMatch last = phrase_at(tokens, tokens.size() - 1, WordClass::kBylineWord, lexicon);
  if (f.words <= kLongestRole && says(last, "role") && !says(last, "section")) return true;
  const PhraseMatch opening = phrase_at(tokens, 0, WordClass::kBylineWord, lexicon);
  if (opening.length >= tokens.size()) return false;
  const bool signed_so = std::ranges::any_of(draft.raw().candidates, [&](const MetadataCandidate& c) {
    return c.field == "byline" && draft.text(draft.pieces[i]).ends_with(" by " + c.value);
  });
  if (signed_so || says(opening, "published")) return true;
  return says(opening, "by") && (tokens[opening.length].shape != TokenShape::kLower ||
                                 !find_dates(draft.text(draft.pieces[i]), lexicon).empty());
}

void mark_subtitle(Draft& draft, std::size_t headline, std::size_t lead, const Lexicon& lexicon) {
  for (std::size_t i = headline + 1; i < lead; ++i) {
    if (!draft.is_body(i) || draft.features(i).words < 4 || draft.features(i).ends_colon) continue;
    if (draft.text(draft.pieces[i]).starts_with("\u00A9")) {  // whose the picture is
      draft.mark(i, ParagraphClass::kBoilerplate, RuleId("head.copyright"));
      continue;
    }
    if (text_key(draft.text(draft.pieces[i])) == text_key(draft.text(draft.pieces[headline]))) continue;
    if (is_credit_line(draft, i, lexicon)) {
      draft.mark(i, ParagraphClass::kByline, RuleId("head.credit_line"));
      return;  // what follows is the article
    }
    const bool heading = has_tag(draft, i, "h2") || has_tag(draft, i, "h3") || has_tag(draft, i, "h4");
    if (heading && i + 1 >= lead && !is_subtitle_by_markup(draft, i) && i > headline + 2) continue;
    if (is_first_paragraph(draft, i, lead)) return;
    draft.mark(i, ParagraphClass::kSubtitle, RuleId("head.subtitle"));
    keep(draft, i, "subtitle", to_nfc(draft.text(draft.pieces[i])), "subtitle line");
    return;
  }
}

// What is left between headline and lead of a page and is no more than a label: "1 minute", "Share", "Listen".
void mark_labels(Draft& draft, std::size_t headline, std::size_t lead) {
  constexpr std::uint32_t kLongest = 6;
  for (std::size_t i = headline + 1; i < lead; ++i) {
    const TextFeatures& f = draft.features(i);
    const bool heading = draft.block_of(draft.pieces[i]).tag.starts_with('h');
    if (!draft.is_body(i) || heading || f.words > kLongest || f.ends_sentence || f.starts_quoted) continue;
    draft.mark(i, ParagraphClass::kBoilerplate, RuleId("head.label"));
  }
}

// Speakers' names before colons, line after line.
bool starts_transcript(const Draft& draft, std::size_t first) {
  const std::string_view label = draft.text(draft.pieces[first]);
  std::size_t others = 0;
  for (std::size_t i = first + 1; i < draft.pieces.size(); ++i) {
    if (!draft.is_body(i)) continue;
    const std::string_view text = draft.text(draft.pieces[i]);
    const std::size_t colon = text.substr(0, 40).find(':');
    if (colon == std::string_view::npos || colon < 2) continue;
    const std::string_view before = text.substr(0, colon);
    const bool capitals = std::ranges::none_of(before, [](char c) { return c >= 'a' && c <= 'z'; });
    if (capitals || before == label.substr(0, before.size())) ++others;
  }
  return others >= 2;
}

// On a page that says nowhere when it came out: the day that stands alone in a line, where there is but one.
void keep_lone_day(Draft& draft, const Resources& resources) {
  const auto says_when = [](const MetadataCandidate& c) { return c.field == "published" || c.field == "updated"; };
  if (std::ranges::any_of(draft.raw().candidates, says_when) || std::ranges::any_of(draft.candidates, says_when))
    return;
  std::optional<std::size_t> line;
  std::string day;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    const std::string_view text = draft.text(draft.pieces[i]);
    if (text.size() > 60 || std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; })) continue;
    const auto reading = read_byline(text, resources);
    if (!reading || !reading->published || reading->names_authors) continue;
    const std::string found = to_iso(reading->published->date);
    if (line && found != day) return;
    line = line.value_or(i);
    day = found;
  }
  if (line) keep(draft, *line, "published", day, "date line");
}

}  // namespace

bool can_be_headline(const Draft& draft, std::size_t i) {
  const TextFeatures& f = draft.features(i);
  return draft.is_body(i) && f.words >= 2 && f.words <= 30 && !f.ends_stop && !f.ends_colon && f.starts_upper;
}

bool names_outlet(const Draft& draft, std::size_t piece) {
  const std::string key = text_key(draft.text(draft.pieces[piece]));
  return std::ranges::any_of(draft.raw().candidates, [&](const MetadataCandidate& c) {
    return c.field == "outlet" && text_key(c.value) == key;
  });
}

void note_weekday(Draft& draft, std::size_t i, const DateReading& date) {
  draft.diagnostics.push_back({"clean",
                               "The weekday does not fit the date: " + std::string(draft.text(draft.pieces[i])) + " (" +
                                   to_iso(date.date) + "). Set the date by hand if it is not that.",
                               draft.source(draft.pieces[i])});
}

// What an ASCII character becomes in a key; '\0' where it is left out.
constexpr auto kAsciiKey = [] {
  std::array<char, 128> key{};
  for (std::size_t c = 0; c < key.size(); ++c) {
    if (kAsciiKinds[c] < CharacterKind::kSpace) key[c] = lower_ascii(static_cast<char>(c));
  }
  return key;
}();

std::string ascii_text_key(std::string_view text) {
  std::string key(text.size(), '\0');
  char* end = key.data();
  for (const char c : text) {
    *end = kAsciiKey[static_cast<unsigned char>(c)];
    end += *end != '\0' ? 1 : 0;
  }
  key.resize(static_cast<std::size_t>(end - key.data()));
  return key;
}

std::string text_key(std::string_view text) {
  if (ascii_length(text, 0) == text.size()) return ascii_text_key(text);
  std::string key = case_folded(text);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < key.size();) {
    if (const auto byte = static_cast<unsigned char>(key[at]); byte < 0x80) {
      key[kept] = key[at++];
      kept += kAsciiKinds[byte] < CharacterKind::kSpace ? 1 : 0;
      continue;
    }
    const CodePoint c = decode_utf8(key, at);
    const CharacterKind kind = character_kind(c.value);
    const std::size_t next = at + c.length;
    if (kind == CharacterKind::kSpace || kind == CharacterKind::kPunct) {
      at = next;
    } else {
      while (at < next) key[kept++] = key[at++];
    }
  }
  key.resize(kept);
  return key;
}

void mark_head(Draft& draft, std::string_view title, const Resources& resources) {
  const std::size_t lead = first_prose(draft);
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < lead && looked_at < kDeepestHead; ++i) {
    if (!draft.is_body(i)) continue;
    ++looked_at;
    if (!try_address(draft, i, resources)) try_byline(draft, i, resources);
  }
  if (!draft.raw().containers.empty()) keep_lone_day(draft, resources);
  if (lead == draft.pieces.size()) return;
  mark_foot(draft, lead, resources);
  mark_dates_below_standfirst(draft, lead, resources);
  mark_mastheads(draft, lead, resources);
  const std::size_t headline = find_headline(draft, lead, title);
  if (headline == lead) return;
  draft.mark(headline, ParagraphClass::kHeadline, RuleId("head.headline"));
  keep(draft, headline, "headline", to_nfc(draft.text(draft.pieces[headline])),
       has_tag(draft, headline, "h1") ? "headline block" : "first line");
  mark_above_headline(draft, headline, resources);
  mark_subtitle(draft, headline, lead, resources.lexicon);
  if (!draft.raw().containers.empty()) mark_labels(draft, headline, lead);
}

void mark_repeats(Draft& draft, std::string_view title) {
  std::string headline = text_key(title);
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (draft.pieces[i].paragraph_class == ParagraphClass::kHeadline) headline = text_key(draft.text(draft.pieces[i]));
  }
  std::vector<std::string> keys;
  keys.reserve(draft.pieces.size());
  for (const Piece& piece : draft.pieces) keys.push_back(text_key(draft.text(piece)));
  std::map<std::string_view, std::size_t> seen;  // looked up, never walked
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (!draft.is_body(i) || keys[i].empty()) continue;
    std::string_view rest = keys[i];
    while (!headline.empty() && rest.starts_with(headline)) rest.remove_prefix(headline.size());
    const bool headline_again = rest.empty();
    const bool came_before = draft.features(i).words >= 5 && !seen.emplace(keys[i], i).second;
    const std::string_view text = draft.text(draft.pieces[i]);
    const bool cut_off =
        (text.ends_with("...") || text.ends_with("\u2026")) && draft.features(i).words >= 5 &&
        std::any_of(keys.begin() + static_cast<std::ptrdiff_t>(i) + 1, keys.end(),
                    [&](const std::string& key) { return key.size() > keys[i].size() && key.starts_with(keys[i]); });
    if (headline_again || came_before || cut_off) {
      const char* rule = headline_again ? "repeat.headline" : came_before ? "repeat.paragraph" : "repeat.teaser";
      draft.mark(i, ParagraphClass::kRepeat, RuleId(rule));
    }
  }
}

// "He will be great!"": the end of a quotation that a line before it opened.
bool ends_quotation(std::string_view text) {
  return text.ends_with("\u201D") ? text.find("\u201C") == std::string_view::npos
                                  : text.ends_with('"') && std::count(text.begin(), text.end(), '"') % 2 == 1;
}

void mark_subheadings(Draft& draft) {
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    const TextFeatures& f = draft.features(i);
    const std::string& tag = draft.block_of(draft.pieces[i]).tag;
    const bool tagged = tag.size() == 2 && tag[0] == 'h';
    if (!draft.is_body(i) || f.words > 16) continue;
    std::size_t next = i + 1;
    while (next < draft.pieces.size() && !draft.is_body(next)) ++next;
    if (next == draft.pieces.size()) continue;
    std::size_t before = i;
    while (before > 0 && !draft.is_body(before - 1)) --before;
    const bool between = before > 0 && draft.features(before - 1).ends_sentence;
    const bool alone =
        draft.block_of(draft.pieces[i]).line_break_before && draft.block_of(draft.pieces[next]).line_break_before;
    const bool heading_like = f.words <= 10 && f.starts_upper && !f.starts_quoted && !f.ends_stop && !f.ends_colon &&
                              !ends_quotation(draft.text(draft.pieces[i]));
    const bool followed = draft.features(next).words >= 8 && draft.features(next).ends_sentence;
    if (tagged || (alone && between && followed && heading_like && tag != "li")) {
      draft.mark(i, ParagraphClass::kSubheading, RuleId(tagged ? "subheading.markup" : "subheading.short_line"));
    }
  }
}

void mark_dateline(Draft& draft, const Resources& resources) {
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < draft.pieces.size() && looked_at < 2; ++i) {
    if (!draft.is_body(i)) continue;
    ++looked_at;
    const std::string_view text = draft.text(draft.pieces[i]);
    const auto reading = read_dateline(text, resources);
    if (!reading || starts_transcript(draft, i)) continue;
    draft.split(i, reading->end, reading->body);
    draft.mark(i, ParagraphClass::kDateline, RuleId("head.dateline"));
    const SourceSpan source = draft.source(draft.pieces[i]);
    draft.dateline = Dateline{reading->place, reading->date, reading->agency, source};
    keep(draft, i, "agency", reading->agency, "dateline");
    if (!reading->date.starts_with('X')) keep(draft, i, "published", reading->date, "dateline day");
    return;
  }
}

}  // namespace newsloupe
