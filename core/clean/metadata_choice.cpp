#include "core/clean/metadata_choice.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/base/utf8.h"
#include "core/clean/byline.h"
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
    {"given", DateBasis::kGiven},           {"record", DateBasis::kGiven},
    {"front matter", DateBasis::kMetadata}, {"headline block", DateBasis::kStated},
    {"json-ld", DateBasis::kMetadata},      {"article:published_time", DateBasis::kMetadata},
    {"og:title", DateBasis::kMetadata},     {"og:site_name", DateBasis::kMetadata},
    {"meta", DateBasis::kMetadata},         {"rel=author", DateBasis::kStated},
    {"masthead line", DateBasis::kStated},  {"byline line", DateBasis::kStated},
    {"name line", DateBasis::kStated},      {"class", DateBasis::kStated},
    {"time", DateBasis::kStated},           {"json-ld page", DateBasis::kMetadata},
    {"first line", DateBasis::kStated},     {"title", DateBasis::kMetadata},
    {"dateline", DateBasis::kStated},       {"line above headline", DateBasis::kStated},
    {"credit line", DateBasis::kStated},    {kOtherWeekday, DateBasis::kStated},
    {"url", DateBasis::kInferred},          {kFileName, DateBasis::kInferred},
    {"option", DateBasis::kGiven},
};

std::size_t rank_of(const MetadataCandidate& candidate) {
  const auto* at = std::ranges::find(kOrigins, std::string_view(candidate.from), &Origin::from);
  return static_cast<std::size_t>(at - std::begin(kOrigins));
}

class Chooser {
 public:
  Chooser(const Draft& draft, const AnalysisOptions& options, const Resources& resources)
      : options_(options), resources_(resources), dateline_(draft.dateline) {
    all_ = draft.raw().candidates;
    all_.insert(all_.end(), draft.candidates.begin(), draft.candidates.end());
    if (options.published) all_.push_back({"published", to_iso(*options.published), "option", std::nullopt});
    for (const MetadataCandidate& candidate : all_) ranked_.push_back({rank_of(candidate), &candidate});
    sort_items(ranked_, [](const Ranked& x, const Ranked& y) { return x.rank < y.rank; });
  }

  ArticleMetadata choose() {
    ArticleMetadata chosen;
    chosen.headline = first("headline");
    chosen.subtitle = first("subtitle");
    chosen.outlet = first("outlet");
    if (chosen.outlet.empty()) chosen.outlet = outlet_of_file_name();
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

  // Every author of the most trusted origin that names any.
  void choose_authors(ArticleMetadata& chosen) {
    std::string_view from;
    for (const auto& [rank, candidate] : ranked_) {
      const MetadataCandidate& c = *candidate;
      if (c.field != "byline" || (!chosen.byline.empty() && c.from != from)) continue;
      const AuthorReading authors = read_authors(c.value, resources_);
      if (chosen.agency.empty()) chosen.agency = authors.agency;
      for (const std::string& name : authors.names) {
        if (name == chosen.outlet || std::ranges::find(chosen.byline, name) != chosen.byline.end()) continue;
        chosen.byline.push_back(name);
        from = c.from;
      }
    }
  }

  [[nodiscard]] bool is_possible(CivilDate date) const {
    const bool unset_clock = date == CivilDate{1970, 1, 1};
    return !unset_clock && (!options_.received || date <= *options_.received);
  }

  [[nodiscard]] bool is_day_of_dateline(std::string_view iso) const {
    return dateline_ && dateline_->date.size() == 10 && iso.substr(5, 5) == dateline_->date.substr(5);
  }

  void choose_published(ArticleMetadata& chosen) const {
    for (const auto& [rank, candidate] : ranked_) {
      const MetadataCandidate& c = *candidate;
      if (c.field != "published") continue;
      const std::vector<DateReading> dates = find_dates(c.value, resources_.lexicon);
      if (dates.empty() || !is_possible(dates.front().date)) continue;
      if (c.from == kOtherWeekday && !is_day_of_dateline(dates.front().iso)) continue;
      const DateBasis basis = rank < std::size(kOrigins) ? kOrigins[rank].basis : DateBasis::kMetadata;
      chosen.published = {dates.front().iso, dates.front().date, basis, c.source};
      return;
    }
  }

  const AnalysisOptions& options_;
  const Resources& resources_;
  const std::optional<Dateline>& dateline_;
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
  return best == nullptr ? std::string() : best->value;
}

}  // namespace newsloupe
