#include "core/clean/metadata_choice.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/base/utf8.h"
#include "core/clean/byline.h"
#include "core/clean/head.h"
#include "core/clean/line_tokens.h"
#include "core/clean/masthead.h"

namespace newsloupe {
namespace {

struct Origin {
  std::string_view from;
  DateBasis basis;
};

constexpr std::string_view kFileName = "file name";

// Most trusted first. What is not in the list comes last and counts as metadata.
constexpr Origin kOrigins[] = {
    {"given", DateBasis::kGiven},
    {"record", DateBasis::kGiven},
    {"feed", DateBasis::kMetadata},
    {"front matter", DateBasis::kMetadata},
    {"headline block", DateBasis::kStated},
    {"json-ld", DateBasis::kMetadata},
    {"article:published_time", DateBasis::kMetadata},
    {"og:title", DateBasis::kMetadata},
    {"og:site_name", DateBasis::kMetadata},
    {"meta", DateBasis::kMetadata},
    {"canonical", DateBasis::kMetadata},
    {"og:url", DateBasis::kMetadata},
    {"rel=author", DateBasis::kStated},
    {"masthead line", DateBasis::kStated},
    {"byline line", DateBasis::kStated},
    {"name line", DateBasis::kStated},
    {"class", DateBasis::kStated},
    {"time", DateBasis::kStated},
    {"author link", DateBasis::kStated},
    {"json-ld reference", DateBasis::kMetadata},
    {"date line", DateBasis::kInferred},
    {"author address", DateBasis::kInferred},
    {"json-ld page", DateBasis::kMetadata},
    {"mail header", DateBasis::kMetadata},
    {"first line", DateBasis::kStated},
    {"title", DateBasis::kMetadata},
    {"dateline", DateBasis::kStated},
    {"line above headline", DateBasis::kStated},
    {"credit line", DateBasis::kStated},
    {kOtherWeekday, DateBasis::kStated},
    {"mail sender", DateBasis::kMetadata},
    {"url", DateBasis::kInferred},
    // The day of writing, which is that of coming out or the one before.
    {"dateline day", DateBasis::kInferred},
    {"url host", DateBasis::kInferred},
    {kFileName, DateBasis::kInferred},
    {"option", DateBasis::kGiven},
    // Of the file, not of the article: who made it, when it was begun.
    {"document properties", DateBasis::kInferred},
};

std::size_t rank_of(const MetadataCandidate& candidate) {
  const auto* at = std::ranges::find(kOrigins, std::string_view(candidate.from), &Origin::from);
  return static_cast<std::size_t>(at - std::begin(kOrigins));
}

// "Flood closes bridge | Coast Herald", where the page calls its outlet so.
std::string without_outlet(std::string headline, const std::vector<MetadataCandidate>& candidates) {
  for (const std::string_view bar : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00b7 "}) {
    const std::size_t at = headline.rfind(bar);
    if (at == std::string::npos || at == 0) continue;
    const std::string last = text_key(std::string_view(headline).substr(at + bar.size()));
    const bool outlet = std::ranges::any_of(candidates, [&](const MetadataCandidate& c) {
      return c.field == "outlet" && c.from != "title" && text_key(c.value) == last;
    });
    if (outlet) headline.resize(at);
  }
  return headline;
}

// "http://www.herald.example", where a page calls its outlet so.
std::string without_scheme(std::string outlet) {
  for (const std::string_view part : {"https://", "http://", "www."}) {
    if (outlet.starts_with(part)) outlet.erase(0, part.size());
  }
  return outlet;
}

class Chooser {
 public:
  Chooser(const Draft& draft, const AnalysisOptions& options, const Resources& resources)
      : options_(options), resources_(resources), dateline_(draft.dateline) {
    for (std::size_t i = draft.pieces.size(); i-- > 0;) {
      if (draft.pieces[i].paragraph_class == ParagraphClass::kHeadline) headline_ = draft.source(draft.pieces[i]).begin;
      if (draft.is_body(i) && draft.features(i).is_prose()) lead_ = draft.source(draft.pieces[i]).begin;
    }
    all_ = draft.raw().candidates;
    all_.insert(all_.end(), draft.candidates.begin(), draft.candidates.end());
    if (options.published) all_.push_back({"published", to_iso(*options.published), "option", std::nullopt});
    for (const MetadataCandidate& candidate : all_) ranked_.push_back({rank_of(candidate), &candidate});
    sort_items(ranked_, [](const Ranked& x, const Ranked& y) { return x.rank < y.rank; });
  }

  ArticleMetadata choose() {
    ArticleMetadata chosen;
    chosen.headline = without_outlet(first("headline"), all_);
    chosen.subtitle = first("subtitle");
    chosen.outlet = first("outlet");
    if (chosen.outlet.empty()) chosen.outlet = outlet_of_file_name();
    chosen.outlet = without_scheme(fuller_outlet(std::move(chosen.outlet)));
    chosen.url = first("url");
    chosen.language = case_folded(first("language").substr(0, 2));
    choose_authors(chosen);
    if (chosen.agency.empty()) chosen.agency = first("agency");
    // An outlet that signs its own dateline is no agency, unless that is what it is.
    if (chosen.agency == chosen.outlet && !is_agency(chosen.agency)) chosen.agency.clear();
    choose_published(chosen);
    chosen.candidates = std::move(all_);
    return chosen;
  }

 private:
  std::string first(std::string_view field) const {
    const auto at = std::ranges::find_if(ranked_, [&](const Ranked& r) {
      return r.candidate->field == field && (r.candidate->from != kFileName || field != "outlet");
    });
    return at == ranked_.end() ? std::string() : at->candidate->value;
  }

  // The publisher is "Vale", and both the title and the site are called "Vale News".
  [[nodiscard]] std::string fuller_outlet(std::string outlet) const {
    const auto named = [&](std::string_view from) -> std::string_view {
      const auto at = std::ranges::find_if(
          all_, [&](const MetadataCandidate& c) { return c.field == "outlet" && std::string_view(c.from) == from; });
      return at == all_.end() ? std::string_view() : std::string_view(at->value);
    };
    const std::string_view title = named("title");
    const bool fuller = !outlet.empty() && named("json-ld") == outlet && title == named("og:site_name") &&
                        title.starts_with(outlet + " ");
    return fuller ? std::string(title) : outlet;
  }

  // Part of a file's name is an outlet only where outlets are called so: it may be any word.
  [[nodiscard]] std::string outlet_of_file_name() const {
    for (const MetadataCandidate& c : all_) {
      if (c.field != "outlet" || c.from != kFileName) continue;
      const auto reading = read_masthead(c.value, resources_);
      if (reading && reading->evidence == MastheadEvidence::kOutlet) return reading->outlet;
    }
    return {};
  }

  [[nodiscard]] bool is_agency(std::string_view name) const {
    const std::vector<LineToken> tokens = line_tokens(name, resources_.lexicon, 8);
    const bool known = !tokens.empty() && phrase_at(tokens, 0, WordClass::kAgency, resources_.lexicon).entry != nullptr;
    return known || name.find("Wire") != std::string_view::npos || name.find("Agency") != std::string_view::npos;
  }

  // Marked names of people stand all over a page, below each teaser. Those of the article stand together: from the
  // first one below the headline on, or up to the last one above it.
  [[nodiscard]] bool stands_with_headline(const MetadataCandidate& candidate) const {
    constexpr std::uint32_t kNear = 1500;  // bytes of markup between two authors
    static constexpr std::string_view kMarked[] = {"rel=author", "class", "author link"};
    if (std::ranges::find(kMarked, std::string_view(candidate.from)) == std::end(kMarked) || !candidate.source)
      return true;
    bool below = false;
    std::optional<SourceSpan> last;
    for (const MetadataCandidate& c : all_) {  // in document order
      if (c.field != "byline" || c.from != candidate.from || !c.source) continue;
      const bool now_below = c.source->begin >= headline_;
      const bool joins = last && now_below == below && c.source->begin <= last->end + kNear;
      if (last && below && !joins) return false;
      if (&c == &candidate) return now_below || !any_below(c.from);
      below = now_below;
      if (now_below || !any_below(c.from)) last = c.source;
    }
    return true;
  }

  [[nodiscard]] bool any_below(std::string_view from) const {
    return std::ranges::any_of(all_, [&](const MetadataCandidate& c) {
      return c.field == "byline" && c.from == from && c.source && c.source->begin >= headline_;
    });
  }

  // One of the names that the page states for machines may be its owner's: those that the reader sees decide, where
  // there are any among them.
  void keep_visible_authors(std::vector<std::string>& names) const {
    static constexpr std::string_view kVisible[] = {"rel=author", "class", "author link", "byline line"};
    const auto is_visible = [&](const std::string& name) {
      return std::ranges::any_of(all_, [&](const MetadataCandidate& c) {
        return c.field == "byline" && c.value.ends_with(name) && stands_with_headline(c) &&
               std::ranges::find(kVisible, std::string_view(c.from)) != std::end(kVisible);
      });
    };
    if (std::ranges::any_of(names, is_visible))
      std::erase_if(names, [&](const std::string& n) { return !is_visible(n); });
  }

  // Every author of the most trusted origin that names any.
  void choose_authors(ArticleMetadata& chosen) {
    std::string_view from;
    std::size_t values = 0;
    for (const auto& [rank, candidate] : ranked_) {
      const MetadataCandidate& c = *candidate;
      if (c.field != "byline" || (!chosen.byline.empty() && c.from != from) || !stands_with_headline(c)) continue;
      const AuthorReading authors = read_authors(c.value, resources_);
      values += authors.names.empty() ? 0 : 1;
      if (chosen.agency.empty()) chosen.agency = authors.agency;
      for (const std::string& name : authors.names) {
        if (name == chosen.outlet || std::ranges::find(chosen.byline, name) != chosen.byline.end()) continue;
        chosen.byline.push_back(name);
        from = c.from;
      }
    }
    if (from == "meta" && values > 1) keep_visible_authors(chosen.byline);
  }

  [[nodiscard]] bool is_possible(CivilDate date) const {
    const bool unset_clock = date == CivilDate{1970, 1, 1};
    return !unset_clock && (!options_.received || date <= *options_.received);
  }

  [[nodiscard]] bool is_day_of_dateline(std::string_view iso) const {
    return dateline_ && dateline_->date.size() == 10 && iso.substr(5, 5) == dateline_->date.substr(5);
  }

  // Reads a candidate for the day of publication; nothing where it is none or cannot be.
  [[nodiscard]] std::optional<DateReading> possible_date(const MetadataCandidate& c) const {
    if (c.field != "published") return std::nullopt;
    std::vector<DateReading> dates = find_dates(c.value, resources_.lexicon);
    if (dates.empty() || !is_possible(dates.front().date)) return std::nullopt;
    if (c.from == kOtherWeekday && !is_day_of_dateline(dates.front().iso)) return std::nullopt;
    return std::move(dates.front());
  }

  // An instant in universal time may fall on the next or the last day where the outlet is; the outlet's own day is what
  // another reading says with the zone, or what the reader sees.
  [[nodiscard]] const MetadataCandidate* local_day_of(const DateReading& universal) const {
    const std::size_t hour_at = universal.iso.find('T') + 1;
    if (!is_universal(universal) || universal.iso.find("T00:00:00") != std::string::npos) return nullptr;
    const int hour = (universal.iso[hour_at] - '0') * 10 + (universal.iso[hour_at + 1] - '0');
    std::vector<std::pair<const MetadataCandidate*, int>> zoned, local;  // with the days they lie behind
    for (const auto& [rank, candidate] : ranked_) {
      static constexpr std::string_view kLocal[] = {"time", "class", "meta", "byline line", "url"};
      if (std::ranges::find(kLocal, std::string_view(candidate->from)) == std::end(kLocal)) continue;
      const auto date = possible_date(*candidate);
      if (!date || is_universal(*date)) continue;
      const auto days = days_from_civil(date->date) - days_from_civil(universal.date);
      const bool zone = date->iso.find_first_of("+-", 10) != std::string::npos;
      (zone ? zoned : local).emplace_back(candidate, static_cast<int>(days));
    }
    // Without a zone the same day, wherever it is said, outranks another: that may be a teaser's.
    std::ranges::stable_partition(local, [](const auto& reading) { return reading.second == 0; });
    zoned.insert(zoned.end(), local.begin(), local.end());
    for (const auto& [candidate, days] : zoned) {
      if (days == 0) return nullptr;
      // Clocks are at most twelve hours behind and fourteen ahead.
      if ((days == -1 && hour < 12) || (days == 1 && hour >= 10)) return candidate;
    }
    return nullptr;
  }

  static bool is_universal(const DateReading& date) { return date.iso.ends_with('Z') || date.iso.ends_with("+00:00"); }

  // A day that a line states, to the minute where the page's marks say of it.
  [[nodiscard]] std::string with_time(const DateReading& day) const {
    constexpr std::size_t kDay = 10;
    if (day.iso.size() > kDay) return day.iso;
    for (const auto& [rank, candidate] : ranked_) {
      if (candidate->from != "time" && candidate->from != "meta") continue;
      const auto other = possible_date(*candidate);
      if (other && other->iso.size() > kDay && other->date == day.date && !is_universal(*other)) return other->iso;
    }
    return day.iso;
  }

  void choose_published(ArticleMetadata& chosen) const {
    for (const auto& [rank, candidate] : ranked_) {
      std::optional<DateReading> date = possible_date(*candidate);
      if (!date) continue;
      const MetadataCandidate* local = local_day_of(*date);
      if (local != nullptr) date = possible_date(*local);
      const MetadataCandidate& c = local == nullptr ? *candidate : *local;
      const std::size_t origin = rank_of(c);
      // What an address says in passing is inferred only where nothing else says it.
      const std::size_t basis_of = local == nullptr ? origin : rank;
      const DateBasis basis = basis_of < std::size(kOrigins) ? kOrigins[basis_of].basis : DateBasis::kMetadata;
      chosen.published = {with_time(*date), date->date, basis, c.source};
      return;
    }
    choose_day_of_update(chosen);
  }

  // Where nothing says when it came out, it was not later than this.
  void choose_day_of_update(ArticleMetadata& chosen) const {
    for (const auto& [rank, candidate] : ranked_) {
      if (candidate->field != "updated") continue;
      const std::vector<DateReading> dates = find_dates(candidate->value, resources_.lexicon);
      if (dates.empty() || !is_possible(dates.front().date)) continue;
      chosen.published = {dates.front().iso, dates.front().date, DateBasis::kInferred, candidate->source};
      return;
    }
  }

  const AnalysisOptions& options_;
  const Resources& resources_;
  const std::optional<Dateline>& dateline_;
  std::uint32_t headline_ = 0, lead_ = UINT32_MAX;  // source bytes
  struct Ranked {
    std::size_t rank;
    const MetadataCandidate* candidate;
  };
  std::vector<MetadataCandidate> all_;
  std::vector<Ranked> ranked_;  // most trusted first
};

}  // namespace

ArticleMetadata choose_metadata(const Draft& draft, const AnalysisOptions& options, const Resources& resources) {
  ArticleMetadata chosen = Chooser(draft, options, resources).choose();
  chosen.dateline = draft.dateline;
  return chosen;
}

std::string title_from_metadata(const RawArticle& raw) {
  const MetadataCandidate* best = nullptr;
  for (const MetadataCandidate& c : raw.candidates) {
    if (c.field == "headline" && (best == nullptr || rank_of(c) < rank_of(*best))) best = &c;
  }
  return best == nullptr ? std::string() : without_outlet(best->value, raw.candidates);
}

}  // namespace newsloupe
