// Key phrases: runs of content words, weighed by how often their words occur, as in RAKE (Rose et al., Automatic
// keyword extraction from individual documents, 2010), with a premium for the headline and the lead.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/annotate/token_reader.h"

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

struct Phrase {
  std::vector<TermId> terms;
  std::vector<TokenSpan> places;
  std::uint32_t score = 0;
};

class PhraseCollector {
 public:
  PhraseCollector(const SegmentedDocument& doc, const Layer<Mention>& mentions, const Lexicon& lexicon)
      : doc_(doc), tokens_(doc, lexicon), named_(doc.tokens.size()) {
    for (const Mention& mention : mentions) {
      if (mention.type != EntityType::kPerson && mention.type != EntityType::kPlace &&
          mention.type != EntityType::kGroup)
        continue;
      const TokenSpan name = doc.tokens_from_text(mention.span);
      for (std::uint32_t i = name.begin; i < name.end; ++i) named_[i] = true;
    }
    TermId largest = 0;
    for (const RuleToken& token : doc.tokens) largest = std::max(largest, token.term);
    frequency_.resize(largest + 1);
    for (const RuleToken& token : doc.tokens) ++frequency_[token.term];
  }

  std::vector<Phrase> collect() {
    for (const Sentence& sentence : doc_.sentences) {
      std::uint32_t begin = sentence.tokens.begin;
      for (std::uint32_t i = begin; i <= sentence.tokens.end; ++i) {
        if (i < sentence.tokens.end && is_content(i)) continue;
        add_run({begin, i});
        begin = i + 1;
      }
    }
    std::vector<Phrase> phrases;
    for (auto& [terms, places] : places_) phrases.push_back({terms, std::move(places), 0});
    for (Phrase& phrase : phrases) phrase.score = score_of(phrase);
    std::ranges::sort(phrases, [](const Phrase& a, const Phrase& b) {
      return a.score != b.score ? a.score > b.score : a.places.front() < b.places.front();
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
      const TokenSpan place{run.end - length, run.end};
      std::vector<TermId> terms;
      for (std::uint32_t i = place.begin; i < place.end; ++i) terms.push_back(doc_.tokens[i].term);
      places_[std::move(terms)].push_back(place);
    }
  }

  [[nodiscard]] std::uint32_t score_of(const Phrase& phrase) const {
    std::uint32_t words = 0;
    for (const TermId term : phrase.terms) words += std::min<std::uint32_t>(frequency_[term], 8);
    const auto times = static_cast<std::uint32_t>(std::min<std::size_t>(phrase.places.size(), 6));
    const std::uint32_t first = doc_.token_spans[phrase.places.front().begin].begin;
    const Paragraph* paragraph = doc_.paragraph_at(first);
    const bool headline = paragraph != nullptr && !is_body(paragraph->paragraph_class);
    const bool lead = doc_.sentences.size() <= kLeadSentences || first < doc_.sentences[kLeadSentences].span.begin;
    return times * 300 + words * 100 + (headline ? 300 : 0) + (lead ? 200 : 0);
  }

  const SegmentedDocument& doc_;
  TokenReader tokens_;
  std::vector<bool> named_;
  std::vector<std::uint32_t> frequency_;  // by term
  std::map<std::vector<TermId>, std::vector<TokenSpan>> places_;
};

// Two phrases that share most of their words tell the reader one thing.
bool share_words(const Phrase& a, const Phrase& b) {
  const auto shared =
      std::ranges::count_if(a.terms, [&](TermId term) { return std::ranges::find(b.terms, term) != b.terms.end(); });
  return static_cast<std::size_t>(shared) * 2 > std::min(a.terms.size(), b.terms.size());
}

}  // namespace

Layer<Keyphrase> annotate_keyphrases(const SegmentedDocument& doc, const Layer<Mention>& mentions,
                                     const Resources& resources) {
  std::vector<Phrase> chosen;
  for (Phrase& phrase : PhraseCollector(doc, mentions, resources.lexicon).collect()) {
    if (chosen.size() == kMostPhrases) break;
    if (std::ranges::any_of(chosen, [&](const Phrase& other) { return share_words(phrase, other); })) continue;
    chosen.push_back(std::move(phrase));
  }
  std::vector<Keyphrase> keyphrases;
  for (const Phrase& phrase : chosen) {
    Keyphrase keyphrase;
    keyphrase.span = doc.text_from_tokens(phrase.places.front());
    keyphrase.text = std::string(doc.text(keyphrase.span));
    keyphrase.score = phrase.score;
    for (const TokenSpan place : phrase.places) keyphrase.spans.push_back(doc.text_from_tokens(place));
    keyphrases.push_back(std::move(keyphrase));
  }
  return Layer<Keyphrase>(std::move(keyphrases));
}

}  // namespace newsloupe
