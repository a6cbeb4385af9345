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
constexpr WordClasses kBreaks =
    WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction | WordClass::kAuxiliary |
    WordClass::kNegation | WordClass::kPronoun | WordClass::kStopWord | WordClass::kRelative |
    WordClass::kReportingVerb | WordClass::kMonth | WordClass::kWeekday | WordClass::kNumberWord |
    WordClass::kMagnitude | WordClass::kTimeUnit | WordClass::kHonorific | WordClass::kOffice | WordClass::kHedge;

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
      : doc_(tokens.doc()), tokens_(tokens), named_(doc_.tokens.size()), frequency_(doc_.tokens.size()) {
    for (const Mention& mention : mentions) {
      if (mention.type != EntityType::kPerson && mention.type != EntityType::kPlace &&
          mention.type != EntityType::kGroup)
        continue;
      const TokenSpan name = doc_.tokens_from_text(mention.span);
      for (std::uint32_t i = name.begin; i < name.end; ++i) named_[i] = true;
    }
    for (const RuleToken& token : doc_.tokens) ++frequency_[token.term];
  }

  // The best first. They live as long as the collector.
  std::vector<Phrase> collect() {
    for (const Sentence& sentence : doc_.sentences) {
      std::uint32_t begin = sentence.tokens.begin;
      for (std::uint32_t i = begin; i <= sentence.tokens.end; ++i) {
        if (i < sentence.tokens.end && is_content(i)) continue;
        add_run({begin, i});
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
  // A noun or an adjective as far as that can be told without a tagger: verbs and adverbs show by their endings.
  [[nodiscard]] bool is_content(std::uint32_t i) const {
    if (named_[i] || !tokens_.is_word(i) || tokens_.is(i, kBreaks) || tokens_.has_shape(i, TokenShape::kNumber))
      return false;
    if (tokens_.text(i).size() < 3 || tokens_.is_possessive(i)) return false;
    return !tokens_.has_shape(i, TokenShape::kLower) ||
           !(tokens_.ends_in(i, "ed") || tokens_.ends_in(i, "ly") || tokens_.ends_in(i, "ing"));
  }

  // The last words of a run hold its head.
  void add_run(TokenSpan run) {
    if (run.begin >= run.end || run.size() < 2) return;
    for (std::uint32_t length = 2; length <= std::min(kLongestPhrase, run.size()); ++length) {
      Occurrence& occurrence = found_.emplace_back();
      occurrence.place = {run.end - length, run.end};
      for (std::uint32_t k = 0; k < length; ++k) {
        occurrence.terms[k] = doc_.tokens[occurrence.place.begin + k].term;
      }
    }
  }

  [[nodiscard]] std::uint32_t score_of(const Phrase& phrase) const {
    std::uint32_t words = 0;
    for (const TermId term : phrase.terms()) words += std::min<std::uint32_t>(frequency_.at(term), 8);
    const auto times = static_cast<std::uint32_t>(std::min<std::size_t>(phrase.places.size(), 6));
    const std::uint32_t first = doc_.token_spans[phrase.first().begin].begin;
    const Paragraph* paragraph = doc_.paragraph_at(first);
    const bool headline = paragraph != nullptr && !is_body(paragraph->paragraph_class);
    const bool lead = doc_.sentences.size() <= kLeadSentences || first < doc_.sentences[kLeadSentences].span.begin;
    return times * 300 + words * 100 + (headline ? 300 : 0) + (lead ? 200 : 0);
  }

  const SegmentedDocument& doc_;
  const TokenReader& tokens_;
  std::vector<bool> named_;
  TermTable<std::uint32_t> frequency_;
  std::vector<Occurrence> found_;
};

// Two phrases that share most of their words tell the reader one thing.
bool share_words(const Phrase& a, const Phrase& b) {
  const std::span<const TermId> terms = a.terms(), others = b.terms();
  const auto shared =
      std::ranges::count_if(terms, [&](TermId term) { return std::ranges::find(others, term) != others.end(); });
  return static_cast<std::size_t>(shared) * 2 > std::min(terms.size(), others.size());
}

}  // namespace

Layer<Keyphrase> annotate_keyphrases(const TokenReader& tokens, const Layer<Mention>& mentions) {
  const SegmentedDocument& doc = tokens.doc();
  PhraseCollector collector(tokens, mentions);
  std::vector<Phrase> chosen;
  for (const Phrase& phrase : collector.collect()) {
    if (chosen.size() == kMostPhrases) break;
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
