#include "core/resolve/corrected_resolution.h"

#include <algorithm>
#include <utility>

#include "core/base/sorting.h"
#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

Id<Quote> quote_at(const Resolution& resolution, TextSpan span) {
  const Layer<Quote>& quotes = resolution.quotes;
  for (std::size_t q = quotes.first_from(span.begin); q < quotes.size() && quotes[q].span.begin == span.begin; ++q) {
    if (quotes[q].span == span) return Id<Quote>(q);
  }
  return {};
}

Id<Quote> first_part(const Layer<Quote>& quotes, Id<Quote> quote) {
  return quotes[quote].part_of.valid() ? quotes[quote].part_of : quote;
}

// The entity that goes by the name, of several the one with it as its first name, a person before all others.
Id<Entity> entity_named(const Resolution& resolution, const std::string& name) {
  const std::string wanted = fold_word(name);
  Id<Entity> best;
  int best_rank = 0;
  for (std::size_t e = 0; e < resolution.entities.size(); ++e) {
    const Entity& entity = resolution.entities[e];
    const bool alias = std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                   [&](const std::string& a) { return fold_word(a) == wanted; });
    const int match = fold_word(entity.name) == wanted ? 4 : alias ? 2 : 0;
    const int rank = match == 0 ? 0 : match + (entity.type == EntityType::kPerson ? 1 : 0);
    if (rank > best_rank) best = Id<Entity>(e), best_rank = rank;
  }
  return best;
}

void add_alias(Entity& entity, const std::string& alias) {
  if (alias.empty() || alias == entity.name || std::ranges::find(entity.aliases, alias) != entity.aliases.end()) return;
  entity.aliases.push_back(alias);
}

void retype_mentions(Resolution& resolution, const Entity& entity) {
  std::vector<Mention> mentions(resolution.mentions.begin(), resolution.mentions.end());
  for (const Id<Mention> m : entity.mentions) mentions[m.index()].type = entity.type;
  resolution.mentions = Layer<Mention>(std::move(mentions));
}

}  // namespace

Id<Entity> entity_at(const Resolution& resolution, TextSpan mention) {
  for (std::size_t e = 0; e < resolution.entities.size(); ++e) {
    for (const Id<Mention> m : resolution.entities[e].mentions) {
      if (resolution.mentions[m].span == mention) return Id<Entity>(e);
    }
  }
  return {};
}

void correct_entity(Resolution& resolution, Id<Entity> id, const std::string& name, EntityType type) {
  Entity& entity = resolution.entities[id.index()];
  entity.corrected = true;
  if (entity.type != type) {
    if (entity.type == EntityType::kGroup) entity.of.clear();
    entity.type = type;
    retype_mentions(resolution, entity);
  }
  const std::string before = std::exchange(entity.name, name);
  std::erase(entity.aliases, name);
  add_alias(entity, before);
}

std::vector<Id<Entity>> join_entities(Resolution& resolution, std::span<const std::vector<Id<Entity>>> groups) {
  std::vector<Entity>& entities = resolution.entities;
  std::vector<std::size_t> into(entities.size());
  for (std::size_t e = 0; e < into.size(); ++e) into[e] = e;
  for (const std::vector<Id<Entity>>& group : groups) {
    const Id<Entity> first = *std::min_element(group.begin(), group.end());
    for (const Id<Entity> e : group) into[e.index()] = first.index();
  }
  std::vector<Id<Entity>> place(entities.size());
  std::vector<Entity> kept;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (into[e] == e) {
      place[e] = Id<Entity>(kept.size());
      kept.push_back(std::move(entities[e]));
      continue;
    }
    place[e] = place[into[e]];
    Entity& whole = kept[place[e].index()];
    add_alias(whole, entities[e].name);
    for (const std::string& alias : entities[e].aliases) add_alias(whole, alias);
    if (whole.role.empty()) whole.role = entities[e].role;
    whole.mentions.insert(whole.mentions.end(), entities[e].mentions.begin(), entities[e].mentions.end());
  }
  for (Entity& entity : kept) sort_items(entity.mentions);
  for (Attribution& who : resolution.attributions) {
    if (who.entity.valid()) who.entity = place[who.entity.index()];
  }
  entities = std::move(kept);
  return place;
}

bool set_speaker(Resolution& resolution, TextSpan span, const std::string& speaker, Id<Entity> otherwise) {
  const Layer<Quote>& quotes = resolution.quotes;
  const Id<Quote> quote = quote_at(resolution, span);
  if (!quote.valid()) return false;
  const Id<Quote> whole = first_part(quotes, quote), clause = quotes[quote].within;
  Attribution given;
  given.rule = Attribution::kGiven;
  given.given = speaker;
  given.kind = speaker.empty() ? SpeakerKind::kNone : SpeakerKind::kNamed;
  if (!speaker.empty()) given.entity = entity_named(resolution, speaker);
  if (!speaker.empty() && !given.entity.valid()) given.entity = otherwise;
  for (std::size_t q = 0; q < quotes.size(); ++q) {
    const Id<Quote> id(q);
    const bool same_clause = clause.valid() && (id == clause || quotes[id].within == clause);
    if (first_part(quotes, id) != whole && !same_clause && quotes[id].within != quote) continue;
    given.cue = resolution.attributions[q].cue;
    resolution.attributions[q] = given;
  }
  return true;
}

bool reject_quote(Resolution& resolution, TextSpan span) {
  const Layer<Quote>& quotes = resolution.quotes;
  const Id<Quote> quote = quote_at(resolution, span);
  if (!quote.valid()) return false;
  const Id<Quote> whole = first_part(quotes, quote);
  std::vector<Id<Quote>> place(quotes.size());
  std::vector<Quote> kept;
  std::vector<Attribution> attributions;
  for (std::size_t q = 0; q < quotes.size(); ++q) {
    if (first_part(quotes, Id<Quote>(q)) == whole) continue;
    place[q] = Id<Quote>(kept.size());
    kept.push_back(quotes[q]);
    attributions.push_back(std::move(resolution.attributions[q]));
  }
  for (Quote& q : kept) {
    if (q.part_of.valid()) q.part_of = place[q.part_of.index()];
    if (q.within.valid()) q.within = place[q.within.index()];
  }
  resolution.quotes = Layer<Quote>(std::move(kept));
  resolution.attributions = std::move(attributions);
  return true;
}

}  // namespace newsloupe
