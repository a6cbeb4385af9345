#include "core/compare/origins.h"

#include <algorithm>

#include "core/compare/disjoint_sets.h"
#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

bool same_name(std::string_view a, std::string_view b) { return !a.empty() && fold_word(a) == fold_word(b); }

}  // namespace

bool credits(const ArticleCard& article, const ArticleCard& other) {
  return same_name(article.metadata.agency, other.metadata.outlet) &&
         !same_name(article.metadata.outlet, other.metadata.outlet);
}

bool published_before(const ArticleCard& a, const ArticleCard& b) {
  const Published &first = a.metadata.published, &second = b.metadata.published;
  if (!first.date || !second.date) return false;
  if (*first.date != *second.date) return *first.date < *second.date;
  constexpr std::size_t kMinutes = 16;  // "2025-05-04T18:20"
  const auto zone = [](const std::string& value) {
    const std::size_t at = value.find_first_of("+Z", kMinutes);
    return at == std::string::npos ? std::string_view() : std::string_view(value).substr(at);
  };
  if (first.value.size() < kMinutes || second.value.size() < kMinutes || zone(first.value) != zone(second.value)) {
    return false;
  }
  return first.value.compare(0, kMinutes, second.value, 0, kMinutes) < 0;
}

namespace {

bool share_credit(const ArticleCard& a, const ArticleCard& b) {
  return same_name(a.metadata.agency, b.metadata.agency) || credits(a, b) || credits(b, a);
}

// The text says whose it is: "Source: Atlas News Service", "With material from Atlas News Service". Names of one short
// word are too common to say so.
bool names_outlet_of(const Article& article, const Article& other) {
  const std::string& outlet = other.metadata.outlet;
  if (outlet.size() < 6 || same_name(article.metadata.outlet, outlet) || !article.doc.document) return false;
  return article.doc.document->text().find(outlet) != std::string_view::npos;
}

// The one article of the origin that was published before each of the others, or none.
ArticleIndex first_of(std::span<const ArticlePtr> articles, const Origin& origin) {
  for (const ArticleIndex candidate : origin.articles) {
    const bool first = std::all_of(origin.articles.begin(), origin.articles.end(), [&](ArticleIndex other) {
      return other == candidate || published_before(*articles[candidate.index()], *articles[other.index()]);
    });
    if (first && origin.articles.size() > 1) return candidate;
  }
  return {};
}

}  // namespace

bool takes_from(const Article& article, const Article& other) {
  return credits(article, other) || (names_outlet_of(article, other) && !names_outlet_of(other, article));
}

std::vector<Origin> find_origins(std::span<const DigestPtr> articles, const std::vector<Reuse>& reuse) {
  DisjointSets sets(articles.size());
  std::vector<bool> by_wording(articles.size());
  for (const Reuse& pair : reuse) {
    const bool wholly = pair.label == ReuseLabel::kWholly;
    const bool credited =
        pair.label == ReuseLabel::kPartly && share_credit(*articles[pair.a.index()], *articles[pair.b.index()]);
    if (!wholly && !credited) continue;
    sets.unite(pair.a.index(), pair.b.index());
    if (wholly) by_wording[pair.a.index()] = by_wording[pair.b.index()] = true;
  }
  std::vector<Origin> origins;
  for (const std::vector<std::size_t>& members : sets.sets()) {
    Origin& origin = origins.emplace_back();
    bool wording = true;
    for (const std::size_t article : members) {
      origin.articles.emplace_back(article);
      wording = wording && by_wording[article];
    }
    if (members.size() > 1) origin.basis = wording ? OriginBasis::kWording : OriginBasis::kCreditAndWording;
  }
  return origins;
}

void find_directions(std::span<const ArticlePtr> articles, const std::vector<Origin>& origins,
                     std::vector<Reuse>& reuse) {
  std::vector<ArticleIndex> source(articles.size());  // the first article of an article's origin
  for (const Origin& origin : origins) {
    const ArticleIndex first = first_of(articles, origin);
    for (const ArticleIndex article : origin.articles) source[article.index()] = first;
  }
  for (Reuse& pair : reuse) {
    if (pair.label != ReuseLabel::kWholly && pair.label != ReuseLabel::kPartly) continue;
    const Article &a = *articles[pair.a.index()], &b = *articles[pair.b.index()];
    const bool one_origin = source[pair.a.index()] == source[pair.b.index()];
    if (takes_from(a, b) || (one_origin && source[pair.b.index()] == pair.b)) pair.direction = ReuseDirection::kAFromB;
    if (takes_from(b, a) || (one_origin && source[pair.a.index()] == pair.a)) pair.direction = ReuseDirection::kBFromA;
  }
}

}  // namespace newsloupe
