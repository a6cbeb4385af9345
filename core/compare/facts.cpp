#include "core/compare/facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "core/base/sorting.h"
#include "core/compare/amount_words.h"
#include "core/compare/amounts.h"
#include "core/compare/brief_words.h"
#include "core/compare/clause.h"
#include "core/compare/disjoint_sets.h"
#include "core/compare/quote_facts.h"
#include "core/compare/repeated_facts.h"
#include "core/compare/statement_label.h"
#include "core/compare/statement_support.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostOfOneOrigin = 8;  // sentences that only one origin has
constexpr std::uint32_t kLeastWordsAlone = 6;
constexpr std::size_t kQuotedOneIn = 3;   // of its sentences: then it is told as a quote
constexpr std::size_t kLeastContent = 4;  // words that carry sense: fewer state nothing
// In thousandths of the label: an article says a statement from here on, and does not say one up to there.
constexpr std::uint32_t kSaid = 680, kClauseSaid = 560, kUnsaid = 230, kNewLead = 600;

using SentenceKey = std::pair<std::uint32_t, std::uint32_t>;  // article, index into ArticleWords::sentences

class Ledger {
 public:
  Ledger(const Comparison& comparison, const SetWords& words)
      : comparison_(comparison), words_(words), support_(words) {}

  void add_figures() {
    for (std::uint32_t f = 0; f < comparison_.figures.size(); ++f) {
      const FigureGroup& group = comparison_.figures[f];
      if (group.relation == FigureRelation::kNotComparable) continue;
      if (group.label_support < kClauseSaid) {  // no words for it, but no sentence of it is one article's alone
        for (const FigureMember& m : group.members) told_.insert(key_of(m.member));
        continue;
      }
      Fact fact = start(FactKind::kFigure, f, group.label);
      for (const FigureMember& m : group.members) add_cell(fact, m.member, value_of(m, group));
      // A count that grew or was rounded is no disagreement.
      const bool differs = group.relation == FigureRelation::kDiffer && group.reason != FigureReason::kUpdated &&
                           group.reason != FigureReason::kRounding;
      if (differs) fact.relation = FactRelation::kDiffer;
      finish(std::move(fact));
    }
  }

  void add_quotes() {
    for (std::uint32_t q = 0; q < comparison_.quotes.size(); ++q) {
      const QuoteGroup& group = comparison_.quotes[q];
      if (group.members.size() < 2) continue;
      for (QuoteStatement& statement : quote_statements(comparison_, words_, group, support_)) {
        Fact fact = start(FactKind::kQuote, q, std::move(statement.label));
        if (statement.differs) fact.relation = FactRelation::kDiffer;
        fact.verbatim = statement.verbatim;
        for (FactCell& cell : statement.cells) {
          note_quoted(cell.member);
          add_cell(fact, cell.member, std::move(cell.value));
        }
        finish(std::move(fact));
      }
    }
  }

  // One event on different days.
  void add_differing_days(const std::vector<std::vector<std::uint32_t>>& groups) {
    for (const std::vector<std::uint32_t>& group : groups) {
      Fact fact = start(FactKind::kEvent, group.front(), dayless_label(comparison_.timeline[group.front()]));
      fact.relation = FactRelation::kDiffer;
      for (const std::uint32_t t : group) {
        const TimelineEntry& entry = comparison_.timeline[t];
        for (const TimelineMember& m : entry.members) add_cell(fact, m.member, day_word(entry.first));
      }
      finish(std::move(fact));
    }
  }

  // "Day: the bridge was closed to traffic", without the day that only some of them give.
  [[nodiscard]] std::string dayless_label(const TimelineEntry& entry) const {
    std::string label = entry.label;
    for (const TimelineMember& m : entry.members) {
      const std::string time(article(m.member.article.index()).text(m.member.span));
      const std::size_t at = label.find(time);
      if (at == std::string::npos) continue;
      const std::size_t begin = label.substr(0, at).ends_with(" on ") ? at - 4 : at;
      label.erase(begin, at + time.size() - begin);
    }
    if (label.starts_with("The ")) label[0] = 't';
    return "Day: " + label;
  }

  void add_differing_actors(const std::vector<ActorDifference>& differences) {
    for (const ActorDifference& difference : differences) {
      Fact fact = start(FactKind::kEvent, 0, difference.label);
      fact.relation = FactRelation::kDiffer;
      for (const ActorStatement& s : difference.statements) {
        const std::string& name = comparison_.entities[s.actor].name;
        const bool person = comparison_.entities[s.actor].type == EntityType::kPerson;
        add_cell(fact, s.member, person ? name.substr(name.rfind(' ') + 1) : name);
      }
      finish(std::move(fact));
    }
  }

  void add_timeline() {
    for (std::uint32_t t = 0; t < comparison_.timeline.size(); ++t) {
      const TimelineEntry& entry = comparison_.timeline[t];
      if (entry.differs) continue;
      std::vector<Wording> wordings;
      std::size_t quoted = 0;  // told as somebody's words already
      for (const TimelineMember& m : entry.members) {
        const auto a = static_cast<std::uint32_t>(m.member.article.index());
        const SentenceKey key = key_of(m.member);
        if (key.second == words_[a].sentences.size() || m.status != entry.status) continue;  // "planned to travel"
        quoted += quoted_.contains(key) ? 1U : 0U;
        wordings.push_back(
            {key, clause_around(article(a), words_[a], sentence(key).span, m.member.span), m.member.span});
      }
      if (quoted > 0 && quoted * kQuotedOneIn >= wordings.size()) continue;
      Fact fact = start(FactKind::kEvent, t, "");
      put_agreed(wordings, fact);
      if (fact.members.size() > 1 && !is_disputed(fact)) finish(std::move(fact));
    }
  }

  // Sentences that say the same and are in no other fact already.
  void add_aligned(const std::vector<AlignedSentences>& aligned) {
    for (const std::vector<SentenceKey>& group : groups_of(aligned)) {
      const std::size_t told = static_cast<std::size_t>(
          std::count_if(group.begin(), group.end(), [this](const SentenceKey& k) { return told_.contains(k); }));
      const std::size_t quoted = static_cast<std::size_t>(
          std::count_if(group.begin(), group.end(), [this](const SentenceKey& k) { return quoted_.contains(k); }));
      if (told * 2 >= group.size() || (quoted > 0 && quoted * kQuotedOneIn >= group.size())) {
        told_.insert(group.begin(), group.end());
        continue;
      }
      std::vector<Wording> wordings;
      for (const SentenceKey& key : group) wordings.push_back({key, sentence(key).span, {}});
      Fact fact = start(FactKind::kEvent, 0, "");
      put_agreed(wordings, fact);
      if (quoted > 0 && fact.label.find(": “") != std::string::npos) continue;  // told as a quote already
      finish(std::move(fact));
    }
  }

  // The most prominent sentences that nothing else of the set repeats, of each origin with others in its story.
  void add_only() {
    for (const Origin& origin : comparison_.origins) {
      if (!has_company(origin)) continue;
      std::vector<std::pair<std::uint32_t, SentenceKey>> ranked;
      for (const ArticleIndex a : origin.articles) {
        const auto index = static_cast<std::uint32_t>(a.index());
        for (std::uint32_t s = 0; s < words_[index].sentences.size(); ++s) {
          if (const std::uint32_t worth = worth_alone({index, s}); worth > 0) ranked.push_back({worth, {index, s}});
        }
      }
      sort_items(ranked, [](const auto& x, const auto& y) {
        return x.first != y.first ? x.first > y.first : x.second < y.second;
      });
      std::size_t kept = 0;
      for (const auto& [worth, key] : ranked) {
        if (kept == kMostOfOneOrigin) break;
        if (!is_told_elsewhere(key) && is_new(key, origin) && add_single(key, worth)) ++kept;
      }
    }
  }

  std::vector<Fact> take() {
    const auto band = [](const Fact& f) {
      return f.relation == FactRelation::kDiffer ? 0 : f.relation == FactRelation::kAgree ? 1 : 2;
    };
    sort_items(facts_, [&](const Fact& x, const Fact& y) {
      if (band(x) != band(y)) return band(x) < band(y);
      if (x.weight != y.weight) return x.weight > y.weight;
      return x.members.front().member < y.members.front().member;
    });
    return std::move(facts_);
  }

 private:
  [[nodiscard]] const Article& article(std::size_t index) const { return *comparison_.articles[index].article; }
  [[nodiscard]] const WordSentence& sentence(const SentenceKey& key) const {
    return words_[key.first].sentences[key.second];
  }
  [[nodiscard]] std::uint32_t origin_of(ArticleIndex a) const { return comparison_.articles[a.index()].origin; }
  [[nodiscard]] std::uint32_t story_of(ArticleIndex a) const { return comparison_.articles[a.index()].story; }

  static Fact start(FactKind kind, std::uint32_t subject, std::string label) {
    Fact fact;
    fact.kind = kind;
    fact.subject = subject;
    fact.label = std::move(label);
    return fact;
  }

  // "42 months" beside "3.5 years" is one value: the first one's words.
  [[nodiscard]] static std::string value_of(const FigureMember& member, const FigureGroup& group) {
    const Quantity amount = amount_of(member);
    const AmountRange range = range_of(amount);
    for (const FigureMember& other : group.members) {
      if (&other == &member) break;
      const Quantity earlier = amount_of(other);
      const AmountRange same = range_of(earlier);
      if (earlier.bound == amount.bound && base_unit(earlier.unit) == base_unit(amount.unit) && same.low == range.low &&
          same.high == range.high) {
        return amount_signs(earlier);
      }
    }
    return amount_signs(amount);
  }

  // What may stand for what all of several sentences say: a clause of one of them, or the whole.
  struct Wording {
    SentenceKey sentence;
    TextSpan clause, without;  // `without`: the time that all of them name
  };

  [[nodiscard]] std::size_t content_words(const Passage& passage) const {
    const std::span<const Word> words = words_[passage.article].at(passage.words);
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Word& word) {
      return word.content && !passage.without.contains(word.span);
    }));
  }

  // Which of the sentences say what one wording says, in how many articles, and how much of it at the least.
  struct Support {
    std::vector<bool> saying;
    std::set<std::uint32_t> articles;
    std::uint32_t least = 1000;
  };
  Support support_of(const Passage& passage, const Wording& said, const std::vector<Wording>& wordings) {
    Support support;
    for (const Wording& other : wordings) {
      const bool same = other.sentence == said.sentence;
      const Passage text{other.sentence.first, sentence(other.sentence).words};
      const std::uint32_t share = same ? 1000 : support_.covered(passage, text);
      support.saying.push_back(share >= kSaid);
      if (share < kSaid) continue;
      support.articles.insert(other.sentence.first);
      support.least = std::min(support.least, share);
    }
    return support;
  }

  // The wording that most of the others' sentences bear out becomes the label; those that do not are no members.
  void put_agreed(const std::vector<Wording>& wordings, Fact& fact) {
    std::vector<bool> best;
    // Articles, whether it can be understood alone, then how much they say of it at the least.
    std::tuple<std::size_t, bool, std::uint32_t> most{1, true, 1000};
    for (const Wording& said : wordings) {
      const std::uint32_t a = said.sentence.first;
      const Passage passage{a, words_[a].words_in(said.clause), said.without};
      if (content_words(passage) < kLeastContent) continue;
      Support support = support_of(passage, said, wordings);
      std::string label = statement_label(article(a), sentence(said.sentence).span, said.clause);
      if (label.empty()) continue;
      const std::tuple now(support.articles.size(), !leans_on_context(words_, a, passage.words), support.least);
      if (now <= most) continue;
      most = now;
      best = std::move(support.saying);
      fact.label = std::move(label);
    }
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (!best[i]) continue;
      const SentenceKey& key = wordings[i].sentence;
      const TextSpan place = wordings[i].without.empty() ? sentence(key).span : wordings[i].without;
      add_cell(fact, {ArticleIndex(std::size_t{key.first}), place, RuleId("fact.aligned")}, "");
    }
  }

  // Another origin of the story tells it in its own words.
  [[nodiscard]] bool is_told_elsewhere(const SentenceKey& key) {
    const ArticleIndex here(std::size_t{key.first});
    std::vector<bool> others(comparison_.articles.size());
    bool any = false;
    for (std::size_t a = 0; a < others.size(); ++a) {
      others[a] = origin_of(ArticleIndex(a)) != origin_of(here);  // also where the story was parted in two by mistake
      any = any || others[a];
    }
    return any && support_.covered_elsewhere({key.first, sentence(key).words}, others) > kUnsaid;
  }

  // A lead tells what all tell, in words that need not meet: it is news where most of its words are its own.
  [[nodiscard]] bool is_new(const SentenceKey& key, const Origin& origin) const {
    const std::vector<WordSentence>& all = words_[key.first].sentences;
    const auto lead = std::ranges::find_if(all, [](const WordSentence& s) { return is_body(s.paragraph_class); });
    if (lead == all.end() || &*lead != &all[key.second]) return true;
    const auto own = static_cast<std::uint32_t>(origin.articles.size());
    return support_.new_words({key.first, sentence(key).words}, own) >= kNewLead;
  }

  // One cell an article, the first; never more than one sentence. Where an article gives two values, both.
  void add_cell(Fact& fact, Member member, std::string value) {
    const auto index = static_cast<std::uint32_t>(member.article.index());
    const std::size_t s = words_[index].sentence_at(member.span.begin);
    if (s < words_[index].sentences.size()) {
      member.span.end = std::min(member.span.end, words_[index].sentences[s].span.end);
      told_.insert({index, static_cast<std::uint32_t>(s)});
    }
    const auto known = std::find_if(fact.members.begin(), fact.members.end(),
                                    [&](const FactCell& c) { return c.member.article == member.article; });
    if (known == fact.members.end()) {
      fact.members.push_back({member, std::move(value)});
    } else if (fact.kind == FactKind::kFigure && known->value.find(value) == std::string::npos) {
      known->value += " / " + value;
    }
  }

  // Origins, silence and prominence; then into the ledger. A fact of one article alone is kept by add_single only.
  void finish(Fact fact) {
    if (fact.members.size() < 2) return;
    std::set<std::uint32_t> origins;
    for (const FactCell& cell : fact.members) origins.insert(origin_of(cell.member.article));
    fact.origins = static_cast<std::uint32_t>(origins.size());
    const bool one_of_several = fact.origins == 1 && comparison_.origins.size() > 1;
    if (one_of_several && fact.relation == FactRelation::kAgree) fact.relation = FactRelation::kOnly;
    if (fact.relation == FactRelation::kDiffer) {
      for (const FactCell& cell : fact.members) disputed_.insert(key_of(cell.member));
    }
    add_absent(fact);
    fact.weight += fact.origins * 1000 + prominence(fact);
    facts_.push_back(std::move(fact));
  }

  // A quotation may run over several sentences.
  void note_quoted(const Member& member) {
    const auto [article, first] = key_of(member);
    for (std::uint32_t s = first; s < words_[article].sentences.size(); ++s) {
      if (words_[article].sentences[s].span.begin >= member.span.end) break;
      quoted_.insert({article, s});
    }
  }

  [[nodiscard]] SentenceKey key_of(const Member& member) const {
    const std::size_t article = member.article.index();
    return {static_cast<std::uint32_t>(article),
            static_cast<std::uint32_t>(words_[article].sentence_at(member.span.begin))};
  }

  // Two of its sentences are in a fact that differs already: they do not agree in all.
  [[nodiscard]] bool is_disputed(const Fact& fact) const {
    return std::count_if(fact.members.begin(), fact.members.end(),
                         [this](const FactCell& c) { return disputed_.contains(key_of(c.member)); }) > 1;
  }

  // Not where nobody is named for it, or it is too long to be shown: what is new may be what was cut.
  bool add_single(const SentenceKey& key, std::uint32_t worth) {
    Fact fact = start(FactKind::kEvent, 0, statement_of(article(key.first), sentence(key).span));
    if (fact.label.empty() || (comparison_.articles.size() > 1 && fact.label.ends_with("…"))) return false;
    fact.relation = FactRelation::kOnly;
    fact.members.push_back({{ArticleIndex(std::size_t{key.first}), sentence(key).span, RuleId("fact.only")}, ""});
    fact.weight = 1000 + worth;
    add_absent(fact);
    facts_.push_back(std::move(fact));
    return true;
  }

  // The day of what the fact tells: of each member the last that its sentence names and that was past when it came out,
  // of those the first. Nothing where a member has no date.
  [[nodiscard]] std::optional<CivilDate> day_of(const Fact& fact) const {
    std::optional<CivilDate> day;
    for (const FactCell& cell : fact.members) {
      const std::size_t a = cell.member.article.index(), s = words_[a].sentence_at(cell.member.span.begin);
      const std::optional<CivilDate>& published = article(a).metadata.published.date;
      if (s == words_[a].sentences.size() || !published) return std::nullopt;
      std::optional<CivilDate> last;
      for (const Timex& time : article(a).resolution.times.beginning_in(words_[a].sentences[s].span)) {
        const bool dated = time.first && time.type == TimexType::kDate && time.confidence != Confidence::kGuess;
        if (dated && !(*published < *time.first) && (!last || *last < *time.first)) last = time.first;
      }
      if (last && (!day || *last < *day)) day = last;
    }
    return day;
  }

  void add_absent(Fact& fact) const {
    std::set<std::uint32_t> stories;
    for (const FactCell& cell : fact.members) stories.insert(story_of(cell.member.article));
    const std::optional<CivilDate> day = day_of(fact);
    for (std::size_t a = 0; a < comparison_.articles.size(); ++a) {
      const ArticleIndex index(a);
      const bool member = std::any_of(fact.members.begin(), fact.members.end(),
                                      [&](const FactCell& c) { return c.member.article == index; });
      if (member || !is_fully_read(article(a).metadata.language) || !stories.contains(story_of(index))) continue;
      const std::optional<CivilDate>& published = article(a).metadata.published.date;
      const bool before = day && published && *published < *day;
      fact.absent.push_back({index, before ? AbsenceReason::kPublishedBefore : AbsenceReason::kNotFound});
    }
  }

  // How early it stands, at best; sure facts (figures, events) before loosely worded ones.
  [[nodiscard]] std::uint32_t prominence(const Fact& fact) const {
    std::uint32_t best = 0;
    for (const FactCell& cell : fact.members) {
      const std::size_t a = cell.member.article.index();
      const auto s = static_cast<std::uint32_t>(words_[a].sentence_at(cell.member.span.begin));
      best = std::max(best, s < 100 ? 300 - 3 * s : 0);
    }
    return best + static_cast<std::uint32_t>(fact.members.size()) * 10;
  }

  // Sentences connected by alignments, at least two articles each.
  [[nodiscard]] static std::vector<std::vector<SentenceKey>> groups_of(const std::vector<AlignedSentences>& aligned) {
    std::map<SentenceKey, std::size_t> ids;
    for (const AlignedSentences& pair : aligned) {
      ids.try_emplace({pair.article_a, pair.sentence_a}, 0);
      ids.try_emplace({pair.article_b, pair.sentence_b}, 0);
    }
    std::vector<SentenceKey> keys;
    for (auto& [key, id] : ids) {
      id = keys.size();
      keys.push_back(key);
    }
    DisjointSets sets(keys.size());
    for (const AlignedSentences& pair : aligned) {
      sets.unite(ids[{pair.article_a, pair.sentence_a}], ids[{pair.article_b, pair.sentence_b}]);
    }
    std::vector<std::vector<SentenceKey>> groups;
    for (const std::vector<std::size_t>& set : sets.sets()) {
      std::vector<SentenceKey>& group = groups.emplace_back();
      for (const std::size_t id : set) group.push_back(keys[id]);
    }
    return groups;
  }

  // Another origin writes about the same story, or the set is one article.
  [[nodiscard]] bool has_company(const Origin& origin) const {
    if (comparison_.articles.size() == 1) return true;
    for (std::size_t a = 0; a < comparison_.articles.size(); ++a) {
      const ArticleIndex index(a);
      if (is_fully_read(article(a).metadata.language) && origin_of(index) != origin_of(origin.articles.front()) &&
          story_of(index) == story_of(origin.articles.front()))
        return true;
    }
    return false;
  }

  // 0 for what is told elsewhere or says too little: figures, quotes, events and names are what a reader misses.
  [[nodiscard]] std::uint32_t worth_alone(const SentenceKey& key) const {
    const WordSentence& s = sentence(key);
    if (!is_body(s.paragraph_class) || told_.contains(key) || s.words.size() < kLeastWordsAlone) return 0;
    if (leans_on_context(words_, key.first, s.words)) return 0;
    const Resolution& r = article(key.first).resolution;
    const auto has = [&](const auto& layer) { return layer.beginning_in(s.span).empty() ? 0U : 1U; };
    std::uint32_t names = 0;
    for (const Word& word : words_[key.first].at(s.words)) names += word.name ? 1U : 0U;
    const std::uint32_t substance =
        40 * has(r.quantities) + 40 * has(r.events) + 30 * has(r.quotes) + 20 * has(r.times) + 5 * std::min(names, 6U);
    if (substance == 0) return 0;
    return substance + (key.second < 60 ? 60 - key.second : 0);
  }

  const Comparison& comparison_;
  const SetWords& words_;
  StatementSupport support_;
  std::set<SentenceKey> told_;      // sentences that a fact already rests on
  std::set<SentenceKey> quoted_;    // sentences of facts about quotes
  std::set<SentenceKey> disputed_;  // sentences of facts that differ
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> find_facts(const Comparison& comparison, const SetWords& words, const FactMaterial& material) {
  Ledger ledger(comparison, words);
  ledger.add_figures();
  ledger.add_differing_days(material.differing_days);
  ledger.add_differing_actors(material.differing_actors);
  ledger.add_quotes();
  ledger.add_timeline();
  ledger.add_aligned(material.aligned);
  ledger.add_only();
  std::vector<Fact> facts = ledger.take();
  drop_repeated_facts(words, facts);
  return facts;
}

bool says(const Fact& fact, ArticleIndex article) {
  return std::any_of(fact.members.begin(), fact.members.end(),
                     [&](const FactCell& cell) { return cell.member.article == article; });
}

bool is_lacking(const Fact& fact, ArticleIndex article) {
  return std::any_of(fact.absent.begin(), fact.absent.end(), [&](const Absence& absence) {
    return absence.article == article && absence.why == AbsenceReason::kNotFound;
  });
}

}  // namespace newsloupe
