#include "core/compare/brief.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "core/base/ascii.h"
#include "core/base/sorting.h"
#include "core/compare/brief_words.h"
#include "core/compare/repeated_facts.h"
#include "core/compare/second_sources.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLinesOfAKind = 3;
constexpr std::size_t kLacking = 8;  // what a newsroom asks for first, so more of it
constexpr std::size_t kSpeakers = 4, kDays = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Writer {
 public:
  explicit Writer(const Comparison& comparison) : all_(comparison) {}

  std::vector<BriefLine> write() {
    if (all_.articles.empty()) return {};
    say_set();
    say_versions();
    say_second_sources();
    say_facts(FactRelation::kDiffer, BriefKind::kDiffer);
    say_inside();
    say_lacking();
    say_facts(FactRelation::kAgree, BriefKind::kAgree);
    say_facts(FactRelation::kOnly, all_.mine.valid() ? BriefKind::kOwn : BriefKind::kOnly);
    say_quoted();
    say_when();
    return std::move(lines_);
  }

 private:
  // The outlet, or the headline's file where no outlet is known.
  [[nodiscard]] std::string name_of(ArticleIndex index) const {
    if (index == all_.mine) return "yours";
    const Article& article = all_.article(index);
    const std::string& outlet = article.metadata.outlet;
    if (outlet.empty()) return article.source.id;
    const Published& published = article.metadata.published;
    constexpr std::size_t kTime = 11, kTimeSize = 5;  // "2025-11-06T16:40"
    const bool timed = published.value.size() >= kTime + kTimeSize;
    bool alone = true, that_day = published.date.has_value(), that_time = that_day && timed;
    for (std::size_t a = 0; a < all_.articles.size(); ++a) {
      const ArticleMetadata& other = all_.articles[a].article->metadata;
      if (ArticleIndex(a) == index || other.outlet != outlet) continue;
      alone = false;
      that_day = that_day && other.published.date != published.date;
      that_time = that_time && other.published.value != published.value;
    }
    if (alone) return outlet;
    if (that_day) return outlet + " of " + day_text(*published.date);
    if (that_time)
      return outlet + " of " + day_text(*published.date) + " at " + published.value.substr(kTime, kTimeSize);
    return outlet + " [" + article.source.id + "]";
  }

  // The beginning of the text stands for the whole article.
  [[nodiscard]] Member whole(ArticleIndex index) const {
    const Article& article = all_.article(index);
    TextSpan span = article.doc.document ? article.doc.document->whole() : TextSpan{};
    for (const Sentence& sentence : article.doc.sentences) {
      span = sentence.span;
      break;
    }
    return {index, span, RuleId("brief.set")};
  }

  void say_set() {
    const std::size_t n = all_.articles.size(), origins = all_.origins.size();
    BriefLine line;
    line.kind = BriefKind::kSet;
    line.text = capitalised(counted_in_words(n, "article", "articles"));
    if (n > 1) {
      line.text += origins == n && !share_wording() ? ", none of which copies another"
                                                    : ", " + counted_in_words(origins, "origin", "origins");
    }
    // Without dates, two stories about one thing can look like one.
    const bool dated = std::all_of(all_.articles.begin(), all_.articles.end(), [](const ComparedArticle& a) {
      return a.article->metadata.published.date.has_value();
    });
    if (all_.stories.size() > 1) {
      line.text += std::string(dated ? ", " : ", at least ") + number_word(all_.stories.size()) + " stories";
    }
    line.text += ".";
    for (const Origin& origin : all_.origins) line.text += shared_text(origin);
    for (std::size_t a = 0; a < n; ++a) {
      const std::string& language = all_.articles[a].article->metadata.language;
      if (is_fully_read(language)) continue;
      line.text += " " + name_of(ArticleIndex(a)) + " is in " + language_name(language) + " and is not compared.";
    }
    if (n > 1 && !shares_anything(all_)) line.text += " They share no statement that could be compared.";
    for (std::size_t a = 0; a < n; ++a) line.members.push_back(whole(ArticleIndex(a)));
    line.origins = static_cast<std::uint32_t>(origins);
    lines_.push_back(std::move(line));
  }

  // "B is a newer version of A: two sentences added, one changed; it tells of a correction."
  void say_versions() {
    for (std::size_t v = 0; v < std::min(all_.versions.size(), kLinesOfAKind); ++v) {
      const Version& version = all_.versions[v];
      std::array<std::size_t, 3> counts{};
      for (const VersionChange& change : version.changes) ++counts[static_cast<std::size_t>(change.kind)];
      std::vector<std::string> parts;
      static constexpr std::array<const char*, 3> kDone = {" added", " removed", " changed"};
      for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] == 0) continue;
        parts.push_back(
            (parts.empty() ? counted_in_words(counts[kind], "sentence", "sentences") : number_word(counts[kind])) +
            kDone[kind]);
      }
      if (parts.empty()) continue;
      std::string text = name_of(version.newer) + " is a newer version of " + name_of(version.older) + ": " +
                         listed(parts) + (version.correction_note.empty() ? "" : "; it tells of a correction") + ".";
      lines_.push_back({BriefKind::kSet, std::move(text), {whole(version.newer), whole(version.older)}, 1});
      if (!version.correction_note.empty()) {
        lines_.back().members[0].span = version.correction_note;
      }
    }
  }

  [[nodiscard]] bool share_wording() const {
    return std::any_of(all_.reuse.begin(), all_.reuse.end(), [](const Reuse& pair) {
      return pair.label == ReuseLabel::kWholly || pair.label == ReuseLabel::kPartly;
    });
  }

  void say_second_sources() {
    std::size_t said = 0;
    for (const SecondSource& doubt : find_second_sources(all_)) {
      if (said++ == kLinesOfAKind) break;
      const std::string taker = name_of(doubt.taker), other = name_of(doubt.other);
      std::string text = taker + " names " + other;
      if (doubt.share > 0)
        text = taker + " shares " + std::to_string(doubt.share / 10) + " % of its wording with " + other;
      if (!doubt.agency.empty()) text = taker + " credits " + doubt.agency + ", as does " + other;
      if (doubt.taker == all_.mine) text = capitalised(std::move(text));
      lines_.push_back(
          {BriefKind::kSet, text + ": is it a second source?", {whole(doubt.taker), whole(doubt.other)}, 2});
    }
  }

  // " A, B and C share up to 71 % of their wording: one source, not three."
  [[nodiscard]] std::string shared_text(const Origin& origin) const {
    if (origin.articles.size() < 2) return {};
    std::vector<std::string> names;
    for (const ArticleIndex a : origin.articles) names.push_back(name_of(a));
    std::uint32_t most = 0;
    for (const Reuse& pair : all_.reuse) {
      const std::uint32_t o = all_.articles[origin.articles.front().index()].origin;
      if (all_.articles[pair.a.index()].origin != o || all_.articles[pair.b.index()].origin != o) continue;
      most = std::max({most, pair.containment_a, pair.containment_b});
    }
    return " " + shortly_listed(std::move(names)) + " share up to " + std::to_string(most / 10) +
           " % of their wording: one source, not " + number_word(origin.articles.size()) + ".";
  }

  // Where one article is mine, of differences those that it takes part in come first, and of the others only those
  // count that it takes part in.
  void say_facts(FactRelation relation, BriefKind kind) {
    std::vector<const Fact*> facts;
    for (const Fact& fact : all_.facts) {
      if (fact.relation != relation) continue;
      if (relation == FactRelation::kOnly && fact.members.size() > 1) continue;  // one origin, but not one voice
      if (relation == FactRelation::kAgree && says_little(fact)) continue;
      if (all_.mine.valid() && relation != FactRelation::kDiffer && !says(fact, all_.mine)) continue;
      facts.push_back(&fact);
    }
    if (all_.mine.valid()) {
      std::stable_partition(facts.begin(), facts.end(), [&](const Fact* fact) { return says(*fact, all_.mine); });
    }
    if (kind == BriefKind::kOnly) spread_over_origins(facts);
    const std::size_t before = lines_.size();
    for (std::size_t i = 0; i < facts.size() && lines_.size() - before < kLinesOfAKind; ++i) {
      if (kind == BriefKind::kAgree && is_quoted_above(*facts[i], before)) continue;
      say_fact(*facts[i], kind, fact_text(*facts[i]));
    }
  }

  // "Girl: 10 years", "Police officers: 2": a few of something of which nothing is told.
  [[nodiscard]] bool says_little(const Fact& fact) const {
    constexpr std::size_t kFew = 2;  // digits
    const FigureGroup* figure = figure_of(fact);
    if (figure == nullptr) return false;
    if (fact.label.find(' ') == std::string::npos) return true;
    const bool counted = figure->label_support == 1000 && figure->members.front().unit.empty();
    const bool told = fact.label.ends_with("ed") || fact.label.ends_with("dead") || fact.label.ends_with("hurt") ||
                      fact.label.ends_with("missing") || fact.label.find("ed ") != std::string::npos;
    const bool few = std::ranges::all_of(fact.members, [](const FactCell& cell) { return cell.value.size() <= kFew; });
    return counted && few && !told;
  }

  // A figure or a statement whose very words a quotation among the lines from `first` on has told.
  [[nodiscard]] bool is_quoted_above(const Fact& fact, std::size_t first) const {
    const std::size_t quoted = fact.label.find("“");
    if (fact.kind == FactKind::kQuote || quoted == std::string::npos) return false;
    const std::string words = lower_ascii(std::string_view(fact.label).substr(quoted + 3));
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end(), [&](const BriefLine& line) {
      return share_of_words(words.substr(0, words.find("”")), lower_ascii(line.text)) == 1000;
    });
  }

  // The first of each origin before the second of any. In a loop: a partition may ask in an order of its own.
  void spread_over_origins(std::vector<const Fact*>& facts) const {
    std::set<std::uint32_t> seen;
    std::vector<const Fact*> firsts, others;
    for (const Fact* f : facts) {
      const bool is_first = seen.insert(all_.articles[f->members[0].member.article.index()].origin).second;
      (is_first ? firsts : others).push_back(f);
    }
    std::ranges::copy(others, std::ranges::copy(firsts, facts.begin()).out);
  }

  // What others have that mine lacks, the more independent origins the sooner.
  void say_lacking() {
    if (!all_.mine.valid()) return;
    std::vector<const Fact*> facts;
    for (const Fact& fact : all_.facts) {
      if (fact.relation != FactRelation::kDiffer && is_lacking(fact, all_.mine)) facts.push_back(&fact);
    }
    sort_items(facts, [](const Fact* x, const Fact* y) { return x->origins > y->origins; });
    for (std::size_t i = 0; i < std::min(facts.size(), kLacking); ++i) {
      std::vector<std::string> names;
      for (const FactCell& cell : facts[i]->members) names.push_back(name_of(cell.member.article));
      sort_items(names);
      names.erase(std::unique(names.begin(), names.end()), names.end());
      const char* has = facts[i]->members.size() == 1 ? " has" : " have";
      say_fact(*facts[i], BriefKind::kLack,
               ended(capitalised(shortly_listed(std::move(names))) + has + ", and yours has not: " + facts[i]->label +
                     amounts_of(*facts[i])));
    }
  }

  void say_fact(const Fact& fact, BriefKind kind, std::string text) {
    // Two figures of one sentence would be told twice in the same words.
    const auto same = [&](const BriefLine& other) { return other.text == text; };
    if (std::any_of(lines_.begin(), lines_.end(), same)) return;
    BriefLine line;
    line.kind = kind;
    line.text = std::move(text);
    for (const FactCell& cell : fact.members) line.members.push_back(cell.member);
    line.origins = fact.origins;
    lines_.push_back(std::move(line));
  }

  [[nodiscard]] std::string fact_text(const Fact& fact) const {
    switch (fact.relation) {
      case FactRelation::kDiffer:
        return ended("They differ on " + (tells_amount(fact) ? "“" + fact.label + "”" : in_sentence(fact.label)) +
                     ": " + values_of(fact) + (is_by_source(fact) ? ", by other sources" : ""));
      case FactRelation::kAgree:
        return ended(
            capitalised(counted_in_words(fact.members.size(), "article", "articles")) +
            (fact.origins < fact.members.size() ? " of " + counted_in_words(fact.origins, "origin", "origins") : "") +
            agreed_text(fact));
      case FactRelation::kOnly:
        break;
    }
    if (all_.articles.size() == 1) return ended(fact.label);
    return ended("Only in " + name_of(fact.members.front().member.article) + ": " + fact.label);
  }

  [[nodiscard]] const FigureGroup* figure_of(const Fact& fact) const {
    return fact.kind == FactKind::kFigure && fact.subject < all_.figures.size() ? &all_.figures[fact.subject] : nullptr;
  }

  [[nodiscard]] bool is_by_source(const Fact& fact) const {
    return figure_of(fact) != nullptr && figure_of(fact)->reason == FigureReason::kSource;
  }

  // The label is a clause that tells the amount of one of them.
  [[nodiscard]] bool tells_amount(const Fact& fact) const {
    return figure_of(fact) != nullptr && figure_of(fact)->label_support < 1000;
  }

  // " agree: ...", " quote ...", " give ..., as it was brought up to date".
  [[nodiscard]] std::string agreed_text(const Fact& fact) const {
    // One prints a person's words, another says the same.
    if (fact.kind == FactKind::kEvent && fact.label.find(": “") != std::string::npos) {
      return " agree, in the words of " + fact.label;
    }
    if (fact.kind == FactKind::kQuote) {
      const std::vector<QuoteMember>& members = all_.quotes[fact.subject].members;
      const bool reported = std::ranges::any_of(
          members, [](const QuoteMember& m) { return m.form != QuoteForm::kDirect && m.form != QuoteForm::kMixed; });
      return (fact.verbatim ? " quote "
              : reported    ? " quote or report "
                            : " quote, in whole or in part, ") +
             fact.label;
    }
    const FigureGroup* figure = figure_of(fact);
    const bool updated = figure != nullptr && figure->reason == FigureReason::kUpdated;
    if (updated) return " bring a figure up to date: " + fact.label + ": " + values_of(fact);
    return " agree: " + fact.label + (tells_amount(fact) ? "" : amounts_of(fact));
  }

  // ": 2300", ": 3, 5"; nothing where no amounts are compared.
  [[nodiscard]] std::string amounts_of(const Fact& fact) const {
    if (fact.kind != FactKind::kFigure) return {};
    std::vector<std::string> amounts;
    for (const FactCell& cell : fact.members) {
      for (const std::string& amount : amounts_in(cell.value)) {
        if (std::find(amounts.begin(), amounts.end(), amount) == amounts.end()) amounts.push_back(amount);
      }
    }
    std::erase_if(amounts, [&](const std::string& amount) {  // "at least 14" beside 14 says nothing more
      return std::any_of(amounts.begin(), amounts.end(), [&](const std::string& exact) {
        return exact.size() < amount.size() && amount.ends_with(" " + exact) && !is_digit(amount[0]);
      });
    });
    const FigureGroup* figure = figure_of(fact);
    const bool rounded = amounts.size() > 1 && figure != nullptr && figure->reason == FigureReason::kRounding;
    return ": " + listed(amounts) + (rounded ? ", which is the same when rounded" : "");
  }

  // "14 (Morning Ledger, Wire One), 12 (Coast Herald)", in the order in which they appear.
  [[nodiscard]] std::string values_of(const Fact& fact) const {
    std::vector<std::pair<std::string, std::string>> values;
    for (const FactCell& cell : fact.members) {
      const auto known =
          std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == cell.value; });
      if (known == values.end()) {
        values.emplace_back(cell.value, name_of(cell.member.article));
      } else {
        known->second += ", " + name_of(cell.member.article);
      }
    }
    std::string text;
    for (const auto& [value, names] : values)
      text += (text.empty() ? "" : ", ") + listed(amounts_in(value)) + " (" + names + ")";
    return text;
  }

  // What does not fit within one article.
  void say_inside() {
    for (std::size_t i = 0; i < std::min(all_.inside.size(), kLinesOfAKind); ++i) {
      const InnerDifference& item = all_.inside[i];
      BriefLine line;
      line.kind = BriefKind::kDiffer;
      const std::string where = name_of(item.members.front().member.article);
      line.text = "Figures of " + where + " do not fit: " + item.label + ".";
      for (const FigureMember& m : item.members) line.members.push_back(m.member);
      line.origins = 1;
      lines_.push_back(std::move(line));
    }
  }

  // The persons whose words stand in quotation marks in most articles, each with the first of them.
  void say_quoted() {
    struct Speaker {
      std::string name;
      std::vector<Member> members;  // one an article
    };
    std::vector<Speaker> speakers;
    for (const SetEntity& entity : all_.entities) {
      if (entity.type != EntityType::kPerson) continue;
      Speaker speaker{entity.name, {}};
      for (const SetEntity::InArticle& in : entity.articles) {
        if (const std::optional<Member> words = words_of(in)) speaker.members.push_back(*words);
      }
      add_shared_quotes(speaker.name, speaker.members);
      if (!speaker.members.empty()) speakers.push_back(std::move(speaker));
    }
    sort_items(speakers, [](const Speaker& x, const Speaker& y) { return x.members.size() > y.members.size(); });
    // Who speaks in several articles; where nobody does, who speaks in one.
    if (!speakers.empty() && speakers.front().members.size() > 1)
      std::erase_if(speakers, [](const Speaker& speaker) { return speaker.members.size() < 2; });
    speakers.resize(std::min(speakers.size(), kSpeakers));
    if (speakers.empty()) return;
    BriefLine line;
    line.kind = BriefKind::kQuoted;
    std::vector<std::string> names;
    for (const Speaker& speaker : speakers) {
      const std::size_t n = speaker.members.size();
      names.push_back(n == 1 ? speaker.name : speaker.name + " in " + counted_in_words(n, "article", "articles"));
      line.members.insert(line.members.end(), speaker.members.begin(), speaker.members.end());
    }
    const bool once = all_.articles.size() > 1 && speakers.front().members.size() == 1;
    const char* where = !once ? "" : names.size() > 1 ? ", each in one article" : " in one article";
    line.text = "Quoted: " + listed(names) + where + ".";
    line.origins = origins_of(line.members);
    lines_.push_back(std::move(line));
  }

  // Articles that quote the person with "he said", where others print the same words under the name.
  void add_shared_quotes(const std::string& name, std::vector<Member>& members) const {
    for (const QuoteGroup& group : all_.quotes) {
      if (group.speaker != name || members.empty()) continue;
      for (const QuoteMember& quote : group.members) {
        const bool known =
            std::ranges::any_of(members, [&](const Member& m) { return m.article == quote.member.article; });
        const bool spoken = quote.form == QuoteForm::kDirect || quote.form == QuoteForm::kMixed;
        if (spoken && !known) members.push_back(quote.member);
      }
    }
    sort_items(members, [](const Member& x, const Member& y) { return x.article.index() < y.article.index(); });
  }

  // The first words in quotation marks that the article gives to the person.
  [[nodiscard]] std::optional<Member> words_of(const SetEntity::InArticle& in) const {
    const Resolution& resolution = all_.article(in.article).resolution;
    for (std::size_t q = 0; q < resolution.attributions.size(); ++q) {
      const Quote& quote = resolution.quotes[q];
      const Attribution& attribution = resolution.attributions[q];
      if (quote.kind == QuoteKind::kIndirect || attribution.entity != in.entity) continue;
      // "He said" can be read wrongly; a name cannot.
      const std::string_view named = all_.article(in.article).text(attribution.speaker);
      const bool by_name = std::any_of(named.begin(), named.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if ((!by_name || quote.span.contains(attribution.speaker)) && !attribution.corrected()) continue;
      return Member{in.article, quote.span, quote.rule};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint32_t origins_of(const std::vector<Member>& members) const {
    std::set<std::uint32_t> origins;
    for (const Member& m : members) origins.insert(all_.articles[m.article.index()].origin);
    return static_cast<std::uint32_t>(origins.size());
  }

  // The days that most articles name; of one article alone the first ones.
  void say_when() {
    struct Day {
      CivilDate date;
      std::vector<Member> members;  // one an article
    };
    std::vector<Day> days;
    for (const TimelineEntry& entry : all_.timeline) {
      if (!is_one_day(entry)) continue;
      if (days.empty() || !(days.back().date == entry.first)) days.push_back({entry.first, {}});
      for (const TimelineMember& m : entry.members) {
        const bool known = std::any_of(days.back().members.begin(), days.back().members.end(),
                                       [&](const Member& other) { return other.article == m.member.article; });
        if (!known && names_a_day(m.member)) days.back().members.push_back(m.member);
      }
    }
    const std::size_t least = all_.articles.size() > 1 ? 2 : 1;
    std::erase_if(days, [&](const Day& day) { return day.members.size() < least; });
    while (days.size() > kDays) {
      const auto fewest = [](const Day& x, const Day& y) { return x.members.size() < y.members.size(); };
      days.erase(std::min_element(days.begin(), days.end(), fewest));
    }
    if (days.empty()) return;
    BriefLine line;
    line.kind = BriefKind::kWhen;
    std::vector<std::string> names;
    for (const Day& day : days) {
      const std::string date = day_text(day.date);
      names.push_back(all_.articles.size() == 1
                          ? date
                          : date + " in " + counted_in_words(day.members.size(), "article", "articles"));
      line.members.insert(line.members.end(), day.members.begin(), day.members.end());
    }
    line.text = "Days named: " + listed(names) + ".";
    line.origins = origins_of(line.members);
    lines_.push_back(std::move(line));
  }

  // By weekday, month or number: "today" can mean these days.
  [[nodiscard]] bool names_a_day(const Member& member) const {
    const std::string_view words = all_.article(member.article).text(member.span);
    return std::any_of(words.begin(), words.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
  }

  static bool is_one_day(const TimelineEntry& entry) {
    return entry.first == entry.last && entry.value.size() >= 10 && is_digit(entry.value[9]);
  }

  const Comparison& all_;
  std::vector<BriefLine> lines_;
};

}  // namespace

bool shares_anything(const Comparison& comparison) {
  const auto told_by_two = [](const auto& thing) {
    return std::ranges::any_of(thing.members, [&](const auto& member) {
      return member.member.article != thing.members.front().member.article;
    });
  };
  return !comparison.alignments.empty() ||
         std::ranges::any_of(comparison.facts, [](const Fact& fact) { return fact.members.size() > 1; }) ||
         std::ranges::any_of(comparison.quotes, told_by_two) || std::ranges::any_of(comparison.figures, told_by_two) ||
         std::ranges::any_of(comparison.timeline, told_by_two);
}

std::vector<BriefLine> write_brief(const Comparison& comparison) { return Writer(comparison).write(); }

}  // namespace newsloupe
