// Key phrases: runs of content words, weighed by how often their words occur, as in RAKE (Rose et al., Automatic
// keyword extraction from individual documents, 2010), with a premium for the headline and the lead.
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/annotate/term_table.h"
#include "core/annotate/token_reader.h"
#include "core/base/sorting.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostPhrases = 10;
constexpr std::uint32_t kLongestPhrase = 3;
constexpr std::size_t kLeadSentences = 4;
constexpr WordClasses kBreaks = WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction |
                                WordClass::kAuxiliary | WordClass::kNegation | WordClass::kPronoun |
                                WordClass::kStopWord | WordClass::kRelative | WordClass::kReportingVerb |
                                WordClass::kMonth | WordClass::kWeekday | WordClass::kNumberWord |
                                WordClass::kMagnitude | WordClass::kTimeUnit | WordClass::kHonorific |
                                WordClass::kOffice | WordClass::kHedge | WordClass::kAgency;

using PhraseTerms = std::array<TermId, kLongestPhrase>;  // 0 behind the last

// One place of a run of content words.
struct Occurrence {
  PhraseTerms terms{};
  TokenSpan place;
  friend auto operator<=>(const Occurrence&, const Occurrence&) = default;
};

// All places of one run, in document order.
struct Phrase {
  std::span<const Occurrence> places;
  std::uint32_t score = 0;
  [[nodiscard]] TokenSpan first() const { return places.front().place; }
  [[nodiscard]] std::span<const TermId> terms() const {
    return std::span<const TermId>(places.front().terms).first(first().size());
  }
};

class PhraseCollector {
 public:
  PhraseCollector(const TokenReader& tokens, const Layer<Mention>& mentions)
      : doc_(tokens.doc()), tokens_(tokens), kinds_(doc_.tokens.size()), frequency_(doc_.tokens.size()) {
    for (const Mention& mention : mentions) {
      const TokenSpan name = doc_.tokens_from_text(mention.span);
      const Kind kind = kind_of(mention.type, name.size() == 1);
      for (std::uint32_t i = name.begin; i < name.end; ++i) kinds_[i] = kind;
    }
    for (const RuleToken& token : doc_.tokens) ++frequency_[token.term];
  }

  // The best first. They live as long as the collector.
  std::vector<Phrase> collect() {
    for (const Sentence& sentence : doc_.sentences) {
      std::uint32_t begin = sentence.tokens.begin;
      for (std::uint32_t i = begin; i <= sentence.tokens.end; ++i) {
        if (i < sentence.tokens.end && is_content(i)) continue;
        add_run({begin, i}, sentence.tokens.begin);
        begin = i + 1;
      }
    }
    sort_items(found_);
    std::vector<Phrase> phrases;
    for (std::size_t i = 0; i < found_.size();) {
      std::size_t end = i + 1;
      while (end < found_.size() && found_[end].terms == found_[i].terms) ++end;
      phrases.push_back({std::span(found_).subspan(i, end - i), 0});
      phrases.back().score = score_of(phrases.back());
      i = end;
    }
    sort_items(phrases, [](const Phrase& a, const Phrase& b) {
      return a.score != b.score ? a.score > b.score : a.first() < b.first();
    });
    return phrases;
  }

 private:
  enum class Kind : std::uint8_t { kPlain, kTopic, kTopicAlone, kNation, kOther };
  static Kind kind_of(EntityType type, bool alone) {
    if (type == EntityType::kGroup) return Kind::kNation;
    if (type == EntityType::kPerson || type == EntityType::kPlace) return Kind::kOther;
    return alone ? Kind::kTopicAlone : Kind::kTopic;
  }

  // A noun or an adjective as far as that can be told without a tagger: verbs and adverbs show by their endings and by
  // what stands beside them.
  [[nodiscard]] bool is_content(std::uint32_t i) const {
    if (kinds_[i] >= Kind::kNation) return false;
    if (!tokens_.is_word(i) || tokens_.is(i, kBreaks) || tokens_.has_shape(i, TokenShape::kNumber)) return false;
    if (tokens_.text(i).size() < 3 || tokens_.is_possessive(i)) return false;
    const bool address =
        tokens_.has_shape(i, TokenShape::kOther) && tokens_.text(i).find('.') != std::string_view::npos;
    if (address) return false;
    if (kinds_[i] == Kind::kPlain && tokens_.is(i, WordClass::kPaleWord)) return false;
    if (!tokens_.has_shape(i, TokenShape::kLower)) return true;
    if (tokens_.is(i, WordClass::kPastForm) || tokens_.says_any(i, {"given", "known", "seen", "shown", "written"}))
      return false;
    if (tokens_.ends_in(i, "ed") || tokens_.ends_in(i, "ly") || tokens_.ends_in(i, "ing")) return false;
    return !is_verb(i);
  }

  // "to discuss", "will impose", "cooperation remains one of ..."
  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    const bool led = i > 0 && (tokens_.says(i - 1, "to") || tokens_.is(i - 1, WordClass::kAuxiliary));
    const bool object = i + 1 < tokens_.size() && tokens_.ends_in(i, "s") &&
                        (tokens_.is(i + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kNumberWord) ||
                         tokens_.says(i + 1, "to"));
    if (led || object) return true;
    const LexiconEntry* event = tokens_.entry(WordClass::kEventTrigger, i);
    return event != nullptr && event->columns.size() > 1 && event->columns[1].find("noun") == std::string_view::npos;
  }

  // The last words of a run hold its head; a place or a nationality may stand before them ("Indian startups"). One word
  // alone must be a name of a thing or come again, and be no everyday word.
  void add_run(TokenSpan run, std::uint32_t sentence) {
    // "Self-" of "Self-Defense", "foreign" of "foreign minister": parts of what goes on.
    const bool joined = tokens_.says(run.end, "-") && !tokens_.space_before(run.end);
    if (run.begin < run.end && run.begin > sentence && tokens_.says(run.begin - 1, "-") &&
        !tokens_.space_before(run.begin))
      ++run.begin;
    if (run.begin >= run.end || joined || tokens_.is(run.end, WordClass::kOffice)) return;
    const std::uint32_t head = run.end - 1;
    if (tokens_.is(head, WordClass::kPaleHead) && tokens_.has_shape(head, TokenShape::kLower)) return;
    const std::uint32_t place = run.begin > sentence && kinds_[run.begin - 1] == Kind::kNation ? 1 : 0;
    const std::uint32_t first = may_stand_alone(head, run.size() == 1) ? 1 : 2;
    for (std::uint32_t length = first; length <= std::min(kLongestPhrase, run.size() + place); ++length) {
      Occurrence& occurrence = found_.emplace_back();
      occurrence.place = {run.end - length, run.end};
      for (std::uint32_t k = 0; k < length; ++k) {
        occurrence.terms[k] = doc_.tokens[occurrence.place.begin + k].term;
      }
    }
  }

  [[nodiscard]] bool may_stand_alone(std::uint32_t i, bool alone) const {
    constexpr std::uint32_t kOften = 4;
    if (kinds_[i] == Kind::kTopicAlone) return alone;
    return kinds_[i] == Kind::kPlain && tokens_.has_shape(i, TokenShape::kLower) &&
           frequency_.at(doc_.tokens[i].term) >= kOften && !is_everyday(i);
  }

  // Also the plural of an everyday word.
  [[nodiscard]] bool is_everyday(std::uint32_t i) const {
    if (tokens_.is(i, WordClass::kCommonWord)) return true;
    const std::string_view word = tokens_.text(i);
    if (!word.ends_with('s')) return false;
    const auto known = [&](const std::string& base) {
      return tokens_.lexicon().entry(WordClass::kCommonWord, tokens_.lexicon().find(base)) != nullptr;
    };
    const std::string base(word.substr(0, word.size() - 1));
    return known(base) || (word.ends_with("ies") && known(base.substr(0, base.size() - 2) + "y")) ||
           (word.ends_with("es") && known(base.substr(0, base.size() - 1)));
  }

  [[nodiscard]] std::uint32_t score_of(const Phrase& phrase) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = phrase.first().begin; i < phrase.first().end; ++i) {
      const bool everyday = kinds_[i] == Kind::kPlain && tokens_.is(i, WordClass::kCommonWord);
      words += std::min<std::uint32_t>(frequency_.at(doc_.tokens[i].term), 6) * (everyday ? 60 : 100);
    }
    const auto times = static_cast<std::uint32_t>(std::min<std::size_t>(phrase.places.size(), 6));
    const std::uint32_t first = doc_.token_spans[phrase.first().begin].begin;
    const Paragraph* paragraph = doc_.paragraph_at(first);
    const bool headline = paragraph != nullptr && !is_body(paragraph->paragraph_class);
    const bool lead = doc_.sentences.size() <= kLeadSentences || first < doc_.sentences[kLeadSentences].span.begin;
    return times * 300 + words + (headline ? 200 : 0) + (lead ? 100 : 0);
  }

  const SegmentedDocument& doc_;
  const TokenReader& tokens_;
  std::vector<Kind> kinds_;
  TermTable<std::uint32_t> frequency_;
  std::vector<Occurrence> found_;
};

// Two phrases that share half of their words tell the reader one thing, but "fish market" and "job market" do not.
bool share_words(const Phrase& a, const Phrase& b) {
  const std::span<const TermId> terms = a.terms(), others = b.terms();
  const auto shared =
      std::ranges::count_if(terms, [&](TermId term) { return std::ranges::find(others, term) != others.end(); });
  const bool head_alone = shared == 1 && terms.size() > 1 && others.size() > 1 && terms.back() == others.back();
  if (head_alone && a.places.size() > 1 && b.places.size() > 1) return false;
  return static_cast<std::size_t>(shared) * 2 >= std::min(terms.size(), others.size());
}

}  // namespace

Layer<Keyphrase> annotate_keyphrases(const TokenReader& tokens, const Layer<Mention>& mentions) {
  const SegmentedDocument& doc = tokens.doc();
  PhraseCollector collector(tokens, mentions);
  std::vector<Phrase> chosen;
  const std::vector<Phrase> phrases = collector.collect();
  for (const Phrase& phrase : phrases) {
    if (chosen.size() == kMostPhrases) break;
    // A word alone says less than a phrase that has it and comes again.
    const bool said_better = phrase.terms().size() == 1 && std::ranges::any_of(phrases, [&](const Phrase& other) {
                               return other.places.size() > 1 && other.terms().size() > 1 &&
                                      std::ranges::find(other.terms(), phrase.terms()[0]) != other.terms().end();
                             });
    if (said_better) continue;
    if (std::ranges::any_of(chosen, [&](const Phrase& other) { return share_words(phrase, other); })) continue;
    chosen.push_back(phrase);
  }
  std::vector<Keyphrase> keyphrases;
  keyphrases.reserve(chosen.size());
  for (const Phrase& phrase : chosen) {
    Keyphrase& keyphrase = keyphrases.emplace_back();
    keyphrase.span = doc.text_from_tokens(phrase.first());
    keyphrase.text = std::string(doc.text(keyphrase.span));
    keyphrase.score = phrase.score;
    keyphrase.spans.reserve(phrase.places.size());
    for (const Occurrence& occurrence : phrase.places) {
      keyphrase.spans.push_back(doc.text_from_tokens(occurrence.place));
    }
  }
  return Layer<Keyphrase>(std::move(keyphrases));
}

}  // namespace newsloupe
