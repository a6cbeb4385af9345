#include "core/compare/second_sources.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/compare/brief_words.h"
#include "core/compare/origins.h"

namespace newsloupe {
namespace {

class Doubts {
 public:
  explicit Doubts(const Comparison& comparison) : all_(comparison) {}

  std::vector<SecondSource> find() {
    add_shared_wording();
    add_named();
    add_credits();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t origin(ArticleIndex index) const { return all_.articles[index.index()].origin; }

  void add(SecondSource doubt) {
    const std::uint32_t a = origin(doubt.taker), b = origin(doubt.other);
    const bool known = a == b || std::any_of(found_.begin(), found_.end(), [&](const SecondSource& other) {
                         return std::minmax(origin(other.taker), origin(other.other)) == std::minmax(a, b);
                       });
    if (!known) found_.push_back(std::move(doubt));
  }

  void add_shared_wording() {
    std::vector<SecondSource> pairs;
    for (const Reuse& pair : all_.reuse) {
      if (pair.label != ReuseLabel::kPartly || is_mostly_quoted(pair)) continue;
      const bool b_takes = pair.direction == ReuseDirection::kUnknown ? pair.containment_b > pair.containment_a
                                                                      : pair.direction == ReuseDirection::kBFromA;
      pairs.push_back(b_takes ? SecondSource{pair.b, pair.a, pair.containment_b, {}}
                              : SecondSource{pair.a, pair.b, pair.containment_a, {}});
    }
    sort_items(pairs, [](const SecondSource& x, const SecondSource& y) { return x.share > y.share; });
    for (SecondSource& doubt : pairs) add(std::move(doubt));
  }

  // Both print the words of the same persons.
  [[nodiscard]] bool is_mostly_quoted(const Reuse& pair) const {
    const Resolution& resolution = all_.article(pair.a).resolution;
    std::uint64_t bytes = 0, quoted = 0;
    for (const ReuseRun& run : pair.runs) {
      bytes += run.a.size();
      for (const Quote& quote : resolution.quotes) {
        if (quote.kind == QuoteKind::kIndirect || !quote.span.overlaps(run.a)) continue;
        quoted += std::min(quote.span.end, run.a.end) - std::max(quote.span.begin, run.a.begin);
      }
    }
    return quoted * 4 >= bytes * 3;
  }

  void add_named() {
    for (std::size_t a = 0; a < all_.articles.size(); ++a) {
      for (std::size_t b = 0; b < all_.articles.size(); ++b) {
        const ArticleIndex taker(a), other(b);
        const bool one_story = all_.articles[a].story == all_.articles[b].story;
        if (a != b && one_story && takes_from(all_.article(taker), all_.article(other))) add({taker, other, 0, {}});
      }
    }
  }

  void add_credits() {
    for (std::size_t b = 1; b < all_.articles.size(); ++b) {
      const std::string& agency = credited(b);
      for (std::size_t a = 0; a < b && !agency.empty(); ++a) {
        if (credited(a) == agency) add({ArticleIndex(b), ArticleIndex(a), 0, agency});
      }
    }
  }

  // Empty where the article is the agency's own.
  [[nodiscard]] const std::string& credited(std::size_t article) const {
    static const std::string kNone;
    const ArticleMetadata& metadata = all_.articles[article].article->metadata;
    const bool own = metadata.agency == metadata.outlet || metadata.agency == initials_of(metadata.outlet);
    return own ? kNone : metadata.agency;
  }

  const Comparison& all_;
  std::vector<SecondSource> found_;
};

}  // namespace

std::vector<SecondSource> find_second_sources(const Comparison& comparison) { return Doubts(comparison).find(); }

}  // namespace newsloupe
