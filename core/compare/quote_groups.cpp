#include "core/compare/quote_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/base/sorting.h"
#include "core/compare/overlap.h"
#include "core/compare/quote_variants.h"
#include "core/compare/utterances.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostPieces = 400;  // a word in more utterances proposes no pair

// What two utterances must share to be one, from sure to loose; shares in thousandths. Reported speech has to share
// more words, because a reporter's own sentence on the same matter shares some by nature.
struct Threshold {
  std::uint32_t words, of_lighter, of_heavier;
};
constexpr std::array<Threshold, 3> kQuoted = {{{2, 950, 0}, {3, 620, 150}, {5, 420, 300}}};
constexpr std::array<Threshold, 3> kReported = {{{3, 850, 300}, {5, 520, 200}, {7, 450, 350}}};
// The same named speaker said both: fewer words will do.
constexpr std::array<Threshold, 3> kQuotedBySame = {{{2, 950, 0}, {3, 550, 150}, {5, 400, 280}}};
constexpr std::array<Threshold, 3> kReportedBySame = {{{3, 600, 200}, {4, 450, 250}, {6, 330, 250}}};
constexpr std::uint32_t kTurnOfPhrase = 3;  // content words in a row that one speaker is quoted and reported with
// So many words in a row are one utterance, whoever is named as the speaker.
constexpr std::uint32_t kTellingWords = 7;
// Two quotations whose words, small ones too, stand in one order.
constexpr std::uint32_t kVerbatimWords = 5, kVerbatimShare = 650;
// Speakers that the texts name differently, or stories apart: only the very words will do.
constexpr Threshold kVerbatim = {5, 850, 700};
// A stretch of the very words that makes two quotations one utterance even where each goes on where the other does not:
// words in a row, those among them that carry sense and are no names. Fewer will do where one holds the other whole or
// one speaker is known for both.
struct Stretch {
  std::uint32_t words, content;
};
constexpr Stretch kWhole = {5, 2}, kWholeOfOneSpeaker = {5, 1}, kOfOneSpeaker = {5, 3}, kOfAnySpeaker = {8, 4};
constexpr std::uint32_t kPiece = 4;  // words in a row that tell which part of a longer rendering another has
// Two short reports of one sentence ("he would not ask for a recount").
constexpr Threshold kShortReport = {2, 900, 800};
constexpr std::uint32_t kShortReportRun = 4;
// Utterances with fewer content words are proposed by their small words, too.
constexpr std::size_t kFewContentWords = 3;
constexpr std::uint32_t kWordsOfShort = 5;
// Two places of one article that say the same thing twice.
constexpr Threshold kRepeated = {3, 600, 250};

// Ends as the names of papers and stations do, or is a known one or an agency.
bool is_medium(std::string_view name, const Lexicon& lexicon) {
  std::vector<TermId> terms;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    terms.push_back(lexicon.find(fold_word(name.substr(begin, end - begin))));
    begin = end + 1;
  }
  if (terms.empty()) return false;
  for (const WordClass c : {WordClass::kOutlet, WordClass::kAgency}) {
    if (lexicon.match(c, terms).length == terms.size()) return true;
  }
  const LexiconEntry* last = lexicon.entry(WordClass::kBylineWord, terms.back());
  return last != nullptr && std::ranges::find(last->columns, "masthead") != last->columns.end();
}

bool is_quoted(const Utterance& u) { return u.form == QuoteForm::kDirect || u.form == QuoteForm::kMixed; }

bool reaches(const Overlap& overlap, const Threshold& least) {
  return overlap.words >= least.words && overlap.of_lighter >= least.of_lighter &&
         overlap.of_heavier >= least.of_heavier;
}

struct Link {
  std::uint32_t score = 0, a = 0, b = 0;
  bool stretch = false;  // the very words, in a row
};

class Grouper {
 public:
  Grouper(const Comparison& comparison, const SetWords& words, const LinkedEntities& entities, const Lexicon& lexicon)
      : comparison_(comparison),
        words_(words),
        entities_(entities),
        lexicon_(lexicon),
        said_(find_utterances(comparison, words, entities)) {
    for (const Utterance& u : said_) content_.push_back(content_of(words, u.article, u.words));
    cluster_.resize(said_.size());
    for (std::uint32_t i = 0; i < said_.size(); ++i) {
      cluster_[i] = i;
      members_.push_back({i});
    }
  }

  std::vector<QuoteGroup> run() {
    for (const Link& link : links()) join(link);
    join_nested();
    join_printed();
    add_shared_places();
    std::vector<QuoteGroup> several, single;
    for (const std::vector<std::uint32_t>& members : members_) {
      QuoteGroup group = group_of(members);
      if (group.members.empty()) continue;
      (group.members.size() > 1 ? several : single).push_back(std::move(group));
    }
    add_leftovers(single);
    const auto by_first = [](const QuoteGroup& x, const QuoteGroup& y) {
      return x.members.front().member < y.members.front().member;
    };
    sort_items(several, by_first);
    sort_items(single, by_first);
    several.insert(several.end(), std::make_move_iterator(single.begin()), std::make_move_iterator(single.end()));
    return several;
  }

 private:
  // The score of a pair that may be one utterance, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> score(std::uint32_t a, std::uint32_t b) const {
    const Utterance &x = said_[a], &y = said_[b];
    const bool quoted = x.spoken && y.spoken;
    if (!quoted && !x.spoken && !y.spoken &&
        (x.form == QuoteForm::kUnattributed || y.form == QuoteForm::kUnattributed)) {
      return std::nullopt;  // two plain sentences are a matter of alignments
    }
    if (!may_be_one_occasion(x, y)) return std::nullopt;
    const Overlap overlap = overlap_of(content_[a], content_[b]);
    const std::uint32_t value = overlap.of_lighter + overlap.of_heavier / 2 + std::min(overlap.words, 20U);
    if (reaches(overlap, kVerbatim)) return value;
    if (quoted && overlap.words >= 3 && longer_than(kTellingWords, a, b) && verbatim_inside(a, b)) return value;
    if (!may_be_one_speaker(x, y) || x.story != y.story) return std::nullopt;
    if (!x.spoken && !y.spoken && name_other_sources(x, y)) return std::nullopt;
    const bool by_same = is_one_speaker(x, y);
    for (const Threshold& least : quoted    ? (by_same ? kQuotedBySame : kQuoted)
                                  : by_same ? kReportedBySame
                                            : kReported) {
      if (!reaches(overlap, least)) continue;
      if (least.words < 3 && !verbatim_inside(a, b)) continue;
      return value;
    }
    if (quoted && (overlap.words >= 2 || by_same) && nearly_verbatim(a, b)) return value;
    if (quoted && is_stretch(a, b)) return value;
    if (!quoted && by_same && common_run(content_[a], content_[b]) >= kTurnOfPhrase) return value;
    if (!quoted && by_same && reaches(overlap, kShortReport) && shared_run(a, b).length >= kShortReportRun)
      return value;
    return std::nullopt;
  }

  // The longest run of words, small ones too, that stand in a row in both.
  [[nodiscard]] SharedRun shared_run(std::uint32_t a, std::uint32_t b) const {
    return longest_shared_run(words_[said_[a].article].at(said_[a].words), words_[said_[b].article].at(said_[b].words));
  }

  // Both print the very words, each perhaps with others around them.
  [[nodiscard]] bool is_stretch(std::uint32_t a, std::uint32_t b) const {
    const Utterance &x = said_[a], &y = said_[b];
    if (!x.spoken || !y.spoken || x.story != y.story || !may_be_one_speaker(x, y)) return false;
    const SharedRun run = shared_run(a, b);
    const auto has = [&](const Stretch& least) { return run.length >= least.words && run.content >= least.content; };
    const bool by_same = is_one_speaker(x, y);
    const bool whole = run.length == std::min(x.words.size(), y.words.size());
    return (whole && has(by_same ? kWholeOfOneSpeaker : kWhole)) || has(by_same ? kOfOneSpeaker : kOfAnySpeaker);
  }

  // Most words of the shorter one, small ones too, stand in the other in one order.
  [[nodiscard]] bool nearly_verbatim(std::uint32_t a, std::uint32_t b) const {
    const std::vector<WeightedWord> x = all_words(a), y = all_words(b);
    const Overlap overlap = overlap_of(x, y);
    return overlap.words >= kVerbatimWords && overlap.of_lighter >= kVerbatimShare;
  }

  [[nodiscard]] std::vector<WeightedWord> all_words(std::uint32_t u) const {
    std::vector<WeightedWord> result;
    for (const Word& word : words_[said_[u].article].at(said_[u].words))
      result.push_back({word.stem, word.word, 1000, word.name});
    return result;
  }

  [[nodiscard]] bool longer_than(std::uint32_t words, std::uint32_t a, std::uint32_t b) const {
    return said_[a].words.size() >= words && said_[b].words.size() >= words;
  }

  // The shorter one stands in the other word by word.
  [[nodiscard]] bool verbatim_inside(std::uint32_t a, std::uint32_t b) const {
    std::span<const Word> part = words_[said_[a].article].at(said_[a].words);
    std::span<const Word> whole = words_[said_[b].article].at(said_[b].words);
    if (part.size() > whole.size()) std::swap(part, whole);
    const auto same = [](const Word& x, const Word& y) { return x.word == y.word; };
    return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
  }

  std::vector<Link> links() {
    std::vector<Link> result;
    PieceIndex index(content_, words_.size(), kMostPieces);
    std::vector<std::vector<WeightedWord>> spoken(said_.size());
    for (std::uint32_t u = 0; u < said_.size(); ++u) {
      if (said_[u].spoken) spoken[u] = all_words(u);
    }
    PieceIndex small_words(spoken, words_.size(), kMostPieces);
    for (std::uint32_t a = 0; a < said_.size(); ++a) {
      for (const PieceIndex::Proposal& proposal : index.later_than(a, 2)) add_link(a, proposal.piece, result);
      for (const PieceIndex::Proposal& proposal : small_words.later_than(a, kWordsOfShort)) {
        const bool few = std::min(content_[a].size(), content_[proposal.piece].size()) < kFewContentWords;
        if (few) add_link(a, proposal.piece, result);
      }
    }
    const auto order = [](const Link& x, const Link& y) {
      if (x.score != y.score) return x.score > y.score;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    };
    sort_items(result, order);
    return result;
  }

  void add_link(std::uint32_t a, std::uint32_t b, std::vector<Link>& out) const {
    if (said_[a].article == said_[b].article) return;
    if (const auto value = score(a, b)) out.push_back({*value, a, b, is_stretch(a, b)});
  }

  // Sentences of one article may stand in one group without resembling each other: it breaks what others print whole.
  [[nodiscard]] bool one_quotation(std::uint32_t a, std::uint32_t b) const {
    return said_[a].article == said_[b].article && said_[a].quote.valid() && said_[a].quote == said_[b].quote;
  }

  // Quoted words and the reported clause that holds them.
  [[nodiscard]] bool one_inside_other(std::uint32_t a, std::uint32_t b) const {
    return said_[a].span.contains(said_[b].span) || said_[b].span.contains(said_[a].span);
  }

  [[nodiscard]] bool repeats(std::uint32_t a, std::uint32_t b) const {
    if (!may_be_one_speaker(said_[a], said_[b])) return false;
    return reaches(overlap_of(content_[a], content_[b]), kRepeated) || is_stretch(a, b) ||
           (said_[a].spoken && said_[b].spoken && nearly_verbatim(a, b));
  }

  // Two places of one article that print different words of what a third prints in one piece.
  [[nodiscard]] bool pieces_of_one(std::uint32_t x, std::uint32_t y, std::uint32_t first, std::uint32_t second) const {
    if (!may_be_one_speaker(said_[x], said_[y])) return false;
    for (const std::uint32_t cluster : {first, second}) {
      for (const std::uint32_t z : members_[cluster]) {
        if (said_[z].article == said_[x].article || !said_[z].spoken) continue;
        const SharedRun with_x = shared_run(z, x), with_y = shared_run(z, y);
        const bool apart = with_x.a + with_x.length <= with_y.a || with_y.a + with_y.length <= with_x.a;
        if (apart && std::min(with_x.length, with_y.length) >= kPiece && score(z, x) && score(z, y)) return true;
      }
    }
    return false;
  }

  // An article that renders one utterance twice repeats itself; two sayings that a third resembles stay two.
  [[nodiscard]] bool may_stand_together(std::uint32_t x, std::uint32_t y, std::uint32_t first,
                                        std::uint32_t second) const {
    return one_quotation(x, y) || one_inside_other(x, y) || repeats(x, y) || pieces_of_one(x, y, first, second);
  }

  // The very words need no other likeness: a longer rendering and its pieces resemble each other only where they meet.
  void join(const Link& link) {
    const std::uint32_t first = cluster_[link.a], second = cluster_[link.b];
    if (first == second) return;
    std::size_t alike = 0, pairs = 0;
    for (const std::uint32_t x : members_[first]) {
      for (const std::uint32_t y : members_[second]) {
        if (said_[x].article == said_[y].article) {
          if (may_stand_together(x, y, first, second)) continue;
          if (link.stretch) apart_.push_back(link);
          return;
        }
        if (!may_be_one_occasion(said_[x], said_[y])) return;
        ++pairs;
        alike += score(x, y).has_value() ? 1U : 0U;
      }
    }
    if (link.stretch || alike * 2 >= pairs) merge(first, second);
  }

  // Quoted words and the reported clause around them are one utterance, so what renders either renders both, unless the
  // clause holds more than these words and others render the rest.
  void join_nested() {
    for (std::uint32_t u = 1; u < said_.size(); ++u) {
      for (std::uint32_t outer = u; outer-- > 0 && said_[outer].article == said_[u].article;) {
        if (said_[outer].span.end <= said_[u].span.begin) break;
        const bool both_shared = members_[cluster_[u]].size() > 1 && members_[cluster_[outer]].size() > 1;
        if (!said_[outer].span.contains(said_[u].span) || !both_shared) continue;
        if (are_mostly_alike(cluster_[u], cluster_[outer])) merge(cluster_[u], cluster_[outer]);
      }
    }
  }

  [[nodiscard]] bool are_mostly_alike(std::uint32_t first, std::uint32_t second) const {
    std::size_t alike = 0, pairs = 0;
    for (const std::uint32_t x : members_[first]) {
      for (const std::uint32_t y : members_[second]) {
        if (said_[x].article == said_[y].article) continue;
        ++pairs;
        alike += score(x, y).has_value() ? 1U : 0U;
      }
    }
    return alike * 2 >= pairs;
  }

  // Sentences that one article prints as one quotation are one utterance, whatever pieces of it others print. That
  // holds of the very words only: a report of one sentence is none of the next, so it must be of both or in neither. A
  // paragraph of a transcript is no such unit: it runs on over many matters.
  void join_printed() {
    std::optional<std::uint32_t> last;
    for (std::uint32_t u = 0; u < said_.size(); ++u) {
      if (!is_quoted(said_[u]) || said_[u].primary || members_[cluster_[u]].size() < 2) continue;
      if (last && one_quotation(*last, u) && may_be_one(cluster_[*last], cluster_[u])) {
        merge(cluster_[*last], cluster_[u]);
      }
      last = u;
    }
  }

  [[nodiscard]] bool may_be_one(std::uint32_t first, std::uint32_t second) const {
    const auto all_spoken = [&](std::uint32_t cluster) {
      return std::all_of(members_[cluster].begin(), members_[cluster].end(),
                         [&](std::uint32_t m) { return said_[m].spoken; });
    };
    return printed_together(first, second) || (all_spoken(first) && all_spoken(second));
  }

  // Every article of one of them has the other, too, and in one piece.
  [[nodiscard]] bool printed_together(std::uint32_t first, std::uint32_t second) const {
    const std::vector<std::uint32_t> in_first = articles_of(first), in_second = articles_of(second);
    const bool nested = std::includes(in_first.begin(), in_first.end(), in_second.begin(), in_second.end()) ||
                        std::includes(in_second.begin(), in_second.end(), in_first.begin(), in_first.end());
    if (!nested) return false;
    for (const std::uint32_t x : members_[first]) {
      for (const std::uint32_t y : members_[second]) {
        if (said_[x].article != said_[y].article || one_quotation(x, y)) continue;
        if (!said_[x].spoken || said_[x].quote.valid() || said_[y].quote.valid()) return false;
      }
    }
    return true;
  }

  // Ascending.
  [[nodiscard]] std::vector<std::uint32_t> articles_of(std::uint32_t cluster) const {
    std::vector<std::uint32_t> articles;
    for (const std::uint32_t u : members_[cluster]) {
      if (articles.empty() || articles.back() != said_[u].article) articles.push_back(said_[u].article);
    }
    return articles;
  }

  // A quotation made of what others keep apart is a rendering of both: it goes into the group of one and is shown in
  // that of the other, too, unless it would come first there.
  void add_shared_places() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> added;  // cluster, utterance
    for (const Link& link : apart_) {
      for (const auto& [home, guest] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
        const std::uint32_t cluster = cluster_[home];
        const std::vector<std::uint32_t>& there = members_[cluster];
        const auto own = said_[guest].article;
        const bool known =
            std::any_of(there.begin(), there.end(), [&](std::uint32_t m) { return said_[m].article == own; });
        if (known || !is_quoted(said_[guest]) || cluster_[guest] == cluster || guest < there.front()) continue;
        added.emplace_back(cluster, guest);
        break;
      }
    }
    sort_items(added);
    added.erase(std::unique(added.begin(), added.end()), added.end());
    for (const auto& [cluster, guest] : added) {
      members_[cluster].push_back(guest);
      sort_items(members_[cluster]);
    }
  }

  void merge(std::uint32_t first, std::uint32_t second) {
    if (first == second) return;
    if (second < first) std::swap(first, second);
    for (const std::uint32_t member : members_[second]) cluster_[member] = first;
    members_[first].insert(members_[first].end(), members_[second].begin(), members_[second].end());
    members_[second].clear();
    sort_items(members_[first]);
  }

  // Empty for what is no group: reported speech and plain sentences alone.
  QuoteGroup group_of(const std::vector<std::uint32_t>& members) {
    QuoteGroup group;
    if (members.size() < 2) return group;
    std::vector<MemberOrigin> origins;
    for (const std::uint32_t u : members) add_member(u, group, origins);
    used_.insert(used_.end(), members.begin(), members.end());
    group.speaker = speaker_of(members);
    compare_members(comparison_, words_, origins, group);
    return group;
  }

  // Joins neighbouring sentences of one quotation or of a speech, and keeps the quoted words where a clause around them
  // matches, too.
  void add_member(std::uint32_t u, QuoteGroup& group, std::vector<MemberOrigin>& origins) const {
    const Utterance& said = said_[u];
    const QuoteMember member{
        {ArticleIndex(std::size_t{said.article}), said.span, rule_of(said)}, said.quote, said.form};
    if (!group.members.empty()) {
      QuoteMember& last = group.members.back();
      const bool same_article = last.member.article == member.member.article;
      if (same_article && last.member.span.contains(said.span)) {
        // A clause that adds nothing to the words it quotes is but their frame.
        if (last.form == QuoteForm::kIndirect && said.spoken && adds_nothing(last, u)) {
          last = member;
          origins.back() = {said.spoken, said.primary, said.translated};
        }
        return;
      }
      if (same_article && last.quote == member.quote && (said.quote.valid() || follows_at_once(last, said))) {
        last.member.span = hull(last.member.span, said.span);
        return;
      }
    }
    group.members.push_back(member);
    origins.push_back({said.spoken, said.primary, said.translated});
  }

  [[nodiscard]] bool adds_nothing(const QuoteMember& clause, std::uint32_t u) const {
    const std::uint32_t article = said_[u].article;
    return content_of(words_, article, words_[article].words_in(clause.member.span)).size() == content_[u].size();
  }

  [[nodiscard]] bool follows_at_once(const QuoteMember& last, const Utterance& said) const {
    return said.spoken && last.member.span.end <= said.span.begin &&
           words_[said.article].words_in({last.member.span.end, said.span.begin}).empty();
  }

  [[nodiscard]] RuleId rule_of(const Utterance& said) const {
    if (!said.quote.valid()) return RuleId("quote.same_words");
    return comparison_.articles[said.article].article->resolution.quotes[said.quote].rule;
  }

  // "The Herald" for one and "two of the people" for the other, which may be the Herald itself: a medium reports.
  [[nodiscard]] bool is_other_source(const std::vector<std::uint32_t>& members, const SetEntity& body) const {
    if (body.type != EntityType::kOrganization || !is_medium(body.name, lexicon_)) return false;
    return std::ranges::any_of(members, [&](std::uint32_t u) {
      const std::string& words = said_[u].speaker_words;
      if (words.find(' ') == std::string::npos || said_[u].speaker) return false;
      return body.name.find(words.substr(words.rfind(' ') + 1)) == std::string::npos;
    });
  }

  // The speaker most members agree on; by the name of the set where it has one.
  [[nodiscard]] std::string speaker_of(const std::vector<std::uint32_t>& members) const {
    std::map<std::uint32_t, std::uint32_t> votes;
    for (const std::uint32_t u : members) {
      if (said_[u].speaker) ++votes[*said_[u].speaker];
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    if (best != votes.end()) {
      const SetEntity& speaker = entities_.entities[best->first];
      return is_other_source(members, speaker) ? std::string() : speaker.name;
    }
    for (const std::uint32_t u : members) {
      if (!said_[u].speaker_words.empty()) return said_[u].speaker_words;
    }
    return {};
  }

  // Direct and mixed quotes, or the sentences of them, that nobody else renders.
  void add_leftovers(std::vector<QuoteGroup>& single) {
    std::vector<bool> used(said_.size());
    for (const std::uint32_t u : used_) used[u] = true;
    for (std::uint32_t u = 0; u < said_.size(); ++u) {
      if (used[u] || !is_quoted(said_[u])) continue;
      if (u > 0 && !used[u - 1] && one_quotation(u - 1, u)) {
        TextSpan& span = single.back().members.back().member.span;
        span = hull(span, said_[u].span);
        continue;
      }
      QuoteGroup& group = single.emplace_back();
      std::vector<MemberOrigin> origins;
      add_member(u, group, origins);
      group.speaker = speaker_of({u});
    }
  }

  const Comparison& comparison_;
  const SetWords& words_;
  const LinkedEntities& entities_;
  const Lexicon& lexicon_;
  std::vector<Utterance> said_;
  std::vector<std::vector<WeightedWord>> content_;  // parallel to said_
  std::vector<std::uint32_t> cluster_;              // utterance -> cluster
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<Link> apart_;  // that would have put two sayings of one article together
  std::vector<std::uint32_t> used_;
};

}  // namespace

std::vector<QuoteGroup> find_quote_groups(const Comparison& comparison, const SetWords& words,
                                          const LinkedEntities& entities, const Lexicon& lexicon) {
  return Grouper(comparison, words, entities, lexicon).run();
}

}  // namespace newsloupe
