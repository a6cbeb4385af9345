#include "core/compare/brief.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace newsloupe {
namespace {

constexpr std::size_t kLinesOfAKind = 3;
constexpr std::size_t kLacking = 8;  // what a newsroom asks for first, so more of it
constexpr std::size_t kSpeakers = 4;
constexpr std::ptrdiff_t kMostSpacesOfAName = 4;  // a longer phrase is what stands before the words, not who says them

std::string number_word(std::size_t n) {
  static constexpr std::array<const char*, 13> kWords = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return n < kWords.size() ? kWords[n] : std::to_string(n);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// In the middle of a sentence; acronyms and names of two capitals stay.
std::string in_sentence(std::string label) {
  const bool plain = label.starts_with("People ") || label.starts_with("Who ");
  if (label.starts_with("Day: ")) return "the day: " + label.substr(5);
  const auto is_small = [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; };
  const bool noun = label.size() > 1 && label.size() < 30 && std::all_of(label.begin() + 1, label.end(), is_small);
  if (plain || noun) label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return label;
}

std::string counted(std::size_t n, const std::string& one, const std::string& several) {
  return number_word(n) + " " + (n == 1 ? one : several);
}

// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

// As precise as the text is: "2026" for a year, "May 2026" for a month.
std::string day_text(CivilDate date, std::string_view value) {
  static constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  const std::string year = std::to_string(date.year), month = kMonths[date.month - 1U] + (" " + year);
  const auto digit = [&](std::size_t at) { return at < value.size() && is_digit(value[at]); };
  if (!digit(5)) return year;  // "2026", "2026-H1"
  return digit(8) ? std::to_string(date.day) + " " + month : month;
}

class Writer {
 public:
  explicit Writer(const Comparison& comparison) : all_(comparison) {}

  std::vector<BriefLine> write() {
    if (all_.articles.empty()) return {};
    say_set();
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
    return article.metadata.outlet.empty() ? article.source.id : article.metadata.outlet;
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
    line.text = capitalised(counted(n, "article", "articles"));
    if (n > 1)
      line.text += origins == n ? ", none of which copies another" : ", " + counted(origins, "origin", "origins");
    if (all_.stories.size() > 1) line.text += ", " + number_word(all_.stories.size()) + " stories";
    line.text += ".";
    for (const Origin& origin : all_.origins) line.text += shared_text(origin);
    for (std::size_t a = 0; a < n; ++a) line.members.push_back(whole(ArticleIndex(a)));
    line.origins = static_cast<std::uint32_t>(origins);
    lines_.push_back(std::move(line));
  }

  // Articles that are no origin of one, and still may have one source: shared passages, one agency's credit.
  void say_second_sources() {
    std::set<std::pair<ArticleIndex, ArticleIndex>> told;
    const auto say = [&](ArticleIndex a, ArticleIndex b, std::string text) {
      if (told.size() == kLinesOfAKind || !told.insert(std::minmax(a, b)).second) return;
      lines_.push_back(
          {BriefKind::kSet, capitalised(std::move(text)) + ": is it a second source?", {whole(a), whole(b)}, 2});
    };
    for (const Reuse& pair : all_.reuse) {
      if (pair.label != ReuseLabel::kPartly || same_origin(pair.a, pair.b)) continue;
      const bool from_b = pair.containment_b > pair.containment_a;
      const ArticleIndex taker = from_b ? pair.b : pair.a, other = from_b ? pair.a : pair.b;
      say(taker, other,
          name_of(taker) + " shares " + std::to_string(std::max(pair.containment_a, pair.containment_b) / 10) +
              " % of its wording with " + name_of(other));
    }
    for (std::size_t b = 1; b < all_.articles.size(); ++b) {
      const std::string& agency = all_.articles[b].article->metadata.agency;
      for (std::size_t a = 0; a < b && !agency.empty(); ++a) {
        const ArticleIndex first(a), second(b);
        if (all_.article(first).metadata.agency != agency || same_origin(first, second)) continue;
        say(first, second, name_of(second) + " credits " + agency + ", as does " + name_of(first));
        break;
      }
    }
  }

  [[nodiscard]] bool same_origin(ArticleIndex a, ArticleIndex b) const {
    return all_.articles[a.index()].origin == all_.articles[b.index()].origin;
  }

  // " A, B and C share up to 71 % of their wording: one source, not three."
  [[nodiscard]] std::string shared_text(const Origin& origin) const {
    if (origin.articles.size() < 2) return {};
    std::vector<std::string> names;
    for (const ArticleIndex a : origin.articles) names.push_back(name_of(a));
    if (names.size() > 4) {
      const std::size_t rest = names.size() - 3;
      names.resize(3);
      names.push_back(number_word(rest) + " more");
    }
    std::uint32_t most = 0;
    for (const Reuse& pair : all_.reuse) {
      const std::uint32_t o = all_.articles[origin.articles.front().index()].origin;
      if (all_.articles[pair.a.index()].origin != o || all_.articles[pair.b.index()].origin != o) continue;
      most = std::max({most, pair.containment_a, pair.containment_b});
    }
    return " " + listed(names) + " share up to " + std::to_string(most / 10) + " % of their wording: one source, not " +
           number_word(origin.articles.size()) + ".";
  }

  // Where one article is mine, of differences those that it takes part in come first, and of the others only those
  // count that it takes part in.
  void say_facts(FactRelation relation, BriefKind kind) {
    std::vector<const Fact*> facts;
    for (const Fact& fact : all_.facts) {
      if (fact.relation != relation) continue;
      if (relation == FactRelation::kOnly && fact.members.size() > 1) continue;  // one origin, but not one voice
      if (all_.mine.valid() && relation != FactRelation::kDiffer && !says(fact, all_.mine)) continue;
      facts.push_back(&fact);
    }
    if (all_.mine.valid()) {
      std::stable_partition(facts.begin(), facts.end(), [&](const Fact* fact) { return says(*fact, all_.mine); });
    }
    for (std::size_t i = 0; i < std::min(facts.size(), kLinesOfAKind); ++i)
      say_fact(*facts[i], kind, fact_text(*facts[i]));
  }

  // What others have that mine lacks, the more independent origins the sooner.
  void say_lacking() {
    if (!all_.mine.valid()) return;
    std::vector<const Fact*> facts;
    for (const Fact& fact : all_.facts) {
      if (fact.relation != FactRelation::kDiffer && is_lacking(fact, all_.mine)) facts.push_back(&fact);
    }
    std::stable_sort(facts.begin(), facts.end(), [](const Fact* x, const Fact* y) { return x->origins > y->origins; });
    for (std::size_t i = 0; i < std::min(facts.size(), kLacking); ++i) {
      std::vector<std::string> names;
      for (const FactCell& cell : facts[i]->members) names.push_back(name_of(cell.member.article));
      std::sort(names.begin(), names.end());
      names.erase(std::unique(names.begin(), names.end()), names.end());
      if (names.size() > 4) {
        const std::size_t rest = names.size() - 3;
        names.resize(3);
        names.push_back(number_word(rest) + " more");
      }
      const char* has = facts[i]->members.size() == 1 ? " has" : " have";
      say_fact(
          *facts[i], BriefKind::kLack,
          capitalised(listed(names)) + has + ", and yours has not: " + facts[i]->label + amounts_of(*facts[i]) + ".");
    }
  }

  void say_fact(const Fact& fact, BriefKind kind, std::string text) {
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
        return "They differ on " + in_sentence(fact.label) + ": " + values_of(fact) + ".";
      case FactRelation::kAgree:
        return capitalised(counted(fact.members.size(), "article", "articles")) +
               (fact.origins < fact.members.size() ? " of " + counted(fact.origins, "origin", "origins") : "") +
               " agree: " + fact.label + amounts_of(fact) + ".";
      case FactRelation::kOnly:
        break;
    }
    if (all_.articles.size() == 1) return fact.label + ".";
    return "Only " + name_of(fact.members.front().member.article) + " says: " + fact.label + ".";
  }

  // ": 2300", ": 3, 5"; nothing where no amounts are compared.
  [[nodiscard]] std::string amounts_of(const Fact& fact) const {
    if (fact.kind != FactKind::kFigure) return {};
    std::vector<std::string> amounts;
    for (const FactCell& cell : fact.members) {
      if (std::find(amounts.begin(), amounts.end(), cell.value) == amounts.end()) amounts.push_back(cell.value);
    }
    std::erase_if(amounts, [&](const std::string& amount) {  // "at least 14" beside 14 says nothing more
      return std::any_of(amounts.begin(), amounts.end(), [&](const std::string& exact) {
        return exact.size() < amount.size() && amount.ends_with(" " + exact) && !is_digit(amount[0]);
      });
    });
    const bool updated =
        fact.subject < all_.figures.size() && all_.figures[fact.subject].reason == FigureReason::kUpdated;
    return ": " + listed(amounts) + (updated ? ", brought up to date" : "");
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
    for (const auto& [value, names] : values) text += (text.empty() ? "" : ", ") + value + " (" + names + ")";
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

  // Who speaks directly in most articles.
  void say_quoted() {
    struct Speaker {
      std::set<ArticleIndex> articles;
      std::vector<Member> members;
    };
    std::map<std::string, Speaker> speakers;
    for (const QuoteGroup& group : all_.quotes) {
      if (group.speaker.empty() || std::count(group.speaker.begin(), group.speaker.end(), ' ') > kMostSpacesOfAName)
        continue;
      for (const QuoteMember& m : group.members) {
        if (m.form != QuoteForm::kDirect && m.form != QuoteForm::kMixed) continue;
        Speaker& speaker = speakers[group.speaker];
        if (speaker.articles.insert(m.member.article).second) speaker.members.push_back(m.member);
      }
    }
    std::vector<std::pair<std::string, const Speaker*>> ranked;
    for (const auto& [name, speaker] : speakers) ranked.emplace_back(name, &speaker);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
      return x.second->articles.size() > y.second->articles.size();
    });
    ranked.resize(std::min(ranked.size(), kSpeakers));
    if (ranked.empty()) return;
    BriefLine line;
    line.kind = BriefKind::kQuoted;
    std::vector<std::string> names;
    std::set<std::uint32_t> origins;
    for (const auto& [name, speaker] : ranked) {
      const std::size_t n = speaker->articles.size();
      names.push_back(all_.articles.size() == 1 ? name : name + " in " + counted(n, "article", "articles"));
      for (const Member& m : speaker->members) {
        line.members.push_back(m);
        origins.insert(all_.articles[m.article.index()].origin);
      }
    }
    line.text = "Quoted: " + listed(names) + ".";
    line.origins = static_cast<std::uint32_t>(origins.size());
    lines_.push_back(std::move(line));
  }

  void say_when() {
    if (all_.timeline.empty()) return;
    const auto latest = std::max_element(all_.timeline.begin(), all_.timeline.end(),
                                         [](const auto& x, const auto& y) { return x.last < y.last; });
    BriefLine line;
    line.kind = BriefKind::kWhen;
    line.text = capitalised(counted(all_.timeline.size(), "dated event", "dated events"));
    const TimelineEntry& first = all_.timeline.front();
    const std::string from = day_text(first.first, first.value), to = day_text(latest->last, latest->value);
    line.text += from == to ? ", of " + from + "." : ", from " + from + " to " + to + ".";
    line.members = {all_.timeline.front().members.front().member};
    if (!(latest->members.front().member == line.members.front())) {
      line.members.push_back(latest->members.front().member);
    }
    std::set<std::uint32_t> origins;
    for (const Member& m : line.members) origins.insert(all_.articles[m.article.index()].origin);
    line.origins = static_cast<std::uint32_t>(origins.size());
    lines_.push_back(std::move(line));
  }

  const Comparison& all_;
  std::vector<BriefLine> lines_;
};

}  // namespace

std::vector<BriefLine> write_brief(const Comparison& comparison) { return Writer(comparison).write(); }

}  // namespace newsloupe
