#include "core/compare/reading_corrector.h"

#include <algorithm>
#include <optional>

#include "core/compare/disjoint_sets.h"
#include "core/resolve/corrected_resolution.h"

namespace newsloupe {

// What the names of the set are after the corrections so far. Counts names of the set as they were linked from the
// reading; joined ones form sets.
class ReadingCorrector::Names {
 public:
  Names(const LinkedEntities& linked, const ReadingCorrector& corrector)
      : linked_(linked), corrector_(corrector), joined_(linked.entities.size()) {
    for (const SetEntity& entity : linked.entities) given_.push_back({entity.name, entity.type});
  }

  // Each gives whether its anchors stand for names.
  bool operator()(const MergeNames& c) {
    const std::optional<std::size_t> name = find(c.name), into = find(c.into);
    if (!name || !into) return false;
    Given given = given_[*into];
    given.renamed = given.corrected = true;
    joined_.unite(*name, *into);
    given_[joined_.find(*into)] = std::move(given);
    return true;
  }
  bool operator()(const RenameName& c) {
    const std::optional<std::size_t> name = find(c.name);
    if (!name || c.to.empty()) return false;
    given_[*name].name = c.to;
    given_[*name].renamed = given_[*name].corrected = true;
    return true;
  }
  bool operator()(const RetypeName& c) {
    const std::optional<std::size_t> name = find(c.name);
    if (!name) return false;
    given_[*name].type = c.type;
    given_[*name].corrected = true;
    return true;
  }
  bool operator()(const SetSpeaker&) { return false; }
  bool operator()(const RejectQuote&) { return false; }

  struct Given {
    std::string name;
    EntityType type = EntityType::kPerson;
    bool renamed = false, corrected = false;
  };
  struct Corrected {
    Given given;
    std::vector<EntityInSet> members;
  };
  // The names that are other than read, with the entities that bear them.
  [[nodiscard]] std::vector<Corrected> corrected() {
    std::vector<Corrected> all(given_.size());
    for (std::size_t a = 0; a < linked_.of.size(); ++a) {
      for (std::size_t e = 0; e < linked_.of[a].size(); ++e) {
        all[joined_.find(linked_.of[a][e])].members.push_back({a, e});
      }
    }
    for (std::size_t n = 0; n < all.size(); ++n) all[n].given = given_[n];
    std::erase_if(all, [](const Corrected& c) { return !c.given.corrected || c.members.empty(); });
    return all;
  }

 private:
  std::optional<std::size_t> find(const NameAnchor& anchor) {
    const std::size_t article = corrector_.article_of(anchor.article);
    if (article == corrector_.articles_.size()) return std::nullopt;
    const Id<Entity> entity = entity_at(corrector_.articles_[article]->resolution, anchor.mention);
    if (!entity.valid()) return std::nullopt;
    return joined_.find(linked_.of[article][entity.index()]);
  }

  const LinkedEntities& linked_;
  const ReadingCorrector& corrector_;
  DisjointSets joined_;
  std::vector<Given> given_;  // of a joined set the entry of its first member
};

namespace {

bool is_about_names(const ReadingCorrection& c) {
  return !std::holds_alternative<SetSpeaker>(c) && !std::holds_alternative<RejectQuote>(c);
}

// The name of the set that goes by these words, persons first.
std::size_t set_entity_named(const std::vector<SetEntity>& entities, const std::string& name) {
  const std::string wanted = fold_word(name);
  const auto goes_by_it = [&](const SetEntity& e) {
    return fold_word(e.name) == wanted ||
           std::any_of(e.aliases.begin(), e.aliases.end(), [&](const auto& a) { return fold_word(a) == wanted; });
  };
  std::size_t best = entities.size();
  for (std::size_t e = entities.size(); e-- > 0;) {
    const bool person = entities[e].type == EntityType::kPerson;
    if (goes_by_it(entities[e]) && (person || best == entities.size() || entities[best].type != EntityType::kPerson)) {
      best = e;
    }
  }
  return best;
}

}  // namespace

ReadingCorrector::ReadingCorrector(std::vector<ArticlePtr>& articles, std::span<const ReadingCorrection> corrections)
    : articles_(articles), corrections_(corrections), met_(corrections.size()) {}

std::size_t ReadingCorrector::article_of(const std::string& id) const {
  const auto found = std::lower_bound(articles_.begin(), articles_.end(), id,
                                      [](const ArticlePtr& a, const std::string& i) { return a->source.id < i; });
  if (found == articles_.end() || (*found)->source.id != id) return articles_.size();
  return static_cast<std::size_t>(found - articles_.begin());
}

Article& ReadingCorrector::copy_of(std::size_t article) {
  std::shared_ptr<Article>& copy = copies_[article];
  if (copy == nullptr) {
    copy = std::make_shared<Article>(*articles_[article]);
    articles_[article] = copy;
  }
  return *copy;
}

void ReadingCorrector::reject_quotes() {
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const auto* reject = std::get_if<RejectQuote>(&corrections_[c]);
    const std::size_t article = reject == nullptr ? articles_.size() : article_of(reject->article);
    if (article == articles_.size()) continue;
    met_[c] = reject_quote(copy_of(article).resolution, reject->quote);
  }
}

// Writes the corrected names into the articles and joins what is one name there. Gives the groups that are one name
// over the set.
std::vector<std::vector<EntityInSet>> ReadingCorrector::correct_names(Names& names) {
  const std::vector<Names::Corrected> corrected = names.corrected();
  std::map<std::size_t, std::vector<std::vector<Id<Entity>>>> same;  // by article
  for (const Names::Corrected& name : corrected) {
    std::map<std::size_t, std::vector<Id<Entity>>> here;
    for (const EntityInSet& m : name.members) {
      Resolution& resolution = copy_of(m.article).resolution;
      const std::string as_read = resolution.entities[m.entity].name;
      correct_entity(resolution, Id<Entity>(m.entity), name.given.renamed ? name.given.name : as_read, name.given.type);
      here[m.article].emplace_back(m.entity);
    }
    for (auto& [article, entities] : here) same[article].push_back(std::move(entities));
  }
  std::map<std::size_t, std::vector<Id<Entity>>> place;
  for (const auto& [article, groups] : same) place[article] = join_entities(copy_of(article).resolution, groups);
  std::vector<std::vector<EntityInSet>> united;
  for (const Names::Corrected& name : corrected) {
    united.emplace_back();
    for (const EntityInSet& m : name.members) united.back().push_back({m.article, place[m.article][m.entity].index()});
  }
  return united;
}

LinkedEntities ReadingCorrector::link_names(const std::vector<Story>& stories, const Resources& resources) {
  LinkedEntities as_read = link_entities(articles_, stories, resources);
  if (std::none_of(corrections_.begin(), corrections_.end(), is_about_names)) return as_read;
  Names names(as_read, *this);
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    if (is_about_names(corrections_[c])) met_[c] = std::visit(names, corrections_[c]);
  }
  const std::vector<std::vector<EntityInSet>> united = correct_names(names);
  return link_entities(articles_, stories, resources, united);
}

void ReadingCorrector::set_speakers(const LinkedEntities& names) {
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const auto* set = std::get_if<SetSpeaker>(&corrections_[c]);
    const std::size_t article = set == nullptr ? articles_.size() : article_of(set->article);
    if (article == articles_.size()) continue;
    const std::size_t known = set_entity_named(names.entities, set->speaker);
    std::string speaker = set->speaker;
    Id<Entity> here;
    if (!speaker.empty() && known < names.entities.size()) {
      speaker = names.entities[known].name;
      for (const auto& in : names.entities[known].articles) {
        if (in.article.index() == article) here = in.entity;
      }
    }
    met_[c] = set_speaker(copy_of(article).resolution, set->quote, speaker, here);
  }
}

std::vector<std::uint32_t> ReadingCorrector::unmatched() const {
  std::vector<std::uint32_t> result;
  for (std::size_t c = 0; c < met_.size(); ++c) {
    if (!met_[c]) result.push_back(static_cast<std::uint32_t>(c));
  }
  return result;
}

}  // namespace newsloupe
