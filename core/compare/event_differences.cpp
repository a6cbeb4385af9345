#include "core/compare/event_differences.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "core/compare/disjoint_sets.h"
#include "core/compare/overlap.h"

namespace newsloupe {
namespace {

// An event with one named actor.
struct Deed {
  std::uint32_t article = 0, story = 0;
  TextSpan sentence;
  std::uint32_t actor = 0;
  std::string_view called;           // as the sentence names the actor
  WordId trigger = 0;                // stem
  std::vector<WeightedWord> object;  // content words after the trigger, up to the time or the end of the clause
  std::optional<CivilDate> first, last;
  std::set<std::uint32_t> mentioned;  // entities of the sentence
  TextSpan label;                     // trigger and object
};

class Reader {
 public:
  Reader(const Comparison& comparison, const SetWords& set, const LinkedEntities& entities, std::uint32_t article)
      : article_(*comparison.articles[article].article),
        set_(set),
        words_(set[article]),
        of_(entities.of[article]),
        entities_(entities),
        index_(article),
        story_(comparison.articles[article].story) {
    const std::vector<Entity>& all = article_.resolution.entities;
    for (std::size_t e = 0; e < all.size(); ++e) {
      for (const Id<Mention> m : all[e].mentions) entity_of_[m.value] = of_[e];
    }
  }

  void read(std::vector<Deed>& out) const {
    for (const Event& event : article_.resolution.events) {
      if (std::optional<Deed> deed = deed_of(event)) out.push_back(std::move(*deed));
    }
  }

 private:
  [[nodiscard]] std::optional<Deed> deed_of(const Event& event) const {
    if (event.who.size() != 1 || event.confidence == Confidence::kGuess) return std::nullopt;
    const Id<Mention> who = event.who.front();
    if (!is_named(who)) return std::nullopt;
    const auto actor = entity_of_.find(event.who.front().value);
    const std::size_t s = words_.sentence_at(event.trigger.begin);
    if (actor == entity_of_.end() || s == words_.sentences.size()) return std::nullopt;
    if (entities_.entities[actor->second].type != EntityType::kPerson) return std::nullopt;
    const WordSpan trigger = words_.words_in(event.trigger);
    if (trigger.size() != 1) return std::nullopt;
    Deed deed;
    deed.article = index_;
    deed.story = story_;
    deed.sentence = words_.sentences[s].span;
    deed.actor = actor->second;
    deed.called = entities_.entities[actor->second].name;
    deed.trigger = words_.words[trigger.begin].stem;
    read_object(event, s, deed);
    if (event.when.valid()) {
      deed.first = article_.resolution.times[event.when].first;
      deed.last = article_.resolution.times[event.when].last;
    }
    for (const Mention& mention : article_.resolution.mentions.beginning_in(deed.sentence)) {
      const auto index = static_cast<std::uint32_t>(&mention - &article_.resolution.mentions[0]);
      if (const auto entity = entity_of_.find(index); entity != entity_of_.end()) deed.mentioned.insert(entity->second);
    }
    return deed;
  }

  // By name, or by "he" of "Ortiz said he had ordered it", where the sentence names no other person. Any other pronoun
  // may have been read wrongly.
  [[nodiscard]] bool is_named(Id<Mention> who) const {
    const Mention& mention = article_.resolution.mentions[who];
    if (mention.confidence == Confidence::kGuess || mention.form == MentionForm::kNominal) return false;
    if (mention.form == MentionForm::kName) return true;
    const std::size_t s = words_.sentence_at(mention.span.begin);
    const auto own = entity_of_.find(who.value);
    if (s == words_.sentences.size() || own == entity_of_.end()) return false;
    bool named = false;
    for (const Mention& other : article_.resolution.mentions.beginning_in(words_.sentences[s].span)) {
      if (other.type != EntityType::kPerson || other.form != MentionForm::kName) continue;
      const auto index = static_cast<std::uint32_t>(&other - &article_.resolution.mentions[0]);
      const auto entity = entity_of_.find(index);
      if (entity == entity_of_.end() || entity->second != own->second) return false;
      named = named || other.span.end <= mention.span.begin;
    }
    return named;
  }

  // Up to the next time, comma or verb of another event.
  void read_object(const Event& event, std::size_t sentence, Deed& deed) const {
    const WordSpan all = words_.sentences[sentence].words;
    const WordSpan after = words_.words_in({event.trigger.end, deed.sentence.end});
    deed.label = event.trigger;
    for (std::uint32_t w = after.begin; w < all.end; ++w) {
      const Word& word = words_.words[w];
      const std::string_view between = article_.text({words_.words[w - 1].span.end, word.span.begin});
      if (between.find_first_of(",;:.\"") != std::string_view::npos || is_time(word.span)) break;
      if (!word.content || word.number) continue;
      deed.object.push_back({word.stem, word.word, set_.weight(word.stem)});
      deed.label.end = word.span.end;
    }
  }

  [[nodiscard]] bool is_time(TextSpan word) const {
    return std::any_of(article_.resolution.times.begin(), article_.resolution.times.end(),
                       [&](const Timex& time) { return time.span.contains(word); });
  }

  const Article& article_;
  const SetWords& set_;
  const ArticleWords& words_;
  const std::vector<std::uint32_t>& of_;
  const LinkedEntities& entities_;
  std::uint32_t index_, story_;
  std::map<std::uint32_t, std::uint32_t> entity_of_;  // mention -> entity of the set
};

// The first object word carries the deed ("ordered the evacuation"); what follows may be more or less.
bool same_object(const Deed& x, const Deed& y) {
  if (x.object.empty() || y.object.empty() || x.object.front().stem != y.object.front().stem) return false;
  const Overlap overlap = overlap_of(x.object, y.object);
  return overlap.of_lighter >= 800;
}

bool same_time(const Deed& x, const Deed& y) {
  return x.first && y.first && x.last && y.last && *x.first <= *y.last && *y.first <= *x.last;
}

bool same_deed(const Deed& x, const Deed& y) {
  return x.article != y.article && x.trigger == y.trigger && same_time(x, y) && same_object(x, y);
}

bool is_other_actor(const Deed& x, const Deed& y) {
  return x.actor != y.actor && x.called != y.called && !x.mentioned.contains(y.actor) && !y.mentioned.contains(x.actor);
}

std::string label_from(const Comparison& comparison, const Deed& deed) {
  return "Who " + std::string(comparison.articles[deed.article].article->text(deed.label));
}

// Nothing where the articles agree, or one of them names two actors.
std::optional<ActorDifference> difference_of(const Comparison& comparison, const std::vector<Deed>& deeds,
                                             const std::vector<std::size_t>& members) {
  std::map<std::uint32_t, std::size_t> by_article;  // article -> deed
  for (const std::size_t m : members) {
    const auto [at, added] = by_article.try_emplace(deeds[m].article, m);
    if (!added && deeds[at->second].actor != deeds[m].actor) return std::nullopt;
  }
  std::size_t shortest = members.front();
  bool differs = false;
  for (const auto& [a, x] : by_article) {
    if (deeds[x].label.size() < deeds[shortest].label.size()) shortest = x;
    for (const auto& [b, y] : by_article) {
      if (deeds[x].actor == deeds[y].actor) continue;
      if (!is_other_actor(deeds[x], deeds[y])) return std::nullopt;
      differs = true;
    }
  }
  if (!differs) return std::nullopt;
  ActorDifference result;
  result.label = label_from(comparison, deeds[shortest]);
  for (const auto& [article, d] : by_article) {
    result.statements.push_back(
        {{ArticleIndex(std::size_t{article}), deeds[d].sentence, RuleId("event.actor")}, deeds[d].actor});
  }
  return result;
}

}  // namespace

std::vector<ActorDifference> find_actor_differences(const Comparison& comparison, const SetWords& words,
                                                    const LinkedEntities& entities) {
  std::vector<Deed> deeds;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) Reader(comparison, words, entities, a).read(deeds);
  std::map<std::pair<std::uint32_t, WordId>, std::vector<std::size_t>> by_trigger;  // story, trigger
  for (std::size_t d = 0; d < deeds.size(); ++d) by_trigger[{deeds[d].story, deeds[d].trigger}].push_back(d);
  DisjointSets sets(deeds.size());
  for (const auto& [key, same] : by_trigger) {
    for (std::size_t i = 0; i < same.size(); ++i) {
      for (std::size_t j = i + 1; j < same.size(); ++j) {
        if (same_deed(deeds[same[i]], deeds[same[j]])) sets.unite(same[i], same[j]);
      }
    }
  }
  std::vector<ActorDifference> result;
  for (const std::vector<std::size_t>& set : sets.sets()) {
    if (set.size() < 2) continue;
    if (std::optional<ActorDifference> found = difference_of(comparison, deeds, set)) result.push_back(*found);
  }
  return result;
}

}  // namespace newsloupe
