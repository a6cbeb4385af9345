#include "core/compare/set_entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "core/base/sorting.h"
#include "core/base/utf8.h"
#include "core/compare/disjoint_sets.h"
#include "core/resolve/name_forms.h"

namespace newsloupe {
namespace {

// Types that one thing may get in two articles (a summit read as event here, as organisation there) share a family.
enum class Family : std::uint8_t { kPerson, kPlace, kGroup, kOther };

Family family_of(EntityType type) {
  if (type == EntityType::kPerson) return Family::kPerson;
  if (type == EntityType::kPlace) return Family::kPlace;
  return type == EntityType::kGroup ? Family::kGroup : Family::kOther;
}

struct Node {
  std::uint32_t article = 0, entity = 0, story = 0;
  Family family = Family::kPerson;
  std::vector<std::string> words;  // of the name, folded, without dots
  std::string initials;            // of a person, from the middle of the words: "hw"
  std::string generation;          // of a person, none of the words: "jr"
  bool nickname = false;           // the first word is short for a given name
};

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(fold_word(word));
    word.clear();
  };
  // One article prints "Raúl", another "Raul".
  for (std::uint32_t at = 0; at < name.size();) {
    const CodePoint c = decode_utf8(name, at);
    const char32_t plain = plain_letter(c.value);
    if (plain == ' ' || plain == '-' || plain == ',') {
      flush();
    } else if (plain != '.') {
      plain < 0x80 ? void(word += static_cast<char>(plain)) : void(word += name.substr(at, c.length));
    }
    at += c.length;
  }
  flush();
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

// A country under its one name: "the U.S." and "America" give "united states".
std::string canonical_place(const std::vector<std::string>& words, const Lexicon& lexicon) {
  std::vector<TermId> terms;
  for (const std::string& word : words) terms.push_back(lexicon.find(word));
  const PhraseMatch match = terms.empty() ? PhraseMatch{} : lexicon.match(WordClass::kCountry, terms);
  if (match.entry == nullptr || match.length != terms.size() || match.entry->columns.empty()) return joined(words);
  return joined(name_words(match.entry->columns.front()));
}

std::string middle_initials(const std::vector<std::string>& words) {
  std::string initials;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].size() == 1) initials += words[i];
  }
  return initials;
}

// The whole name as a key. Middle initials of persons are left out: "Karl M. Brenner" is "karl brenner".
std::string full_key(const Node& node, const Lexicon& lexicon) {
  if (node.family == Family::kPlace) return canonical_place(node.words, lexicon);
  if (node.family != Family::kPerson || node.words.size() < 3) return joined(node.words);
  std::vector<std::string> kept{node.words.front()};
  for (std::size_t i = 1; i + 1 < node.words.size(); ++i) {
    if (node.words[i].size() > 1) kept.push_back(node.words[i]);
  }
  kept.push_back(node.words.back());
  return joined(kept);
}

std::vector<Node> nodes_of(std::span<const ArticlePtr> articles, const std::vector<Story>& stories) {
  std::vector<std::uint32_t> story_of(articles.size());
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex a : stories[s].articles) story_of[a.index()] = s;
  }
  std::vector<Node> nodes;
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    const std::vector<Entity>& entities = articles[a]->resolution.entities;
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      Node node{a, e, story_of[a], family_of(entities[e].type), name_words(entities[e].name), {}, {}, false};
      if (node.family == Family::kPerson) {
        node.generation = take_generation(node.words);
        node.initials = middle_initials(node.words);
      }
      nodes.push_back(std::move(node));
    }
  }
  return nodes;
}

// Which cluster a short name stands for; nothing once two clusters claim it.
using Owners = std::map<std::tuple<Family, std::string, std::uint32_t>, std::optional<std::size_t>>;
constexpr std::uint32_t kWholeSet = 0xFFFFFFFF;  // in place of a story

class Linker {
 public:
  Linker(std::span<const ArticlePtr> articles, const std::vector<Story>& stories, const Lexicon& lexicon)
      : articles_(articles), lexicon_(lexicon), nodes_(nodes_of(articles, stories)), sets_(nodes_.size()) {
    for (Node& node : nodes_) {
      keys_.push_back(full_key(node, lexicon));
      node.nickname =
          !node.words.empty() && lexicon.classes(lexicon.find(node.words.front())).has(WordClass::kNickname);
    }
    part_namesakes(&Node::initials);
    part_namesakes(&Node::generation);
  }

  std::vector<std::vector<std::size_t>> run() {
    link_equal_names();
    link_nicknames();
    link_short_names();
    return sets_.sets();
  }
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

  void unite(std::span<const EntityInSet> same) {
    for (const EntityInSet& e : same) sets_.unite(node_of(same.front()), node_of(e));
  }

 private:
  [[nodiscard]] const Entity& entity(std::size_t node) const {
    return articles_[nodes_[node].article]->resolution.entities[nodes_[node].entity];
  }

  [[nodiscard]] std::size_t node_of(const EntityInSet& e) const {
    const auto first = std::lower_bound(nodes_.begin(), nodes_.end(), e.article,
                                        [](const Node& node, std::size_t article) { return node.article < article; });
    return static_cast<std::size_t>(first - nodes_.begin()) + e.entity;
  }

  // "Karl Moss" is "Karl Moss Jr." unless the set knows a "Karl Moss Sr.", too; and "Karl M. Brenner", unless it knows
  // a "Karl T. Brenner". Then each goes by its own.
  void part_namesakes(std::string Node::*mark) {
    std::map<std::string, std::string> mark_of;  // empty where there are several
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const std::string& own = nodes_[n].*mark;
      if (own.empty()) continue;
      const auto [at, added] = mark_of.try_emplace(keys_[n], own);
      if (!added && !at->second.starts_with(own) && !own.starts_with(at->second)) at->second.clear();
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const std::string& own = nodes_[n].*mark;
      if (!own.empty() && mark_of.at(keys_[n]).empty()) keys_[n] += ' ' + own;
    }
  }

  void link_equal_names() {
    std::map<std::tuple<Family, std::string, std::uint32_t>, std::size_t> first;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (keys_[n].empty()) continue;
      // A bare surname says who it is only within a story.
      const bool bare = nodes_[n].family == Family::kPerson && nodes_[n].words.size() == 1;
      const auto [at, added] = first.try_emplace({nodes_[n].family, keys_[n], bare ? nodes_[n].story : kWholeSet}, n);
      if (!added) sets_.unite(at->second, n);
    }
  }

  // A full name of a story by its surname: the first node that has it.
  using Namesakes = std::vector<std::size_t>;

  [[nodiscard]] bool is_short_for(const std::string& nickname, const std::string& given) const {
    const LexiconEntry* entry = lexicon_.entry(WordClass::kNickname, lexicon_.find(nickname));
    return entry != nullptr && std::any_of(entry->columns.begin(), entry->columns.end(),
                                           [&](std::string_view full) { return fold_word(full) == given; });
  }

  // "Joe Biden" for "Joseph R. Biden Jr.": no article of the story uses both names.
  [[nodiscard]] bool may_be_nickname(std::size_t a, std::size_t b) const {
    const std::string &first = nodes_[a].words.front(), &other = nodes_[b].words.front();
    if (!is_short_for(first, other) && !is_short_for(other, first)) return false;
    std::vector<std::uint32_t> articles;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].family == Family::kPerson && keys_[n] == keys_[a]) articles.push_back(nodes_[n].article);
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const bool both = std::find(articles.begin(), articles.end(), nodes_[n].article) != articles.end();
      if (both && nodes_[n].family == Family::kPerson && keys_[n] == keys_[b]) return false;
    }
    return true;
  }

  void link_nicknames() {
    std::map<std::pair<std::uint32_t, std::string>, Namesakes> by_surname;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].family != Family::kPerson || nodes_[n].words.size() < 2) continue;
      Namesakes& same = by_surname[{nodes_[n].story, nodes_[n].words.back()}];
      if (std::none_of(same.begin(), same.end(), [&](std::size_t other) { return keys_[other] == keys_[n]; })) {
        same.push_back(n);
      }
    }
    for (const auto& [where, same] : by_surname) {
      for (const std::size_t a : same) {
        const Namesakes partners = partners_of(a, same);
        // Of two Alberts, "Al" is neither.
        if (partners.size() == 1 && partners_of(partners.front(), same).size() == 1) sets_.unite(a, partners.front());
      }
    }
  }

  [[nodiscard]] Namesakes partners_of(std::size_t a, const Namesakes& same) const {
    Namesakes partners;
    for (const std::size_t b : same) {
      if (a != b && may_be_nickname(a, b)) partners.push_back(b);
    }
    return partners;
  }

  // The short names under which a full name may be met: a person's last word, other things' aliases.
  [[nodiscard]] std::vector<std::string> short_names(std::size_t n) const {
    const Node& node = nodes_[n];
    std::vector<std::string> names;
    if (node.family == Family::kPerson) {
      if (node.words.size() > 1) names.push_back(node.words.back());
      return names;
    }
    for (const std::string& alias : entity(n).aliases) {
      std::string key = joined(name_words(alias));
      if (!key.empty() && key != keys_[n]) names.push_back(std::move(key));
    }
    return names;
  }

  static void claim(Owners& owners, std::tuple<Family, std::string, std::uint32_t> key, std::size_t cluster) {
    const auto [at, added] = owners.try_emplace(std::move(key), cluster);
    if (!added && at->second != cluster) at->second.reset();
  }

  // A short name joins the one full name that has it: of its own story, else of the whole set. Who the full names are
  // is settled before, so that no short name can tie two of them together.
  void link_short_names() {
    Owners owners;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      for (const std::string& name : short_names(n)) {
        claim(owners, {nodes_[n].family, name, nodes_[n].story}, sets_.find(n));
        claim(owners, {nodes_[n].family, name, kWholeSet}, sets_.find(n));
      }
    }
    std::vector<std::pair<std::size_t, std::optional<std::size_t>>> joins;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].family == Family::kPerson && nodes_[n].words.size() != 1) continue;
      std::optional<std::size_t> owner = owner_of(owners, n);
      if (!owner) continue;
      if (is_kept_apart(n, *owner)) owner.reset();
      joins.emplace_back(n, owner);
    }
    // Equal short names of several stories may have been one cluster so far; each joins by itself only where all agree.
    std::map<std::size_t, std::optional<std::size_t>> target;
    for (const auto& [n, owner] : joins) {
      const auto [at, added] = target.try_emplace(sets_.find(n), owner);
      if (!added && at->second != owner) at->second.reset();
    }
    for (const auto& [cluster, owner] : target) {
      if (owner && *owner != cluster) sets_.unite(cluster, *owner);
    }
  }

  // An article that names "Anita Weaver" and takes "President Weaver" for another person knows better than the set.
  [[nodiscard]] bool is_kept_apart(std::size_t n, std::size_t cluster) {
    const std::uint32_t article = nodes_[n].article;
    if (nodes_[n].family != Family::kPerson) return false;
    for (std::size_t other = node_of({article, 0}); other < nodes_.size() && nodes_[other].article == article;
         ++other) {
      if (other != n && nodes_[other].family == Family::kPerson && sets_.find(other) == cluster) return true;
    }
    return false;
  }

  std::optional<std::size_t> owner_of(const Owners& owners, std::size_t n) const {
    for (const std::uint32_t scope : {nodes_[n].story, kWholeSet}) {
      const auto found = owners.find({nodes_[n].family, keys_[n], scope});
      if (found != owners.end()) return found->second;
    }
    return std::nullopt;
  }

  std::span<const ArticlePtr> articles_;
  const Lexicon& lexicon_;
  std::vector<Node> nodes_;
  std::vector<std::string> keys_;
  DisjointSets sets_;
};

// A name that a person gave; else the one with most words, of equal ones the first that is no nickname.
const Entity& best_name(std::span<const ArticlePtr> articles, const std::vector<Node>& nodes,
                        const std::vector<std::size_t>& members) {
  const auto entity = [&](std::size_t n) -> const Entity& {
    return articles[nodes[n].article]->resolution.entities[nodes[n].entity];
  };
  std::size_t best = members.front();
  for (const std::size_t n : members) {
    const bool given = entity(n).corrected, was_given = entity(best).corrected;
    const auto fullness = [&](std::size_t node) { return std::pair(nodes[node].words.size(), !nodes[node].nickname); };
    if (given == was_given ? fullness(n) > fullness(best) : given) best = n;
  }
  return entity(best);
}

SetEntity merged(std::span<const ArticlePtr> articles, const std::vector<Node>& nodes,
                 const std::vector<std::size_t>& members) {
  SetEntity result;
  const Entity& best = best_name(articles, nodes, members);
  result.name = best.name;
  result.type = best.type;
  result.corrected = best.corrected;
  const auto add_alias = [&result](const std::string& alias) {
    const bool known = std::find(result.aliases.begin(), result.aliases.end(), alias) != result.aliases.end();
    if (alias != result.name && !known) result.aliases.push_back(alias);
  };
  for (const std::size_t n : members) {
    const Entity& entity = articles[nodes[n].article]->resolution.entities[nodes[n].entity];
    add_alias(entity.name);
    for (const std::string& alias : entity.aliases) add_alias(alias);
    const auto mentions = static_cast<std::uint32_t>(entity.mentions.size());
    const ArticleIndex article{std::size_t{nodes[n].article}};
    if (!result.articles.empty() && result.articles.back().article == article) {
      result.articles.back().mentions += mentions;
      if (result.articles.back().role.empty()) result.articles.back().role = entity.role;
    } else {
      result.articles.push_back({article, Id<Entity>(nodes[n].entity), mentions, entity.role});
    }
  }
  return result;
}

}  // namespace

LinkedEntities link_entities(std::span<const ArticlePtr> articles, const std::vector<Story>& stories,
                             const Resources& resources, std::span<const std::vector<EntityInSet>> united) {
  Linker linker(articles, stories, resources.lexicon);
  for (const std::vector<EntityInSet>& same : united) linker.unite(same);
  const std::vector<std::vector<std::size_t>> clusters = linker.run();
  const std::vector<Node>& nodes = linker.nodes();
  std::vector<std::size_t> order(clusters.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  LinkedEntities result;
  std::vector<SetEntity> unordered;
  for (const auto& cluster : clusters) unordered.push_back(merged(articles, nodes, cluster));
  sort_items(order,
             [&](std::size_t a, std::size_t b) { return unordered[a].articles.size() > unordered[b].articles.size(); });
  result.of.resize(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) result.of[a].resize(articles[a]->resolution.entities.size());
  for (const std::size_t c : order) {
    const auto index = static_cast<std::uint32_t>(result.entities.size());
    for (const std::size_t n : clusters[c]) result.of[nodes[n].article][nodes[n].entity] = index;
    result.entities.push_back(std::move(unordered[c]));
  }
  return result;
}

}  // namespace newsloupe
